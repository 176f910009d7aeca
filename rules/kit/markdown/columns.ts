import { BULLETS } from '../french/fold.ts';
import type { Span } from '../span.ts';
import { type Cell as AnyCell, EMPTY, isHeader, tableOf } from './cells.ts';
import type { BlockContent } from './content.ts';
import { isMarkup } from './plain.ts';
import { LONGEST } from './tangle.ts';

/** Between two columns of a page that has no bars: one blank parts words. */
const CELL = /[^ \t]+(?: [^ \t]+)*/g;
/** What begins an item, a quotation…, and the line of a table of contents. */
const MARK = new RegExp(`^\\s*(?:[-+*|>#\`~]|[–o${BULLETS}][ \\t])|\\.{4}`);
/** « 1. Prix␣␣␣40 % »: a row under a header, and an item where none stands over it. */
const NUMBERED = /^\s*\d{1,9}[.)] /;
/** A header and two rows, or a header with a rule printed under it and one: fewer may be words that were set apart by chance. */
const LEAST = 3;
const LEAST_RULED = 2;
/** A header and one row, with nothing like it under them, are a table where so many columns stand in line, well apart, and figures in the row alone. */
const MANY = 3;
const isWide = ({ line, cells }: LineInColumns): boolean => cells.length >= MANY && !/\S {2}\S/.test(line);

const isOverOne = ([header, row, other]: readonly LineInColumns[]): boolean =>
  (other?.cells.length ?? 0) < 2 &&
  header !== undefined &&
  row !== undefined &&
  isWide(header) &&
  isWide(row) &&
  !/\d/.test(header.line) &&
  /\d/.test(row.line);

/** A rule printed under the header, or between the rows. */
const RULE = /^\s*[-=_–—─.…]{3,}(?:\s+[-=_–—─.…]{3,})*\s*$/;
/** What begins a cell of its own, and goes on with none. */
const BEGINS = /^(?:[\p{Lu}\d«☐☒]|\p{Ll}\d?[.)] )/u;
/** What a row counts: « 40 % », « 15 points », « 410 000,00 € ». */
const FIGURE = /^\d[\d\s.,]*(?:%|points?|pts\.?|€|euros?|jours?|mois|h)?(?: HT| TTC)?$/;

/** Units of its line, from and to. */
interface Cell extends AnyCell {
  readonly from: number;
  readonly to: number;
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

const cellsOf = (line: string, at: number): Cell[] =>
  [...line.matchAll(CELL)].map(({ 0: text, index }) => ({
    from: index,
    to: index + text.length,
    text,
    pieces: [{ start: at + index, end: at + index + text.length }],
  }));

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

/** The rows of a chunk: its lines, those whose first cell goes on under itself, or begins over the figure of its row, put together. */
function rowsOf(chunk: string): LineInColumns[] {
  const lines = linesOf(chunk);
  const rows: LineInColumns[] = [];
  let begun: LineInColumns | undefined;
  for (const line of lines) {
    const last = rows.at(-1);
    const under = last && !begun ? goingOn(line, last, rows.length === 1) : undefined;
    if (last && under) {
      rows[rows.length - 1] = under;
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

/** Whether a cell had no room left at the end of its line for the next word. */
function isFull(cell: Cell, next: Cell | undefined, rest: Cell): boolean {
  const { start, end } = cell.pieces.at(-1) as Span;
  const [word = ''] = rest.text.split(' ');
  return !next || cell.from + end - start + 1 + word.length >= next.from - 1;
}

/** A row with a line more, where that line goes on with its cells: those that were full, or several beside an empty label. Undefined for any other line. */
function goingOn(
  { cells: rests, ...line }: LineInColumns,
  row: LineInColumns,
  isHeader: boolean,
): LineInColumns | undefined {
  const [label] = row.cells;
  const isOfLabel = rests[0]?.from === label?.from;
  // « lot 1␣␣voirie », « lot 2␣␣réseaux »: where labels begin so, or every cell is filled under a header, it is a row.
  const isLikeRow = !BEGINS.test(label?.text ?? '') || (isHeader && rests.length === row.cells.length);
  if (isOfLabel && isLikeRow) return undefined;
  const columns = rests.map((rest) => row.cells.findIndex(({ from }) => from === rest.from));
  const goOn = rests.every((rest, i) => {
    const column = columns[i] as number;
    const cell = row.cells[column];
    if (!cell || BEGINS.test(rest.text)) return false;
    return (rests.length > 1 && !isOfLabel) || isFull(cell, row.cells[column + 1], rest);
  });
  if (!goOn || row.cells.length < 2 || rests.length === 0) return undefined;
  const cells = row.cells.map((cell, column) => {
    const rest = rests[columns.indexOf(column)];
    return rest ? { ...cell, text: `${cell.text} ${rest.text}`, pieces: [...cell.pieces, ...rest.pieces] } : cell;
  });
  return { ...row, end: line.end, isRuled: line.isRuled, cells };
}

/** A row with a line more in its first cell. */
function joined(row: LineInColumns, line: LineInColumns): LineInColumns {
  const [first, ...figures] = row.cells as readonly [Cell, ...Cell[]];
  const [rest, ...others] = line.cells as readonly [Cell, ...Cell[]];
  const cell = { ...first, text: `${first.text} ${rest.text}`, pieces: [...first.pieces, ...rest.pieces] };
  return { ...row, end: line.end, cells: [cell, ...figures, ...others] };
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
    return (areInLine(cells) && isOver(header, cells[0])) || (column === 0 && areLevels(others));
  });
}

/** How far from the margin a line begins. */
const leadOf = (line: string): number => line.length - line.trimStart().length;

/** The runs of lines that stand in columns. A cell other than the last that goes on under itself is not read: its words would stand in no row. */
function tablesIn(rows: readonly LineInColumns[]): (readonly LineInColumns[])[] {
  const tables: (readonly LineInColumns[])[] = [];
  for (let start = 0; start < rows.length; start++) {
    const least = rows[start]?.isRuled || isOverOne(rows.slice(start)) ? LEAST_RULED : LEAST;
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
  for (const row of linesOf(chunk)) {
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

/** Labels and what answers each, without a header: « Objet␣␣␣Voirie », « Procédure␣␣␣Adaptée ». */
const areAnswers = ([first, ...others]: readonly LineInColumns[]): boolean =>
  first?.cells.length === 2 &&
  !first.isRuled &&
  !isHeader(first.cells) &&
  others.every(({ cells: [label] }) => /^\p{L}/u.test(label?.text ?? '')) &&
  !others.every(({ cells: [, value] }) => FIGURE.test(value?.text ?? ''));

/**
 * Reads a table that a page prints with blanks alone between its columns, as text taken out of a PDF has them: the first line is its header,
 * but where it is a label and its answer. Undefined for any other chunk.
 */
export function readColumns(chunk: string): BlockContent | undefined {
  if (!mayHold(chunk)) return undefined;
  const rows = rowsOf(chunk);
  const [table] = tablesIn(rows);
  if (table?.length !== rows.length || rows.some(({ line }) => line.length > LONGEST)) return undefined;
  const cells = rows.map((row) => row.cells);
  return tableOf(chunk, areAnswers(rows) ? [[EMPTY, EMPTY], ...cells] : cells);
}

/** « Variantes␣␣␣␣␣␣␣␣Sans »: a label and its answer, alone between blank lines on the cover of a piece. */
const ANSWERED =
  /^ {0,8}(?!(?:ARTICLE|Article|Art|CHAPITRE|Chapitre|Fait)(?!\p{L}))\p{Lu}(?:[^\s.:;|\d]| (?! )){2,40} {5,}(?!\d{1,3} *$|[Pp]age )\S(?:\S| (?! )){1,90} *$/u;
/** Reads such a line; undefined for any other chunk. */
export function readAnswer(chunk: string): BlockContent | undefined {
  return ANSWERED.test(chunk) && !isMarkup(chunk) ? tableOf(chunk, [[EMPTY, EMPTY], cellsOf(chunk, 0)]) : undefined;
}
