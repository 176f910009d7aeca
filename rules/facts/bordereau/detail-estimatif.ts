import type { Passage, Sentence } from '../../kit/draft.ts';
import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Consultation, Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { lotsAround, lotsNamed } from '../commun/index.ts';
import { tableauxDe } from './bordereau.ts';

const DQE = fr`d\.?q\.?e|détails? (?:quantitatifs? )?(?:et )?estimatifs?|devis quantitatifs?(?: estimatifs?)?|scénarios? (?:de commandes?|de consommation|d'achat|type)|simulations? de commandes?|commandes? types?|panier (?:type|moyen)`;
const JUDGED = fr`critères?|not(?:e|es|ée|é|és|ées|ation)|jug(?:é|ée|és|ées|ement)|appréci(?:é|ée|és|ées)|analys(?:e|é|ée|és|ées)|compar(?:é|ée|és|ées|aison)|évalu(?:é|ée|és|ées|ation)`;
/** Prices are what is judged, unless they are those of a document: « le classeur des prix ». */
const PRICES = fr`(?<!(?:classeurs?|bordereaux?|cadres?|onglets?|fichiers?|feuilles?|tableaux?|annexes?|décompositions?|détails?|listes?|catalogues?|grilles?|pièces?|documents?) (?:de |des |du |d'|de la |relatif aux |relative aux )?)prix`;
const SECRET = fr`(?:non|pas) (?:communiquée?s?|transmise?s?|remise?s?|fournie?s?|portée?s? à la connaissance|joint[a-z]*|publiée?s?|diffusée?s?)|masquée?s?|cachée?s?|secr(?:et|ets|ète|ètes)|confidentiel(?:s|le|les)?|(?:tirée?s?|tirage) au sort|scellée?s?|établie?s? par (?:le pouvoir adjudicateur|l'acheteur)|élaborée?s? par (?:le pouvoir adjudicateur|l'acheteur)|(?:remplie?s?|établie?s?|fournie?s?|produit[a-z]*) par (?:le|les|chaque) (?:candidats?|soumissionnaires?)`;
/** « Il n'est pas gardé secret »: candidates have it. */
const OPEN =
  /\b(?:pas|non|jamais|ni) (?:(?:leur|tenue?s?|gardee?s?) )?(?:secr(?:ets?|etes?)|cachee?s?|masquee?s?|confidentiel(?:le)?s?)/g;

const WITHOUT = fr`(?:sans|pas de|aucun|hors|ni) (?:${DQE})`;

const NAMED =
  /\bd\.?q\.?e\b|\bdetails? (?:quantitatifs? )?(?:et )?estimatifs?|\bdevis quantitatifs?|\bscenarios?\b|\bsimulations?\b|\bpaniers?\b|\bcommandes? types?\b/;

const spaced = (name: string): string => plain(name).replace(/[^a-z0-9]+/g, ' ');

const meet = (a: readonly string[], b: readonly string[]): boolean =>
  b.length === 0 || a.some((lot) => b.includes(lot));

/** True where words name an estimate, of these lots or of none. */
const names = (words: string, lots: readonly string[]): boolean =>
  NAMED.test(words) && (lotsNamed(words).length === 0 || meet(lotsNamed(words), lots));

/** True where a schedule has lines to estimate the lots by; where the buyer names his estimates, others are none. */
function hasTable(consultation: Consultation, lots: readonly string[]): boolean {
  const all = tableauxDe(consultation).flatMap(({ tableau }) => (tableau.kind === 'dqe' ? [tableau] : []));
  const named = all.filter((t) => t.named);
  return (named.length > 0 ? named : all).some(({ lignes }) => lignes.some((l) => !l.lot || meet([l.lot.id], lots)));
}

/** Quantities stand under a title, or rows, or items: « Scénario » over « il est joint au dossier » is none. */
const hasContent = ({ section }: Passage): boolean =>
  section.passages.some((p) => !p.isTitle && (p.cell !== undefined || p.list !== undefined || p.has(/\d/)));

/** True when a file or a part of a piece is the estimate on which the prices of these lots, or of any, are judged. */
function hasEstimate(consultation: Consultation, lots: readonly string[]): boolean {
  // A schedule that is read tells by its tables whose estimate it is.
  const isRead = ({ data, kinds }: Piece) => data?.form === 'classeur' && kinds.includes('dqe');
  if (hasTable(consultation, lots) || consultation.of('dqe').some((p) => !isRead(p))) return true;
  const titles = consultation.pieces.flatMap((p) => p.draft.headings.filter(hasContent).map((h) => h.folded));
  const read = new Set(consultation.companions.filter(isRead).map((p) => p.path));
  const files = [...consultation.files, ...consultation.companions.map((p) => p.path)].filter((f) => !read.has(f));
  return [...titles, ...files.map(spaced)].some((words) => names(words, lots));
}

/** Prices judged on an estimate. */
export interface JudgedOnEstimate {
  readonly sentence: Sentence;
  /** The words for the estimate. */
  readonly named: Span | undefined;
  /** It says that it gives a note, by a criterion: prices are judged by it even where no grid is read. */
  readonly noted: boolean;
}
const NOTE = fr`notes?|notée?s?|critères?|pondérée?s?|pondération`;

/** « Prix » beside it, in a table that gives criteria their weights. */
const isJudgedIn = ({ passage: { table, rowLabel } }: Sentence): boolean =>
  rowLabel?.has(PRICE) === true && table?.header.cells.some((cell) => cell.has(WEIGHT)) === true;
const PRICE = fr`prix|coûts?|montants?|offre financière`;
const WEIGHT = fr`pondération|poids|coefficients?|points|note|%`;

/** What a place is put under: the words before its list or table, the labels of its row and column, the headings. */
const above = ({ passage, section }: Sentence): readonly (Passage | undefined)[] => [
  passage.lead,
  passage.rowLabel === passage ? undefined : passage.rowLabel,
  passage.table?.headerOf(passage),
  section.heading,
];

/** The prices are judged by what it gives, as stands above it: « Montant comparé : », « Critère du prix ». */
const isJudgedUnder = (sentence: Sentence): boolean =>
  above(sentence).some((p) => p !== sentence.passage && p?.has(JUDGING)) &&
  sentence.has(SUM) &&
  !above(sentence).some((p) => p?.has(HANDED));
const JUDGING = fr`(?:montants?|prix|total|totaux|valeurs?)(?: (?:total|global|ht|de l'offre|des offres))?,? (?:[a-z]+ ){0,2}(?:comparée?s?|retenue?s?|prise?s? en compte|notée?s?|jugée?s?|analysée?s?)|critères?(?: d[eu]s?)? (?:prix|coûts?)|notes?|notation|jugement|(?:prix|coûts?)(?: des prestations)? ?\(? ?[0-9]+ ?(?:%|points)|appréci[a-z]+|évalu[a-zé]+|analyse`;
/** What is compared: the total of an estimate. */
const SUM = fr`tot(?:al|aux)|montants?|sommes?|résultats?|${DQE}`;
const HANDED = fr`remet(?:tent)?|remis(?:e|es)?|contenu|comprend|comprennent|compos[a-z]+|dossier|pièces|documents|complét[a-zé]+`;

/** It says itself that prices are judged; a document of a list of them is no more than named. */
const isJudged = (sentence: Sentence): boolean =>
  sentence.has(JUDGED) || (sentence.has(PRICES) && !(sentence.passage.list && sentence.passage.lead?.has(HANDED)));

/** The lots whose prices are judged on the estimate: « … de chaque lot ; celui du lot 2 sur la DPGF » speaks of another. */
function lotsOf(sentence: Sentence): readonly string[] {
  const clause = sentence.folded.split(';').find((part) => has(part, DQE)) ?? '';
  const own = lotsNamed(clause);
  return own.length > 0 ? own : lotsAround(sentence);
}

/** Said around a sentence: the estimate is kept from the candidates, or made by them. */
const isSecret = (sentence: Sentence): boolean =>
  [sentence, sentence.previous, ...sentence.passage.sentences].some((s) => s && keepsSecret(s)) ||
  sentence.section.under(SECRET);
const keepsSecret = (sentence: Sentence): boolean =>
  sentence.has(SECRET) && has(sentence.folded.replace(OPEN, ' '), SECRET);

/**
 * The sentences by which a piece judges prices on an estimate that the consultation has not, and that is not kept from the
 * candidates: the first for each set of lots; empty where there is none.
 */
export function judgedWithoutEstimate({ draft, consultation }: Piece): readonly JudgedOnEstimate[] {
  const without = new Map<string, Sentence>();
  for (const sentence of draft.sentencesWith(DQE)) {
    if (!(isJudged(sentence) || isJudgedIn(sentence) || isJudgedUnder(sentence)) || sentence.passage.heading) continue;
    if (sentence.has(WITHOUT)) continue;
    const lots = lotsOf(sentence);
    const key = lots.join(' ');
    // Of several lots, each is to have its own.
    const isWhole = lots.every((lot) => hasEstimate(consultation, [lot])) && hasEstimate(consultation, lots);
    if (!without.has(key) && !isWhole) without.set(key, sentence);
  }
  return [...without.values()].flatMap((sentence) => {
    const words = sentence.find(DQE);
    return isSecret(sentence) ? [] : [{ sentence, named: words && sentence.at(words), noted: sentence.has(NOTE) }];
  });
}
