import { fold } from '../../kit/french/fold.ts';
import type { Phrase, Prose } from '../../kit/markdown/prose.ts';

const originals = new WeakMap<Prose, string>();

/** The words of a whole prose as typed, unit for unit as the folded text. */
function wholeOf(prose: Prose): string {
  let found = originals.get(prose);
  if (found === undefined) {
    const { text, map } = fold(prose.text);
    found = map ? Array.from(text, (_, i) => prose.text[map[i] as number] ?? ' ').join('') : prose.text;
    originals.set(prose, found);
  }
  return found;
}

/** The words of a sentence as typed, unit for unit as its folded text. */
export const typed = ({ prose, from, folded }: Phrase): string => wholeOf(prose).slice(from, from + folded.length);

/** All in capitals, which then tell no name from a word. */
export const isLoud = ({ text }: Prose): boolean => !/\p{Ll}{2}/u.test(text) && /\p{Lu}{4}/u.test(text);
