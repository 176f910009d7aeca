import { absolute, compare, type Decimal, decimal, minus, plus, times, ZERO } from '../../kit/decimal.ts';
import { plain } from '../../kit/french/fold.ts';
import type { SheetCell } from '../../kit/workbook.ts';
import type { Ligne, Tableau, Total } from './tableau.ts';

/** What is wrong in a total. */
export type FauteDeTotal =
  /** Its formula leaves out lines that it is the total of. */
  | { readonly kind: 'formule'; readonly at: SheetCell; readonly lignes: readonly Ligne[] }
  /** Its value is not the sum of its lines. */
  | { readonly kind: 'somme'; readonly at: SheetCell; readonly somme: Decimal }
  /** The amount of a line is not its quantity by its price. */
  | { readonly kind: 'ligne'; readonly at: SheetCell; readonly ligne: Ligne; readonly produit: Decimal };

const CELL = String.raw`\$?([A-Z]{1,3})\$?(\d{1,5})`;
const REFERENCE = new RegExp(`(?<![A-Z0-9!'.])${CELL}(?::${CELL})?(?![A-Z0-9(!])`, 'g');
/** Sums alone are understood: « SUM(F4:F9) », « F4+F5 », « SUM(F4:F9)+F12 ». */
const SUM = /^(?:(?:SUM|SOMME)\([A-Z0-9$:;,+ ]*\)|\$?[A-Z]{1,3}\$?\d+|[+ ])+$/i;

const lettersOf = ({ ref }: SheetCell): string => ref.replace(/\d+$/, '');

/** A sum without what rounds it, one that a filter makes as any other. */
const bareSum = (formula: string): string =>
  formula
    .replace(/^(?:ROUND|ARRONDI)\((.*)[;,] *\d\)$/i, '$1')
    .replace(/(?:SUBTOTAL|SOUS\.TOTAL)\((?:10)?9[;,]/gi, 'SUM(');

const PRODUCTS =
  /^(?:SUMPRODUCT|SOMMEPROD)\(\$?[A-Z]{1,3}\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)[;,*]\$?[A-Z]{1,3}\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)\)$/;

/** The rows whose quantities are multiplied by their prices and added up; undefined for any other formula. */
function rowsMultiplied(formula: string): ReadonlySet<number> | undefined {
  const [, a, b, c, d] = PRODUCTS.exec(formula.toUpperCase().replace(/ /g, '')) ?? [];
  if (a === undefined || a !== c || b !== d) return undefined;
  const rows = new Set<number>();
  for (let row = Number(a); row <= Number(b); row++) rows.add(row);
  return rows;
}

/** The rows that a sum adds up in its own column, or by products; undefined for any other formula. */
export function rowsAdded(cell: SheetCell, column: string): ReadonlySet<number> | undefined {
  const formula = bareSum(cell.formula ?? '');
  const multiplied = rowsMultiplied(formula);
  if (multiplied) return multiplied;
  if (!SUM.test(formula)) return undefined;
  const rows = new Set<number>();
  for (const [, from, first, to, last] of formula.toUpperCase().matchAll(REFERENCE)) {
    if (from !== column || (to !== undefined && to !== column)) return undefined;
    const [a, b] = [Number(first), Number(last ?? first)];
    for (let row = Math.min(a, b); row <= Math.max(a, b); row++) rows.add(row);
  }
  return rows.size > 0 ? rows : undefined;
}

/** The rows that a total adds up, through the totals it adds up. */
function reached(total: Total, { totaux }: Tableau, seen = new Set<Total>()): Set<number> | undefined {
  if (!total.cell || seen.has(total)) return undefined;
  seen.add(total);
  const rows = rowsAdded(total.cell, lettersOf(total.cell));
  if (!rows) return undefined;
  const all = new Set(rows);
  for (const other of totaux)
    if (other !== total && rows.has(other.row.number)) {
      const below = reached(other, { totaux } as Tableau, seen);
      if (!below) return undefined;
      for (const row of below) all.add(row);
    }
  return all;
}

/** The lines above each total since the one before it. */
function linesByTotal({ lignes, totaux }: Tableau): ReadonlyMap<Total, readonly Ligne[]> {
  const out = new Map<Total, readonly Ligne[]>();
  let next = 0;
  for (const total of totaux) {
    const from = next;
    while ((lignes[next]?.row.number ?? Number.POSITIVE_INFINITY) < total.row.number) next++;
    out.set(total, lignes.slice(from, next));
  }
  return out;
}

const isBetween = (from: number, to: number) => (l: Ligne) => l.row.number > from && l.row.number < to;

/** The lines that a total is the total of: all of them for the last, else those since the one before; `since`: these, for each. */
function linesOf(total: Total, { lignes, totaux }: Tableau, since: ReturnType<typeof linesByTotal>): readonly Ligne[] {
  const { number } = total.row;
  const isLast = total.sort === 'general' && totaux.findLast((t) => t.sort === 'general') === total;
  const near = since.get(total) ?? [];
  // « Total du lot 4 », right below the sub-totals of its parts: it is of all lines since another such one.
  const isOfParts = total.sort === 'partiel' && near.length === 0;
  const other = isOfParts
    ? totaux.findLast((t) => t.row.number < number && t.sort !== 'taxe' && since.get(t)?.length === 0)
    : undefined;
  const own = isLast || isOfParts ? lignes.filter(isBetween(other?.row.number ?? 0, number)) : near;
  // Several lots, or tranches, in one table have each their own total.
  const lots = new Set(own.map((l) => l.lot?.id));
  return lots.size > 1 && total.lot ? own.filter((l) => l.lot?.id === total.lot?.id) : own;
}

/** Half a cent a line: what rounding each of them may make. */
const within = (gap: Decimal, lines: number): boolean =>
  compare(absolute(gap), { units: 5n * BigInt(Math.max(lines, 1)) + 1n, places: 3 }) < 0;

const sumOf = (lines: readonly Ligne[]): Decimal =>
  lines.reduce((t, { cells }) => plus(t, cells.montant?.value ?? ZERO), ZERO);

const RATE = /(\d{1,2}(?:,\d{1,2})?)\s?%/;
const WITH_TAX = /\bttc\b|\btoutes taxes/;

/** A tax that is not its rate of the total above it, a total with tax that is not both together: as they are written. */
function fautesDeTaxe({ totaux }: Tableau): readonly FauteDeTotal[] {
  return totaux.flatMap((net, i): FauteDeTotal[] => {
    const [tax, gross] = [totaux[i + 1], totaux[i + 2]];
    const [a, b, c] = [net, tax, gross].map((t) => t?.cell?.value);
    const isTax = tax?.sort === 'taxe' && !WITH_TAX.test(plain(tax.label.text));
    // Below two totals, a tax may be that of both.
    const isAlone = net.sort === 'general' && totaux[i - 1]?.sort !== 'general';
    if (!isAlone || !isTax || !tax.cell || !a || !b) return [];
    const rate = decimal(RATE.exec(tax.label.text)?.[1]?.replace(',', '.') ?? '');
    const due = rate && times(times(a, rate), { units: 1n, places: 2 });
    if (due && !within(minus(due, b), 1)) return [{ kind: 'somme', at: tax.cell, somme: rounded(due) }];
    const isGross = gross?.sort === 'taxe' && WITH_TAX.test(plain(gross.label.text));
    if (!isGross || !gross.cell || !c || within(minus(plus(a, b), c), 1)) return [];
    return [{ kind: 'somme', at: gross.cell, somme: plus(a, b) }];
  });
}

/** To the cent. */
const rounded = ({ units, places }: Decimal): Decimal => {
  const unit = 10n ** BigInt(Math.max(places - 2, 0));
  return places <= 2 ? { units, places } : { units: (units + unit / 2n) / unit, places: 2 };
};

/** What does not add up in a table, in the order of its rows. */
export function fautesDeTotal(table: Tableau): readonly FauteDeTotal[] {
  const since = linesByTotal(table);
  return [
    ...table.lignes.flatMap((ligne) => fauteDeLigne(ligne) ?? []),
    ...table.totaux.flatMap((total) => fauteDeSomme(total, table, linesOf(total, table, since)) ?? []),
    ...fautesDeTaxe(table),
  ].sort((a, b) => a.at.at.start - b.at.at.start);
}

/** An amount that is not the quantity at the price of its line. */
function fauteDeLigne(ligne: Ligne): FauteDeTotal | undefined {
  const { quantite, prix, montant } = ligne.cells;
  if (!quantite?.value || !prix?.value || !montant?.value || montant.formula !== undefined) return undefined;
  // A number of months, a coefficient: another column counts too.
  const known = Object.values(ligne.cells);
  if (ligne.row.cells.some((c) => c.value && !known.includes(c))) return undefined;
  const produit = times(quantite.value, prix.value);
  return within(minus(produit, montant.value), 1) ? undefined : { kind: 'ligne', at: montant, ligne, produit };
}

/** A total whose formula leaves lines out, or that is not the sum of its own lines (`own`). */
function fauteDeSomme(total: Total, table: Tableau, own: readonly Ligne[]): FauteDeTotal | undefined {
  const { cell, sort } = total;
  if (sort === 'taxe' || !cell || own.length === 0) return undefined;
  const counted = own.filter((l) => !l.option);
  const rows = reached(total, table);
  const missing = rows && counted.filter((l) => !rows.has(l.row.number));
  const isOfOtherCells = missing?.length === counted.length;
  if (missing && missing.length > 0 && !isOfOtherCells) return { kind: 'formule', at: cell, lignes: missing };
  const { value } = cell;
  const isFilled = own.every((l) => !l.cells.montant || l.cells.montant.value);
  // A sum of other cells than those of the lines is not understood.
  if (!value || isOfOtherCells || !isFilled || !own.some((l) => l.cells.montant?.value)) return undefined;
  const sums = [sumOf(counted), sumOf(own)];
  if (sums.some((sum) => within(minus(sum, value), own.length))) return undefined;
  return { kind: 'somme', at: cell, somme: sums[0] ?? ZERO };
}
