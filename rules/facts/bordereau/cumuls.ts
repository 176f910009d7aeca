import { compare, type Decimal } from '../../kit/decimal.ts';
import { plain } from '../../kit/french/fold.ts';
import type { SheetCell } from '../../kit/workbook.ts';
import type { Ligne, Tableau, Total } from './tableau.ts';

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

const isOne = (cell: SheetCell | undefined): boolean => cell?.value !== undefined && compare(cell.value, ONE) === 0;
const ONE: Decimal = { units: 1n, places: 0 };

/** A table without the rows that add up quantities, which are told apart. */
export function separated(table: Tableau): Tableau {
  const header = table.columns.get('quantite');
  const { lignes, totaux } = table;
  if (!header) return table;
  const summed = lignes.filter((l) => l.cells.quantite && isMeasured(l.cells.libelle) && lacks(l, lignes));
  const quantityIn = ({ row }: Total) => row.cells.find((c) => c.column === header.column);
  // The row of a total may add up quantities too; « 1 » there is that of a lump sum.
  const known = totaux.filter((t) => quantityIn(t) && !(t.cell && isOne(quantityIn(t))));
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
    totaux: totaux.filter((t) => t.cell || !(known.includes(t) && isMeasured(t.label))),
    cumuls: cumuls.sort((a, b) => a.row.number - b.row.number),
  };
}
