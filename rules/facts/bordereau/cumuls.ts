import { compare, type Decimal, plus, ZERO } from '../../kit/decimal.ts';
import { plain } from '../../kit/french/fold.ts';
import type { SheetCell, SheetRow } from '../../kit/workbook.ts';
import type { Ligne, Tableau, Total } from './tableau.ts';
import { rowsAdded } from './totaux.ts';
import { uniteDe } from './unites.ts';

/** A row that adds up quantities, and is no line to price: « Surface totale ; m² ; 25 400 ». */
export interface Cumul {
  readonly row: SheetRow;
  /** The quantity. */
  readonly cell: SheetCell;
  readonly unite: SheetCell | undefined;
}

const THING =
  '(?:surfaces?|superficies?|longueurs?|lineaires?|metrages?|volumes?|quantites?|nombres?|poids|tonnages?|masses?|effectifs?|emprises?|m2|m²|ml|m3|m³|metres)';
/** What it is the sum of is a quantity: « Linéaire total de haies », « Total des surfaces ». */
const MEASURED = new RegExp(
  `^(?:${THING} (?:[a-z']+ ){0,2}?(?:totale?s?|totaux|cumulee?s?|globale?s?)|(?:totaux|total|sous-total|cumul|somme|ensemble) (?:des |de la |du |de |d'|en )?${THING})(?![a-z])`,
);

const isMeasured = (label: SheetCell | undefined): boolean => MEASURED.test(plain(label?.text ?? '').trim());

/** Lines mostly have a box that this one lacks: it is not to be priced as they are. */
function lacks(ligne: Ligne, lignes: readonly Ligne[]): boolean {
  if (ligne.cells.prix || ligne.cells.montant) return false;
  const others = lignes.filter((l) => l !== ligne);
  return (['numero', 'montant'] as const).some(
    (role) =>
      !ligne.cells[role] && others.length > 1 && others.filter((l) => l.cells[role]).length * 5 >= others.length * 4,
  );
}

/** A table without the rows that add up quantities, which are told apart. */
export function separated<T extends Omit<Tableau, 'cumuls'>>(table: T): T & Pick<Tableau, 'cumuls'> {
  const header = table.columns.get('quantite');
  const { lignes, totaux } = table;
  if (!header) return { ...table, cumuls: [] };
  const summed = lignes.filter((l) => l.cells.quantite && isMeasured(l.cells.libelle) && lacks(l, lignes));
  const quantityIn = ({ row }: Total) => row.cells.find((c) => c.column === header.column);
  // Where the amount is blank, candidates have it to give: the row still is a total.
  const known = totaux.filter((t) => !t.cell && quantityIn(t));
  const cumuls = [
    ...summed.map(({ row, cells }) => ({ row, cell: cells.quantite as SheetCell, unite: cells.unite })),
    ...known.map((t) => ({
      row: t.row,
      cell: quantityIn(t) as SheetCell,
      unite: t.row.cells.find((c) => c.column === table.columns.get('unite')?.column),
    })),
  ];
  return {
    ...table,
    lignes: lignes.filter((l) => !summed.includes(l)),
    totaux: totaux.filter((t) => !(known.includes(t) && isMeasured(t.label))),
    cumuls: cumuls.sort((a, b) => a.row.number - b.row.number),
  };
}

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
