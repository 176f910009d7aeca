import type { BlockContent, PassageContent } from './content.ts';
import { isMarkup } from './plain.ts';
import { Prose } from './prose.ts';
import { LONGEST } from './tangle.ts';

/** Between two columns of a page that has no bars: one blank parts words. */
const CELL = /[^ \t]+(?: [^ \t]+)*/g;
const MARK = /^\s*(?:[-+*|>#`~]|\d{1,9}[.)] )/;
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

/** Every row has a cell in each column, and each column stands in line, on its left or on its right. */
function areColumns(rows: readonly LineInColumns[]): boolean {
  const [first] = rows;
  if (!first || first.cells.length < 2 || rows.some(({ cells }) => cells.length !== first.cells.length)) return false;
  return first.cells.every(
    ({ from, to }, column) =>
      rows.every(({ cells }) => cells[column]?.from === from) || rows.every(({ cells }) => cells[column]?.to === to),
  );
}

/** The runs of lines that stand in columns. A cell that goes on under itself is not read: its words would stand in no row. */
function tablesIn(rows: readonly LineInColumns[]): (readonly LineInColumns[])[] {
  const tables: (readonly LineInColumns[])[] = [];
  for (let start = 0; start + LEAST <= rows.length; start++) {
    if (!areColumns(rows.slice(start, start + LEAST))) continue;
    let end = start + LEAST;
    while (end < rows.length && areColumns([rows[start] as LineInColumns, rows[end] as LineInColumns])) end++;
    const table = rows.slice(start, end);
    const goesOn = /^\s/.test(rows[end]?.line ?? '');
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

const mayHold = (chunk: string): boolean => /\S(?: {2}|\t)/.test(chunk) && !isMarkup(chunk.replace(/[ \t]+/g, ' '));

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
