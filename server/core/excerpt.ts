import type { Piece } from '../../rules/kit/piece.ts';
import type { Span } from '../../rules/kit/span.ts';
import type { Excerpt } from './rapport-types.ts';

/** Units kept on each side of the words. */
const AROUND = 110;
/** Units of the words themselves. */
const LONGEST = 420;

const flat = (text: string) => text.replace(/\s+/g, ' ');

/** Cuts at a space near the limit, never inside a character. */
function head(text: string, most: number): string {
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

/** The words at a span, with the rest of the lines they stand in, without the blanks that lay them out. */
export function excerptOf({ draft }: Piece, at: Span): Excerpt {
  const { text } = draft;
  const lineStart = Math.max(text.lastIndexOf('\n', at.start - 1), text.lastIndexOf('\r', at.start - 1)) + 1;
  const rest = /^[^\r\n]*/.exec(text.slice(at.end, at.end + 4 * AROUND))?.[0] ?? '';
  const words = flat(text.slice(at.start, at.end)).trim();
  return {
    before: tail(flat(text.slice(lineStart, at.start)).trimStart(), AROUND),
    words: head(words, LONGEST),
    after: /[\r\n]\s*$/.test(text.slice(at.start, at.end)) ? '' : head(flat(rest).trimEnd(), AROUND),
  };
}
