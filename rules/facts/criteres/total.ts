import type { Draft, Sentence } from '../../kit/draft.ts';
import { numbers } from '../../kit/french/numbers.ts';
import { addUp, type Critere, type Grille, walk, weightOf } from './arbre.ts';
import { near } from './partage.ts';
import { fractionsIn, weightsIn } from './poids-ecrits.ts';

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
/** « Les soixante points de la valeur technique se partagent ainsi » */
const SHARED = /(?<![a-z])(?:partag|repart|ventil|distribu|decompos)/;
/** The points that a sentence says are shared out below it; undefined where it says none, or several sums. */
function pointsShared(announced: Sentence | undefined): number | undefined {
  if (!announced) return undefined;
  const { folded } = announced;
  const told = OUT_OF.exec(folded)?.[1];
  if (told) return Number(told);
  const [points, other] = SHARED.test(folded) ? numbers(folded).filter(({ to }) => POINTS.test(folded.slice(to))) : [];
  return other ? undefined : points?.value;
}
const POINTS = /^ ?(?:points?|pts)(?![a-z])/;

/** The sentence that announces the list, or the table, where a line stands. */
function announcementOf(draft: Draft, { line }: Pick<Critere, 'line'>): Sentence | undefined {
  const passage = draft.passageAt(line.start);
  const { table, lead } = passage ?? {};
  const above = table ? table.header.cells[0]?.before : lead;
  return above && !above.heading && !above.cell && above.section === passage?.section
    ? above.sentences.at(-1)
    : undefined;
}

/** « Le détail, sur 50 points : »: what the sentence above them says that the parts of a criterion make; undefined where it does not. */
export function scaleTold(draft: Draft, { line, children }: Critere): number | undefined {
  const [first] = children;
  const above = first && announcementOf(draft, first);
  // Above the criteria themselves, it is of these.
  const isOfParts =
    announcementOf(draft, { line }) !== above && children.every((child) => announcementOf(draft, child) === above);
  return isOfParts ? pointsShared(above) : undefined;
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

/** A paragraph that gives other shares than the weights read in its sentence, or a rest: there may be more of them. */
export function isPartlyRead(draft: Draft, { place, at, criteria }: Grille): boolean {
  const { folded } = (place === 'sentence' && draft.passageAt(at.start)) || { folded: '' };
  const read = criteria.flatMap(walk).filter((c) => c.weight).length;
  return REST.test(folded) || weightsIn(folded).length + fractionsIn(folded).length > read;
}
const REST =
  /(?<![a-z])(?:solde|reste|restante?s?|surplus|complement|derniere? (?:dixieme|cinquieme|quart|tiers|part))(?![a-z])/;
