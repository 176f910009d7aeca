import { BULLETS } from '../french/fold.ts';
import type { Span } from '../span.ts';
import { readColumns } from './columns.ts';
import type { BlockContent } from './content.ts';
import { isLoudTitle, isTitle } from './plain.ts';
import { readWithout } from './without.ts';

const INDENTED = /^(?: {4}|\t)/;
const LEAD = /^[ \t]*/;
/** Marks of programs and data, which no clause is written with: « R = 3,75 » and « Uw < 1,3 » are measures. */
const CODE = /[{}$\\`]|[=!:]=|[=-]>|<\/?[a-z!?]|\w=["'\w]|;[^\S\n]*\n\s*[}\w]+\(|^[^\S\n]*(?:\/\/|#)/im;
/** « prix = 3 »; « Note = 40 x prix » begins as a sentence does. */
const ASSIGNED = /^[^\S\n]*(?:(?:const|let|var|def|import|export|return) )?[a-z_]\w* = /m;
/** What begins as a sentence, a title or an item does. */
const BEGINS = new RegExp(`^\\s*(?:[${BULLETS}–-]\\s*|[\\dIVX][\\d.]*[.)]?\\s*)?[\\p{Lu}«☐☒]`, 'u');

/** Spaces, and what a page fills a line with: « Prix ........ 40 ». */
const BLANK = /\s|[._…·-]{3,}/g;

/** True for words: letters for the most part, several of them, begun or ended as text is. */
function isText(chunk: string): boolean {
  if (CODE.test(chunk) || ASSIGNED.test(chunk)) return false;
  const letters = chunk.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 3 || letters < chunk.replace(BLANK, '').length * 0.6) return false;
  const words = chunk.match(/\p{L}{2,}/gu)?.length ?? 0;
  return BEGINS.test(chunk) || words > 5 || (words > 1 && /[;.,:]\s*$/.test(chunk));
}

/** True for words that Markdown would take for code, and that a page indents. */
export const isIndentedText = (chunk: string): boolean => INDENTED.test(chunk) && isText(chunk);

/**
 * Reads a chunk that is indented as programs print pages, and that Markdown would take for code, as if it were not. Undefined for any
 * other, and for code.
 */
export function readIndented(chunk: string, read: (text: string) => BlockContent): BlockContent | undefined {
  if (!isIndentedText(chunk)) return undefined;
  const most = LEAD.exec(chunk)?.[0].length ?? 0;
  const cuts: Span[] = [];
  let at = 0;
  for (const line of chunk.split('\n')) {
    cuts.push({ start: at, end: at + Math.min(most, LEAD.exec(line)?.[0].length ?? 0) });
    at += line.length + 1;
  }
  return readWithout(chunk, cuts, read);
}

/** A number with blanks about it: « ␣␣␣3.␣␣VOLUMES ». */
const PADDED = /^(?<lead> {0,3})(?<number>\d{1,2}[.)]) (?<more> {0,4})(?<title>\S.*)$/;

/** The blanks of a numbered title in capitals that a page prints so; undefined for any other line: converters pad their lists. */
function paddingOf(line: string): Span[] | undefined {
  const { lead = '', number = '', more = '', title = '' } = PADDED.exec(line)?.groups ?? {};
  if (!(lead || more) || !isTitle(`${number} ${title}`) || !isLoudTitle(title)) return undefined;
  const gap = lead.length + number.length + 1;
  return [
    { start: 0, end: lead.length },
    { start: gap, end: gap + more.length },
  ].filter(({ start, end }) => end > start);
}

/** Reads such a title, which Markdown takes for a list of one item. Undefined for any other chunk. */
export function readPadded(chunk: string, read: (text: string) => BlockContent): BlockContent | undefined {
  const cuts = paddingOf(chunk);
  return cuts && readWithout(chunk, cuts, read);
}

/** Where a chunk is to be cut for such a title, or one over a table set off the margin, to stand alone: Markdown would have both in an item. Empty for most. */
export function paddedTitlesIn(chunk: string): number[] {
  const blank = /\n(?:[ \t]*\n)+/.exec(chunk);
  if (!blank) return [];
  const [title, rest] = [chunk.slice(0, blank.index), blank.index + blank[0].length];
  if (paddingOf(title)) return [rest];
  const [first = ''] = chunk.slice(rest).split(/\n[ \t]*\n/);
  return isTitle(title) && readColumns(first) ? [rest] : [];
}
