import { type Cell, cellIn, type Line, linesOf, tableOf } from './cells.ts';
import type { BlockContent } from './content.ts';
import { LONGEST } from './tangle.ts';

/** A border of a table drawn in characters, as converters of documents write them: « +------+-----+ ». */
const BORDER = /^[ \t]*\+(?:[-=:]{2,}\+)+[ \t]*$/;
const ROW = /^[ \t]*\|.*\|[ \t]*$/;

/** Of a line between borders. */
function cellsOf({ at, text }: Line): Cell[] {
  const bars = [...text.matchAll(/\|/g)].map(({ index }) => index);
  return bars.slice(0, -1).map((bar, i) => cellIn(text.slice(bar + 1, bars[i + 1]), at + bar + 1));
}

const joined = (row: readonly Cell[], line: readonly Cell[]): Cell[] =>
  row.map((cell, i) => ({
    text: [cell.text, line[i]?.text ?? ''].filter(Boolean).join(' '),
    pieces: [...cell.pieces, ...(line[i]?.pieces ?? [])],
  }));

/** Every cell says something, the first as a row begins: where no border parts the rows, the line is one. */
const isRow = (cells: readonly Cell[]): boolean =>
  cells.every(({ text }) => text !== '') && /^[^\p{Ll}]/u.test(cells[0]?.text ?? '');

/** The rows of a chunk that is a grid, the first its header; undefined for any other, or where a row has not a cell in each column. */
function rowsOf(chunk: string): Cell[][] | undefined {
  const groups: Cell[][][] = [];
  for (const line of linesOf(chunk)) {
    if (BORDER.test(line.text)) groups.push([]);
    else if (ROW.test(line.text) && line.text.length <= LONGEST) groups.at(-1)?.push(cellsOf(line));
    else return undefined;
  }
  const [header, ...others] = groups.filter((lines) => lines.length > 0);
  if (!header) return undefined;
  const [only] = others;
  const apart = others.length === 1 && only?.every(isRow) ? only.map((line) => [line]) : others;
  const rows = [header, ...apart].map((lines) => lines.reduce(joined));
  return rows.length > 1 && rows.every((row) => row.length === rows[0]?.length) ? rows : undefined;
}

/** Reads a table whose borders are drawn in characters. Undefined for any other chunk. */
export function readGrid(chunk: string): BlockContent | undefined {
  if (!BORDER.test(chunk.slice(0, chunk.indexOf('\n')))) return undefined;
  const rows = rowsOf(chunk);
  return rows && tableOf(chunk, rows);
}

/** Where a chunk is to be cut for the grids in it to stand alone; empty for most. */
export function gridsIn(chunk: string): number[] {
  if (!/^[ \t]*\+[-=:]{2,}\+/m.test(chunk)) return [];
  const cuts: number[] = [];
  let within = false;
  for (const { at, text } of linesOf(chunk)) {
    const isGrid: boolean = BORDER.test(text) || (within && ROW.test(text));
    if (isGrid !== within) cuts.push(at);
    within = isGrid;
  }
  return cuts.filter((cut) => cut > 0);
}
