import { BULLETS } from '../french/fold.ts';
import {
  type Cell,
  cellIn,
  EMPTY,
  FIGURE,
  isHeader,
  joinedText,
  LEADERS,
  type Line,
  tableOf,
  linesOf as writtenLinesOf,
} from './cells.ts';
import type { BlockContent } from './content.ts';
import { isFolio } from './pages.ts';
import { isMarkup } from './plain.ts';
import { type PrintedLine, rowsTold } from './rows-told.ts';
import { isHeadOver } from './spaced.ts';
import { LONGEST } from './tangle.ts';
import { type Fragments, type RowOfLines, rowsOfLines } from './typeset.ts';

/** Two blanks part columns, one parts words. */
const APART = /\S {2,}\S/;
/** What begins an item, a quotation… */
const ITEM = new RegExp(`^\\s*(?:[-+*|>#\`~]|[–o${BULLETS}][ \\t])`);
/** Fields in columns of their own. */
const FIELDS = /(?<= {3})\.{4,}/g;
const isMarked = ({ text }: Line): boolean =>
  ITEM.test(text) || (LEADERS.test(text) && (text.match(FIELDS)?.length ?? 0) < 2);
/** « – dont méthode␣␣␣15 % »: a row under others. */
const DASHED = /^\s*[–-] /;
/** « 1. Prix␣␣␣40 % »: a row under a header, and an item where none stands over it. */
const NUMBERED = /^\s*\d{1,9}[.)] /;
/** A rule printed under the header, or between the rows. */
const RULE = /^\s*[-=_–—─.…]{3,}(?:\s+[-=_–—─.…]{3,})*\s*$/;
const GOES_ON = /^\p{Ll}/u;

/** A header and two rows, or a header with a rule printed under it and one: fewer may be words that were set apart by chance. */
const LEAST = 3;
const LEAST_RULED = 2;
/** A header and one row are a table where so many columns stand well apart, and figures in the row alone. */
const MANY = 3;
/** How strange its rows may be, one with another, for lines to be a table. */
const STRANGE = 2.5;

/** A figure far from the words before it, which no page sets so in one cell: « 1 mois␣␣␣200 € ». */
const TORN = /\S {3,}\d[\d.,]*(?: \S{1,3})?$/;
const OF_TORN = 9;

/** Columns of characters that are blank in all lines, the last included. */
interface Gutter {
  readonly from: number;
  readonly to: number;
}

/** Lines that make a table: where they stand in the chunk, and the cells of each row. */
interface LinedTable {
  readonly start: number;
  readonly end: number;
  readonly rows: readonly (readonly Cell[])[];
  /** A rule is printed under its first row. */
  readonly isRuled: boolean;
}

/** The lines of a chunk but the rules printed between them. */
function linesOf(chunk: string): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let isApart = false;
  let folio = false;
  for (const { at, text } of writtenLinesOf(chunk)) {
    const last = lines.at(-1);
    if (text.trim() === '') isApart = true;
    else if (last && (isFolio(text) || (folio && isHeadOver(chunk, text)))) folio = true;
    else if (last && RULE.test(text)) lines[lines.length - 1] = { ...last, end: at + text.length, isRuled: true };
    else {
      lines.push({ at, text, end: at + text.length, isRuled: false, isApart: isApart && !folio, isOverPage: folio });
      isApart = false;
      folio = false;
    }
  }
  return lines;
}

const canBeRow = (line: Line): boolean =>
  /\S/.test(line.text) && line.text.length <= LONGEST && (!isMarked(line) || DASHED.test(line.text));

const leadOf = (line: string): number => line.length - line.trimStart().length;

/** Where two blanks or more part the words of a line. */
const gapsOf = ({ text }: Line): Gutter[] =>
  [...text.matchAll(/(?<=\S) {2,}(?=\S)/g)].map(({ 0: gap, index }) => ({ from: index, to: index + gap.length - 1 }));

/** What of some gutters a line leaves blank. */
const leftBy = ({ text }: Line, gutters: readonly Gutter[]): Gutter[] =>
  gutters.flatMap(({ from, to }) =>
    [
      ...text
        .slice(from, to + 1)
        .padEnd(to + 1 - from)
        .matchAll(/ +/g),
    ].map(({ 0: blank, index }) => ({
      from: from + index,
      to: from + index + blank.length - 1,
    })),
  );

/** The words of a line in each column. */
const columnsOf = ({ at, text }: Line, gutters: readonly Gutter[]): { cell: Cell; to: number }[] =>
  [{ to: -1 }, ...gutters].map(({ to }, column) => {
    const words = text.slice(to + 1, gutters[column]?.from);
    return { cell: cellIn(words, at + to + 1), to: to + 1 + words.trimEnd().length };
  });

/** How many blanks a line has where a gutter runs; none where its words do not stand on both sides. */
function gapAt({ text }: Line, { from, to }: Gutter): number {
  const before = text.slice(0, from).trimEnd();
  const after = text.slice(to + 1).trimStart();
  return before === '' || after === '' ? 0 : text.trimEnd().length - after.length - before.length;
}

/** What stands in each line after a gutter, up to the next blank that parts columns. */
const afterOf = (lines: readonly Line[], { to }: Gutter): string[] =>
  lines
    .map(
      ({ text }) =>
        text
          .slice(to + 1)
          .trim()
          .split(/ {2,}/)[0] ?? '',
    )
    .filter(Boolean);

/** Most lines that have words on both sides of a gutter have them well apart, two at least, or figures alone stand after it under a header. */
function isClear(gutter: Gutter, lines: readonly Line[]): boolean {
  const gaps = lines.map((line) => gapAt(line, gutter)).filter((gap) => gap > 0);
  const clear = gaps.filter((gap) => gap > 1);
  const [, ...values] = afterOf(lines, gutter);
  return (
    (clear.length > 1 && clear.length * 2 >= gaps.length) ||
    (clear.length > 0 && values.length > 1 && values.every((value) => FIGURE.test(value)))
  );
}

/** A line whose words run across a gutter, and go on with none of those over them: prose that has a blank there by chance. */
const runsAcross = (line: Line, gutters: readonly Gutter[]): boolean =>
  !APART.test(line.text) &&
  gutters.some((gutter) => gapAt(line, gutter) === 1) &&
  columnsOf(line, gutters).some(({ cell }) => cell.text !== '' && !GOES_ON.test(cell.text));

const widest = (gutters: readonly Gutter[]): Gutter =>
  gutters.reduce((most, gutter) => (gutter.to - gutter.from >= most.to - most.from ? gutter : most));

/** From a line on, those that leave its gaps blank, and where each column ends; a gap that one line alone has is none. */
function runFrom(lines: readonly PrintedLine[], first: number): { last: number; gutters: Gutter[] } {
  let gaps = gapsOf(lines[first] as Line).map((gap) => [gap]);
  let last = first;
  for (;;) {
    const next = lines[last + 1];
    if (!next || !canBeRow(next)) break;
    const left = gaps.map((gutters) => leftBy(next, gutters));
    const isCut = gaps.some(
      (gutters, i) => left[i]?.length === 0 && isClear(widest(gutters), lines.slice(first, last + 1)),
    );
    gaps = isCut ? gaps : left.filter(({ length }) => length > 0);
    if (isCut || gaps.length === 0) break;
    last++;
  }
  return { last, gutters: gaps.map(widest) };
}

/** The gutters of some lines: those that gaps of the head told, and those where it has one blank alone, « Poids Contenu », or no word after. */
function guttersOf(lines: readonly Line[], head: Line, told: readonly Gutter[]): Gutter[] {
  const whole = {
    from: Math.min(...lines.map(({ text }) => leadOf(text))),
    to: Math.max(...lines.map(({ text }) => text.length)) - 1,
  };
  const others = lines
    .reduce((gutters, line) => leftBy(line, gutters), [whole])
    .filter(
      (gutter) => gapAt(head, gutter) < 2 && !GOES_ON.test(head.text.slice(gutter.to + 1)) && gutter.to < whole.to,
    );
  const all = [...told, ...others].sort((one, other) => one.from - other.from);
  const isFilled = (gutter: Gutter): boolean => {
    const end = all.find(({ from }) => from > gutter.to)?.from;
    return lines.slice(1).some(({ text }) => /\S/.test(text.slice(gutter.to + 1, end)));
  };
  return all.filter(isFilled);
}

const isFull = (cells: readonly Cell[]): boolean => cells.every(({ text }, column) => column === 0 || text !== '');
const filled = (cells: readonly Cell[]): number => cells.filter(({ text }) => text !== '').length;

/** A header and one row that are a table by themselves. */
const isOverOne = ([header, row]: readonly (readonly Cell[])[]): boolean =>
  header !== undefined &&
  row !== undefined &&
  header.length >= MANY &&
  filled(row) === row.length &&
  !header.some(({ text }) => /\d/.test(text)) &&
  row.some(({ text }) => /\d/.test(text));

/** The cells of the lines of a row. */
function cellsOf(lines: readonly PrintedLine[], { first, last }: RowOfLines, gutters: readonly Gutter[]): Cell[] {
  const parts = lines.slice(first, last + 1).map((line) => columnsOf(line, gutters));
  return (parts[0] ?? []).map((_, column) => {
    const cells = parts.map((part) => part[column]?.cell ?? EMPTY).filter(({ text }) => text !== '');
    return {
      text: cells.length > 0 ? joinedText(cells.map(({ text }) => text)) : '',
      pieces: cells.flatMap(({ pieces }) => pieces),
    };
  });
}

/** Whether rows are what a table has: a header over each column, or a label beside each answer, and few cells left empty. */
function areRows(rows: readonly (readonly Cell[])[], isRuled: boolean): boolean {
  const [header, ...body] = rows;
  if (!header || !isFull(header) || rows.length < (isRuled || isOverOne(rows) ? LEAST_RULED : LEAST)) return false;
  if (header.some(({ text }) => / {2}/.test(text)) || NUMBERED.test(header[0]?.text ?? '')) return false;
  // « 1 | Prix | 40 % », « | 1.1 Coût horaire | 10 % »: what stands beside a column of numbers is the label.
  const isNumbered = body.every(([number]) => /^(?:\d{1,2}[.)]?)?$/.test(number?.text ?? ''));
  const labelled = body.filter((cells) => cells.slice(0, isNumbered ? 2 : 1).some(({ text }) => text !== ''));
  return (
    body.filter((cells) => filled(cells) > 1).length * 3 >= body.length * 2 && labelled.length * 3 >= body.length * 2
  );
}

/** Rows that have no header: figures stand in the first as in the others. */
const areBare = ([first = [], ...others]: readonly (readonly Cell[])[]): boolean =>
  first.some(
    ({ text }, column) =>
      FIGURE.test(text) && others.every((row) => row[column]?.text === '' || FIGURE.test(row[column]?.text ?? '')),
  );

/** Whether the figures of each column stand in line, on their left or on their right. */
const areInLine = (lines: readonly Fragments[]): boolean =>
  (lines[0] ?? []).every((_, column) => {
    const figures = lines.map((line) => line[column]).filter((words) => words && FIGURE.test(words.text));
    const ends = new Set(figures.map((words) => words?.to));
    const starts = new Set(figures.map((words) => (words?.to ?? 0) - (words?.text.length ?? 0)));
    return figures.length === 0 || ends.size === 1 || starts.size === 1;
  });

/** The table that some lines make; undefined where they make none. */
function tableIn(lines: readonly PrintedLine[], gutters: readonly Gutter[]): LinedTable | undefined {
  const fragments: Fragments[] = lines.map((line) =>
    columnsOf(line, gutters).map(({ cell, to }) => (cell.text === '' ? undefined : { text: cell.text, to })),
  );
  const { rows, cost } = rowsTold(lines, fragments) ?? rowsOfLines(fragments);
  const torn = fragments.flat().filter((words) => words && TORN.test(words.text)).length;
  if (cost + torn * OF_TORN > rows.length * STRANGE) return undefined;
  const read = rows.map((row) => ({ ...row, cells: cellsOf(lines, row, gutters) }));
  const isAlone = ({ cells }: { readonly cells: readonly Cell[] }) => filled(cells) < 2;
  while (read[0] && isAlone(read[0])) read.shift();
  while (read.length > 0 && isAlone(read.at(-1) as { cells: Cell[] })) read.pop();
  const [first, last] = [lines[read[0]?.first ?? 0], lines[read.at(-1)?.last ?? 0]];
  const cells = read.map((row) => row.cells);
  if (!first || !last || !areRows(cells, first.isRuled) || (areBare(cells) && !areInLine(fragments))) return undefined;
  return { start: first.at, end: last.end, rows: cells, isRuled: first.isRuled };
}

/** What gutters a line leaves that stands over the columns as part of their header; undefined for one that begins a sentence, or runs across. */
function headOver(line: PrintedLine | undefined, gutters: readonly Gutter[]): Gutter[] | undefined {
  if (!line || !canBeRow(line) || isMarked(line)) return undefined;
  const left = gutters.map((gutter) => leftBy(line, [gutter]));
  if (left.some(({ length }) => length === 0)) return undefined;
  const narrowed = left.map(widest);
  const isOver = leadOf(line.text) > (gutters[0]?.to ?? 0) || narrowed.some((gutter) => gapAt(line, gutter) > 0);
  const isHead = columnsOf(line, narrowed).every(({ cell }) => !GOES_ON.test(cell.text) && !/[.;:]$/.test(cell.text));
  return isOver && isHead ? narrowed : undefined;
}

/** Lines of a header over that one, at most. */
const MOST_OVER = 3;

/** The table that begins at a line, or right over it; where its lines end. */
function tableFrom(lines: readonly PrintedLine[], at: number): { table: LinedTable | undefined; last: number } {
  const head = lines[at] as PrintedLine;
  if (!canBeRow(head) || isMarked(head) || !APART.test(head.text)) return { table: undefined, last: at };
  const { last, gutters: told } = runFrom(lines, at);
  let end = last;
  while (end > at && runsAcross(lines[end] as Line, told)) end--;
  let start = at;
  let gutters = told;
  for (let over = headOver(lines[start - 1], gutters); over && at - start < MOST_OVER; ) {
    gutters = over;
    start--;
    over = headOver(lines[start - 1], gutters);
  }
  const run = lines.slice(start, end + 1);
  const clear = guttersOf(run, head, gutters).filter((gutter) => isClear(gutter, run));
  return { table: clear.length > 0 ? tableIn(run, clear) : undefined, last: end };
}

/** The tables of a chunk. None begins under a line that stands in columns and is of no table: what is read of its lines would be less than they are. */
function tablesIn(chunk: string): LinedTable[] {
  const lines = linesOf(chunk);
  const tables: LinedTable[] = [];
  for (let at = 0; at < lines.length; at++) {
    const { table, last } = tableFrom(lines, at);
    const end = tables.at(-1)?.end ?? -1;
    if (table && end < table.start) tables.push(table);
    if (table) at = last;
    else while (APART.test(lines[at]?.text ?? '')) at++;
  }
  return tables;
}

/** Code, tags, and tables that have bars. */
const HAS_OTHER_MARKS = /[`\\]|<[/!a-z]|^\s*\|/im;
const mayHold = (chunk: string): boolean => APART.test(chunk) && !HAS_OTHER_MARKS.test(chunk);

/** Where a chunk is to be cut for its tables without bars to stand alone, with what stands over and under them; empty for most. */
export function tablesWithoutBarsIn(chunk: string): number[] {
  if (!mayHold(chunk)) return [];
  const bounds = tablesIn(chunk).flatMap(({ start, end }) => [start, end + 1]);
  return [...new Set(bounds)].filter((at) => at > 0 && at < chunk.length);
}

/** Labels and what answers each, without a header: « Objet␣␣␣Voirie », « Procédure␣␣␣Adaptée ». */
const areAnswers = ([first = [], ...others]: readonly (readonly Cell[])[]): boolean =>
  first.length === 2 &&
  !isHeader(first) &&
  others.every(([label]) => /^\p{L}/u.test(label?.text ?? '')) &&
  !others.every(([, value]) => FIGURE.test(value?.text ?? ''));

/**
 * Reads a table that a page prints with blanks alone between its columns, as text taken out of a PDF has them: the first line is its header,
 * but where it is a label and its answer. Undefined for any other chunk.
 */
export function readColumns(chunk: string): BlockContent | undefined {
  if (!mayHold(chunk)) return undefined;
  const [table] = tablesIn(chunk);
  if (!table || table.start > 0 || table.end < chunk.length) return undefined;
  const hasHeader = table.isRuled || !(areAnswers(table.rows) || areBare(table.rows));
  return tableOf(chunk, hasHeader ? table.rows : [(table.rows[0] ?? []).map(() => EMPTY), ...table.rows]);
}

/** « Variantes␣␣␣␣␣␣␣␣Sans »: a label and its answer, alone between blank lines on the cover of a piece. */
const ANSWERED =
  /^ {0,8}(?!(?:ARTICLE|Article|Art|CHAPITRE|Chapitre|Fait)(?!\p{L}))\p{Lu}(?:[^\s.:;|\d]| (?! )){2,40} {5,}(?!\d{1,3} *$|[Pp]age )\S(?:\S| (?! )){1,90} *$/u;
/** Reads such a line; undefined for any other chunk. */
export function readAnswer(chunk: string): BlockContent | undefined {
  if (!ANSWERED.test(chunk) || isMarkup(chunk)) return undefined;
  const [gap] = gapsOf({ at: 0, text: chunk });
  return gap && tableOf(chunk, [[EMPTY, EMPTY], columnsOf({ at: 0, text: chunk }, [gap]).map(({ cell }) => cell)]);
}
