import type { Passage } from '../../kit/draft.ts';
import type { Stretch } from '../../kit/french/scan.ts';

/** The lines of a paragraph, trimmed, in its folded text. */
export function linesOf({ text, folded, content: { prose } }: Passage): Stretch[] {
  const ends = [...text.matchAll(/\n/g)].map((m) => prose.foldedIndex(m.index));
  return [0, ...ends]
    .map((from, i) => {
      const to = ends[i] ?? folded.length;
      const inner = folded.slice(from, to);
      return { from: from + inner.length - inner.trimStart().length, to: from + inner.trimEnd().length };
    })
    .filter(({ from, to }) => to > from);
}
