import type { Passage, Row, Table } from '../../kit/draft.ts';
import type { Piece } from '../../kit/piece.ts';
import { isBlank, LOT_COLUMN, lotAt, lotNames, type TrancheName, withUnit } from '../commun/index.ts';
import { type Amount, type Entry, named, OBJECT, PRICE, placed } from './entree.ts';
import { amountIn, amountInCell, amountOf } from './montants.ts';
import { objectIn } from './objet.ts';

interface Column {
  readonly head: Passage;
  readonly name: TrancheName;
  readonly index: number;
}

/** A table with a column for each tranche: « | Poste | Tranche ferme | Tranche optionnelle 1 | ». */
export function* inColumns(piece: Piece, table: Table): Generator<Entry> {
  const columns = table.header.cells.flatMap((head, index): Column[] => {
    const name = named(head);
    return name ? [{ head, name, index }] : [];
  });
  const first = columns[0]?.index;
  // « | Tranche optionnelle | Contenu | » heads the numbers of its rows.
  if (first === undefined || (first === 0 && columns.length === 1)) return;
  const lots = table.rows.flatMap((row) => {
    const lot = lotOf(table, row, first);
    return lot === undefined ? [] : [{ row, lot }];
  });
  if (new Set(lots.map((l) => l.lot)).size > 1)
    for (const { row, lot } of lots) for (const column of columns) yield* ofLot(piece, table, row, lot, column, first);
  else for (const column of columns) yield whole(piece, table, column, first);
}

/** The lot that a row is for, by what stands left of the tranches; undefined for other rows, and for a sum of lots. */
function lotOf(table: Table, row: Row, first: number): string | undefined {
  for (const cell of row.cells.slice(0, first)) {
    const [name, other] = lotNames(cell.folded);
    if (name) return other || name.numbers.length > 1 ? undefined : name.numbers[0];
    const number = /^\W*(\d{1,2}|[a-h])(?![\d.,]*\d)\b/.exec(cell.folded)?.[1];
    if (number && table.headerOf(cell)?.has(LOT_COLUMN)) return number;
  }
  return undefined;
}

/** The words of a label that say what is done, the name of a lot apart. */
function objectOf(cell: Passage): Entry['object'] {
  const from = lotNames(cell.folded)[0]?.to ?? 0;
  const words = objectIn(cell.folded.slice(from));
  if (!words) return undefined;
  const at = { from: from + words.from, to: from + words.to };
  return { at: cell.at(at), text: cell.folded.slice(at.from, at.to) };
}

const NOT_THERE = /^\W*(?:sans objet|neant|aucune?|pas de tranche|-)\W*$/;
/** The tranche of one lot, where rows are lots; none where the row says that this lot has no such tranche. */
function* ofLot(piece: Piece, table: Table, row: Row, lot: string, column: Column, first: number): Generator<Entry> {
  const { head, name, index } = column;
  const value = row.cells[index];
  if (!value || value.has(NOT_THERE)) return;
  const read = amountOf(value);
  const amount = read && placed(piece, value, read);
  const labels = row.cells.slice(0, first);
  const label = labels.map(objectOf).find((o) => o !== undefined);
  const object = objectOf(value) ?? (label && { ...label, ofPart: true });
  if (object || amount)
    yield {
      name,
      passage: value,
      lot,
      container: row,
      section: table.section,
      at: head.at(name),
      whole: value.span,
      object,
      amount,
    };
}

/** What stands left of the tranches in a row: its words, or its number where it has no words. */
function labelOf(row: Row, first: number): Passage | undefined {
  const labels = row.cells.slice(0, first);
  return labels.find((c) => /[a-z]{3}/.test(c.folded)) ?? labels[0];
}

const TICK = /^ ?x ?$/;
/** The tranche of a column, over all rows. */
function whole(piece: Piece, table: Table, { head, name, index }: Column, first: number): Entry {
  const rows = table.rows.map((row) => ({ label: labelOf(row, first), value: row.cells[index] }));
  // Where a column holds ticks or words, what it leaves blank is no price.
  const ticks = rows.some(
    ({ value }) => value && (value.has(TICK) || !(isBlank(value.folded) || amountInCell(value.folded))),
  );
  let amount: Amount | undefined;
  for (const { label, value } of rows) {
    if (!value || (ticks && isBlank(value.folded) && !label?.has(PRICE))) continue;
    const read = amountOf(value);
    // « Kilomètres par an | 15 000 | 20 000 »: figures of something else than a price.
    if (read?.kind === 'precise' && label && !label.has(PRICE) && !amountIn(withUnit(value))) continue;
    if (read && (!amount || read.kind === 'precise')) amount = placed(piece, value, read);
  }
  return {
    name,
    passage: head,
    lot: lotAt(head),
    container: table,
    section: table.section,
    at: head.at(name),
    whole: head.span,
    object: objectAmong(rows),
    amount,
  };
}

interface Labelled {
  readonly label: Passage | undefined;
  readonly value: Passage | undefined;
}

/** What a column says is done: in a row « Objet », in cells without a label, else the labels of the rows that it fills. */
function objectAmong(rows: readonly Labelled[]): Entry['object'] {
  for (const row of rows) {
    const said = objectSaid(row);
    if (said) return said;
  }
  const filled = [...rows].sort((a, b) => Number(isEmpty(a)) - Number(isEmpty(b)));
  for (const { label } of filled) {
    const words = label && objectIn(label.folded);
    if (label && words) return { at: label.span, text: label.folded.trim(), ofPart: true };
  }
  return undefined;
}

/** What a cell says in a row « Objet », or in one without a label. */
function objectSaid({ label, value }: Labelled): Entry['object'] {
  const isTitled = label?.has(OBJECT);
  if (!value || isBlank(value.folded) || (label && !isTitled && !isBlank(label.folded))) return undefined;
  const words = objectOf(value);
  if (words) return words;
  const isText = isTitled && /[a-z]{3}/.test(value.folded) && !amountInCell(value.folded);
  return isText ? { at: value.span, text: value.folded.trim() } : undefined;
}

const isEmpty = ({ value }: Labelled): boolean => !value || value.folded.trim() === '';
