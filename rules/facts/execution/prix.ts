import type { Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { states } from '../../kit/markdown/plain.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import { findAll, has } from '../../kit/text.ts';
import type { Reading } from '../../kit/trace.ts';
import type { Heard } from '../../reading/hear.ts';
import { hearing, lotsAround, ofOtherLots, saying } from '../commun/index.ts';

/** What a clause of price revision must fix (article R2112-13). */
export const REVISION_PARTS = ['date', 'formule', 'periode'] as const;
export type RevisionPart = (typeof REVISION_PARTS)[number];

/** A clause that makes prices revisable. */
export interface RevisionPrix {
  /** The sentence that first says so. */
  readonly sentence: Sentence;
  /** Parts that the clause, or what it stands with, fixes. */
  readonly parts: ReadonlySet<RevisionPart>;
  /** Another article or document is said to fix the terms. */
  readonly elsewhere: boolean;
  readonly doubt?: Doubt;
}

const PRICES =
  '(?:prix|tarifs?|montants?|forfaits?|remunerations?|honoraires|redevances?|bordereaux?|bordereau des prix|loyers?|taux journaliers?)';
const REVISED = fr`${PRICES},? (?:[a-z0-9,'°()-]+ ){0,14}(?:révisables?|révisée?s?|réviser|révisera|indexée?s?)|(?:révisent|révise|révisera) (?:[a-z]+ ){0,3}${PRICES}|(?:révision|indexation) (?:[a-z]+ )?(?:des|du|de ces|de ses|annuelle des|annuelle du) ${PRICES}|(?:ceux|celui|celle|celles|ils|il|elles) (?:[a-z0-9,'°()-]+ ){0,9}(?:révisables?|révisée?s?)|variables? (?:et|par) révis[a-z]*|révision (?!(?:des?|du|d') (?:indices?|index|barèmes?))(?:[a-z]+ ){0,2}(?:se calcule|(?:est|sera) (?:calculée|obtenue|opérée|effectuée|déterminée|donnée)|s'(?:opère|effectue|obtient)|résulte)|^ ?(?:révisables?|prix révisables?)`;
/** « revus à la hausse ou à la baisse selon l'évolution des salaires »: a revision by what moves, not by what is ordered. */
const FOLLOWS = fr`${PRICES},? (?:[a-z0-9,'°()-]+ ){0,14}?(?:(?<!n'|ne )(?:est|sont|sera|seront|peut être|peuvent être|pourra être|pourront être) (?:[a-z]+ ){0,3}?(?:revue?s?|ajustée?s?|ajustables?|réévaluée?s?|adaptée?s?|modulée?s?)|(?:évolue|varie)(?:nt|ra|ront)?|(?:suit|suivent|suivra|suivront))`;
const MOVES = fr`(?:suivre|suivent|suit) (?:le |la |les |l')(?:[a-z]+ )?(?:coûts?|prix|salaires?|inflation|smic|indices?|cours|marché)|(?:évolutions?|variations?|fluctuations?|hausses?|augmentations?) (?:constatée?s? )?(?:du|des|de la|de l'|de|d') ?(?:[a-z]+ ){0,2}?(?:coûts?|prix|salaires?|salariale|main-d'oeuvre|inflation|smic|énergie|matières?|matériaux|cours|carburants?|loyers?|indices?|index)|par référence (?:aux?|à (?:la|l')) ?(?:tarif|barème|catalogue|mercuriale|cours|indice)[a-z]*|(?:comme|selon|avec) (?:l'inflation|le coût|le smic|les salaires|le prix d[a-z']+)`;
const QUANTITY = fr`quantités?|nombre|volumes?|périmètre|modifications?|avenants?|réexamen|surfaces?|effectifs?|prévision[a-z]*|pénalités?`;
const BY_QUANTITY = fr`${QUANTITY.source}|estim[a-z]+|offres?|candidats?|plafon[a-z]*`;
const OF_PRICES = fr`${PRICES}|mois zéro|indices?`;
const FIRM = fr`ne l(?:e|es) (?:sont|est|seront|sera) (?:donc )?(?:pas|point)|non (?:révisables?|révisée?s?|indexée?s?)|(?:ne (?:sont|est|seront|sera|peuvent|peut|saurai[a-z]*)|n'est|n'étant) (?:donc |ni |pas |en aucun cas |[a-z]+ et ){0,3}(?:pas |ni |point )?(?:être )?(?:ni )?(?:révis|index)[a-z]*|ni (?:révis|actualis)[a-z]*|(?:aucune?|sans|pas de|exclu(?:t|ent)?|hors) (?:[a-z]+ )?(?:révision|indexation)|(?:ne )?(?:fait|font|feront|donne|donnent) (?:l'objet d'|lieu à )?aucune révision|révision (?:[a-z]+ ){0,3}(?:exclue|n'est|n'a|ne (?:s'applique|joue|s'opère) pas)`;
const CHOICE =
  /[☐☑☒□■]|\brevisables? ?\/|\bou (?:fermes?|revisables?)\b|(?:\[ ?\]|\( ?\)) ?(?:prix )?(?:ferme|revisable)/;
const NO_PRICE = fr`clauses? de (?:ré|réexamen)|révision (?:du|de la|des) (?:document|plan|planning|programme|logiciel|procédure|norme|rapport|matériel|installation|charte)[a-z]*`;

const DATE = fr`${PRICES} (?:[a-z'-]+ ){0,6}(?:sont|s'entendent) (?:ceux|celles) (?:de |d'|du mois de |du mois d')(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) 20\d\d|mois (?:"?m ?0"?|"?zéro"?|0)|(?:mois|date) (?:d'origine|initiale?|de départ)|(?:base|origine|départ|référence|valeur|établissement|prix) ?: ?(?:le |en )?(?:1er )?(?:mois de )?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) 20\d\d|m0|m 0|mo|"mois zéro"|conditions économiques (?:[a-z,'-]+ ){0,6}(?:mois|date|jour|en vigueur|de |du )|(?:établi|réputé|fixé|exprimé|calculé|arrêté|conclu)[a-z]* (?:[a-z,'-]+ ){0,7}(?:au mois|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|valeur)|à la date|aux conditions|du mois|sur la base)|date (?:d'établissement|de (?:remise|dépôt|réception|valeur) (?:[a-z']+ ){0,3}(?:prix|offres?))|date limite (?:fixée )?(?:de|pour la) (?:remise|réception|dépôt)|mois (?:précédant|qui précède|de (?:la )?(?:remise|date|réception|signature|notification|dépôt)|d'établissement|de référence|de base|au cours duquel)|prix (?:initia(?:l|ux)|de base) (?:[a-z,'-]+ ){0,6}(?:mois|date|établi|en vigueur)|valeur (?:[a-z,'-]+ ){0,6}(?:à la date|au mois|du mois|lors de la remise)|indices? (?:[a-z,'-]+ ){0,4}(?:initial|de base|d'origine|de référence) (?:[a-z,'-]+ ){0,5}(?:mois|date|en vigueur|connu|publié)|au jour de la remise`;
const FORMULA = fr`formules?|p[n1r]? ?= ?.{0,3}p ?[0o]?|p ?\(n\) ?=|coefficients? (?:de révision|k|c)|c ?n? ?= ?|indices?|index|(?:ilc|icc|icht|syntec|insee|irl|ilat|bt ?\d\d|tp ?\d\d)[a-z0-9-]*|(?:par référence|référence) (?:aux?|à (?:la|l')) ?(?:barème|tarif|catalogue|mercuriale|cours)|ajustement (?:par référence|selon)|barème (?:public|fournisseur)|mercuriales?|variation (?:[a-z,'-]+ ){0,5}(?:indice|index|barème)`;
const PERIOD = fr`chaque (?:année|an|mois|trimestre|semestre|date|1er|premier|reconduction|période|commande|acompte|demande|facture|situation|bon|début|anniversaire)|annuel(?:le|lement|les|s)?|mensuel(?:le|lement|les|s)?|trimestriel(?:le|lement|les|s)?|semestriel(?:le|lement|les|s)?|une (?:seule )?fois,? (?:par an|l'an|chaque|pour chaque|par|à la|à l'|au|lors)|par an|l'an|tous les|toutes les|date anniversaire|anniversaire|périodicité|périodiquement|(?:au|le|chaque) 1 ?er [a-z]+|au premier [a-z]+|à compter du (?:treizième|13) ?e? ?mois|reconduction|à chaque|par période|mois d'exécution|deux fois|mois de réalisation`;
const PRICE_ELSEWHERE = fr`(?:dans les|selon les|suivant les|aux|les) (?:mêmes )?(?:conditions|modalités) (?:[a-z',]+ ){0,6}(?:prévues?|fixées?|définies?|décrites?|précisées?|mentionnées?|indiquées?|de l'article|à l'article|au ccap|du ccap|du cahier|ci-|suivantes dans)|(?:prévue?s?|fixée?s?|définie?s?|décrite?s?|précisée?s?|indiquée?s?|conformément|voir|cf\.?) (?:[a-z]+ )?(?:à|aux?|dans) (?:l'article|l'annexe|le ccap|ccap|cahier|acte|l'acte)|(?:voir|cf\.?) (?:l'|le )?(?:article|annexe|ccap|cahier|acte)|(?:de|à) l'article (?:[a-z0-9.-]+ )?(?:du|de l') ?(?:ccap|ae|acte|cahier)`;
const CCAG_ALONE = fr`ccag`;
const TITLE = fr`révision|variation|indexation|actualisation|évolution des prix|mois zéro|mois d'établissement|date d'établissement|formule|périodicité|forme des prix|nature des prix|détermination des prix|contenu des prix`;

const revised = (phrase: Phrase): boolean | undefined =>
  (phrase.has(REVISED) || (phrase.has(FOLLOWS) && phrase.has(MOVES) && !phrase.has(BY_QUANTITY))) &&
  !phrase.has(FIRM) &&
  !CHOICE.test(phrase.folded) &&
  !phrase.has(NO_PRICE) &&
  phrase.has(OF_PRICES)
    ? true
    : undefined;

/** What is heard of each part, and what then stands in the sentence or its label, where it is but probably heard. */
const ANSWERS: readonly (readonly [RevisionPart, string, RegExp])[] = [
  [
    'date',
    'execution/date-du-prix-initial',
    fr`mois (?:zéro|0|m0)|m ?0|établi[a-z]*|initia(?:l|le|ux)|départ|base|valeur|conditions économiques|référence|remise|dépôt|réputée?s?|fixée?s?|arrêtée?s?`,
  ],
  [
    'formule',
    'execution/formule-de-revision',
    fr`formules?|indices?|index|barèmes?|calcul[a-z]*|divis[a-z]+|multipli[a-z]+|rapport|coefficients?|proportion|p ?0|part fixe|cours`,
  ],
  [
    'periode',
    'execution/periodicite-de-revision',
    fr`chaque|tous les|toutes les|par an|l'an|(?:annuel|mensuel|trimestriel|semestriel|bimestriel)[a-z]*|anniversaires?|reconductions?|fois|fréquence|rythme|périod[a-z]+|(?:\d+|douze|six|trois|dix-huit|vingt-quatre) mois`,
  ],
];
const PRICE = fr`${PRICES}`;
/** A firm price is brought up to date once. */
const UPDATED = fr`actualis[a-z]*`;
/** Prices are named in what is heard to let them move, or right above it, unless a formula stands there; and nothing keeps them as they are. */
function isOfPrices({ sentence }: Heard): boolean {
  const { passage, previous, section } = sentence;
  const label = passage.rowLabel;
  const named = [sentence, label, previous, section.heading, passage.lead].some((p) => p?.has(PRICE));
  const shut = sentence.has(FIRM) || sentence.has(UPDATED) || sentence.has(NO_PRICE) || CHOICE.test(sentence.folded);
  return (
    !shut && !isUpdated(section) && label !== passage && (named || sentence.read(computes)) && !sentence.has(QUANTITY)
  );
}
/** A formula or an index that moves something; « l'index des noms » is that of a book. */
const computes: Reading<boolean> = (folded) =>
  findAll(folded, FORMULA).some(({ text }) => !INDEX.test(text) || has(folded, FOLLOWED));
const INDEX = /^ind(?:ex|ices?)$/;
const FOLLOWED = fr`évolu[a-zé]+|vari[a-zé]+|suiv[a-z]+|suit|révis[a-zé]+|ajust[a-zé]+|référence|valeur|publi[a-zé]+`;
/** « Prix actualisables », and nothing of a revision in the article: its index brings a firm price up to date. */
const isUpdated = ({ article }: Section): boolean => article.has(UPDATED) && !article.has(REVISING);

/** « Actualisable si plus de trois mois séparent la date à laquelle il a fixé son prix… »: when a firm price is brought up to date. */
const isOfUpdate = (s: Sentence): boolean => s.has(UPDATED) && s.has(ELAPSED) && !s.has(ESTABLISHED);
const ELAPSED = fr`(?:trois|3) mois|sépar[a-z]+|s'écoul[a-z]+|écoul[a-zé]+`;
const ESTABLISHED = fr`établi[a-z]*|réputée?s?|mois (?:zéro|0|m0)|m ?0`;

/** « Date d'établissement : 1er décembre 2026 », on a cover page, is that of the piece. */
const isOnPrices = ({ passage, section, folded }: Sentence): boolean =>
  has(`${passage.rowLabel?.folded ?? ''} ${section.title} ${folded}`, PRICE_OR_OFFER);
const PRICE_OR_OFFER = fr`${PRICES}|offres?|mois (?:zéro|m ?0)|m ?0|conditions économiques|indices?|révisions?`;

/** A day or a month that is not that of the revision: « S0 sa valeur d'origine » tells none. */
const isDated = ({ folded, passage }: Sentence): boolean =>
  has(`${passage.rowLabel?.folded ?? ''} ${folded}`.replace(WHEN_REVISED, ' '), WHEN);
const WHEN = fr`offres?|propositions?|consultation|conditions économiques|mois|dates?|jours?|remises?|dépôts?|signature|notification|lancement|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|20\d\d|m ?0`;
/** The day of the revision, the last month of an index, « P0 le prix de l'offre »: no day of the initial price. */
const WHEN_REVISED =
  /(?<![a-z])(?:(?:dernier|derniere) (?:mois|jour|date) (?:connue?|publiee?|paru|parue)|prix (?:initial |unitaire )?(?:de|du|porte|inscrit|figurant) [^.;,]{0,20}(?:offre|bordereau)|(?:mois|date|jour) (?:de |du |d'|precedant |qui precede |anterieure? a )(?:la |le |l'|chaque |cette )?(?:revision|changement|ajustement|variation|evolution|hausse|mise a jour|indexation|calcul|echeance|facture|reconduction|execution|realisation|livraison|situation|prestations?)|(?:mois|date|jour) (?:ou|auquel|durant lequel|pendant lequel|au cours duquel) (?:le |la |l'|les )?(?:[a-z]+ )?(?:travaux|prestations?|ouvrages?|services?|fournitures?|livraisons?|execution|commandes?)|dates? anniversaires?(?: de (?:la |l')?(?:notification|admission|signature))?|(?:chaque|par|tous les|toutes les) (?:[a-z0-9-]+ )?(?:mois|annees?|ans?|dates?)(?![a-z])(?: anniversaires?)?(?: de (?:la |l')?(?:notification|admission|signature))?|(?:au|le|chaque) (?:1 ?er|premier|\d{1,2}) (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)(?! 20\d\d)|(?:chaque )?anniversaires? de (?:la |l')?(?:notification|admission|signature))/g;

/** « Une retenue de garantie de 5 % sur chaque acompte », in the same article: no period of the revision. */
const isOfOtherClause = ({ passage }: Sentence): boolean =>
  passage.has(OTHER_CLAUSE) && ![passage, passage.lead].some((p) => p?.has(OF_REVISION));
const OTHER_CLAUSE = fr`retenues? de garantie|avances?|garantie à première demande|pénalités?|intérêts? moratoires|sous-traitants?|assurances?`;

const OF_REVISION = fr`révis[a-z]*|formules?|coefficients?|indices?|index`;

const REVISING = fr`révis[a-z]*`;

/** « Les prix restent inchangés la première année. Ensuite, ils sont révisés… »: by what the sentence before names. */
const THEY_ARE_REVISED = fr`(?:ils|elles|ceux-ci|celles-ci|celui-ci)(?: [a-z']+){0,4} (?:révisables?|révisée?s?|indexée?s?)`;
const THEY_MOVE = fr`(?:ils|elles|ceux-ci|celles-ci|celui-ci)(?: [a-z']+){0,3} (?:évolu|vari|sui(?:t|v)|bouge)[a-z]*`;
/** The sentence before, be it the last of the paragraph over it: « 5.2. Ils évoluent chaque année… ». */
const beforeOf = ({ previous, passage }: Sentence): Sentence | undefined =>
  (previous && /[a-z]/.test(previous.folded) ? previous : undefined) ??
  (passage.before?.section === passage.section && !passage.before.isTitle
    ? passage.before.sentences.at(-1)
    : undefined);
/** What « ils » takes up, over sentences that take it up too: « Ils sont fermes un an. Ils sont ensuite révisables… ». */
function namedBefore(sentence: Sentence): Sentence | undefined {
  const before = beforeOf(sentence);
  return before && THEY.test(before.folded) && !before.has(PRICE) ? namedBefore(before) : before;
}
const THEY = /^[^a-z]*(?:ils|elles|ceux-ci|celles-ci) /;
const isOfThem = (s: Sentence): boolean =>
  namedBefore(s)?.has(PRICE) === true && !s.has(FIRM) && !s.has(NO_PRICE) && !CHOICE.test(s.folded);

/** Sections that speak of the revision along with that of a sentence: its own chain, and those titled so beside it. */
function scope(sentence: Sentence): readonly Section[] {
  const { section } = sentence;
  const top = section.chain.find((s) => s.heading?.has(TITLE)) ?? section;
  const beside = section.article.children.filter((s) => s.heading?.has(TITLE) || s.has(REVISING));
  return [top, section, ...beside];
}

/** The date from which a firm price is brought up to date is not that of the one revised; nor the period of another clause. */
const isOfRevision = (part: RevisionPart, s: Sentence): boolean =>
  !(part === 'date' && isOfUpdate(s)) && !(part === 'periode' && isOfOtherClause(s));

/** « M / M0 », in a formula: an index and its first value, and not the « mois zéro ». */
const OVER_INITIAL = /(?<![a-z])([a-z]{1,4}) ?\/ ?\1 ?[0o](?![a-z0-9])/g;
/** « Une redevance annuelle »: how the price is counted, and not when it is revised. */
const PAID_BY_YEAR =
  /(?<![a-z])(?:prix|tarifs?|montants?|forfaits?|redevances?|loyers?|abonnements?)(?: (?:global|et|unitaires?|forfaitaires?)){0,4} (?:annuel|mensuel|trimestriel|semestriel)(?:le|s|les)?(?![a-z])/g;

const FIXES: Readonly<Record<RevisionPart, (s: Sentence) => boolean>> = {
  date: (s) => has(s.folded.replace(WHEN_REVISED, ' ').replace(OVER_INITIAL, ' '), DATE),
  formule: (s) => s.has(FORMULA),
  periode: (s) => has(s.folded.replace(PAID_BY_YEAR, ' '), PERIOD),
};
const partsFixed = (s: Sentence): readonly RevisionPart[] =>
  REVISION_PARTS.filter((part) => FIXES[part](s) && isOfRevision(part, s));

/** « 5.2 Base des engagements en matière de révision des prix. », a title with a full stop; « … les indices utilisés pour la révision », in a clause of re-examination: named, and not said. */
const isNamed = ({ folded, text, section }: Sentence): boolean =>
  (/^ ?\d{1,2}(?:\.\d{1,2})+/.test(folded) && folded.length < 120 && !states(text)) ||
  section.heading?.has(REEXAMINED) === true;
const REEXAMINED = fr`réexamen|imprévisibles?|imprévision`;

/** What makes prices revisable: what is written, and what is heard of lots of which nothing is written. */
function revising(piece: Piece): readonly Said[] {
  const written = [
    ...piece.draft.collect(revised).map((f) => f.sentence),
    ...piece.draft.sentencesWith(THEY_ARE_REVISED).filter(isOfThem),
    ...piece.draft.sentencesWith(THEY_MOVE).filter((s) => s.has(MOVES) && isOfThem(s)),
  ].filter((s, i, all) => !s.passage.isTitle && !isNamed(s) && all.indexOf(s) === i);
  const heard = saying(piece, 'execution/prix-revisables').filter(
    (one) =>
      one.surety === 'sure' &&
      isOfPrices(one) &&
      // Where something is written, what is heard besides tells no more.
      written.every((s) => ofOtherLots(s, one.sentence)),
  );
  const told = heard.map((one) => ({ sentence: announcing(one.sentence), doubt: hearing(one) }));
  return [...written.map((sentence) => ({ sentence })), ...told].sort(
    (a, b) => a.sentence.span.start - b.sentence.span.start,
  );
}
/** « Évolution une fois par an, selon : » over « P = P0 × I / I0 »: what announces a formula that stands alone. */
function announcing(sentence: Sentence): Sentence {
  const above = sentence.passage.before?.sentences.at(-1);
  const isFormula = /^[^a-z]*[a-z]{1,2} ?= /.test(sentence.folded);
  return isFormula && above?.section === sentence.section && / ?: ?$/.test(above.folded) ? above : sentence;
}
interface Said {
  readonly sentence: Sentence;
  readonly doubt?: Doubt;
}

/** What is said of each lot, with what is said of all; in one where no lot is named. */
function byLots(all: readonly Said[]): (readonly Said[])[] {
  const lots = new Map<string, Said[]>();
  for (const one of all) {
    const key = lotsAround(one.sentence).join();
    lots.set(key, [...(lots.get(key) ?? []), one]);
  }
  const general = lots.get('') ?? [];
  lots.delete('');
  return lots.size === 0 ? [general] : [...lots.values()].map((own) => [...own, ...general]);
}

/** The parts that a clause, or what it stands with, fixes. */
function partsOf(piece: Piece, clause: readonly Said[]): Set<RevisionPart> {
  const [first] = clause as readonly [Said];
  const isOfIt = (s: Sentence) => !ofOtherLots(s, first.sentence);
  const sections = new Set(clause.flatMap(({ sentence }) => scope(sentence)));
  const texts = new Set(
    [...clause.map((c) => c.sentence), ...[...sections].flatMap((s) => s.sentences)].filter(isOfIt),
  );
  const parts = new Set([...texts].flatMap(partsFixed));
  for (const [part, concept, must] of ANSWERS) {
    const isSaid = (s: Sentence, sure: boolean) =>
      (part === 'date' ? isDated(s) && isOfIt(s) && (texts.has(s) || isOnPrices(s)) : texts.has(s)) &&
      isOfRevision(part, s) &&
      (sure || [s, s.passage.rowLabel].some((p) => p?.has(must)));
    if (saying(piece, concept).some((one) => isSaid(one.sentence, one.surety === 'sure'))) parts.add(part);
  }
  // « Mois zéro » is often an article of its own.
  if (piece.draft.sentencesWith(MONTH_ZERO).some(isOfIt)) parts.add('date');
  return parts;
}
const MONTH_ZERO = fr`mois (?:zéro|m ?0|"zéro"|"m0")`;

/** The clause that makes prices revisable, with the parts it fixes: that of the first lots that miss one. Undefined when prices are firm or nothing is said. */
export const revisionPrix = defineFact<RevisionPrix | undefined>({
  id: 'revision-prix',
  title: 'Révision des prix',
  read(piece: Piece) {
    const found = revising(piece);
    if (found.length === 0) return undefined;
    const clauses = byLots(found).map((clause): RevisionPrix => {
      const [{ sentence, doubt }] = clause as readonly [Said];
      const elsewhere = clause.some(
        ({ sentence: s }) => s.has(PRICE_ELSEWHERE) && !(s.has(CCAG_ALONE) && !s.has(fr`ccap|annexe|acte`)),
      );
      return { sentence, parts: partsOf(piece, clause), elsewhere, doubt };
    });
    const isIncomplete = ({ parts, elsewhere }: RevisionPrix) => !elsewhere && parts.size < REVISION_PARTS.length;
    return clauses.find(isIncomplete) ?? clauses[0];
  },
  show: (found) => (found ? { fixe: [...found.parts] } : undefined),
});
