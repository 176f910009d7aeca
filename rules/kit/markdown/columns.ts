import { BULLETS } from '../french/fold.ts';
import type { Span } from '../span.ts';
import type { BlockContent, PassageContent } from './content.ts';
import { isMarkup } from './plain.ts';
import { Prose } from './prose.ts';
import { LONGEST } from './tangle.ts';

/** Between two columns of a page that has no bars: one blank parts words. */
const CELL = /[^ \t]+(?: [^ \t]+)*/g;
/** What begins a quotation…, and the line of a table of contents. */
const MARK = /^\s*[-+*|>#`~](?! )|^\s*[+*|>#`~]|\.{4}/;
/** What begins an item: a line that does is one cell, whatever blanks follow its mark. */
const ITEM = new RegExp(`^[${BULLETS}o–-]$`);
const LISTED = new RegExp(`^[${BULLETS}o–-] +`);
/** « 1. Prix␣␣␣40 % »: a row under a header, and an item where none stands over it. */
const NUMBERED = /^\s*\d{1,9}[.)] /;
/** A header and two rows, or a header with a rule printed under it and one: fewer may be words that were set apart by chance. */
const LEAST = 3;
const LEAST_RULED = 2;

/** A rule printed under the header, or between the rows. */
const RULE = /^\s*[-=_–—─.…]{3,}(?:\s+[-=_–—─.…]{3,})*\s*$/;
/** What begins a cell of its own, and goes on with none. */
const BEGINS = /^(?:[\p{Lu}\d«☐☒]|\p{Ll}\d?[.)] )/u;
/** « Maximum », « Date limite ». */
const LABEL = /^\p{Lu}[^.:;!?]{2,30}$/u;
const ANSWER = /^\p{L}+$/u;
/** What a row counts: « 40 % », « 15 points », « 410 000,00 € ». */
const FIGURE = /^\d[\d\s.,]*(?:%|points?|pts\.?|€|euros?|jours?|mois|h)?(?: HT| TTC)?$/;

/** Units of its line, from and to; its pieces are units of the chunk: several where it goes on under itself. */
interface Cell {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly pieces: readonly Span[];
}

interface LineInColumns {
  readonly at: number;
  readonly line: string;
  /** Where its last line ends. */
  readonly end: number;
  readonly cells: readonly Cell[];
  /** A rule is printed under it. */
  readonly isRuled: boolean;
}

const cellAt = (line: string, at: number, from: number, to: number): Cell => ({
  from,
  to,
  text: line.slice(from, to),
  pieces: [{ start: at + from, end: at + to }],
});

function cellsOf(line: string, at: number): Cell[] {
  const cells: Cell[] = [];
  for (const { 0: text, index } of line.matchAll(CELL)) {
    const last = cells.at(-1);
    if (last && ITEM.test(last.text)) cells[cells.length - 1] = cellAt(line, at, last.from, index + text.length);
    else cells.push(cellAt(line, at, index, index + text.length));
  }
  return cells;
}

/** The lines of a chunk but the rules printed between them. */
function linesOf(chunk: string): LineInColumns[] {
  const lines: LineInColumns[] = [];
  let at = 0;
  for (const line of chunk.split('\n')) {
    const last = lines.at(-1);
    if (last && RULE.test(line)) lines[lines.length - 1] = { ...last, isRuled: true };
    else
      lines.push({ at, line, end: at + line.length, cells: MARK.test(line) ? [] : cellsOf(line, at), isRuled: false });
    at += line.length + 1;
  }
  return lines;
}

/** The rows of a chunk: its lines, those whose cells go on under themselves, or begin over the figure of their row, put together. */
function rowsOf(chunk: string): LineInColumns[] {
  const lines = linesOf(chunk);
  const labels = haveLabels(lines);
  const rows: LineInColumns[] = [];
  let begun: LineInColumns | undefined;
  for (const each of lines) {
    const last = rows.at(-1);
    const line = last && !begun ? withBlanks(each, last) : each;
    if (last && !begun && isUnder(line, last, labels)) {
      rows[rows.length - 1] = joinedUnder(last, line);
      continue;
    }
    if (begun && isRest(line, begun)) begun = joined(begun, line);
    else if (last && !begun && line.cells.length === 1 && isRest(line, last)) {
      rows[rows.length - 1] = joined(last, line);
      continue;
    } else {
      if (begun) rows.push(begun);
      begun = line;
    }
    if (begun && (begun.cells.length !== 1 || !isFirst(begun, last))) {
      rows.push(begun);
      begun = undefined;
    }
  }
  return begun ? [...rows, begun] : rows;
}

/** Most first cells begin as labels do: one that does not goes on with that above it. */
const haveLabels = (lines: readonly LineInColumns[]): boolean => {
  const rows = lines.filter(({ cells }) => cells.length > 1 && !LISTED.test(cells[0]?.text ?? ''));
  return rows.filter(({ cells }) => BEGINS.test(cells[0]?.text ?? '')).length * 2 > rows.length;
};

/** The column of a row that a cell stands in, on its left. */
const columnUnder = ({ from }: Cell, { cells }: LineInColumns): number =>
  cells.findIndex((cell) => cell.text !== '' && cell.from === from);

/** A line that gives no more than the figure of its last column, and what it is of, as a row that is blank elsewhere: a total. */
function withBlanks(line: LineInColumns, row: LineInColumns): LineInColumns {
  const [figure, last] = [line.cells.at(-1), row.cells.at(-1)];
  const short = line.cells.length > 1 && line.cells.length < row.cells.length;
  if (!(short && figure && last && FIGURE.test(figure.text) && figure.to === last.to)) return line;
  const columns = line.cells.slice(0, -1).map((cell) => columnUnder(cell, row));
  if (columns.some((column) => column < 1 || column === row.cells.length - 1)) return line;
  const cells = row.cells.map((above, column) => {
    if (above === last) return figure;
    return line.cells[columns.indexOf(column)] ?? { from: above.from, to: above.from, text: '', pieces: [] };
  });
  return { ...line, cells };
}

/** Whether the cells of a line go on with those of a row, each under its own: all but the first, or a label too long for its column. */
function isUnder(line: LineInColumns, row: LineInColumns, labels: boolean): boolean {
  const [first] = line.cells;
  const [label, second] = row.cells;
  if (!first || !label || !second || row.isRuled || line.cells.length > row.cells.length) return false;
  const columns = line.cells.map((cell) => columnUnder(cell, row));
  if (columns.includes(-1) || line.cells.some(({ text }) => FIGURE.test(text))) return false;
  if (columns[0] !== 0) return true;
  const goesOn = labels && BEGINS.test(label.text) && /^\p{Ll}/u.test(first.text);
  return goesOn && first.to < second.from && label.from + label.text.length + first.text.length + 2 >= second.from;
}

/** A row with a line more, each of its cells under its own. */
function joinedUnder(row: LineInColumns, line: LineInColumns): LineInColumns {
  const cells = row.cells.map((cell, column) => {
    const rest = line.cells.find((each) => columnUnder(each, row) === column);
    return rest ? { ...cell, text: `${cell.text} ${rest.text}`, pieces: [...cell.pieces, ...rest.pieces] } : cell;
  });
  return { ...row, cells, end: line.end, isRuled: line.isRuled };
}

/** A line of a first cell alone, under a row of figures. */
const isFirst = ({ cells: [only, ...others] }: LineInColumns, above: LineInColumns | undefined): boolean => {
  const second = above?.cells[1];
  return (
    only !== undefined && others.length === 0 && second !== undefined && BEGINS.test(only.text) && only.to < second.from
  );
};

/** Whether the first cell of a line goes on with that of a row of figures, or of one that is begun. */
function isRest({ cells: [first, ...others] }: LineInColumns, { cells: [above, ...figures] }: LineInColumns): boolean {
  if (!first || !above || BEGINS.test(first.text) || first.from < above.from) return false;
  const counted = figures.length > 0 ? figures : others;
  return counted.length > 0 ? counted.every(({ text }) => FIGURE.test(text)) : true;
}

/** A row with a line more in its first cell. */
function joined(row: LineInColumns, line: LineInColumns): LineInColumns {
  const [first, ...figures] = row.cells as readonly [Cell, ...Cell[]];
  const [rest, ...others] = line.cells as readonly [Cell, ...Cell[]];
  const cell = { ...first, text: `${first.text} ${rest.text}`, pieces: [...first.pieces, ...rest.pieces] };
  return { ...row, end: line.end, cells: [cell, ...figures, ...others], isRuled: line.isRuled };
}

/** Cells of one column: they begin or end in line. */
const areInLine = (cells: readonly (Cell | undefined)[]): boolean =>
  cells.every((cell) => cell?.from === cells[0]?.from) || cells.every((cell) => cell?.to === cells[0]?.to);

/** A header that is set over the middle of its column. */
const isOver = (header: Cell, cell: Cell | undefined): boolean =>
  cell !== undefined && header.from < cell.to && cell.from < header.to;

/** Labels of more than one level, each with its figure in line. */
function areLevels(rows: readonly LineInColumns[]): boolean {
  const edge = Math.min(...rows.map(({ cells }) => cells[1]?.from ?? 0));
  return rows.every(({ cells: [label, ...figures] }) => {
    return label !== undefined && label.to < edge && figures.every(({ text }) => FIGURE.test(text));
  });
}

/** Every row has a cell in each column, and each column stands in line, on its left or on its right, its header at least over it. */
function areColumns(rows: readonly LineInColumns[]): boolean {
  const [first, ...others] = rows;
  if (!first || first.cells.length < 2 || rows.some(({ cells }) => cells.length !== first.cells.length)) return false;
  return first.cells.every((header, column) => {
    const cells = others.map((row) => row.cells[column]);
    if (areInLine([header, ...cells])) return true;
    return column === 0 ? areLevels(others) : areInLine(cells) && isOver(header, cells[0]);
  });
}

/** Two labels, each with its value well apart, where one word answers one of them: « Plancher␣␣␣aucun ». */
const areLabelled = (rows: readonly LineInColumns[]): boolean =>
  areColumns(rows) &&
  rows.every(({ cells: [label, value, ...others] }) => {
    return label && value && others.length === 0 && LABEL.test(label.text) && value.from - label.to > 2;
  }) &&
  rows.some(({ cells }) => ANSWER.test(cells[1]?.text ?? ''));

/** How far from the margin a line begins. */
const leadOf = (line: string): number => line.length - line.trimStart().length;

/** The runs of lines that stand in columns. */
function tablesIn(rows: readonly LineInColumns[]): (readonly LineInColumns[])[] {
  const tables: (readonly LineInColumns[])[] = [];
  for (let start = 0; start < rows.length; start++) {
    const pair = areLabelled(rows.slice(start, start + 2));
    const least = pair || rows[start]?.isRuled ? LEAST_RULED : LEAST;
    if (start + least > rows.length) continue;
    if (NUMBERED.test(rows[start]?.line ?? '') || !areColumns(rows.slice(start, start + least))) continue;
    let end = start + least;
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
    return [first.at, last.end + 1];
  });
  return [...new Set(bounds)].filter((at) => at > 0 && at < chunk.length);
}

const mayHold = (chunk: string): boolean =>
  /\S(?: {2}|\t)/.test(chunk) && !isMarkup(chunk.replace(/^[ \t]+/gm, '').replace(/[ \t]+/g, ' '));

/** Where the words of a cell begin, its mark as an item left in, and left out. */
const edgesOf = ({ from, text }: Cell): number[] => [from, from + (LISTED.exec(text)?.[0].length ?? 0)];

/**
 * What stands between the two ends of a cell of the last column that goes on under itself, all but a blank: « Procédure␣␣␣Procédure
 * adaptée (article␣↵␣␣␣L. 2123-1) ». Empty where the lines stand in no columns.
 */
export function cellBreaksIn(chunk: string): Span[] {
  if (!mayHold(chunk)) return [];
  const cuts: Span[] = [];
  let joined = '';
  let done = 0;
  /** Where its words may go on: under themselves, or under those of the last item that it lists. */
  let edges: readonly number[] = [];
  let end = 0;
  for (const row of linesOf(chunk)) {
    const [only, ...others] = row.cells;
    if (only && others.length === 0 && only.from > 0 && edges.includes(only.from)) {
      if (only.from === edges[0]) edges = edgesOf(only);
      const cut = { start: end, end: row.at + only.from - 1 };
      cuts.push(cut);
      joined += chunk.slice(done, cut.start);
      done = cut.end;
    } else edges = row.cells.length > 1 ? edgesOf(row.cells.at(-1) as Cell) : [];
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
  const places: Span[] = [];
  let end = 0;
  for (const [row, { cells }] of rows.entries())
    for (const [column, { text, pieces }] of cells.entries()) {
      const start = pieces[0]?.start ?? end;
      end = pieces.at(-1)?.end ?? end;
      const words = { kind: 'cell', prose: proseIn(pieces, text), source: chunk.slice(start, end) } as const;
      passages.push({ ...words, bold: 0, quoted: false, footnote: false, cell: { table: 0, row, column } });
      places.push({ start, end });
    }
  return { passages, places, tables: [{ start: 0, end: chunk.length }], comments: [] };
}

/** The words of a cell, a blank between its pieces. */
export function proseIn(pieces: readonly Span[], text: string): Prose {
  const [first] = pieces as readonly [Span];
  if (pieces.length < 2) return Prose.asWritten(text, 0);
  const units = pieces.flatMap(({ start, end }, i) => {
    const blank = i > 0 ? [(pieces[i - 1] as Span).end] : [];
    return [...blank, ...Array.from({ length: end - start }, (_, unit) => start + unit)];
  });
  const places = units.map((unit) => unit - first.start);
  const end = (pieces.at(-1) as Span).end - first.start;
  return new Prose(
    text,
    Uint32Array.from([...places, end]),
    Uint32Array.from(places, (unit) => unit + 1),
  );
}
