import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { Piece } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';
import { lotsAround, lotsBeside, lotsNamed, rowLots } from '../commun/index.ts';
import { addUp, type Critere, criteres, type Grille, isNamedIn, keywords, weightsIn } from '../criteres/index.ts';
import { lotsDe } from '../piece/index.ts';

/** The weight that a form, a CCTP or another piece recalls of a criterion of the rules of the consultation. */
export interface Rappel {
  /** As the rules have it, with the place and the weight of what recalls it. */
  readonly critere: Critere;
  /** Number of the lot; undefined where it names none. */
  readonly lot: string | undefined;
}

const WEIGHT = fr`compt[a-z]+|représent[a-z]+|pondér[a-zé]+|poids|coefficients?|not(?:e|es|er|ée|ées|ation)|critères?|vaut|valent|part|jug[a-zé]+|apprécié?e?s?`;
/** Of a threshold, of a part of a criterion, of money. */
const THRESHOLD = fr`minim[a-z]+|maxim[a-z]+|au moins|moins de|seuils?|éliminat[a-z]+|sous-critères?|dont|avances?|acomptes?|échéances?|échéanciers?|versements?|factur[a-z]+|soldes?|paiements?|payée?s?|taux|pénalités?|sous-trait[a-z]+|remises?|rabais|tva`;

const HUNDRED = 100;
const isOfHundred = ({ criteria, subsequent }: Grille): boolean =>
  !subsequent && Math.abs((addUp(criteria) ?? 0) - HUNDRED) < 1;

/** The grids of the rules of the consultation, each out of a hundred. */
export const grillesDuRc = (piece: Piece): readonly Grille[] =>
  piece.consultation.of('rc').flatMap((rc) => (rc === piece ? [] : rc.ask(criteres).grilles.filter(isOfHundred)));

/** What says that a weight is given, or where it is for a lot, names nothing. */
const bare = (folded: string): string =>
  folded
    .replace(/\b(?:sous-)?lots?\b(?: ?n ?°)?(?: ?(?:\d{1,2}|[a-h])\b(?:,| et)?)*/g, ' ')
    .replace(/\b(?:poids|ponderations?|criteres?|notes?|parts?|coefficients?|points?|rappel|total[e]?)\b/g, ' ');

/** The one criterion of which all the words of a label are; undefined where there are several, or none. */
function labelOf(known: readonly Critere[], folded: string): Critere | undefined {
  const words = keywords(bare(folded));
  if (words.length === 0) return undefined;
  const found = known.filter((c) => words.every((w) => keywords(c.folded).includes(w)));
  return found.length === 1 ? found[0] : undefined;
}

/** The one criterion that a sentence names in full before a place. */
function namedBefore(known: readonly Critere[], folded: string, { from }: Stretch): Critere | undefined {
  const found = known.filter((c) => isNamedIn(c, folded));
  const [only, other] = found;
  if (!only || other || !isNamedIn(only, folded.slice(0, from))) return undefined;
  return only.children.some((child) => isNamedIn(child, folded)) ? undefined : only;
}

const percents = (folded: string) => weightsIn(folded).filter((w) => w.unit === 'percent' && w.upper === undefined);

function recalled(sentence: Sentence, critere: Critere, weight: Stretch & { value: number }): Critere {
  const at = sentence.at({ from: weight.from, to: Math.min(weight.to, sentence.folded.length) });
  const line = sentence.passage.cell ? at : sentence.span;
  return { ...critere, line, at, weight: { value: weight.value, unit: 'percent', at }, children: [] };
}

/** A weight alone in a cell: of the criterion beside it, above it, or of the one that the table is announced for. */
function inCell(
  known: readonly Critere[],
  cell: Passage,
): (Omit<Rappel, 'lot'> & { lots: readonly string[] }) | undefined {
  const { rowLabel, table, lead, section } = cell;
  const [sentence] = cell.sentences;
  const [weight, other] = percents(cell.folded);
  if (!sentence || !weight || other || !rowLabel || rowLabel === cell || cell.folded.trim().length > 12)
    return undefined;
  const head = table?.headerOf(cell)?.folded ?? '';
  const around = `${head} ; ${rowLabel.folded} ; ${lead?.folded ?? ''} ; ${section.heading?.folded ?? ''}`;
  if (has(around, THRESHOLD)) return undefined;
  const ofRow = rowLots(cell);
  const lots =
    [ofRow, lotsNamed(rowLabel.folded), lotsNamed(head), lotsAround(sentence)].find((l) => l.length > 0) ?? [];
  const beside = labelOf(known, rowLabel.folded);
  const isWeight = has(head, WEIGHT) || lotsNamed(head).length > 0;
  const isLot = keywords(bare(rowLabel.folded)).length === 0 && lots.length > 0;
  const announced = () => (has(around, WEIGHT) ? labelOf(known, shortLead(lead)) : undefined);
  const ofLot = !beside && isLot ? (labelOf(known, head) ?? announced()) : undefined;
  const critere = isWeight ? (beside ?? ofLot) : ofLot;
  return critere && { critere: recalled(sentence, critere, weight), lots };
}

/** « La valeur technique compte, dans la note totale : »: the subject of what announces a table or a list. */
const shortLead = (lead: Passage | undefined): string =>
  (lead?.folded ?? '').split(/,|:| compte| represente| est /)[0]?.trim() ?? '';

/** Weights that a sentence, an item or a title gives, each of its lot where there are several. */
function inSentence(
  known: readonly Critere[],
  sentence: Sentence,
): (Omit<Rappel, 'lot'> & { lots: readonly string[] })[] {
  const { folded, passage, section } = sentence;
  const weights = percents(folded);
  const [first] = weights;
  if (!first || has(folded, THRESHOLD)) return [];
  const shared = lotsBeside(folded, weights);
  if (weights.length > 1 && shared.some((l) => l.length === 0)) return [];
  const rest = weights.reduce((t, w) => t.replace(folded.slice(w.from, w.to), ' '), folded);
  const isLot = keywords(bare(rest)).length === 0 && lotsNamed(folded).length > 0;
  const above = [shortLead(passage.lead), section.heading?.folded ?? ''];
  const announced =
    isLot && !has(above.join(' ; '), THRESHOLD) ? above.map((w) => labelOf(known, w)).find(Boolean) : undefined;
  const titled = labelOf(known, rest);
  const told = has(folded, WEIGHT) ? namedBefore(known, folded, first) : undefined;
  const critere = announced ?? titled ?? told;
  if (!critere) return [];
  return weights.map((w, i) => ({
    critere: recalled(sentence, critere, w),
    lots: weights.length > 1 ? (shared[i] ?? []) : lotsAround(sentence),
  }));
}

/** The weights that a piece recalls of the criteria of the rules, in order; empty where those give none out of a hundred. */
export function rappels(piece: Piece): readonly Rappel[] {
  const grids = grillesDuRc(piece);
  const all = grids.flatMap((g) => g.criteria);
  const once = (criteria: readonly Critere[]) =>
    criteria.filter((c, i) => criteria.findIndex((o) => o.folded === c.folded) === i);
  const known = once(all);
  if (known.length === 0) return [];
  /** Those of the one lot that a sentence speaks of, where the rules give each lot its grid. */
  const knownOf = (sentence: Sentence): readonly Critere[] => {
    const [lot, other] = lotsAround(sentence);
    const own = other ? [] : grids.filter((g) => g.lots.some((l) => String(l) === lot)).flatMap((g) => g.criteria);
    return own.length > 0 ? once(own) : known;
  };
  const { draft } = piece;
  const cells = draft.tables.flatMap((t) => t.rows.flatMap((r) => r.cells.flatMap((c) => inCell(known, c) ?? [])));
  const told = draft
    .sentencesWith(/%/)
    .flatMap((s) => (s.passage.cell && s.passage.rowLabel !== s.passage ? [] : inSentence(knownOf(s), s)));
  const own = [...lotsDe(piece)];
  return [...cells, ...told].flatMap(({ critere, lots }): Rappel[] => {
    const of = lots.length > 0 ? lots : own;
    return (of.length > 0 ? of : [undefined]).map((lot) => ({ critere, lot }));
  });
}
