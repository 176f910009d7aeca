import type { Piece } from '../../rules/kit/piece.ts';
import type { Span } from '../../rules/kit/span.ts';
import type { Excerpt } from './rapport-types.ts';

/** Units kept on each side of the words. */
const AROUND = 110;
/** Units of the words themselves. */
const LONGEST = 420;

const flat = (text: string) => text.replace(/\s+/g, ' ');

/** Cuts at a space near the limit, never inside a character. */
export function head(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(' ', most);
  const kept = text.slice(0, cut > most / 2 ? cut : most);
  return `${kept.replace(/[\ud800-\udbff]$/, '')}…`;
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

/**
 * The words at a span, with the rest of the lines they stand in, without the blanks and the marks that lay them out; cells of
 * a table are told apart by « · ».
 */
export function excerptOf({ draft }: Piece, at: Span): Excerpt {
  const { text } = draft;
  const lineStart = Math.max(text.lastIndexOf('\n', at.start - 1), text.lastIndexOf('\r', at.start - 1)) + 1;
  const rest = /^[^\r\n]*/.exec(text.slice(at.end, at.end + 4 * AROUND))?.[0] ?? '';
  const lead = text.slice(lineStart, at.start);
  const inside = text.slice(at.start, at.end);
  const lastLine = inside.split(/[\r\n]/).pop() ?? '';
  const begun = ROW.test(lead);
  const ends = ROW.test(lastLine) || (begun && lastLine === inside);
  const before = begun ? cells(lead, { after: true }) : lead.trimStart().replace(OPENING, '');
  return {
    before: tail(flat(before).trimStart(), AROUND),
    words: head(flat(unruled(inside, lead)).trim(), LONGEST),
    after: /[\r\n]\s*$/.test(inside) ? '' : head(flat(ends ? cells(rest, { before: true }) : rest).trimEnd(), AROUND),
  };
}
