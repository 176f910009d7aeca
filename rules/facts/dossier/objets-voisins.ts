import { contentOf, differ } from '../piece/index.ts';

/** True when two objects are the same in other words: they share one at least. */
function isSame(a: string, b: string): boolean {
  const theirs = contentOf(b);
  return !differ(a, b) && [...contentOf(a)].some((word) => theirs.has(word));
}

/**
 * `ours`, `theirs`: the folded objects of the lots, or of the tranches, of each piece. True when two pieces name the parts of a contract in like words, so that one object which is another's is a
 * contradiction: they agree on some part, or give one object to two numbers. One may else tell what the other names.
 */
export const nameAlike = (ours: readonly string[], theirs: readonly string[]): boolean =>
  ours.some((a) => theirs.some((b) => isSame(a, b)));
