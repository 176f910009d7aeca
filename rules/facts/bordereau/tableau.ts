import { plain } from '../../kit/french/fold.ts';
import type { PieceKind, SCHEDULES } from '../../kit/piece.ts';
import type { Sheet, SheetCell, SheetRow } from '../../kit/workbook.ts';
import { numeral, onlyLot, trancheNames } from '../commun/index.ts';
import { type Columns, columnsBelow, columnsOf, columnsUnder, isSubheader, type Role } from './colonnes.ts';

export type ScheduleKind = (typeof SCHEDULES)[number];

/** A lot or a tranche that a place of a schedule is for, and where it says so. */
export interface Portee {
  readonly id: string;
  /** Undefined where the name of the file or of the sheet says so. */
  readonly cell: SheetCell | undefined;
}

/** A line that is priced. */
export interface Ligne {
  readonly row: SheetRow;
  readonly cells: Partial<Record<Role, SheetCell>>;
  /** Its words, folded. */
  readonly folded: string;
  readonly lot: Portee | undefined;
  readonly tranche: Portee | undefined;
  /** An option, a variant, a supplementary service: it may be left out of totals. */
  readonly option: boolean;
}

export interface Total {
  readonly row: SheetRow;
  readonly label: SheetCell;
  /** Undefined where the box is empty. */
  readonly cell: SheetCell | undefined;
  readonly sort: 'partiel' | 'general' | 'taxe';
  readonly lot: Portee | undefined;
}

/** A row that adds up quantities, and is no line to price: « Surface totale ; m² ; 25 400 ». */
export interface Cumul {
  readonly row: SheetRow;
  /** The quantity. */
  readonly cell: SheetCell;
  readonly unite: SheetCell | undefined;
}

/** A table of prices: a header, and what follows to the next one. */
export interface Tableau {
  readonly sheet: Sheet;
  readonly kind: ScheduleKind;
  /** Its kind is said, by its title, its sheet or its file; else it is known by its columns alone. */
  readonly named: boolean;
  /** Its own sheet or title says its kind, and not the name of the file alone. */
  readonly told: boolean;
  readonly columns: Columns;
  readonly lignes: readonly Ligne[];
  readonly totaux: readonly Total[];
  /** Rows that add up quantities, once they are told apart. */
  readonly cumuls: readonly Cumul[];
  /** Folded titles and notes around the lines. */
  readonly notes: string;
  /** Those of them that stand above the header. */
  readonly entete: string;
  /** Those that stand below it, in order: each is a title of the lines below it, if there are any. */
  readonly titres: readonly Titre[];
}

/** A row of words alone between lines. */
export interface Titre {
  readonly row: SheetRow;
  readonly folded: string;
}

const NAMES: readonly (readonly [ScheduleKind, RegExp])[] = [
  [
    'dqe',
    /\bd\.?q\.?e\b|\bdetails? (?:quantitatifs? )?(?:et )?estimatifs?|\bdetails? quantitatifs?|\bdevis quantitatifs?/,
  ],
  ['dpgf', /\bd\.?p\.?g\.?f\b|\bdecompositions? (?:du |des |de )?prix|\bdpf\b/],
  ['bpu', /\bb\.?p\.?u\b|\bbordereaux? (?:de |des |d'|du )?(?:prix|unitaires?)|\bbordereaux?\b/],
];

/** The schedules that folded words name, as one document may be two. */
export const kindsNamed = (folded: string): readonly ScheduleKind[] =>
  NAMES.filter(([, pattern]) => pattern.test(folded)).map(([kind]) => kind);

export const spaced = (name: string): string => plain(name).replace(/[^a-z0-9'°]+/g, ' ');

const TOTAL =
  /^(?:sous[- ]?totaux|sous[- ]?total|s\/total|total|totaux|montant (?:total|global|general|\(?h\.? ?t|\(?ttc|hors taxes?|toutes taxes)|net a payer|report)\b/;
/** Beside an amount alone. */
const WHOLE = /^ensemble(?: (?:general|(?:des |du |de la )[a-z ]+))?(?: \(?h\.?t\.?\)?)?$/;
const PARTIAL =
  /^(?:sous|s\/)|\b(?:total|montant) (?:du |de la |de l'|des |chapitre|poste|partie|lot\b|tranche|[a-z]?\d)/;
const TAX = /\bt\.?v\.?a\b|\bttc\b|\btoutes taxes/;
const OPTION = /\boptions?\b(?!nelle)|\bvariantes?\b|\bpse\b|\bprestations? supplementaires?\b/;

const cellsBy = (row: SheetRow, columns: Columns): Partial<Record<Role, SheetCell>> => {
  const out: Partial<Record<Role, SheetCell>> = {};
  for (const [role, header] of columns) {
    const cell = row.cells.find((c) => c.column === header.column);
    if (cell) out[role] = cell;
  }
  return out;
};

/** « tranche optionnelle 2 » as « optionnelle 2 », « ferme » for the firm one. */
export function trancheOf(folded: string): string | undefined {
  const [name, other] = trancheNames(folded.replace(/\bt\. ?([fo])\b\.? ?/g, 't$1 '));
  if (!name || (other && (other.nature !== name.nature || other.number !== name.number))) return undefined;
  if (name.nature === 'ferme') return 'ferme';
  return name.nature && name.number ? `optionnelle ${name.number}` : undefined;
}

/** The bare number of a cell in a column of lots. */
const lotIn = (text: string): string | undefined => {
  const folded = plain(text).trim();
  return onlyLot(folded) ?? (/^(?:\d{1,3}|[a-h])$/.test(folded) ? numeral(folded) : undefined);
};

/** What holds for the rows that follow. */
interface Context {
  lot: Portee | undefined;
  tranche: Portee | undefined;
  option: boolean;
}

function scoped(context: Context, cell: SheetCell | undefined, folded: string): boolean {
  const lot = onlyLot(folded);
  const tranche = trancheOf(folded);
  if (lot) context.lot = { id: lot, cell };
  if (lot || tranche) context.tranche = tranche ? { id: tranche, cell } : undefined;
  return lot !== undefined || tranche !== undefined;
}

/** What a table without a name is, by its columns. */
const kindByLook = (columns: Columns): ScheduleKind =>
  columns.has('quantite') ? (columns.has('prix') ? 'dqe' : 'dpgf') : columns.has('prix') ? 'bpu' : 'dpgf';

/** The kind of a table with these columns, where its sheet, its title or its file name some. */
function kindAmong(names: readonly ScheduleKind[], columns: Columns): ScheduleKind {
  const look = kindByLook(columns);
  return names.length !== 1 && names.includes(look) ? look : (names[0] ?? look);
}

/** Reads the rows of a sheet one after the other. */
class SheetReader {
  readonly tables: Growing[] = [];
  private readonly sheet: Sheet;
  private readonly named: readonly ScheduleKind[];
  private readonly context: Context = { lot: undefined, tranche: undefined, option: false };
  private kinds: readonly ScheduleKind[];
  /** What stands above the first table. */
  private notes = '';

  constructor(sheet: Sheet, file: string, named: readonly ScheduleKind[]) {
    this.sheet = sheet;
    this.named = named;
    this.kinds = kindsNamed(spaced(sheet.name));
    scoped(this.context, undefined, spaced(file));
    scoped(this.context, undefined, spaced(sheet.name).replace(/^l ?(?=\d{1,2}\b(?! l ?\d))/, 'lot '));
  }

  row(row: SheetRow, above: SheetRow | undefined): void {
    const columns = columnsOf(row) ?? columnsBelow(row, above);
    const table = this.tables.at(-1);
    if (columns) this.begin(columns);
    else if (!table) this.title(row);
    else if (!isHeadTold(row, table)) readRow(row, table, this.context);
  }

  private begin(columns: Columns): void {
    const own = this.kinds.length > 0 ? this.kinds : this.named;
    const kind = kindAmong(own, columns);
    this.tables.push({
      sheet: this.sheet,
      kind,
      named: own.includes(kind),
      told: this.kinds.includes(kind),
      columns,
      lignes: [],
      totaux: [],
      cumuls: [],
      notes: this.notes,
      entete: this.notes,
      titres: [],
    });
  }

  private title({ cells }: SheetRow): void {
    const title = cells.map((c) => plain(c.text)).join(' ');
    this.notes += ` ${title}`;
    if (this.kinds.length === 0 && this.named.length !== 1) this.kinds = kindsNamed(title);
    cells.some((cell) => scoped(this.context, cell, plain(cell.text)));
  }
}

/** True for a second row of a header: what it names is taken into the columns. */
function isHeadTold(row: SheetRow, table: Growing): boolean {
  if (table.lignes.length > 0) return false;
  const under = table.totaux.length === 0 ? columnsUnder(row, table.columns) : undefined;
  if (under) table.columns = under;
  return under !== undefined || isSubheader(row, table.columns);
}

/** The tables of prices of a sheet, in order; `named`: what the name of the file says. */
export function tableauxOf(sheet: Sheet, file: string, named: readonly ScheduleKind[]): Tableau[] {
  const reader = new SheetReader(sheet, file, named);
  for (const [i, row] of sheet.rows.entries()) reader.row(row, sheet.rows[i - 1]);
  return reader.tables;
}

/** A table whose rows are being read. */
type Growing = Tableau & { columns: Columns; lignes: Ligne[]; totaux: Total[]; titres: Titre[]; notes: string };

/** The cell of a row that calls it a total, or a tax where no unit makes a line of it. */
function totalLabel({ cells }: SheetRow, isCounted: boolean): SheetCell | undefined {
  const [first, second, other] = cells.filter((c) => c.text !== '' || c.formula !== undefined);
  if (first && second && !other && WHOLE.test(plain(first.text).trim())) return first;
  const worded = cells.find((c) => !c.value && TOTAL.test(plain(c.text).trim()));
  if (worded || isCounted) return worded;
  return cells.find((c) => !c.value && TAX.test(plain(c.text)) && c.text.length < 60);
}

function sortOf(label: SheetCell): Total['sort'] {
  const said = plain(label.text).trim();
  if (TAX.test(said)) return 'taxe';
  return PARTIAL.test(said) ? 'partiel' : 'general';
}

function readRow(row: SheetRow, table: Growing, context: Context): void {
  const cells = cellsBy(row, table.columns);
  const label = cells.libelle ?? cells.numero ?? row.cells.find((c) => !c.value && c.text !== '');
  if (!label) return;
  const folded = plain(label.text).trim();
  const total = totalLabel(row, cells.unite !== undefined);
  if (total) {
    const cell = cells.montant ?? (table.columns.has('montant') ? undefined : cells.prix);
    table.totaux.push({ row, label: total, cell, sort: sortOf(total), lot: context.lot });
    return;
  }
  const priced = [cells.unite, cells.quantite, cells.prix, cells.montant].some((c) => c !== undefined);
  if (!priced) {
    table.notes += ` ${folded}`;
    table.titres.push({ row, folded });
    if (folded.length <= 160) {
      scoped(context, label, folded);
      context.option = OPTION.test(folded);
    }
    return;
  }
  const ownLot = cells.lot && lotIn(cells.lot.text);
  const ownTranche = cells.tranche && trancheOf(`tranche ${plain(cells.tranche.text).replace(/^tranche /, '')}`);
  table.lignes.push({
    row,
    cells,
    folded: folded.replace(/[^a-z0-9]+/g, ' ').trim(),
    lot: ownLot ? { id: ownLot, cell: cells.lot } : context.lot,
    tranche: ownTranche ? { id: ownTranche, cell: cells.tranche } : context.tranche,
    option: context.option || OPTION.test(folded),
  });
}

/** True where a sheet holds a table of prices of some size, whatever its name. */
export const looksPriced = (sheet: Sheet): boolean =>
  tableauxOf(sheet, '', []).some(
    ({ columns, lignes }) =>
      lignes.length >= 2 &&
      (columns.has('prix') || columns.has('montant')) &&
      columns.has('libelle') &&
      (columns.has('unite') || columns.has('quantite')),
  );

/** Kinds of a piece that are schedules. */
export const isScheduleKind = (kind: PieceKind): kind is ScheduleKind =>
  kind === 'bpu' || kind === 'dpgf' || kind === 'dqe';
