import type { Draft } from '../../kit/draft.ts';
import { addUp, type Critere, type Grille, weightOf } from './arbre.ts';

/** Roundings such as 3 × 13,33 % are right. */
export const TOLERANCE = 0.05;

/** True when two totals are the same but for roundings. */
export const near = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE + 1e-9;

/** Unit of the first weight given; undefined when there is none. */
export const unitOf = (list: readonly Critere[]) => list.find((c) => c.weight)?.weight?.unit;

/** True when a weight is given as two ends. */
export const isRanged = (list: readonly Critere[]): boolean => list.some((c) => c.weight?.upper !== undefined);

/** A number as a French text writes it, to the hundredth: « 13,33 ». */
export const french = (n: number): string => String(Math.round(n * 100) / 100).replace('.', ',');

/** Total that the weights of criteria are to make; undefined when the text leaves it open. */
export function wanted({ criteria, total }: Grille): number | undefined {
  const unit = unitOf(criteria);
  if (unit === 'coefficient') return undefined;
  const outOf = criteria.map((c) => c.weight?.of);
  if (unit === 'percent') return 100;
  if (total) return total.value;
  const same = outOf[0] !== undefined && outOf.every((o) => o === outOf[0]);
  if (same) return outOf[0];
  // Points that say no total may be out of anything; near a hundred they are out of a hundred.
  const sum = addUp(criteria);
  return sum > 84 && sum < 120 ? 100 : undefined;
}

/** A criterion of 20 % is noted on 20, by its formula or by its parts: points are then hundredths of the whole. */
export const countsInHundredths = ({ criteria }: Grille): boolean =>
  criteria.some(
    ({ weight, children, definition }) =>
      weight?.unit === 'percent' &&
      ((children.length > 1 && unitOf(children) === 'points' && near(addUp(children), weight.value)) ||
        definition.some(({ folded }) =>
          [...folded.matchAll(TIMES)].some((m) => Number(m[1]?.replace(',', '.')) === weight.value),
        )),
  );
const TIMES = /(?<![\d.,/])(\d{1,2}(?:,\d+)?) ?(?:x|×|\*) ?\(/g;

const OUT_OF = /(?<![a-z])(?:sur|total de|a repartir entre) (?:un total de )?(\d{1,3}) ?(?:points?|pts)(?![a-z])/;
/** « Le détail, sur 50 points : »: what the sentence above its list says that the parts of a criterion make; undefined where it does not. */
export function scaleTold(draft: Draft, { line, children }: Critere): number | undefined {
  const leadOf = (c: Pick<Critere, 'line'>) => draft.passageAt(c.line.start)?.lead;
  const lead = children[0] && leadOf(children[0]);
  const told = lead && !lead.heading && OUT_OF.exec(lead.sentences.at(-1)?.folded ?? '')?.[1];
  // Above the criteria themselves, it is of these.
  const isOfParts = told && leadOf({ line }) !== lead && children.every((child) => leadOf(child) === lead);
  return isOfParts ? Number(told) : undefined;
}

/** What the weights of a grid add up to, beside what they are to make. */
export interface WeightTotal {
  readonly sum: number;
  readonly wanted: number;
  readonly unit: '%' | 'points';
  /** Criteria that have no weight yet. */
  readonly bare: readonly Critere[];
}

/** Undefined where nothing can be added up: no weight, ranges, coefficients, points that say no total, one criterion. */
export function weightTotal(grille: Grille): WeightTotal | undefined {
  const { criteria } = grille;
  const target = wanted(grille);
  if (target === undefined || criteria.length < 2 || isRanged(criteria)) return undefined;
  const bare = criteria.filter((c) => weightOf(c) === undefined);
  if (bare.length === criteria.length) return undefined;
  return { sum: addUp(criteria), wanted: target, unit: unitOf(criteria) === 'percent' ? '%' : 'points', bare };
}
