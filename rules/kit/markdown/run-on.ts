import { BULLETS } from '../french/fold.ts';
import type { MarkedList } from './plain.ts';

const BULLET = new RegExp(`(?<!\\S)[${BULLETS}][ \\t]+(?=\\S)`, 'gu');
/** What may hold lines that are no text. */
const OTHER_BLOCK = /(?:^|\n)(?:`{3}|~{3}|[<>|])/;

/** « Sont remis : • le plan ; • le devis. »: a list whose items run on in one paragraph, as where line ends were lost. None but of two items. */
export function runOnListIn(chunk: string): MarkedList | undefined {
  if (!new RegExp(`\\S[ \\t]+[${BULLETS}][ \\t]`).test(chunk) || OTHER_BLOCK.test(chunk)) return undefined;
  const marks = [...chunk.matchAll(BULLET)].map((m) => ({ at: m.index, from: m.index + m[0].length }));
  // An item that goes on with the line of another: that one is done, or it is announced.
  const isDone = (at: number): boolean => /(?:^|\n)[ \t]*$|[.;:,)][ \t]*$/.test(chunk.slice(Math.max(0, at - 20), at));
  if (marks.length < 2 || !marks.every(({ at }) => isDone(at))) return undefined;
  const items = marks.map((mark, i) => ({ ...mark, end: marks[i + 1]?.at ?? chunk.length }));
  return { ordered: false, items, start: items[0]?.at ?? 0, end: chunk.length };
}
