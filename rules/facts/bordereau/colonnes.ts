import { plain } from '../../kit/french/fold.ts';
import type { SheetCell, SheetRow } from '../../kit/workbook.ts';

/** What a column of a schedule holds. */
export type Role = 'lot' | 'tranche' | 'numero' | 'libelle' | 'unite' | 'quantite' | 'prix' | 'montant';

/** By role, what its header says; the first that does is its own. */
const HEADERS: readonly (readonly [Role, RegExp])[] = [
  ['lot', /^(?:n ?°? ?(?:de |du )?)?lots?$/],
  ['tranche', /^tranches?$/],
  [
    'numero',
    /^(?:n ?°|no\b|n$|num\b|numeros?\b|references?\b|ref\b|codes?\b|reperes?\b|rep\b|art\.?$|articles?$|postes?$|items?$|lignes?$)/,
  ],
  [
    'unite',
    /^(?:u\.?|un\.?|unites?|udm|u\.?o\.?|cond\.?|conditionnements?|exprimee?s? en)(?: (?:de |d'|du )[a-z ]+)?(?: ?\([a-z .]+\))?$/,
  ],
  ['quantite', /^(?:quantites?|qtes?|qts?|nombres?|nb|volumes?)\b/],
  [
    'prix',
    /^(?:prix|couts?|tarifs?|montants?|valeurs?) (?:ht )?(?:unitaires?|u\b)|^p\.? ?u\b|^p\.u\.|^tarifs?\b|^tjm\b|^prix(?:[ (]+(?:h\.?t|en euros?|euros?|€|en €|eur|hors)[a-z€.() ]*)?$/,
  ],
  [
    'montant',
    /^(?:montants?|totaux|total|sous-total|(?:prix|couts?) (?:total|totaux|forfaitaires?|globa(?:l|ux))|forfaits?)\b/,
  ],
  [
    'libelle',
    /^(?:designations?|libelles?|intitules?|prestations?|descriptions?|descriptifs?|natures?|objets?|articles?|fournitures?|ouvrages?|travaux|postes?|produits?|elements?|profils?|types? de|taches?|composantes?)\b/,
  ],
];
/** The head of a column in euros, where none is named by the words above; not what the buyer himself gives there. */
const IN_EUROS = /^(?!.*(?:estim|budget|plafond|maxim|minim|rabais)).*(?:€|\beuros?)(?: ?h\.? ?t\.?)?[^a-z]*$/;
/** A price said in words, a tax, what another column gives before tax. */
const OTHER = /lettres|\btva\b|\bttc\b|%|taux|remise/;

/** Columns of a table of prices, each with its header. */
export type Columns = ReadonlyMap<Role, SheetCell>;

const roleOf = (folded: string): Role | undefined =>
  OTHER.test(folded) ? undefined : HEADERS.find(([, pattern]) => pattern.test(folded))?.[0];

/** The columns that the cells of a row name each by its own words. */
function headedIn(cells: readonly SheetCell[]): Map<Role, SheetCell> {
  const found = new Map<Role, SheetCell>();
  let second: SheetCell | undefined;
  for (const cell of cells) {
    const folded = plain(cell.text).trim();
    if (cell.value || folded.length > 60) continue;
    const role = roleOf(folded);
    if (role && !found.has(role)) found.set(role, cell);
    else if (role === 'numero') second ??= cell;
  }
  // « Poste » names the lines where nothing else does: a code beside « Désignation » does not.
  if (second && !found.has('libelle')) found.set('libelle', second);
  return found;
}

/** The columns that a row names; undefined where it is no header of a table of prices. */
export function columnsOf({ cells }: SheetRow): Columns | undefined {
  const found = headedIn(cells);
  if (!isPriced(found)) priced(cells, found);
  if (!found.has('libelle') && isPriced(found)) named(cells, found);
  if (!isOfPrices(found) && !isOfQuantities(found) && !isOfTwo(cells, found)) return undefined;
  const numero = found.get('numero');
  if (numero && !found.has('libelle')) {
    found.set('libelle', numero);
    found.delete('numero');
  }
  return found;
}

const isPriced = (found: Columns): boolean => found.has('prix') || found.has('montant');

/** « N°, Étage, Montant HT »: what stands right after the number names the lines, whatever its head. */
function named(cells: readonly SheetCell[], found: Map<Role, SheetCell>): void {
  const after = (found.get('numero')?.column ?? Number.NaN) + 1;
  const cell = cells.find((c) => c.column === after && !c.value && !OTHER.test(plain(c.text)));
  if (cell && ![...found.values()].includes(cell)) found.set('libelle', cell);
}

/** « Ce que vous demandez, en euros HT » */
function priced(cells: readonly SheetCell[], found: Map<Role, SheetCell>): void {
  const known = [...found.values()];
  const cell = cells.find(
    (c) => !c.value && !known.includes(c) && IN_EUROS.test(plain(c.text)) && !OTHER.test(plain(c.text)),
  );
  if (cell) found.set('prix', cell);
}

/** Units and quantities of lines that are priced elsewhere, or nowhere yet. */
const isOfQuantities = (found: Columns): boolean =>
  found.has('unite') && found.has('quantite') && (found.has('libelle') || found.has('numero'));

/** « Poste, Montant HT », and nothing else in the row. */
const isOfTwo = (cells: readonly SheetCell[], found: Columns): boolean =>
  cells.length === 2 && found.has('montant') && (found.has('libelle') || found.has('numero'));

/** Prices, what they are of, and something more. */
const isOfPrices = (found: Columns): boolean =>
  found.size >= 3 && isPriced(found) && (found.has('libelle') || found.has('numero'));

/** What stands under a header that two columns share: « Prix HT » over « Unitaire » and « Total ». */
const UNDER: readonly (readonly [Role, RegExp])[] = [
  ['prix', /^(?:p\.? ?u\b|(?:prix )?unitaires?\b)/],
  ['montant', /^(?:montants?|totaux|total|prix total)\b/],
];

/** The columns of a header written in two rows; undefined where the row is not the second of them. */
export function columnsUnder({ cells }: SheetRow, columns: Columns): Columns | undefined {
  if (cells.length < 2 || cells.some((c) => c.value || c.formula !== undefined || c.text.length > 40)) return undefined;
  const found = new Map(columns);
  for (const [role, pattern] of UNDER) {
    const cell = cells.find((c) => pattern.test(plain(c.text).trim()) && !OTHER.test(plain(c.text)));
    if (!cell) return undefined;
    found.set(role, cell);
  }
  return found;
}

/** What stands below the head of columns of prices: « en chiffres », « HT ». */
const BELOW =
  /^[^a-z]*(?:en )?(?:chiffres|lettres|unitaires?|totaux|total|montants?|prix|h\.? ?t\b|hors taxes|t\.?t\.?c\b|euros?|€)/;

/**
 * The columns of a header written in two rows, of which the second has no price until it is read with the first: « Prix
 * unitaire HT » over « en chiffres » and « en lettres ». Undefined where the rows are no such header.
 */
export function columnsBelow(row: SheetRow, above: SheetRow | undefined): Columns | undefined {
  if (!above || above.number !== row.number - 1 || columnsOf(above)) return undefined;
  if ([...above.cells, ...row.cells].some((c) => c.value || c.formula !== undefined)) return undefined;
  const cells = row.cells.map((cell) => {
    if (roleOf(plain(cell.text).trim())) return cell;
    // The head of several columns stands over the first of them.
    const over = BELOW.test(plain(cell.text).trim())
      ? above.cells.findLast((c) => c.column <= cell.column)
      : above.cells.find((c) => c.column === cell.column);
    return over ? { ...cell, text: `${over.text} ${cell.text}` } : cell;
  });
  // A column that has one head for both rows.
  const alone = above.cells.filter((c) => !row.cells.some((o) => o.column === c.column));
  const whole = [...cells, ...alone].sort((a, b) => a.column - b.column);
  const found = columnsOf({ ...row, cells: whole });
  const isOwn = [...(found?.values() ?? [])].filter((c) => row.cells.some((o) => o.column === c.column)).length > 1;
  return isOwn ? found : undefined;
}

/** A row that says more of the columns of a header, and prices nothing: « en chiffres », « en lettres ». */
export const isSubheader = ({ cells }: SheetRow, columns: Columns): boolean =>
  cells.every(
    (c) =>
      !c.value &&
      c.formula === undefined &&
      BELOW.test(plain(c.text).trim()) &&
      c.column !== columns.get('libelle')?.column &&
      c.column !== columns.get('numero')?.column,
  );
