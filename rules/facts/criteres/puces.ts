import type { Passage } from '../../kit/draft.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { critereAt, type OpenCritere } from './arbre.ts';
import { readLine } from './ligne.ts';

/** What opens a line of a list in a text pasted from a word processor; folding has made dashes of the other marks. */
export const BULLET = /^(?:[->►▶] ?|o )(?=[a-z"(])/;

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

/** What a line with a mark and a weight sets out, in a text pasted from a word processor; undefined for any other. */
export function bulleted(p: Passage, { from, to }: Stretch): OpenCritere | undefined {
  const line = BULLET.test(p.folded.slice(from, to)) ? readLine(p.folded, from, to) : undefined;
  return line?.weight && critereAt(p, line);
}
