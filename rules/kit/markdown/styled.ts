import type { Span } from '../span.ts';

/** « ]{.underline} », « {#article-2 .unnumbered} »: what Pandoc makes of the styles and bookmarks of a document. */
const ATTRIBUTES = String.raw`\{(?:[.#][\p{L}\d_-]+|[\p{L}\d_-]+="[^"\n]{0,80}")(?: +(?:[.#][\p{L}\d_-]+|[\p{L}\d_-]+="[^"\n]{0,80}"))*\}`;
const MARK = new RegExp(
  String.raw`(?<!\\)(?:(?<open>\[)|\](?<styled>${ATTRIBUTES})?|(?<=\S) *${ATTRIBUTES}(?=\s*$))`,
  'gmu',
);
const ANY = new RegExp(ATTRIBUTES, 'u');

/** The marks around the words that have a style, and after a title. */
export function marksOfSpansIn(chunk: string): Span[] {
  if (!ANY.test(chunk)) return [];
  const open: number[] = [];
  const found: Span[] = [];
  for (const { 0: mark, index, groups } of chunk.matchAll(MARK)) {
    const end = index + mark.length;
    if (groups?.open) open.push(index);
    else if (!mark.startsWith(']')) {
      if (chunk.startsWith('#')) found.push({ start: index, end });
    } else {
      const start = open.pop();
      if (start !== undefined && groups?.styled) found.push({ start, end: start + 1 }, { start: index, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
