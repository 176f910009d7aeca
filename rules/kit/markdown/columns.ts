import type { Span } from '../span.ts';
import type { BlockContent, PassageContent } from './content.ts';
import { isMarkup } from './plain.ts';
import { Prose } from './prose.ts';
import { LONGEST } from './tangle.ts';

/** Between two columns of a page that has no bars: one blank parts words. */
const CELL = /[^ \t]+(?: [^ \t]+)*/g;
/** What begins an item, a quotation…, and the line of a table of contents. */
const MARK = /^\s*(?:[-+*|>#`~]|\d{1,9}[.)] )|\.{4}/;
/** A header and two rows: fewer may be words that were set apart by chance. */
const LEAST = 3;

/** Units of its line, from and to. */
interface Cell {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface LineInColumns {
  readonly at: number;
  readonly line: string;
  readonly cells: readonly Cell[];
}

const cellsOf = (line: string): Cell[] =>
  [...line.matchAll(CELL)].map(({ 0: text, index }) => ({ from: index, to: index + text.length, text }));

function rowsOf(chunk: string): LineInColumns[] {
  const rows: LineInColumns[] = [];
  let at = 0;
  for (const line of chunk.split('\n')) {
    rows.push({ at, line, cells: MARK.test(line) ? [] : cellsOf(line) });
    at += line.length + 1;
  }
  return rows;
}

/** Cells of one column: they begin or end in line. */
const areInLine = (cells: readonly (Cell | undefined)[]): boolean =>
  cells.every((cell) => cell?.from === cells[0]?.from) || cells.every((cell) => cell?.to === cells[0]?.to);

/** A header that is set over the middle of its column. */
const isOver = (header: Cell, cell: Cell | undefined): boolean =>
  cell !== undefined && header.from < cell.to && cell.from < header.to;

/** Every row has a cell in each column, and each column stands in line, on its left or on its right, its header at least over it. */
function areColumns(rows: readonly LineInColumns[]): boolean {
  const [first, ...others] = rows;
  if (!first || first.cells.length < 2 || rows.some(({ cells }) => cells.length !== first.cells.length)) return false;
  return first.cells.every((header, column) => {
    const cells = others.map((row) => row.cells[column]);
    return areInLine([header, ...cells]) || (column > 0 && areInLine(cells) && isOver(header, cells[0]));
  });
}

/** How far from the margin a line begins. */
const leadOf = (line: string): number => line.length - line.trimStart().length;

/** The runs of lines that stand in columns. A cell other than the last that goes on under itself is not read: its words would stand in no row. */
function tablesIn(rows: readonly LineInColumns[]): (readonly LineInColumns[])[] {
  const tables: (readonly LineInColumns[])[] = [];
  for (let start = 0; start + LEAST <= rows.length; start++) {
    if (!areColumns(rows.slice(start, start + LEAST))) continue;
    let end = start + LEAST;
    const [header, row] = rows.slice(start) as [LineInColumns, LineInColumns];
    while (end < rows.length && areColumns([header, row, rows[end] as LineInColumns])) end++;
    const table = rows.slice(start, end);
    const goesOn = [rows[start - 1], rows[end]].some((line) => leadOf(line?.line ?? '') > leadOf(header.line));
    if (!goesOn && areColumns(table)) tables.push(table);
    start = end - 1;
  }
  return tables;
}

/** Where a chunk is to be cut for its tables without bars to stand alone, with what stands over and under them; empty for most. */
export function tablesWithoutBarsIn(chunk: string): number[] {
  if (!mayHold(chunk)) return [];
  const bounds = tablesIn(rowsOf(chunk)).flatMap((table) => {
    const [first, last] = [table[0] as LineInColumns, table.at(-1) as LineInColumns];
    return [first.at, last.at + last.line.length + 1];
  });
  return [...new Set(bounds)].filter((at) => at > 0 && at < chunk.length);
}

const mayHold = (chunk: string): boolean =>
  /\S(?: {2}|\t)/.test(chunk) && !isMarkup(chunk.replace(/^[ \t]+/gm, '').replace(/[ \t]+/g, ' '));

/**
 * What stands between the two ends of a cell of the last column that goes on under itself, all but a blank: « Procédure␣␣␣Procédure
 * adaptée (article␣↵␣␣␣L. 2123-1) ». Empty where the lines stand in no columns.
 */
export function cellBreaksIn(chunk: string): Span[] {
  if (!mayHold(chunk)) return [];
  const cuts: Span[] = [];
  let joined = '';
  let done = 0;
  let last: LineInColumns | undefined;
  let end = 0;
  for (const row of rowsOf(chunk)) {
    const [only, ...others] = row.cells;
    if (last && only && others.length === 0 && only.from > 0 && last.cells.at(-1)?.from === only.from) {
      const cut = { start: end, end: row.at + only.from - 1 };
      cuts.push(cut);
      joined += chunk.slice(done, cut.start);
      done = cut.end;
    } else last = row.cells.length > 1 ? row : undefined;
    end = row.at + (row.cells.at(-1)?.to ?? row.line.length);
  }
  return tablesIn(rowsOf(joined + chunk.slice(done))).length > 0 ? cuts : [];
}

/**
 * Reads a table that a page prints with blanks alone between its columns, as text taken out of a PDF has them: the first line is its header.
 * Undefined for any other chunk.
 */
export function readColumns(chunk: string): BlockContent | undefined {
  if (!mayHold(chunk)) return undefined;
  const rows = rowsOf(chunk);
  const [table] = tablesIn(rows);
  if (table?.length !== rows.length || rows.some(({ line }) => line.length > LONGEST)) return undefined;
  const passages: PassageContent[] = [];
  const places: { start: number; end: number }[] = [];
  for (const [row, { at, cells }] of rows.entries())
    for (const [column, { from, to, text }] of cells.entries()) {
      const words = { kind: 'cell', prose: Prose.asWritten(text, 0), source: text } as const;
      passages.push({ ...words, bold: 0, quoted: false, footnote: false, cell: { table: 0, row, column } });
      places.push({ start: at + from, end: at + to });
    }
  return { passages, places, tables: [{ start: 0, end: chunk.length }], comments: [] };
}
