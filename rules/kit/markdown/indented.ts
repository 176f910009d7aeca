import { BULLETS } from '../french/fold.ts';
import type { Span } from '../span.ts';
import type { BlockContent } from './block.ts';

const INDENTED = /^(?: {4}|\t)/;
const LEAD = /^[ \t]*/;
/** Marks of programs and data, which no clause is written with. */
const CODE = /[{}<>$\\`=]|;[^\S\n]*\n\s*[}\w]+\(|^[^\S\n]*(?:\/\/|#)/m;
/** What begins as a sentence, a title or an item does. */
const BEGINS = new RegExp(`^\\s*(?:[${BULLETS}–-]\\s*|[\\dIVX][\\d.]*[.)]?\\s*)?[\\p{Lu}«☐☒]`, 'u');

/** True for words: letters for the most part, several of them, begun or ended as text is. */
function isText(chunk: string): boolean {
  if (CODE.test(chunk)) return false;
  const letters = chunk.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 3 || letters < chunk.replace(/\s/g, '').length * 0.6) return false;
  const words = chunk.match(/\p{L}{2,}/gu)?.length ?? 0;
  return BEGINS.test(chunk) || words > 5 || (words > 1 && /[;.,:]\s*$/.test(chunk));
}

/**
 * Reads a chunk that is indented as programs print pages, and that Markdown would take for code, as if it were not. Undefined for any
 * other, and for code.
 */
export function readIndented(chunk: string, read: (text: string) => BlockContent): BlockContent | undefined {
  if (!INDENTED.test(chunk) || !isText(chunk)) return undefined;
  const most = LEAD.exec(chunk)?.[0].length ?? 0;
  /** Where each line begins once set flush, and how much stands before it in all. */
  const starts: number[] = [];
  const cuts: number[] = [];
  let text = '';
  let cut = 0;
  for (const line of chunk.split('\n')) {
    const lead = Math.min(most, LEAD.exec(line)?.[0].length ?? 0);
    cut += lead;
    starts.push(text.length);
    cuts.push(cut);
    text += `${line.slice(lead)}\n`;
  }
  const to = (place: number): number => {
    let low = 0;
    for (let high = starts.length - 1; low < high; ) {
      const mid = (low + high + 1) >> 1;
      if ((starts[mid] as number) <= place) low = mid;
      else high = mid - 1;
    }
    return place + (cuts[low] as number);
  };
  const moved = ({ start, end }: Span): Span => ({ start: to(start), end: end > start ? to(end - 1) + 1 : to(start) });
  const { passages, places, tables, comments, unread } = read(text.slice(0, -1));
  return {
    passages: passages.map((passage, i) => {
      const { start, end } = moved(places[i] as Span);
      const prose = passage.prose.moved((places[i] as Span).start, to);
      return { ...passage, prose, source: chunk.slice(start, end) };
    }),
    places: places.map(moved),
    tables: tables.map(moved),
    comments: comments.map(({ span, text }) => ({ span: moved(span), text })),
    ...(unread && { unread: unread.map(({ span, why }) => ({ span: moved(span), why })) }),
  };
}
