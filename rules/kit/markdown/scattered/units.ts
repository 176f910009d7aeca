import type { Span } from '../../span.ts';
import type { Cell, Line } from '../cells.ts';
import { isFoot } from '../pages.ts';
import { isTitle, states } from '../plain.ts';

/** Paragraphs that a table may be made of, at most. */
export const MOST_CELLS = 240;
/** Lines of a cell, and units of them, at most. */
const MOST_LINES = 9;
const LONGEST_CELL = 420;
export const WIDEST = 74;
/** Units of the paragraph whose last line begins a table, at most. */
const LONGEST_OPENING = 6000;

/** A paragraph, the marks of its page left out. */
export interface Unit {
  readonly lines: readonly Line[];
  /** It begins a page. */
  readonly isTop: boolean;
}

export const isFootLine = ({ text }: Line): boolean => isFoot(text);

/** The paragraph that begins at a place, or after the blank lines that do; undefined at the end of the text. */
export function unitAt(text: string, start: number): { readonly unit: Unit; readonly next: number } | undefined {
  const lines: Line[] = [];
  let isTop = false;
  let at = start;
  while (at < text.length) {
    const eol = text.indexOf('\n', at);
    const end = eol < 0 ? text.length : eol;
    const raw = text.slice(at, end);
    const isBlank = raw.trim() === '';
    const isPage = raw.startsWith('\f');
    if (lines.length > 0 && (isPage || isBlank)) break;
    isTop ||= isPage;
    const lead = isPage ? 1 : 0;
    if (!isBlank) lines.push({ at: at + lead, text: raw.slice(lead) });
    at = end + 1;
    if (at - start > LONGEST_OPENING) return undefined;
  }
  return lines.length > 0 ? { unit: { lines, isTop }, next: at } : undefined;
}

/** What no cell begins with: marks of Markdown, numbered titles. */
export const NO_CELL =
  /^\s*(?:[#>|<]|`{3}|~{3}|[*_]{2}|(?:ARTICLE|Article|CHAPITRE|Chapitre|ANNEXE|Annexe|SECTION|Section) [\dIVX]|\d{1,2}(?:\.\d{1,2}){1,3}\.? +[–-]? ?\p{Lu}|[IVX]{1,4}\.\d)/u;

/** A sentence, or a title over its text. */
function isProse({ lines: all }: Unit): boolean {
  const lines = all.filter((line) => !isFootLine(line));
  const words = cellOf(lines).text;
  const [first, second] = lines;
  return (
    (words.length > 60 && /[.!?:]$/.test(words) && states(words)) ||
    (second !== undefined && isTitle(first?.text ?? '') && /^\p{Lu}/u.test(second.text))
  );
}

function mayBeCell(unit: Unit): boolean {
  const { lines } = unit;
  return (
    lines.length <= MOST_LINES &&
    lines.every(({ text }) => text.length <= WIDEST) &&
    lines.reduce((sum, { text }) => sum + text.length, 0) <= LONGEST_CELL &&
    !lines.some(({ text }) => NO_CELL.test(text)) &&
    !isProse(unit)
  );
}

/** True for a text that is paragraphs which a table may be made of, and nothing else. */
export function mayBeCells(text: string): boolean {
  let found = unitAt(text, 0);
  for (; found; found = unitAt(text, found.next)) if (!mayBeCell(found.unit)) return false;
  return true;
}

export const spanOf = ({ at, text }: Line): Span => {
  const start = at + text.length - text.trimStart().length;
  return { start, end: start + text.trim().length };
};

export const cellOf = (lines: readonly Line[]): Cell => ({
  text: lines.map(({ text }) => text.trim()).join(' '),
  pieces: lines.map(spanOf),
});

/** A cell with lines more. */
export const withMore = ({ text, pieces }: Cell, lines: readonly Line[]): Cell => {
  const more = cellOf(lines);
  return text === '' ? more : { text: `${text} ${more.text}`, pieces: [...pieces, ...more.pieces] };
};

/** A line cut in two at a place. */
export const parted = ({ at, text }: Line, place: number): readonly [Line, Line] => [
  { at, text: text.slice(0, place) },
  { at: at + place, text: text.slice(place) },
];

/** Paragraphs by their rank, those that may be cells, as long as they follow each other. */
export type Units = (rank: number) => Unit | undefined;

/** Those from a place on, read as they are asked for. */
export function unitsFrom(text: string, start: number): Units {
  const units: Unit[] = [];
  let at = start;
  return (rank) => {
    while (units.length <= rank && rank < MOST_CELLS) {
      const found = unitAt(text, at);
      if (!found || !mayBeCell(found.unit)) {
        at = text.length;
        return undefined;
      }
      units.push(found.unit);
      at = found.next;
    }
    return units[rank];
  };
}

export const after =
  (units: Units, count: number): Units =>
  (rank) =>
    units(rank + count);
/** The words of a paragraph; none where it is none. */
export const wordsAt = (units: Units, rank: number): string => cellOf(units(rank)?.lines ?? []).text;
