import type { Passage, Section, Sentence, Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { answering, DEFERRED, PARTICIPANTS, PROJETS, refersElsewhere } from '../commun/index.ts';
import { criteres, sharedOut } from '../criteres/index.ts';

export interface CriteresProjets {
  /** True when the piece says, here or by reference, on what the projects are judged. */
  readonly given: boolean;
  /** Where it refuses to say, or leaves it for later. */
  readonly refused: Sentence | undefined;
  /** Heading under which projects are judged; undefined when there is none. */
  readonly heading: Span | undefined;
}

const CRITERIA = fr`critères?|grille (?:d'évaluation|de notation|d'analyse|d'appréciation)|barème`;
const OF_CANDIDATES = fr`candidatures?|sélection des (?:candidats|équipes|concurrents|participants)|candidats (?:admis|invités)|admis à concourir|éligibilité|recevabilité|critères de (?:capacité|participation)`;
const OF_PROJECTS = fr`${PROJETS}|prestations|jury|lauréats?|notation|évaluation|jugement|appréciation`;
const NONE = fr`(?:aucun|sans|ni)(?: [a-z]+)? critères?|souverainement|librement|discrétionnaire[a-z]*|sans (?:avoir à )?(?:motiver|justifier)|intime conviction`;
const JUDGED_ON = fr`(?:jury|projets?|propositions?|prestations?|réalisations?|prototypes?|il|équipes?),?(?: [a-z',-]+){0,9}? (?:jug|évalu|appréci|apprec|class|not|départag|examin|choisi|retien|sélectionn|désign|récompens|(?:form|fond|arrêt|établi|rend|motiv|donn|assoi)[a-z]* (?:son|leur) (?:avis|choix|classement|opinion|verdict))[a-zé]*,?(?: [a-z',-]+){0,14}? (?:selon|suivant|au regard|en fonction|sur la base|sur leur|sur la|sur l'|sur le|sur ?:|d'après|en tenant compte|au vu)(?! (?:rapport|programme|projets|propositions|auditions?|dossiers?|règlement|modalités|calendrier|présentations?))`;
/** « Le jury s'attache d'abord à l'insertion, puis à… ». */
const LOOKS_AT = fr`(?:jury|jurés?|il|ils|commission|comité),?(?: [a-z',-]+){0,4}? (?:s'attache(?:nt|ra|ront)?|est attentif|sera attentif|sont attentifs|seront attentifs|est sensible|sera sensible|privilégie(?:ra)?|regarde(?:ra)?|retient|retiendra|valorise(?:ra)?|apprécie(?:ra)?),?(?: [a-z',-]+){0,4}? (?:à|au|aux|la|le|les|l')`;
/** « L'équipe dont la maquette aura le plus réduit… est distinguée »: the best by something. */
const WINS = fr`distingu[a-zé]+|récompens[a-zé]+|primée?s?|retenue?s?|désignée?s?|gagn[a-zé]+|lauréate?s?|vainqueurs?|l'emporte(?:ra)?`;
const BEST = fr`(?:qui|dont|que|celle|celui),?(?: [a-z',-]+){1,12} (?:le|la|les) (?:plus|moins|mieux|meilleure?s?)`;
const QUALITY = fr`qualités?|pertinence|originalité|faisabilité|innovation|caractère innovant|coût|adéquation|réponse au (?:besoin|programme|défi)|cohérence|utilité|impact|insertion|fonctionnalité|esthétique|durab[a-z]+|ergonomie|accessibilité|lisibilité|créativité|maturité|clarté|intérêt|respect du programme|performances?|sobriété|viabilité|simplicité|maintenance|valeur (?:technique|d'usage|architecturale)`;

const read = (phrase: Phrase): 'given' | 'refused' | undefined => {
  const named = phrase.find(CRITERIA);
  if (phrase.has(NONE) && (named || phrase.has(fr`jury`)) && !phrase.has(QUALITY)) return 'refused';
  if (named && phrase.has(DEFERRED) && phrase.has(OF_PROJECTS)) return 'refused';
  if (named && phrase.has(OF_CANDIDATES) && !phrase.has(fr`projets?|prestations|offres`)) return undefined;
  if (named && phrase.has(QUALITY)) return 'given';
  const looked = phrase.has(LOOKS_AT) && phrase.has(fr`puis|ensuite|enfin|et`);
  if ((looked || phrase.has(JUDGED_ON)) && phrase.has(QUALITY)) return 'given';
  if (phrase.has(WINS) && phrase.has(BEST) && !phrase.has(DEFERRED)) return 'given';
  return undefined;
};

const JUDGING = fr`(?:appréciation|jugement|évaluation|notation|classement)(?: des (?:projets|propositions|prestations|planches|réalisations|prototypes|oeuvres))?|ce qui (?:est|sera) (?:jugé|apprécié|regardé)`;

/** Projects are judged there, or the article is on that. */
const tellsJudging = (sentence: Sentence, sure: boolean): boolean =>
  !ofCandidates(sentence.section) &&
  !sentence.has(OF_CANDIDATES) &&
  (sure || (sentence.has(QUALITY) && isOnJudging(sentence)));
const isOnJudging = (sentence: Sentence): boolean =>
  sentence.has(JUDGES) || sentence.section.under(JUDGING) || sentence.section.under(CRITERIA);
const JUDGES = fr`critères?|gard(?:e|ent|ons)|jug[a-zé]+|évalu[a-zé]+|appréci[a-zé]+|not(?:e|es|é|ée|és|ées|ation)|class[a-zé]+|départag[a-zé]+|préfér[a-zé]+|prime(?:r|nt)|primée?s?|jury|retenue?s?|choisi[a-z]*|examin[a-zé]+`;

/** « Ce que l'on note | Points »: a table of what is judged. */
const isNoted = (table: Table): boolean => {
  const points = table.header.cells.findIndex((c, i) => i > 0 && c.has(POINTS));
  const figures = table.rows.filter((r) => /\d/.test(r.cells[points]?.folded ?? ''));
  return (
    points > 0 && figures.length > 1 && table.header.cells[0]?.has(JUDGES) === true && !ofCandidates(table.section)
  );
};
const POINTS = fr`points?|notes?|barème|pondération|poids|sur \d+`;

/** Criteria by which the jury judges what is handed in, read in the light of award criteria in general. */
export const criteresProjets = defineFact<CriteresProjets>({
  id: 'concours-criteres',
  title: 'Critères de jugement des projets',
  read(piece) {
    const { draft } = piece;
    const found = draft.collect(read).filter((f) => !ofCandidates(f.sentence.section));
    const tree = piece.ask(criteres);
    const ours = tree.grilles.some((g) => g.criteria.length > 0 && !draft.sectionAt(g.at.start).under(OF_CANDIDATES));
    const announced = draft.sentences.some(
      (s) =>
        s.has(CRITERIA) &&
        !ofCandidates(s.section) &&
        (!s.has(OF_CANDIDATES) || s.has(fr`projets?|prestations`)) &&
        !s.has(NONE) &&
        !s.has(DEFERRED) &&
        ((refersElsewhere(s) && !s.has(fr`candidats?`)) || (!s.passage.isTitle && isFollowed(s))),
    );
    const listed = draft.sentences.some((s) => {
      if (!s.has(JUDGED_ON) || ofCandidates(s.section) || s.passage.isTitle) return false;
      // Dashes that Markdown takes for words begin no list: what they bring follows the colon.
      const told = s.folded.trimEnd().endsWith(':') ? [s.next, ...(s.passage.after?.sentences ?? [])] : [];
      return [...s.passage.items, ...told].some((p) => p?.has(QUALITY));
    });
    const titled = draft.sections.some(
      (s) =>
        has(s.title, CRITERIA) &&
        !has(s.title, OF_CANDIDATES) &&
        s.passages.some((p) => !p.isTitle && (p.list || p.cell || p.has(QUALITY)) && !p.has(NONE)),
    );
    // « Appréciation. Trois choses comptent : la lisibilité, l'accessibilité, la sobriété. »
    const told = draft.sections.some(
      (s) =>
        has(s.title, JUDGING) &&
        !has(s.title, OF_CANDIDATES) &&
        s.own.some((p) => !p.isTitle && p.findAll(QUALITY).length > 1 && !p.has(NONE)),
    );
    const refused = found.find((f) => f.value === 'refused')?.sentence;
    const heading = draft.sections.find(
      (s) =>
        s.heading !== draft.title &&
        has(
          s.title,
          fr`critères?|jugement|évaluation|examen des projets|choix du lauréat|qui juge|avis du jury|désignation|sélection`,
        ) &&
        !has(s.title, OF_CANDIDATES),
    );
    const fallback = draft.sections.find((s) => s.heading !== draft.title && has(s.title, fr`jury`));
    return {
      given:
        ours ||
        announced ||
        listed ||
        titled ||
        told ||
        draft.tables.some(isNoted) ||
        found.some((f) => f.value === 'given') ||
        (!refused &&
          (isShared(sharedOut(draft)) ||
            answering(piece, 'concours/criteres-des-projets', tellsJudging) !== undefined)),
      refused,
      heading: (heading ?? fallback)?.heading?.span,
    };
  },
  show: ({ given, refused }) => ({ donnes: given, ...(refused && { refuses: true }) }),
});

/** The weights by which candidates are chosen weigh no project. */
const isShared = (weights: Passage | undefined): boolean => weights !== undefined && !ofCandidates(weights.section);

const ofCandidates = (section: Section): boolean =>
  section.under(OF_CANDIDATES) && !section.under(fr`projets|prestations`);

/** « … selon les critères suivants : » before a list, a table, or words. */
const isFollowed = (s: Sentence): boolean => {
  const stop = s.folded.lastIndexOf(':');
  const after = stop < 0 ? '' : s.folded.slice(stop + 1).trim();
  if (stop >= 0 && after.length > 8) return true;
  const next = s.passage.after;
  return (
    !has(s.folded, fr`${PARTICIPANTS} (?:admis|invités)`) &&
    next !== undefined &&
    (next.list !== undefined || next.cell !== undefined) &&
    s.passage.kind !== 'cell' &&
    s.passage.kind !== 'item'
  );
};
