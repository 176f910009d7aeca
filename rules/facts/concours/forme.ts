import type { Passage, Sentence } from '../../kit/draft.ts';
import { counts } from '../../kit/french/counts.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import { has, type Match } from '../../kit/text.ts';
import { answering, DEFERRED, isDenied, labelled, PARTICIPANTS, refersElsewhere } from '../commun/index.ts';

export interface FormeConcours {
  /** Undefined when the piece does not say, or leaves both. */
  readonly forme: 'ouvert' | 'restreint' | undefined;
  /** Where it is said. */
  readonly sentence: Sentence | undefined;
  /** How many candidates a restricted concours admits; undefined when the figure could not be read. */
  readonly nombre: number | undefined;
  /** True when the number admitted is given, read or not. */
  readonly limite: boolean;
  /** True when criteria for choosing the candidates are given, here or by reference. */
  readonly criteres: boolean;
  /** True in the rules of the second phase: the candidates were chosen in the first. */
  readonly choisis: boolean;
  /** True when the number is said to stand elsewhere. */
  readonly nombreAilleurs: boolean;
}

const THING = '(?:concours|competition|hackath?on|defi|challenge|consultation|procedure|appel a candidatures)';
const RESTRICTED = fr`${THING},?(?: [a-z0-9',-]+){0,9}? restreinte?|concours restreints?|restreint,?(?: [a-z',-]+){0,3} (?:sur|à) (?:esquisse|avant-projet|projet)|${PARTICIPANTS},?(?: [a-z',-]+){0,4} (?:admise?s?|invitée?s?|sélectionnée?s?|retenue?s?|autorisée?s?) à (?:concourir|remettre un projet|participer au concours|présenter un projet)`;
const OPEN = fr`concours ouvert|${THING},?(?: [a-z0-9',-]+){0,5}? (?:est|sera|demeure|reste)(?: [a-z]+){0,2}? ouverte?(?! (?:du|le|jusqu|à compter|à partir|entre|pendant|dès|en ligne))|(?:participation|candidature) (?:au concours |à l'événement |est |sera |libre |gratuite |et )*(?:ouverte|libre)(?! (?:du|jusqu|à compter|à partir|entre))|ouverte?s? (?:à|aux) (?:tou(?:te?s?|s)|quiconque)|(?:tout|toute|tous|toutes),?(?: [a-z',-]+){0,12} (?:peu(?:t|vent)|pourr(?:a|ont)|est admis|sont admis)(?: [a-z]+){0,2} (?:concourir|participer|remettre|s'inscrire|présenter|y prendre part|prendre part|déposer)|(?:peuvent|pourront) (?:concourir|participer|s'inscrire|y participer|prendre part),?(?: [a-z',-]+){0,4} tou(?:te)?s|sans (?:sélection|présélection|tri)(?: préalable)?|aucune? (?:(?:pré)?sélection|tri)(?: préalable)?|pas de (?:présélection|tri|sélection préalable)|non restreint|n'est pas restreint`;
const BOTH = fr`(?:ouvert|restreint)(?:e)? (?:ou|\/|-|soit) ?(?:\( ?)?(?:restreint|ouvert)|ouvert\/ ?restreint|soit ouvert|ouverts? et restreints?|rayer la mention`;
const NOT_OPEN = fr`lettre ouverte|données ouvertes|plis? ouverts?|sources? ouvertes?|licences? ouvertes?|accès ouvert|n'est pas ouverte?`;
const LABEL = fr`(?:forme|type|nature|mode|modalités?|caractère)(?: (?:du|de|de la|d'organisation du))?(?: (?:concours|procédure|compétition|consultation|dévolution|mise en concurrence))?|procédure|technique d'achat|concours`;
const BARE = /^[ :-]*(?:concours )?(ouvert|restreint)e?(?= |$|[.,;:(])/;

interface Mention {
  readonly forme: 'ouvert' | 'restreint';
  readonly match: Match;
}

const read = (phrase: Phrase): Mention | undefined => {
  if (phrase.has(BOTH)) return undefined;
  const restricted = phrase.find(RESTRICTED);
  if (restricted && !phrase.has(fr`non restreint|n'est pas restreint`) && !phrase.has(fr`appel d'offres`))
    return { forme: 'restreint', match: restricted };
  const open = phrase.find(OPEN);
  if (open && !phrase.has(NOT_OPEN)) return { forme: 'ouvert', match: open };
  return undefined;
};

/** « Forme : restreint », « ## Forme du concours » then « Ouvert. », a row « Type de concours | Restreint ». */
function formeOf(p: Passage): Mention['forme'] | undefined {
  const label = /^([a-z' -]{4,60}?) ?: ?(?:concours )?(ouvert|restreint)e?(?= |$|[.,;(])/.exec(p.folded.trim());
  if (label && has(label[1] as string, LABEL)) return label[2] as Mention['forme'];
  const bare = BARE.exec(p.folded.trim());
  if (!bare || has(p.folded, BOTH)) return undefined;
  const row = p.rowLabel;
  const title = row && row !== p ? row.folded : p.passage.lead?.folded || p.section.title;
  return !p.isTitle && has(title, LABEL) ? (bare[1] as Mention['forme']) : undefined;
}

const COUNTED = `(?:candidat|candidate|concurrent|equipe|participant|groupement|concepteur|operateur|laureat|projet|entreprise|postulant|agence|candidature)(?:e?s)?`;
const ADMITTED = fr`admi(?:s|se|ses|ssion|et|ettra)|invitée?s?|invite(?:r|ra)?|retenue?s?|retien(?:t|dra)|sélectionnée?s?|sélectionne(?:r|ra)?|autorisée?s?|concour(?:ir|ent|ront)|limitée?|limite(?:ra)?|choisi(?:e?s|t|ra)?|désigne(?:ra)?|arrête(?:ra)?|nombre|maximum|minimum|au plus|présélectionn[a-zé]+|choix des|restreint|(?:reten|retiendr|invit|inviter|admett|sélectionn|choisiss|désign|limit)ons`;
const LIMIT = fr`nombre (?:maximal |maximum |minimal |minimum )?(?:de |d')(?:${COUNTED}),?(?: [a-z',-]+){0,7}? (?:est|sera|:|fixé|limité|arrêté|de|à) ?(?:[a-z]+ ){0,4}?(?:\d+|deux|trois|quatre|cinq|six|sept|huit|dix)|(?:limitée?s?|fixée?|arrêtée?) à (?:[a-z]+ ){0,2}?(?:\d+|deux|trois|quatre|cinq|six|sept|huit|dix)`;
/** « Équipes admises à concourir : quatre », in a line or a row. */
const LABELLED_NUMBER = fr`${COUNTED}(?: [a-z',-]+){0,4} ?: ?(?:\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|dix)(?! ?(?:[%€]|points?|ans?|mois))`;
const NAMES_SELECTION = fr`critères? (?:[a-z',-]+ ){0,6}?(?:[dl]')?(?:sélection|choix|candidatures?|candidats?|admission)|${PARTICIPANTS},?(?: [a-z',-]+){0,9}? (?:choisi|sélectionn|retenu|admis|classée?|désigné|évaluée?)[a-z]*,?(?: [a-z',-]+){0,8}? critères?|(?:candidatures?|candidats?),?(?: [a-z',-]+){0,5} (?:jugée?s|appréciée?s|évaluée?s|classée?s|examinée?s|sélectionnée?s|choisis|retenus),?(?: [a-z',-]+){0,4}? (?:selon|sur|au regard|en fonction|d'après)|sélection des (?:candidatures|candidats|équipes|participants|concurrents),?(?: [a-z',-]+){0,7} (?:selon|critères?|au regard|en fonction|sur la base)`;
const OBJECT = fr`références?|compétences?|moyens|capacités?|qualifications?|expérience|composition|motivation|adéquation|qualité d[eu]|méthodologie|organisation|pertinence|diversité|diplômes?|réalisations|savoir-faire|aptitudes?|compréhension`;
const CHOSEN_ON = fr`(?:selon|au regard|en fonction|sur la base|d'après|au vu|compte tenu|à partir|en considération) (?:[a-z':,-]+ ){0,5}?(?:[dl]')?${OBJECT}`;
/** Under a title on the candidatures: « Sont appréciés, dans cet ordre : la qualité des références… », « Le classement se fait sur les références, puis sur les moyens. » */
const APPRECIATED = fr`(?:classement|choix|sélection|tri)(?: des [a-z]+)? (?:se fait|s'opère|s'effectue|repose|est faite?|porte|s'appuie)[^.;:]{0,50} (?:sur|selon|d'après|au vu)|(?:sont|seront) (?:successivement |notamment )?(?:appréciée?s|jugée?s|évaluée?s|examinée?s|comparée?s|prise?s en compte),? (?:dans (?:cet|l')? ?ordre|par ordre|:)`;
const BLANK = /\[a completer|\[[ ._x-]*\]|x{3,}|_{3,}|\.{4,}/;
const VAGUE = fr`(?:aucun|sans|ni) (?:[a-z]+ )?critères?|librement|discrétionnaire|souverain[a-z]*`;
/** Criteria by which the projects, and not the candidates, are judged. */
const OF_PROJECTS = fr`projets?|prestations?|esquisses?|oeuvres|lauréats?|jury apprécie`;

/** « Choix des admis : l'expérience, puis la composition de l'équipe ». */
const CHOICE_LABEL =
  /^[^a-z]*(?:(?:mode|modalites|criteres?) de )?(?:choix|selection|designation|classement) d(?:es|e l') ?(?:admis|candidats?|candidatures?|equipes?|concurrents?|participants?|groupements?)[^:]{0,20} : /;

/** « Avis sur les candidatures, d'après : » over what is looked at. */
const BASIS = fr`selon|suivant|d'après|au (?:regard|vu)|en fonction|sur la base|à partir|compte tenu|tient compte|tenant compte|en considération|apprécié?e?s?|examine(?:nt|ra)?|portent? sur|fondée?s? sur|éléments suivants|critères?`;
const OF_APPLICANTS = fr`candidatures?|candidats?|${PARTICIPANTS} (?:à|(?:(?:sont|seront) )?(?:admise?s?|choisie?s?|retenue?s?|sélectionnée?s?|invitée?s?|désignée?s?))|(?:choix|sélection|admission|désignation) des (?:[a-z]+ )?(?:${PARTICIPANTS})`;
/** « Critère 1 : compétence de l'équipe », under a title on who is admitted. */
const NUMBERED = /^[^a-z]*critere (?:n ?° ?)?\d+ ?:/;
/** « Trois équipes sont admises à concourir. Elles sont choisies d'après : » */
const isOfApplicants = (s: Sentence): boolean => {
  const said = /^(?:ils|elles|ceux-ci|celles-ci) /.test(s.folded) ? s.previous : undefined;
  return s.has(OF_APPLICANTS) || (said?.passage === s.passage && said.has(OF_APPLICANTS));
};
const isSelectionList = (s: Sentence): boolean =>
  s.folded.trimEnd().endsWith(':') &&
  isOfApplicants(s) &&
  s.has(BASIS) &&
  !s.has(VAGUE) &&
  !s.has(fr`projets?|prestations?|remet[a-z]*|fourni[a-z]*|compren[a-z]*|joint|joignent`) &&
  s.passage.items.some((item) => item.has(OBJECT));

const isSelection = (s: Sentence): boolean =>
  !s.has(VAGUE) &&
  !(s.has(DEFERRED) && !refersElsewhere(s)) &&
  ((s.has(NAMES_SELECTION) && (!s.has(OF_PROJECTS) || s.has(fr`candidatures?|candidats?`))) ||
    (s.has(APPRECIATED) && s.has(OBJECT) && !s.has(OF_PROJECTS) && s.section.under(fr`candidatures?|candidats?`)) ||
    (s.has(CHOSEN_ON) && s.has(ADMITTED) && s.has(fr`${PARTICIPANTS}|candidatures?`)) ||
    (CHOICE_LABEL.test(s.folded) && s.has(OBJECT)) ||
    (NUMBERED.test(s.folded) && s.has(OBJECT) && !s.has(OF_PROJECTS) && s.section.under(OF_ADMISSION)));
const OF_ADMISSION = fr`admissions?|candidatures?|candidats?|sélection`;

/** « R.C. deuxième phase », « Règlement du concours – phase 2 »: what a piece is called. */
const SECOND_PHASE = fr`(?:règlement|r\.?c\.?)(?: (?:de|la|du|particulier|consultation|concours))*(?: ?[,:–-])?(?: (?:de|pour|la))* (?:(?:deuxième|seconde|2 ?(?:e|ème|nde)) phase|phase (?:n ?° ?)?(?:2|ii|deux))`;

/** Open or restricted, and for a restricted concours how candidates are chosen and how many. */
export const formeConcours = defineFact<FormeConcours>({
  id: 'concours-forme',
  title: 'Forme du concours',
  read(piece: Piece) {
    const { draft } = piece;
    const found = draft
      .collect(read)
      .filter(
        ({ value, sentence }) =>
          value.forme === 'restreint' ||
          !isDenied(sentence.folded, value.match) ||
          sentence.has(fr`sans|aucune?|n'est pas restreint|pas de (?:présélection|tri|sélection)`),
      );
    const label = draft.passages.map((p) => ({ p, forme: formeOf(p) })).find((x) => x.forme);
    const restricted = found.find((f) => f.value.forme === 'restreint' && f.sentence.has(fr`restreinte?s?`));
    const admitted = found.find((f) => f.value.forme === 'restreint');
    const open = found.find((f) => f.value.forme === 'ouvert');
    const first = restricted ?? (label ? undefined : (open ?? admitted));
    const told = restricted ? 'restreint' : (label?.forme ?? first?.value.forme);
    // Whatever its words, a choice among those who apply.
    const heard = told ? undefined : answering(piece, 'concours/restreint', (s) => s.has(CHOSEN) && !s.has(UNCHOSEN));
    const forme = heard ? 'restreint' : told;
    const sentence = first?.sentence ?? label?.p.sentences[0] ?? heard;
    const inRow = labelled(draft).some(({ label, said }) => label.has(ADMITTED) && said.has(LABELLED_NUMBER));
    const limits = draft.sentences.filter(
      (s) =>
        s.has(fr`${COUNTED}`) &&
        (s.has(ADMITTED) || s.has(LIMIT)) &&
        !s.has(
          fr`membres d[ue]|jury (?:compte|comprend|est composé)|chaque équipe|équipes? (?:de|comptent|comprennent)`,
        ),
    );
    const numbers = limits.flatMap((s) =>
      counts(s.folded, COUNTED)
        .filter((c) => c.value > 1)
        .map((c) => c.value),
    );
    // A blank is for the rule on blanks: the number is foreseen.
    const limited =
      inRow ||
      limits.some((s) => ((s.has(LIMIT) || s.has(LABELLED_NUMBER)) && !s.has(DEFERRED)) || BLANK.test(s.folded));
    return {
      forme,
      sentence,
      nombre: numbers[0],
      limite: numbers.length > 0 || limited,
      criteres:
        draft.sentences.some((s) => isSelection(s) || isSelectionList(s)) || draft.sections.some(isSelectionSection),
      choisis: draft.sentencesWith(SECOND_PHASE).some(({ passage, folded }) => passage.isTitle || folded.length < 120),
      nombreAilleurs: limits.some((s) => s.has(fr`nombre`) && refersElsewhere(s)),
    };
  },
  show: ({ forme, nombre, criteres }) =>
    forme && { forme, ...(forme === 'restreint' && { candidats: nombre ?? null, criteresDeSelection: criteres }) },
});

const CHOSEN = fr`(?:choisi|selectionn|retenu|admis|admet|invit|restrein|preselect)[a-z]*`;
const UNCHOSEN = fr`ouverte?s?|ecarte[a-z]*|ne|n'[a-z]+|aucune?|sans|laureats?|gagnants?`;

const isSelectionSection = (s: { readonly title: string; readonly passages: readonly Passage[] }): boolean =>
  has(
    s.title,
    fr`critères? (?:de (?:sélection|choix) )?(?:des? )?(?:candidat(?:ure)?s?|équipes|concurrents)|critères de sélection|sélection des (?:candidat(?:ure)?s|équipes|concurrents|participants)`,
  ) && s.passages.some((p) => !p.isTitle && has(p.folded, OBJECT) && !has(p.folded, VAGUE));
