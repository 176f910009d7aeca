import { coverAll } from '../../kit/span.ts';
import { lotNames } from '../commun/index.ts';
import type { OpenCritere, OpenGrille } from './arbre.ts';
import { near } from './partage.ts';

/** The lots that a line begins with, by number, letter or code; empty where it names none. */
const lotsOfLine = ({ lot }: OpenCritere): readonly string[] =>
  lot === undefined ? [] : (lotNames(lot)[0]?.numbers ?? [lot.replace(CALLED, '')]);
const CALLED = /^lots? (?:n ?[°o] ?)?/;

/**
 * A grid whose lines begin with their lot (« Lot 2 : prix : 60 »), in whatever order, as one grid for each lot or each set of
 * lots with the same lines; lines without lot are of them all.
 */
export function byLot(grille: OpenGrille): OpenGrille[] {
  const { criteria } = grille;
  const lots = [...new Set(criteria.flatMap(lotsOfLine))];
  const linesOf = (lot: string) => criteria.filter((c) => !c.lot || lotsOfLine(c).includes(lot));
  const all = criteria.reduce((sum, c) => sum + ((c.weight ?? c.maybe)?.value ?? 0), 0);
  // « Lot 1 : 40 %, lot 2 : 60 % » weighs lots; what makes a whole of them all is one grid.
  const isOne = near(all, 100) && new Set(criteria.map((c) => c.lot)).size > 1;
  if (isOne || !lots.some((lot) => linesOf(lot).filter((c) => c.lot).length > 1)) return [grille];
  const sets = new Map<string, { readonly lots: string[]; readonly lines: OpenCritere[] }>();
  for (const lot of lots) {
    const lines = linesOf(lot);
    const key = lines.map((c) => criteria.indexOf(c)).join(',');
    const set = sets.get(key);
    if (set) set.lots.push(lot);
    else sets.set(key, { lots: [lot], lines });
  }
  return [...sets.values()].map((set) => ({
    ...grille,
    lots: set.lots.map(Number).filter((n) => n > 0),
    // A line of several sets is weighed in each of them.
    criteria: set.lines.map((c) => ({ ...c, children: [...c.children], definition: [...c.definition] })),
    at: grille.table ? grille.at : coverAll(set.lines.map((c) => c.line)),
  }));
}
