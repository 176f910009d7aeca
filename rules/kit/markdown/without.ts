import type { Span } from '../span.ts';
import type { BlockContent } from './content.ts';

/** Reads a chunk as if some of it did not stand there: what is read has its places in the chunk. The cuts are in order, and apart. */
export function readWithout(chunk: string, cuts: readonly Span[], read: (text: string) => BlockContent): BlockContent {
  /** Where what follows each cut begins in the text that is left, and how much is cut up to there. */
  const starts: number[] = [0];
  const before: number[] = [0];
  let text = '';
  let at = 0;
  let cut = 0;
  for (const { start, end } of cuts) {
    text += chunk.slice(at, start);
    cut += end - start;
    starts.push(text.length);
    before.push(cut);
    at = end;
  }
  text += chunk.slice(at);
  const to = (place: number): number => {
    let low = 0;
    for (let high = starts.length - 1; low < high; ) {
      const mid = (low + high + 1) >> 1;
      if ((starts[mid] as number) <= place) low = mid;
      else high = mid - 1;
    }
    return place + (before[low] as number);
  };
  const moved = ({ start, end }: Span): Span => ({ start: to(start), end: end > start ? to(end - 1) + 1 : to(start) });
  const { passages, places, tables, comments, unread, ...rest } = read(text);
  return {
    ...rest,
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
