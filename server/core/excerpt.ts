import type { Piece } from '../../rules/kit/piece.ts';
import type { Span } from '../../rules/kit/span.ts';
import { type Stretch, unmarked, unmarkedParts } from './unmarked.ts';

/** Words of a draft with those around them, without the marks of Markdown that lay them out. */
export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Units kept on each side of the words in a table. */
const AROUND = 300;
/** The same in a sentence: one that is longer is cut. */
const LONGEST_AROUND = 700;
/** Units of the words themselves. */
const LONGEST = 600;

/** Cuts at a space near the limit, never inside a character. */
export function head(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(' ', most);
  const kept = text.slice(0, cut > most / 2 ? cut : most);
  return `${kept.replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The sentences that end before the limit, where there are some. */
function headSentences(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = /^[\s\S]*[.;:]["»*_]*(?=\s)/.exec(text.slice(0, most + 1))?.[0] ?? '';
  return end.length > most / 3 ? `${end} […]` : head(text, most);
}

function tail(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.indexOf(' ', text.length - most);
  const from = cut >= 0 && text.length - cut > most / 2 ? cut + 1 : text.length - most;
  return `…${text.slice(from).replace(/^[\udc00-\udfff]/, '')}`;
}

const ROW = /^[ \t>]*\|/;
/** « |---|---:| »: it lays a table out and says nothing. */
const DELIMITER = /^[ \t>]*\|?(?:\s*:?-+:?\s*\|)+\s*(?:(?::?-+:?)\s*)?$/;
/** What a title, an item or a quotation begins with. */
const OPENING = /^(?:#{1,6}|[-*+>])\s+/;

const SEPARATOR = ' · ';

/** Cells of a row, or of a part of one, for a reader who sees no table; an empty cell is a dash. */
function cells(row: string, cut: { readonly before?: boolean; readonly after?: boolean }): string {
  const all = row.replace(/^[ \t>]*(?=\|)/, '').split(/(?<!\\)\|/);
  const last = all.length - 1;
  return all
    .map((cell, i) => {
      // The cell that the words stand in is cut where they are.
      if (i === 0 && cut.before) return cell.trimEnd();
      if (i === last && cut.after) return cell.trimStart();
      return cell.trim() || (i === 0 || i === last ? undefined : '–');
    })
    .filter((cell) => cell !== undefined)
    .join(SEPARATOR);
}

/** Words that may go over several lines, rows of a table among them. `lead`: what stands before them on their first line. */
function unruled(words: string, lead: string): string {
  const lines = words.split(/\r\n?|\n/).filter((line) => !DELIMITER.test(line));
  const isRowAt = (i: number) => ROW.test(i === 0 ? lead + lines[0] : (lines[i] ?? ''));
  let out = '';
  for (const [i, line] of lines.entries()) {
    const text = isRowAt(i) ? cells(line, {}) : line;
    const joint = isRowAt(i) && isRowAt(i - 1) ? ' ; ' : ' ';
    out += i > 0 ? joint + text : text;
  }
  return out;
}

/** The words at a span, in the row of the table that they stand in. */
function rowExcerpt(text: string, at: Span, lead: string): Excerpt {
  const rest = /^[^\r\n]*/.exec(text.slice(at.end, at.end + 4 * AROUND))?.[0] ?? '';
  const inside = text.slice(at.start, at.end);
  const lastLine = inside.split(/[\r\n]/).pop() ?? '';
  const begun = ROW.test(lead);
  const ends = ROW.test(lastLine) || (begun && lastLine === inside);
  const before = begun ? cells(lead, { after: true }) : lead.trimStart().replace(OPENING, '');
  return {
    before: unmarked(tail(before.trimStart(), AROUND)),
    words: unmarked(head(unruled(inside, lead).trim(), LONGEST)),
    after: /[\r\n]\s*$/.test(inside)
      ? ''
      : unmarked(head((ends ? cells(rest, { before: true }) : rest).trimEnd(), AROUND)),
  };
}

/** The sentences that a span stands in; the rest of its lines where it stands in none (front matter, quotations). */
export function sentencesAround({ draft }: Piece, at: Span): Span {
  const { text } = draft;
  const sentenceAt = (offset: number) =>
    draft.passageAt(offset)?.sentences.find(({ span }) => span.start <= offset && offset <= span.end)?.span;
  const lineStart = Math.max(text.lastIndexOf('\n', at.start - 1), text.lastIndexOf('\r', at.start - 1)) + 1;
  const rest = /^[^\r\n]*/.exec(text.slice(at.end))?.[0] ?? '';
  const ended = /[\r\n]\s*$/.test(text.slice(at.start, at.end));
  const start = Math.min(at.start, sentenceAt(at.start)?.start ?? lineStart);
  const end = Math.max(at.end, sentenceAt(Math.max(at.start, at.end - 1))?.end ?? at.end + (ended ? 0 : rest.length));
  // Marks that open or close with the sentence go with it.
  const open = /[*_`[]*$/.exec(text.slice(Math.max(0, start - 8), start))?.[0] ?? '';
  const close = /^(?:[*_`]+|\]\([^)\s]*\))*/.exec(text.slice(end, end + 200))?.[0] ?? '';
  return { start: start - open.length, end: end + close.length };
}

/**
 * The words at a span, with the rest of the sentences they stand in, without the marks of Markdown; cells of a table are
 * told apart by « · ».
 */
export function excerptOf(piece: Piece, at: Span): Excerpt {
  const { text } = piece.draft;
  const lineStart = Math.max(text.lastIndexOf('\n', at.start - 1), text.lastIndexOf('\r', at.start - 1)) + 1;
  const lead = text.slice(lineStart, at.start);
  const inside = text.slice(at.start, at.end);
  if (inside.split(/\r\n?|\n/).some((line, i) => ROW.test(i === 0 ? lead + line : line)))
    return rowExcerpt(text, at, lead);
  const around = sentencesAround(piece, at);
  const parts = unmarkedParts([
    { text: tail(text.slice(around.start, at.start), LONGEST_AROUND).replace(OPENING, ''), marked: false },
    { text: headSentences(inside, LONGEST), marked: true },
    { text: head(text.slice(at.end, around.end), LONGEST_AROUND), marked: false },
  ]);
  const words = parts.findIndex((p) => p.marked);
  const joined = (own: readonly Stretch[]) => own.map((p) => p.text).join('');
  return {
    before: joined(parts.slice(0, Math.max(0, words))).trimStart(),
    words: parts[words]?.text.trim() ?? '',
    after: words < 0 ? joined(parts).trim() : joined(parts.slice(words + 1)).trimEnd(),
  };
}
