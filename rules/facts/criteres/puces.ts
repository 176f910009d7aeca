import type { Passage } from '../../kit/draft.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { critereAt, type OpenCritere } from './arbre.ts';
import { readLine } from './ligne.ts';

/** What opens a line of a list in a text pasted from a word processor; folding has made dashes of the other marks. */
export const BULLET = /^(?:[->►▶] ?|o )(?=[a-z"(])/;

/** What a line with a mark and a weight sets out, in a text pasted from a word processor; undefined for any other. */
export function bulleted(p: Passage, { from, to }: Stretch): OpenCritere | undefined {
  const line = BULLET.test(p.folded.slice(from, to)) ? readLine(p.folded, from, to) : undefined;
  return line?.weight && critereAt(p, line);
}
