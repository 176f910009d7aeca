import { FIGURE, LEADERS } from './cells.ts';
import { isFolio, isPageHead, isRunning, MOST_LINES } from './pages.ts';

/** Words that blanks part from others, and where they begin in their line. */
interface Part {
  readonly at: number;
  readonly text: string;
}

const partsOf = (line: string): Part[] =>
  [...line.trimEnd().matchAll(/\S(?:\S| (?! ))*/g)].map(({ 0: text, index }) => ({ at: index, text }));

/** Units of the name of a column, at most. */
const WIDEST = 45;
/** Between two columns of a header: two blanks alone may part words. */
const APART = / {3,}\S/;
/** What begins an item, a quotation…; a row may begin with a number. */
const MARK = new RegExp(`^\\s*[-+*|>#\`~•]|${LEADERS.source}`);

/** The end of a sentence, and none of a header. */
const ENDED = /[.;:]\s*$/;

/** The columns that a line names, were it the header of a table without bars; none for any other. */
function columnsIn(line: string): Part[] {
  if (!APART.test(line.trimStart()) || MARK.test(line) || ENDED.test(line)) return [];
  const parts = partsOf(line);
  return parts.every(({ text }) => text.length <= WIDEST) && /^\p{L}/u.test(parts[0]?.text ?? '') ? parts : [];
}

/** A title of one line, that Markdown would have as the first of a list: « 5. Règlement ». */
const NUMBERED_TITLE = /^ {0,3}\d{1,2}[.)] +\p{Lu}[^\n.;:,]{2,60}$/u;
/** True for the header of a table that a page sets off the margin under such a title: none of the item's own words. */
export const isHeaderUnderTitle = (chunk: string, line: string): boolean =>
  NUMBERED_TITLE.test(chunk.trimEnd()) && columnsIn(line).length > 1;

/** The columns that the first line of a chunk names. */
const columnsOf = (chunk: string): Part[] => columnsIn(/^[^\n]*/.exec(chunk)?.[0] ?? '');

/**
 * True for a line that stands in the columns of the first line of a chunk, though a blank line parts it from the chunk: the next row of a
 * table whose rows a page sets apart.
 */
export function isRowUnder(chunk: string, line: string): boolean {
  if (!/\S {2,}\S/.test(line) || MARK.test(line)) return false;
  const columns = columnsOf(chunk);
  if (columns.length < 2) return false;
  const row = partsOf(line);
  const stands = ({ at, text }: Part): boolean =>
    columns.some(
      (c, i) => c.at === at || (i > 0 && FIGURE.test(text) && at > c.at && at < (columns[i + 1]?.at ?? at + 1)),
    );
  // « 612 000 € » over « non chiffrée à ce jour »: the last may be set on the right.
  const [last, head] = [row.at(-1), columns.at(-1)];
  const others = row.length === columns.length && last && head && isOver(head, last) ? row.slice(0, -1) : row;
  // « 1   Prix des prestations␣␣␣60 points »: a number, and the label that it begins.
  const [first, label] = row;
  const isNumbered =
    first && label && /^\d{1,2}(?:\.\d{1,2})?[.)]?$/.test(first.text) && label.at - first.at <= HANGING;
  return (
    row.length > 1 &&
    first?.at === columns[0]?.at &&
    others.every((part) => (isNumbered && part === label) || stands(part))
  );
}
const isOver = (head: Part, words: Part): boolean =>
  words.at < head.at + head.text.length && words.at + words.text.length > head.at;

/** True for a chunk that may be a table whose rows stand apart, or go on over a page. */
export const mayHaveRowsApart = (chunk: string): boolean => /\n[ \t]*\n/.test(chunk) && columnsOf(chunk).length > 1;

/** True for a line whose only words go on with those of a column. */
function goesOn(chunk: string, line: string): boolean {
  const [only, ...others] = partsOf(line);
  return (
    only !== undefined &&
    others.length === 0 &&
    /^\p{Ll}/u.test(only.text) &&
    columnsOf(chunk).some(({ at }) => only.at >= at && only.at - at <= HANGING)
  );
}
/** « 1.3 Qualification… », and its other lines under « Qualification »: how far they stand from their column, at most. */
const HANGING = 14;

/** True for the head of a page over which a table goes on: none of its rows. */
export const isHeadOver = (chunk: string, line: string): boolean =>
  isPageHead(line) && !isRowUnder(chunk, line.slice(1));

/** Where a table goes on that is the last chunk before a place, after what stands over and under a page; undefined where it does not. */
export function rowPast(chunk: string, text: string, at: number): number | undefined {
  if (columnsOf(chunk).length < 2) return undefined;
  let told = false;
  let seen = 0;
  for (const { from, line } of linesFrom(text, at)) {
    const row = line.replace(/^\f/, '');
    if (told && (isRowUnder(chunk, row) || goesOn(chunk, row))) return from;
    if (++seen > MOST_LINES || !(isRunning(line) || isHeadOver(chunk, line))) return undefined;
    told ||= isFolio(line);
  }
  return undefined;
}

/** The lines from a place on that are not blank, each with where it begins. */
function* linesFrom(text: string, at: number): Generator<{ readonly from: number; readonly line: string }> {
  for (let from = at; from < text.length; ) {
    const eol = text.indexOf('\n', from);
    const end = eol < 0 ? text.length : eol;
    const line = text.slice(from, end);
    if (line.trim() !== '') yield { from, line };
    from = end + 1;
  }
}
