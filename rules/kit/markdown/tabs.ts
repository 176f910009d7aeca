import { type Cell, cellIn, EMPTY, isHeader, type Line, linesOf, tableOf } from './cells.ts';
import type { BlockContent } from './content.ts';
import { LONGEST } from './tangle.ts';

/** The cells of a line that tabs part, as a spreadsheet copies them; undefined where none does, or where the line is but indented by one. */
function cellsOf({ at, text }: Line): Cell[] | undefined {
  if (!/^[^\t]*\S[^\t]*\t/.test(text) || text.length > LONGEST) return undefined;
  let from = at;
  return text.split('\t').map((words) => {
    const cell = cellIn(words, from);
    from += words.length + 1;
    return cell;
  });
}

/** Words, and no number or bullet of what follows. */
const LABEL = /^\p{L}[^\t]{2}/u;

/** A row of a table that begins with this one: the last of its cells may be left out, but for a label and its answer. */
const isRowOf = (first: readonly Cell[], cells: readonly Cell[] | undefined): boolean =>
  cells !== undefined && (cells.length === first.length || (first.length > 2 && cells.length < first.length));
const padded = (cells: readonly Cell[], width: number): Cell[] =>
  Array.from({ length: width }, (_, i) => cells[i] ?? EMPTY);

/** Reads a table whose cells are parted by tabs; undefined for any other chunk. */
export function readTabs(chunk: string): BlockContent | undefined {
  if (!chunk.includes('\t')) return undefined;
  const lines = linesOf(chunk).map(cellsOf);
  const [first] = lines;
  // One line may have its tab after a number, or where a word was set apart.
  if (!first || lines.length < 2 || lines.some((cells) => !isRowOf(first, cells))) return undefined;
  const rows = lines.map((cells = []) => padded(cells, first.length));
  if (first.length > 2 || isHeader(first)) return tableOf(chunk, rows);
  return rows.every(([label]) => LABEL.test(label?.text ?? '')) ? tableOf(chunk, [[EMPTY, EMPTY], ...rows]) : undefined;
}

/** Where a chunk is to be cut for such tables to stand alone; empty for most. */
export function tabbedIn(chunk: string): number[] {
  if (!chunk.includes('\t')) return [];
  const cuts: number[] = [];
  let first: readonly Cell[] | undefined;
  for (const line of linesOf(chunk)) {
    const cells = cellsOf(line);
    if (first ? isRowOf(first, cells) : !cells) continue;
    first = cells;
    cuts.push(line.at);
  }
  return cuts.filter((at) => at > 0);
}
