import { compare, type Decimal, plus, ZERO } from '../../kit/decimal.ts';
import type { SheetCell } from '../../kit/workbook.ts';
import type { Cumul, Ligne, Tableau } from './tableau.ts';
import { rowsAdded } from './totaux.ts';
import { uniteDe } from './unites.ts';

const unitOf = (cell: SheetCell | undefined): string | undefined => cell && uniteDe(cell.text);

/** Lines side by side: a title, a total or a blank row ends a block. */
function blocksOf(lines: readonly Ligne[]): readonly (readonly Ligne[])[] {
  const out: Ligne[][] = [];
  for (const line of lines) {
    const last = out.at(-1);
    if (last && last.at(-1)?.row.number === line.row.number - 1) last.push(line);
    else out.push([line]);
  }
  return out;
}

const sumOf = (lines: readonly Ligne[]): Decimal =>
  lines.reduce((t, { cells }) => plus(t, cells.quantite?.value ?? ZERO), ZERO);

/** A sum of quantities that is not that of its lines. */
export interface FauteDeCumul {
  readonly at: SheetCell;
  readonly ours: Decimal;
  readonly somme: Decimal;
}

function fauteDe(cumul: Cumul, { lignes, totaux, cumuls }: Tableau): FauteDeCumul | undefined {
  const { row, cell } = cumul;
  const unit = unitOf(cumul.unite);
  const counted = lignes.filter((l) => l.cells.quantite?.value);
  const same = counted.filter((l) => unit === undefined || unitOf(l.cells.unite) === unit);
  const above = same.filter((l) => l.row.number < row.number);
  const ends = [...totaux, ...cumuls].map((t) => t.row.number).filter((n) => n < row.number);
  const own = above.filter((l) => l.row.number > Math.max(0, ...ends));
  // Without a unit of its own, it adds up lines of one unit.
  if (own.length < 2 || new Set(own.map((l) => unitOf(l.cells.unite))).size > 1) return undefined;
  const added = rowsAdded(cell, cell.ref.replace(/\d+$/, ''));
  const ours = cell.value ?? (added && sumOf(counted.filter((l) => added.has(l.row.number))));
  if (!ours || ours.units === 0n) return undefined;
  // It may be that of all the lines, of those since a title, or of those below it.
  const blocks = blocksOf(above);
  const suffixes = blocks.map((_, i) => blocks.slice(i).flat());
  const below = same.filter((l) => l.row.number > row.number);
  const all = [own, above, ...suffixes, below, ...blocksOf(below).slice(0, 1)];
  const sums = [...all, ...all.map((lines) => lines.filter((l) => !l.option))].map(sumOf);
  return sums.some((sum) => compare(sum, ours) === 0) ? undefined : { at: cell, ours, somme: sumOf(own) };
}

/** The sums of quantities that are not those of their lines; empty in doubt. */
export const fautesDeCumul = (table: Tableau): readonly FauteDeCumul[] =>
  table.cumuls.flatMap((cumul) => fauteDe(cumul, table) ?? []);
