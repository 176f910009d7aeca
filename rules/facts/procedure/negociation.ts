import type { Passage, Row, Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { PassageContent } from '../../kit/markdown/block.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { find, has, type Match } from '../../kit/text.ts';
import { hearing, isRowLabel, isSure, telling, whole, withHeard } from '../commun/index.ts';
import { equalityHeard, owed, promised, protectionHeard } from './negociation-garanties.ts';
import { denied, forbidden, JOINTLY_SAID, MAY, type Negociable, pointed, wholeOf } from './negociation-interdits.ts';
import { inNegociation, NEGO } from './negociation-lieux.ts';
import { CRITERIA, type Interdit, lineOf, MINIMUM, opensList, shutsList } from './negociation-objets.ts';
import { ELIMINATE, hasCriteria, LEFT_IN, NO_PHASE, type Phase, phasesOf, STAGE } from './negociation-phases.ts';
import { procedure } from './procedure.ts';
/** A place that foresees a negotiation. */
export interface Prevue {
  readonly at: Span;
  readonly sentence: Sentence;
  readonly certaine: boolean;
  readonly doubt?: Doubt;
}

export interface Negociation {
  /** What the piece decides; undefined when it says nothing. */
  readonly stance: 'prevue' | 'exclue' | undefined;
  /** True where the buyer binds himself to negotiate; false for a faculty. */
  readonly certaine: boolean;
  /** The first place that foresees it, or excludes it. */
  readonly at: Span | undefined;
  /** Every place that foresees it. */
  readonly prevues: readonly Prevue[];
  /** Award on the initial offers is reserved. */
  readonly offresInitiales: Span | undefined;
  readonly egalite: Span | undefined;
  /** Confidentiality of each solution, or its intellectual property, is protected. */
  readonly protection: Span | undefined;
  /** What the law keeps out of a negotiation and the piece lets in; the clause that does, or the line of a list. */
  readonly interdits: readonly Negociable[];
  /** The final offer is to be negotiated. */
  readonly offreFinale: { readonly at: Span; readonly doubt?: Doubt } | undefined;
  readonly phases: readonly Phase[];
}

/** Words in which « negotiation » decides nothing here. */
const NAME = fr`procedures? (?:formalisees? )?(?:concurrentielles? )?(?:avec|sans) negociations?|(?:marches?|procedures?|accord-cadre) negociee?s?|negociations? (?:collectives?|annuelles?|commerciales?|salariales?|sociales?|internationales?)|gre a gre|prix negocies?|(?:tarifs?|remises?|conditions?) negociee?s?|delegation|droit de negociation`;
const REGULARISE = fr`regularis[a-z]*|irregulieres?|inacceptables?|inappropriees?|anormalement`;
/** « négocier avec les compagnies aériennes »: the work of the contract, and not its award. */
const WITH_OTHERS =
  "(?:charge|capable|capacite|aptitude|mandate|savoir-faire|missionne|responsable)e?s? (?:de|a|pour) (?:[a-z]+ )?negocier|negoci[a-z]* (?:[a-z'-]+ ){0,6}?avec (?:les|des|ses|leurs|ces|chaque) (?:compagnies|hotel[a-z]*|loueurs?|bailleurs?|assureurs?|proprietaires?|riverains?|banques?|usagers?|partenaires sociaux|syndicats|exploitants|transporteurs|distributeurs|fabricants|producteurs|agriculteurs|constructeurs|locataires|creanciers|tiers|concessionnaires|gestionnaires|fournisseurs|etablissements (?:bancaires|de credit))(?! (?:les mieux|classe|ayant|retenu|admis|arriv|candidat))";
/** « formation à la négociation », « le stagiaire pourra négocier »: what is taught, or done by neither buyer nor bidder. */
const TAUGHT =
  "(?:formations?|former|stages?|ateliers?|modules?|cours|initiation|sensibilisation) (?:[a-z'-]+ ){0,5}(?:a la|en|de|a) negoci[a-z]*|(?:stagiaires?|apprenants?|eleves?|etudiants?|salaries?|agents?|mediateurs?|negociateurs?) (?:qui )?(?:[a-z]+ )?(?:peu(?:t|vent)|pourr(?:a|ont)|doi(?:t|vent)|devr(?:a|ont)|s(?:ait|avent|aura|auront)) negocier";
const LATER = fr`prestations? similaires|avenants?|titulaires?(?! pressenti)|reconduction|renouvellement du marche|en cours d'execution|infructueu[a-z]+|sans suite|ayant negocie|ont negocie|avoir negocie|avai(?:t|ent) ete|pour memoire|precedente?s?|nouvelles? (?:consultation|procedure)s?|proposition financiere negociee|experience|references?|competences?|subsequents?|${WITH_OTHERS}|${TAUGHT}`;
const FACULTY = fr`se reserve(?:nt)?|peu(?:t|vent)|pourr(?:a|ont|ait|ons)|facultati(?:f|ve)|eventuel(?:le)?s?|eventuellement|au besoin|susceptibles?|le cas echeant|possibilite|faculte|si (?:elle|il|l'acheteur|la|le)|en tant que de besoin|s'il (?:le|l')|(?:est|sera|reste|demeure|:) possible`;
const RESERVE = fr`(?:attribue[rz]?|attribution|retenir|choisir|designer|conclure|signer|notifier) [^.;]{0,90}(?:offres? (?:initiales?|remises?|recues?)|sans (?:(?:[a-z]+ ){0,4}?negoci[a-z]*|y recourir))|(?:offres? initiales?|offres? (?:initialement )?remises?),? sans (?:aucune )?negoci[a-z]*|ne pas (?:[a-z]+ )?(?:negocier|proceder|recourir|engager|mener|mettre en oeuvre|y recourir|en faire usage|donner suite|ouvrir)[^.;]{0,40}|negocier ou (?:non|pas)|renoncer a (?:la |toute |cette )?negociation|sans (?:passer par|recourir a|engager de|proceder a) (?:la |une )?(?:phase de )?negociation|des les offres initiales|s'en tenir aux offres (?:initiales|remises|recues)|attribue[rz]? [^.;]{0,40}(?:des|a l'issue de) (?:le |la |l')?(?:depot|ouverture|remise|reception|premiere analyse|analyse)(?: [a-z]+)?|(?:sur|a partir|au vu|sur la base) (?:de |des |du )?(?:seules? )?offres initiales`;

interface Scan {
  readonly stance: 'prevue' | 'exclue' | undefined;
  readonly certaine: boolean;
  readonly reserve: boolean;
  readonly egalite: boolean;
  readonly protection: boolean;
  readonly interdits: readonly { readonly objet: Interdit; readonly clause: Stretch }[];
  /** What it names as a line of a list, whatever introduces it. */
  readonly line: readonly Interdit[];
  readonly finale: boolean;
  readonly phase: boolean;
}

const NO = fr`(?:interdit|exclu|impossible|defendu|sans pouvoir|hors de question) (?:de )?negocier|(?:aucune|sans|pas de|ni) (?:phase de |possibilite de )?(?:negociations?|negocier)|(?:ne|n'|non) ?(?:[a-z']+ ){0,8}(?:negocie(?:e|s|es)?|negociables?|negociera|negocieront|negocient|negocier|negociations?)|sans (?:engager|mener|ouvrir|conduire|recourir a) (?:de |la |une |aucune )?(?:phase de )?negociations?|negociations? ?:? ?(?:non|sans objet|interdite|exclue|neant|aucune)|(?:exclut|interdit|exclure) (?:toute )?negociation|negociation (?:est|sera) (?:exclue|interdite|impossible)`;
const YES_LABEL = fr`negociations? ?: ?(?:oui|avec|possible|prevue|autorisee)`;
const ACT = fr`negoci(?:er|e|era|eront|ent)|negociations? (?:[a-z',-]+ ){0,8}?(?:est|sont|sera|seront|se|aura|auront|porte(?:ra|nt|ront)?|pourr(?:a|ont)|peu(?:t|vent)|demeure|s'engage|debute|intervien[a-z]+|suit|suivra|menee?s?|conduite|organisee|portant|avec)|(?:engage(?:r|ra|ront)?|effectu(?:er|e|era)|realise[rz]?|poursuiv[a-z]+|initie[rz]?|lance[rz]?|demarre[rz]?|tenir|ouvr(?:e|ir|ira)|men(?:er|e|era)|organise(?:r|ra)?|proced(?:er|e|era) (?:qu')?a|recourir a|mettre en (?:oeuvre|place)|conduire|conduit|entame[rz]?|prevoit|est prevue?|lieu a|invite(?:r|ra|s|es)? (?:a|aux?)|phases? de|seances? de|tours? de|possibilite d'une|recours a|objet d') ?(?:l'|la |une |des |les |de |a )*(?:phase de |ou plusieurs |eventuelles? |seances? de )*negociations?|etre negocie(?:e|s|es)?|(?:est|sont|sera|seront) negocie(?:e|s|es)?`;

/** « un prix abaissé », « des offres améliorées » */
const LOWERED =
  '(?:offres?|prix|propositions?|tarifs?|devis|chiffrages?) (?:(?:amelior|revis|abaiss|minor|optimis)ee?s?|revue?s?|reduite?s?|plus (?:bas|basses?|serree?s?|avantageu[a-z]+|competiti[a-z]+))';
/** A negotiation that does not say its name: candidates are heard so that they better their price or offer. */
const IMPROVE = fr`(?:amelior|parfai|optimis|revoi|revis|baiss|dimin|bonifi|ajust|reconsider|rabais)[a-z]* (?:[a-z,'-]+ ){0,3}?(?:(?:leurs?|son|sa|ses|les|des) (?:[a-z]+ ){0,2}?(?:offres?|propositions?)|(?:leurs?|son|sa|ses) (?:[a-z]+ ){0,2}?(?:taux|honoraires|devis|montants?|forfaits?|chiffrages?)|(?:(?:leurs?|son|sa|ses|les|des|du|de|le) )?(?:[a-z]+ ){0,2}?(?:prix|tarifs?|conditions? (?:financieres?|tarifaires?|de prix)))|(?:(?:re)?discut|debatt)[a-z]* (?:[a-z']+ ){0,3}(?:prix|couts|tarifs|conditions? (?:financieres?|tarifaires?))|nouve(?:lles?|aux?) (?:prix|offres?|propositions? (?:financieres?|de prix|tarifaires?)|conditions (?:financieres?|tarifaires?|de prix))|efforts? (?:commercial|financier|tarifaire)[a-z]*|rabais|${LOWERED}|prix a la baisse|(?:redui|abaiss|comprim)[a-z]* (?:leurs?|ses|son|les|le) (?:[a-z]+ ){0,2}?(?:prix|tarifs?|conditions? (?:financieres?|tarifaires?))|align[a-z]* (?:leurs?|ses|son) (?:[a-z]+ ){0,2}?(?:prix|tarifs?|offres?) sur (?:l'offre|celle|celui|ceux|l[ae] (?:moins|plus|meilleure?)|les (?:moins|plus|meilleure?s?))|gestes? (?:commercia|financier|tarifaire)[a-z]*|(?:obten|obtien|tir|arrach)[a-z]* (?:[a-z'-]+ ){0,4}?(?:de )?meilleure?s? (?:conditions?|prix|tarifs?|offres?|propositions?|delais)|(?:discut|debatt)[a-z]*,? (?:[a-z',-]+ ){0,22}?(?:du|des|le|les|leurs?|son|ses) (?:montants?|prix|tarifs?) (?:de (?:leurs?|sa|chaque)|(?:qu'ils|qu'elles|qui sont) (?:ont )?propos[a-z]*) ?(?:offres?|propositions?|devis)?|efforts? sur (?:le|les|leurs?|ses|son) (?:prix|tarifs?|delais)|gestes? sur (?:le|les|leurs?|ses|son) (?:prix|tarifs?|forfaits?|montants?|honoraires|taux)|remises? (?:supplementaire|complementaire|commerciale)s?`;
const HEARD = fr`(?:est|sont|sera|seront|etre) (?:recu|entendu)e?s?|(?:re)?discut[a-z]*|(?:vien(?:t|nent)|viendr(?:a|ont)) (?:y )?(?:defendre|presenter|exposer)|discussions?|entretiens?|auditions?|auditionne[a-z]*|echanges?|rencontre[a-z]*|appelee?s? a|(?:invit|reuni|recev|recoi|rappel|sollicit|demand|convi|convoqu)[a-z]*|tours? de table|soutenances?`;
const BIDDERS = fr`candidats?|soumissionnaires?|concurrents?|entreprises? (?:les mieux|arrivee|classee)[a-z]*|(?:premiers|mieux classes)|(?:arrive|classe|place)e?s? (?:en tete|(?:aux|dans les|a la|a l'une des) (?:[a-z]+ )?premieres? (?:places?|rangs?))|avec (?:les|chacun des|chacune des) (?:bureaux d'etudes|entreprises|equipes|societes|groupements|cabinets|architectes|prestataires)|attributaires?|laureats?|mieux[ -]disants?|(?:titulaires?|entreprises?|societes?|operateurs?) (?:pressentie?s?|retenue?s?|choisie?s?)`;
const NOT_IMPROVED = fr`mini-?concurrences?|remises? en concurrence|sans|ne|n'(?:est|a|ont|aura|entraine|emporte)[a-z]*|ni|aucune?|interdit[a-z]*|exclu[a-z]*|variantes?|mise au point|precis(?:er|ion|ions)|anormalement|sous-evalue[a-z]*|revision (?:de |du |des )?prix|indice[a-z]*|plis?|date limite|remplace[a-z]*|offres? de (?:services?|soins|transports?|base)`;
const FINAL = fr`offres? (?:finales?|definitives?)|offre ultime|(?:offres?|propositions?) (?:remises?|deposees?|recues?) (?:apres|a l'issue de|une fois) (?:la )?(?:cloture|fin|clos) (?:du dialogue|des (?:echanges|discussions|seances))`;
/** Agreed with the winner of a dialogue: what the offer holds may not move. */
const SETTLEMENT = fr`mises? au point`;
const TERMS = fr`taux|franchises?|prix|montants?|forfaits?|tarifs?|delais?|penalites?|engagements?|remises?`;
const NOT_REOPENED = fr`(?:est|sera|sont) (?:alors )?closes?|avant (?:la |de |leur |toute )?(?:remise|remettre|depot)|jusqu'a|ne|n'[a-z]+|ni|sans|aucune?|precisions?|confirm[a-z]*`;
const REOPENED = fr`(?:re)?(?:discut|negoci|debatt)[a-z]*|(?:est|sont|sera|seront|peu(?:t|vent)|pourr(?:a|ont)) (?:[a-z]+ ){0,2}(?:revu|modifi|revis|ajust|baiss|reduit)[a-z]*`;

/** What a sentence decides of a negotiation; undefined where it decides nothing. */
function stanceOf(
  phrase: Phrase,
  nego: Match | undefined,
  denial: 'whole' | 'object' | undefined,
  rest: string,
): Scan['stance'] {
  if (phrase.has(REGULARISE) || phrase.has(LATER)) return undefined;
  if (!nego) return isUnnamed(phrase) ? 'prevue' : undefined;
  if (!has(phrase.folded.replace(NAME, ' '), NEGO)) return undefined;
  if (denial === 'whole') return isReserved(phrase, nego) ? undefined : 'exclue';
  return phrase.has(YES_LABEL) || (has(rest, ACT) && !onlyReserve(phrase.folded)) ? 'prevue' : undefined;
}

/** Candidates are heard so that they better their offers; « ils », where the sentence before names them. */
const isUnnamed = (phrase: Phrase): boolean =>
  phrase.has(HEARD) &&
  !phrase.has(NOT_IMPROVED) &&
  (phrase.has(BIDDERS) ? phrase.has(IMPROVE) : phrase.has(THEY) && phrase.has(BY_THEM));
const THEY = fr`ils|elles|chacune?|ceux-ci|celles-ci`;
const BY_THEM = fr`${LOWERED}`;
/** « Au sortir de l'entretien, ils déposent un prix abaissé », of nobody that offers. */
const isOfNobody = (s: Sentence): boolean => ![NEGO, BIDDERS].some((p) => s.has(p)) && !s.previous?.has(BIDDERS);

/** The award on the first offers is kept open. */
const isReserved = (phrase: Phrase, nego: Match | undefined): boolean =>
  phrase.has(RESERVE) && (phrase.has(fr`offres? initiales?`) || (nego !== undefined && phrase.has(FACULTY)));

const scan = (phrase: Phrase, { kind }: PassageContent): Scan | undefined => {
  const { folded } = phrase;
  const nego = phrase.find(NEGO);
  const no = nego && phrase.find(NO);
  const denial = no && denialOf(folded, no);
  /** What it says besides the object that is not negotiated. */
  const rest = no && denial === 'object' ? folded.slice(0, no.from) + folded.slice(no.to) : folded;
  const interdits = forbidden(folded);
  const found = {
    stance: stanceOf(phrase, nego, denial, rest),
    reserve: isReserved(phrase, nego),
    ...promised(phrase),
    finale: isFinal(folded, nego !== undefined),
    phase: phrase.has(ELIMINATE) && phrase.has(STAGE) && !phrase.has(NO_PHASE),
  };
  const line = kind === 'item' && interdits.length === 0 ? lineOf(folded) : [];
  if (interdits.length + line.length === 0 && !Object.values(found).some(Boolean)) return undefined;
  return { ...found, certaine: !has(rest, FACULTY), interdits, line };
};

/** « Elle se réserve d'attribuer sans négociation » foresees nothing by itself. */
const onlyReserve = (folded: string): boolean => {
  const kept = find(folded, RESERVE);
  // « Elle se réserve de négocier ou non » does.
  if (!kept || kept.text.startsWith('negocier ou ')) return false;
  return !has(folded.slice(0, kept.from), NEGO) && !has(folded.slice(kept.to), NEGO);
};

/** What is denied: the negotiation, one of its objects (« l'offre finale n'est pas négociée »), or what lies beyond its bounds. */
function denialOf(folded: string, no: Match): 'whole' | 'object' | undefined {
  if (
    /(?:exigence|critere|minima|finale|clause|prescription)s?(?: [a-z']+){0,8}$/.test(
      folded.slice(Math.max(0, no.from - 90), no.from).trim(),
    )
  )
    return 'object';
  const bounded =
    /^ne (?:[^.]*(?:\bporte|plus d|exigences|criteres)|(?:(?!(?:pas|aucune?)\b)[a-z']+,? )*?(?:qu'|que ))/.test(
      folded.slice(no.from),
    );
  return bounded && !/aucune (?:phase de )?negociation/.test(no.text) ? undefined : 'whole';
}

function isFinal(folded: string, nego: boolean): boolean {
  const final = find(folded, FINAL);
  if (!final) return false;
  if (
    /confirm.* engagements|(?<![a-z])ne (?:[a-z]+ ){0,4}(?:plus|pas|point|aucune)(?= )|sans (?:que|pouvoir|modif)|avant (?:de |d'|la |l'|toute )|jusqu'a|prealable|en vue de|afin d|(?<![a-z])ne (?:[a-z]+ ){0,3}negoci|n'[a-z]+ (?:pas|ni|plus|aucune)|aucune negociation|sans negociation|(?<![a-z])ne donne/.test(
      folded,
    )
  )
    return false;
  const before = folded.slice(0, final.from);
  const after = folded.slice(final.to);
  if (nego && /invit|remett|remis|depo[st]|demande|clot|termin/.test(before))
    return has(after, NEGO) && !/^[ ,;]*a l'issue/.test(after);
  if (nego) return true;
  return new RegExp(
    `^(?:,? [a-z']+){0,6},? ${MAY} (?:[a-z]+ ){0,3}(?:rediscut|discut(?:er|ee)|amelior|revu|modifi|marchand|(?:faire )?l'objet d'une? (?:contre|nouvelle|discussion))`,
  ).test(after);
}

/** « Mise au point : le forfait y est rediscuté », in a sentence or under the label of a row. */
function reopened({ draft }: Piece): Sentence | undefined {
  return draft.sentencesWith(REOPENED).find((s) => {
    const row = s.passage.rowLabel;
    const settles = s.has(SETTLEMENT) || (row !== undefined && row !== s.passage && row.has(SETTLEMENT));
    return (
      settles &&
      s.has(TERMS) &&
      !denied(s.folded) &&
      !s.has(fr`sans|ni|confirm[a-z]*|(?:non|ne|n') ?(?:[a-z]+ )?substantiel[a-z]*`)
    );
  });
}

/** A statement that is heard to foresee a negotiation. */
function negotiated(sentence: Sentence, doubt: Doubt): Prevue | undefined {
  const talks = talksOfPrice(sentence);
  if ((doubt?.surety !== 'sure' && !talks) || isRowLabel(sentence)) return undefined;
  const meets = talks || sentence.has(MET) || (sentence.has(CALLED) && sentence.has(BETTER));
  // What is named may be denied; what is told in other words is not to be.
  const told = sentence.has(NEGO) ? [] : [sentence.has(REOPENED) ? DENIES : NOT_IMPROVED];
  const not = [REGULARISE, LATER, NO, RESERVE, NOBODY, ...told];
  // « la négociation collective »: of another kind, or the name of a procedure.
  const otherKind = sentence.has(NEGO) && !has(sentence.folded.replace(NAME, ' '), NEGO);
  if (
    !meets ||
    otherKind ||
    !sentence.has(OFFERED) ||
    sentence.section.under(fr`sourcages?|consultations? prealables?|visites?`) ||
    not.some((pattern) => sentence.has(pattern))
  )
    return undefined;
  return { at: sentence.at(), sentence, certaine: !sentence.has(FACULTY), doubt };
}
/** « Nous recevrons les trois premières équipes. Nous y discuterons de tout, prix compris. » */
const talksOfPrice = (s: Sentence): boolean =>
  (s.has(TALK) || s.has(IMPROVE)) &&
  s.has(PRICE) &&
  [s, s.previous].some((near) => near?.has(CALLED) && near.has(FIRST_OFFERS));
const TALK = fr`(?:discut|débatt|négoci|échang)(?:e|ée?s?|er|era|erons|eront|re|ra|rons|ront|ons|ent|u|ue|us|ues)`;
const PRICE = fr`prix|tarifs?|montants?|coûts?`;
const FIRST_OFFERS = fr`candidats?|soumissionnaires?|concurrents?|(?:équipes?|entreprises?|sociétés?)(?: [a-z]+){0,3} (?:réponses?|offres?|propositions?|mieux classé[a-z]*)|auteurs? d(?:es|e l')`;
/** They meet, or what they offer moves: a statement without any of it is on something else. */
const MET = fr`(?:re)?(?:negoci|discut|discuss|echang|entreti|audition|rencontr|debatt|debat|amelior)[a-z]*|pourparlers|tours? de table|revoir|revus?|revues?|rabais`;
/** What is spoken of: what candidates offer, and its price. */
const OFFERED = fr`(?:re)?negoci[a-z]*|offres?|propositions?|prix|tarifs?|conditions?|devis|montants?|rabais|remises?|delais|taux|ristournes?`;
const CALLED = fr`(?:recu|recev|recoi|invit|convi|convoqu|sollicit)[a-z]*`;
const BETTER = fr`(?:obten|obtien|baiss|ajust|effort|meilleur|remise|heure)[a-z]*`;
const KEPT_OUT = fr`hors|sauf|excepte|hormis|(?:a l'|l')(?:exception|exclusion)|exclu(?:e|s|es)?|echapp[a-z]*|ne|n'[a-z]+|ni|aucune?`;
const DENIES = fr`ne|n'[a-z]+|ni|sans|aucune?|precis(?:er|ion|ions)`;
const NOBODY = fr`visites?|sourcages?|syntheses?|etudes? de marche|usagers?|habitants?|agents?|riverains?|sous-traitants?|apres (?:la )?notification`;
/** « Grille de notation hors discussion », « ni l'une ni l'autre ne sont ouvertes à la discussion ». */
const SHUT_OUT = fr`hors (?:de )?(?:la )?(?:discussion|négociation|débat)s?|ni [^.;:]{3,80} n(?:e|') ?(?:est|sont|sera|seront) (?:ouvert|négoci|discut|soumis|débatt|modifi)[a-zé]*`;
const ON_THE_CONTRARY = fr`en revanche|toutefois|cependant|seule?s?|néanmoins`;
/** « Qu'est-ce qui n'est pas négociable ? Les critères. » */
const isRefused = ({ previous }: Sentence): boolean =>
  previous !== undefined && /\? ?$/.test(previous.folded) && shutsList(previous.folded);

/** An item of a list of what is negotiated. */
const introduced = ({ lead, list }: Passage): boolean =>
  list !== undefined && lead !== undefined && opensList(lead.folded);

/** Procedures in which a negotiation or a dialogue always takes place. */
const NEGOTIATED: readonly unknown[] = ['procedure-avec-negociation', 'dialogue-competitif'];

/** What is read of a negotiation by its words. */
interface Said {
  readonly found: Prevue[];
  readonly exclues: Span[];
  readonly interdits: Negociable[];
  readonly phases: Phase[];
  offresInitiales?: Span;
  egalite?: Span;
  protection?: Span;
  offreFinale?: { readonly at: Span };
}

function saidIn(piece: Piece, isDialogue: boolean): Said {
  const said: Said = { found: [], exclues: [], interdits: [], phases: [] };
  for (const { value, sentence } of piece.draft.collect(scan)) {
    noteStance(said, value, sentence);
    const { egalite, protection } = owed(value, sentence);
    if (egalite) said.egalite ??= sentence.at();
    if (protection) said.protection ??= sentence.at();
    said.interdits.push(...opensUp(value, sentence));
    const isHere = inNegociation(sentence) || (isDialogue && sentence.has(LEFT_IN));
    if (value.phase && isHere && !ASKED.test(sentence.folded))
      said.phases.push({ at: sentence.at(), criteres: hasCriteria(sentence) });
  }
  said.phases.push(...phasesOf(piece, said.phases));
  said.interdits.push(...pointed(piece));
  for (const section of piece.draft.sections) noteFragment(said, section);
  for (const table of piece.draft.tables) for (const row of [table.header, ...table.rows]) noteRow(said, row);
  return said;
}

const ASKED = /\?[^a-z]*$/;

function noteStance(said: Said, value: Scan, sentence: Sentence): void {
  const at = sentence.at();
  const isTitle = sentence.passage.heading && !sentence.passage.heading.runIn;
  if (value.stance === 'prevue' && !isTitle && !isOfNobody(sentence))
    said.found.push({ at, sentence, certaine: value.certaine });
  if (value.stance === 'exclue') said.exclues.push(at);
  if (value.reserve) said.offresInitiales ??= at;
  if (value.finale) said.offreFinale ??= { at };
}

/** « 6. NÉGOCIATION », and under it « Portant sur le prix »: the title is the subject of what goes on. */
function noteFragment(said: Said, { heading, own }: Section): void {
  if (!heading || !TITLE_ALONE.test(heading.folded)) return;
  const told = own.filter((p) => p !== heading).flatMap((p) => p.sentences);
  const [first] = told;
  if (!first || [NO, REGULARISE, LATER].some((p) => first.has(p))) return;
  // Under its title, how the talks are held says that they are.
  const isHeld = told.some((s) => s.has(HELD)) && !told.some((s) => s.has(NO));
  if (!(GOES_ON.test(first.folded) && !first.has(DENIES)) && !isHeld) return;
  if (!said.found.some(({ sentence }) => sentence === first))
    said.found.push({ at: first.at(), sentence: first, certaine: !first.has(FACULTY) });
}
const TITLE_ALONE = /^[^a-z]*(?:article [0-9. ]+)?[^a-z]*(?:(?:la |phase de )?negociations?)[^a-z]*$/;
const HELD = fr`séances?|tours?|entretiens?|auditions?|(?:[a-z]+ ){0,3}(?:rencontr|reçoi|recev|reçu|entend|discut|échang|revoi|révis|amélior|retouch)[a-zé]*`;
const GOES_ON =
  /^[^a-z]*(?:portant sur|menee?s? (?:avec|par|sur)|conduite?s? (?:avec|par)|ouverte? (?:a|aux)|possible|prevue|autorisee|admise|engagee (?:avec|par|sur)|organisee (?:avec|en|par)|limitee? (?:a|aux)|avec (?:les|tous|chaque|trois|deux|l'ensemble)|sur (?:le|les|tous))(?![a-z])/;

/** What may not be negotiated and a sentence says to be. */
function opensUp({ interdits, line }: Scan, sentence: Sentence): Negociable[] {
  const isHere = inNegociation(sentence);
  const told = isHere || JOINTLY_SAID.test(sentence.folded) ? interdits : [];
  const listed = line.length > 0 && isHere && introduced(sentence.passage) ? line : [];
  return [
    ...told.map(({ objet, clause }) => ({ objet, at: sentence.at(clause), sentence })),
    ...listed.map((objet) => ({ objet, at: sentence.at(wholeOf(sentence.folded)), sentence, line: true as const })),
  ];
}

const TALKS = fr`discussions?|pourparlers|tours? de table|échanges sur (?:les? )?(?:prix|offres?)`;
/** « Négociation | Oui » */
function noteRow(said: Said, { cells: [label, value] }: Row): void {
  const sentence = value?.sentences[0];
  if (!sentence || !(label?.has(NEGO) || (label?.has(TALKS) && label.has(BIDDERS))) || label.folded.length >= 50)
    return;
  if (/^ ?(?:oui|avec|possible|prevue|autorisee|facultative|eventuelle)/.test(value.folded))
    said.found.push({ at: sentence.at(), sentence, certaine: false });
  if (/^ ?(?:non|sans|aucune|neant|interdite)/.test(value.folded)) said.exclues.push(sentence.at());
}

const MAY_BEAR = fr`(?:peu(?:t|vent)|pourr(?:a|ont)) (?:[a-z]+ ){0,2}porter`;
/** Some place binds the buyer to negotiate, and none leaves him free. */
const areBinding = (prevues: readonly Prevue[]): boolean =>
  prevues.some((p) => p.certaine) && !prevues.some((p) => !p.certaine && !p.sentence.has(MAY_BEAR));

/** « Une fois le classement établi, il reçoit l'équipe arrivée en tête afin d'obtenir d'elle un dernier geste sur le forfait ». */
const RANKED = fr`(?:classement|choix)(?: [a-z'-]+){0,3} (?:établi|arrêté|fait|rendu|achevé|connu)e?|après (?:le |ce |son )?(?:classement|choix|jugement)|offres? finales?`;
const FIRST_RANKED = fr`(?:équipe|candidat|participant|soumissionnaire|groupement|concurrent|entreprise|celui|celle)e?s? (?:[a-z]+ ){0,2}?(?:arrivée? en tête|(?:mieux )?classée? (?:premi[eè]re?|en tête)|le mieux classé|la mieux classée|en tête)|attributaire(?: pressentie?)?|lauréate?|(?:premier|première) (?:du classement|classée?)`;
const pressed = ({ draft }: Piece): Negociation['offreFinale'] => {
  const found = draft
    .sentencesWith(IMPROVE)
    .find((s) => s.has(RANKED) && s.has(FIRST_RANKED) && !s.has(NOT_IMPROVED) && !s.has(NOT_REOPENED));
  return found && { at: found.at() };
};

const finalHeard = (piece: Piece): Negociation['offreFinale'] =>
  telling(piece, 'procedure/offre-finale-negociee')
    .filter(({ sentence, surety }) => surety === 'sure' || !sentence.has(NOT_REOPENED))
    .map((one) => whole(one.sentence, hearing(one)))[0];

/** What is heard to be negotiated and may not be; `isOn`: there is a negotiation. */
function untouchable(sentence: Sentence, doubt: Doubt, isOn: boolean): Negociable | undefined {
  if (!isOn && !inNegociation(sentence)) return undefined;
  if (shutsList(sentence.passage.lead?.folded ?? '') || isRefused(sentence)) return undefined;
  if ((!isSure(doubt) && sentence.has(KEPT_OUT)) || sentence.has(SHUT_OUT)) return undefined;
  // « Tout peut être débattu. En revanche, ni les critères ni leur poids ne sont ouverts à la discussion. »
  const { next } = sentence;
  if (next?.has(ON_THE_CONTRARY) && next.has(SHUT_OUT) && !sentence.has(CRITERIA) && !sentence.has(MINIMUM))
    return undefined;
  return {
    objet: sentence.has(CRITERIA) ? 'criteres' : 'exigences',
    at: sentence.span,
    sentence,
    line: sentence.passage.list ? true : undefined,
    doubt,
  };
}

/** What a piece says of a negotiation or of a dialogue. */
export const negociation = defineFact<Negociation>({
  id: 'negociation',
  title: 'Négociation et dialogue',
  read(piece: Piece) {
    const { name } = piece.ask(procedure);
    const said = saidIn(piece, name === 'dialogue-competitif');
    const settled = reopened(piece);
    // What a « mise au point » rediscusses is negotiated, where nothing may be.
    if (settled && /^appel-offres/.test(name ?? '') && !said.found.some(({ sentence }) => sentence === settled))
      said.found.push({ at: settled.at(), sentence: settled, certaine: true });
    // « Nous y discuterons de tout, prix compris »: by what the sentence before says, where nothing is heard.
    const known = new Set(said.found.map(({ sentence }) => sentence));
    const talks = new Set([...piece.draft.sentencesWith(TALK), ...piece.draft.sentencesWith(IMPROVE)]);
    const talked = [...talks].filter((s) => talksOfPrice(s) && !known.has(s));
    said.found.push(...talked.flatMap((s) => negotiated(s, undefined) ?? []));
    const prevues = withHeard(piece, 'procedure/negociation-prevue', said.found, negotiated);
    const [first] = prevues;
    const [ban] = said.exclues;
    const stance = first ? 'prevue' : ban ? 'exclue' : undefined;
    const isOn = stance === 'prevue' || NEGOTIATED.includes(name);
    return {
      stance,
      certaine: areBinding(prevues),
      at: first?.at ?? ban,
      prevues,
      offresInitiales: said.offresInitiales,
      egalite: said.egalite ?? equalityHeard(piece),
      protection: said.protection ?? protectionHeard(piece),
      interdits: withHeard(piece, 'procedure/negociation-sur-l-intangible', said.interdits, (sentence, doubt) =>
        untouchable(sentence, doubt, isOn),
      ),
      offreFinale: said.offreFinale ?? (settled ? { at: settled.at() } : (pressed(piece) ?? finalHeard(piece))),
      phases: said.phases,
    };
  },
  show: (n) =>
    n.stance || n.phases.length > 0 || n.interdits.length > 0
      ? {
          prevue: n.stance === 'prevue',
          certaine: n.certaine,
          egalite: n.egalite !== undefined,
          protection: n.protection !== undefined,
          offresInitiales: n.offresInitiales !== undefined,
          interdits: n.interdits.map((i) => i.objet),
          offreFinaleNegociee: n.offreFinale !== undefined || undefined,
          phases: n.phases.length || undefined,
        }
      : undefined,
});

/** What was first handed in, or that it is not gone back to: without such words nothing answers. */
const OF_FIRST_OFFERS = fr`(?:initi|premi|négoci|discu|renonc|échang|audition|dialog|relanc)[a-z]*|d'emblée|directement|plis?|tours?|remises?|reçues?|déposées?`;
/** True for a sentence that may reserve the award on first offers. */
export const speaksOfFirstOffers = (sentence: Sentence): boolean => sentence.has(OF_FIRST_OFFERS);
