import type { Span } from '../span.ts';
import { type Cell, type Line, linesOf, tableOf } from './cells.ts';
import type { BlockContent } from './content.ts';
import { LONGEST } from './tangle.ts';

/** « --------- ------- », under the heads: how wide each column is. Pandoc writes so the tables that have no bars. */
const COLUMNS = /^ {0,3}-+(?: +-+)+ *$/;
/** Over and under a table whose rows take several lines, a blank line between them. */
const FRAME = /^ {1,3}-{10,} *$/;
/** Lines that the heads of such a table take, and the table, at most. */
const MOST_HEADS = 8;
const MOST_LINES = 400;

/** True where a line begins a table in a frame, which blank lines do not end. */
export function opensFrame(text: string, start: number): boolean {
  if (!FRAME.test(text.slice(start, Math.max(start, text.indexOf('\n', start))))) return false;
  let at = text.indexOf('\n', start) + 1;
  for (let seen = 0, heads = true; at > 0 && seen < MOST_LINES; seen++) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    if (heads && COLUMNS.test(line)) heads = false;
    else if (heads && (seen > MOST_HEADS || line.trim() === '')) return false;
    else if (FRAME.test(line)) return !heads;
    at = end + 1;
  }
  return false;
}

/** The line that ends it. */
export const FRAME_END = FRAME;

/** Where each column begins, by the line of dashes. */
const startsOf = (dashes: string): number[] => [...dashes.matchAll(/-+/g)].map(({ index }) => index);

/** The words of a row in a column, line by line. */
function piecesOf(lines: readonly Line[], from: number, to: number): Span[] {
  return lines.flatMap(({ at, text }) => {
    const words = text.slice(from, to);
    const length = words.trim().length;
    const start = at + from + words.length - words.trimStart().length;
    return length > 0 ? [{ start, end: start + length }] : [];
  });
}

/** Rows of lines: each line, or those between two blank lines. */
function rowsOf(lines: readonly Line[], isFramed: boolean): Line[][] {
  if (!isFramed) return lines.map((line) => [line]);
  const rows: Line[][] = [[]];
  for (const line of lines) {
    if (line.text.trim() !== '') rows.at(-1)?.push(line);
    else if (rows.at(-1)?.length) rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/** Reads a table whose columns a line of dashes tells. Undefined for any other chunk, or where words run from one column into the next. */
export function readRuled(chunk: string): BlockContent | undefined {
  if (!/^ {0,3}-+(?: +-+)+ *$/m.test(chunk)) return undefined;
  const all = linesOf(chunk);
  const isFramed = FRAME.test(all[0]?.text ?? '');
  const rank = all.findIndex(({ text }) => COLUMNS.test(text));
  const starts = startsOf(all[rank]?.text ?? '');
  const heads = all.slice(isFramed ? 1 : 0, rank);
  const body = all.slice(rank + 1).filter(({ text }) => !COLUMNS.test(text) && !FRAME.test(text));
  const crosses = ({ text }: Line) => starts.some((start) => start > 0 && /\S/.test(text[start - 1] ?? ' '));
  if (heads.length === 0 || (!isFramed && heads.length > 1) || body.length === 0) return undefined;
  if ([...heads, ...body].some((line) => line.text.length > LONGEST || crosses(line))) return undefined;
  const cells = (line: Line): string[] => starts.map((from, i) => line.text.slice(from, starts[i + 1]).trim());
  // A label that goes on under itself, its figure beside one of its lines, is known by its words.
  if (
    !isFramed &&
    body.some((line) => cells(line).includes('')) &&
    body.some((line) => /^\p{Ll}/u.test(line.text.trim()))
  )
    return undefined;
  const cellOf = (lines: readonly Line[], column: number): Cell => {
    const pieces = piecesOf(lines, starts[column] as number, starts[column + 1] ?? Number.POSITIVE_INFINITY);
    return { text: pieces.map(({ start, end }) => chunk.slice(start, end)).join(' '), pieces };
  };
  return tableOf(
    chunk,
    [heads, ...rowsOf(body, isFramed)].map((lines) => starts.map((_, column) => cellOf(lines, column))),
  );
}
