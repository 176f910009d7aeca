import { FIGURE, type Line } from './cells.ts';
import type { Fragments, RowOfLines } from './typeset.ts';

const GOES_ON = /^\p{Ll}/u;
/** « 2.1 - Méthode », « 2.4 Délais », « 3  Prix »: what is numbered begins a row. */
const NUMBER = /^(\d{1,2}(?:\.\d{1,2}){0,2})(?:[.)]| ?[-–])? +\S/;

/** A line, and what is printed between it and the next. */
export interface PrintedLine extends Line {
  readonly end: number;
  readonly isRuled: boolean;
  /** A blank line parts it from the one before: it begins a row. */
  readonly isApart: boolean;
  /** The end of a page stands over it. */
  readonly isOverPage: boolean;
}

/** The rows of lines that blank ones part; over the end of a page, one may go on. */
function rowsApart(lines: readonly PrintedLine[]): RowOfLines[] {
  const firsts = lines.flatMap(({ isApart, isOverPage, text }, i) =>
    i === 0 || isApart || (isOverPage && !GOES_ON.test(text.trimStart())) ? i : [],
  );
  return firsts.map((first, i) => ({ first, last: (firsts[i + 1] ?? lines.length) - 1 }));
}

/**
 * Whether blank lines stand between the rows, and not between groups of them: no group has two figures under each other. One that
 * stands under the header alone says nothing of the lines after it.
 */
function areApart(lines: readonly PrintedLine[], fragments: readonly Fragments[]): boolean {
  const rows = rowsApart(lines);
  const [, body] = rows;
  if (!body || !lines.some(({ isApart }, i) => i > 0 && isApart)) return false;
  if (rows.length === 2 && body.last > body.first + 1) return false;
  return rows.every(({ first, last }) => hasOneFigure(fragments.slice(first, last + 1)));
}

const leadOf = (line: string): number => line.length - line.trimStart().length;

/** No column of a row has two figures under each other. */
const hasOneFigure = (group: readonly Fragments[]): boolean =>
  (group[0] ?? []).every((_, c) => group.filter((line) => FIGURE.test(line[c]?.text ?? '')).length < 2);

/** The rows of lines that each begin with a number of its own, and go on under its words; undefined for any other. */
function rowsNumbered(lines: readonly PrintedLine[], fragments: readonly Fragments[]): RowOfLines[] | undefined {
  const numbers = lines.map(({ text }) => NUMBER.exec(text.trimStart())?.[1]);
  const told = numbers.filter((number) => number !== undefined);
  // A header stands over them, or none.
  const begins = (i: number) => i === 0 || numbers[i] !== undefined;
  if (told.length < 3 || new Set(told).size < told.length || (numbers[0] ?? numbers[1]) === undefined) return undefined;
  const firsts = [...lines.keys()].filter(begins);
  const rows = firsts.map((first, i) => ({ first, last: (firsts[i + 1] ?? lines.length) - 1 }));
  const isRow = ({ first, last }: RowOfLines): boolean => {
    const [{ text: top = '' } = {}, ...under] = lines.slice(first, last + 1);
    return under.every(({ text }) => leadOf(text) > leadOf(top)) && hasOneFigure(fragments.slice(first, last + 1));
  };
  return rows.every(isRow) ? rows : undefined;
}

/** The rows that blank lines or numbers tell, and nothing strange in them; undefined where neither does. */
export function rowsTold(
  lines: readonly PrintedLine[],
  fragments: readonly Fragments[],
): { readonly rows: RowOfLines[]; readonly cost: number } | undefined {
  const rows = areApart(lines, fragments) ? rowsApart(lines) : rowsNumbered(lines, fragments);
  return rows && { rows, cost: 0 };
}
