import { dequal } from 'dequal';
import type { Reader } from './draft.ts';
import type { PassageContent } from './markdown/block.ts';
import type { Phrase, Prose } from './markdown/prose.ts';
import { readPassage } from './silence.ts';
import { type Change, isSomething, readWords } from './trace.ts';

/** A passage as it was and as it is. */
export interface Renewal {
  readonly was: PassageContent;
  readonly is: PassageContent;
}

/** The words of a passage and of its sentences, before and after. */
interface Pair {
  readonly was: Prose | Phrase;
  readonly is: Prose | Phrase;
  /** What stands before an edit keeps its place in the source when it keeps it in the words. */
  readonly isSteady: boolean;
}

const pairsOf = ({ was, is }: Renewal): Pair[] => {
  // Marks, entities or doubled spaces that come or go move the source under words that stay.
  const isLevel = is.source.length - was.source.length === is.prose.folded.length - was.prose.folded.length;
  const sentences = was.prose.sentences.map((s, i): Pair => {
    const now = is.prose.sentences[i] as Phrase;
    return { was: s, is: now, isSteady: isLevel && s.from === now.from };
  });
  return [{ was: was.prose, is: is.prose, isSteady: isLevel }, ...sentences];
};

const once = <K>(ask: (key: K) => boolean): ((key: K) => boolean) => {
  const known = new Map<K, boolean>();
  return (key) => {
    let answer = known.get(key);
    if (answer === undefined) {
      answer = ask(key);
      known.set(key, answer);
    }
    return answer;
  };
};

/** An edit as computations are asked about it; what stands in the changed passages is looked for once. */
export function changeOf(draft: object, places: ReadonlySet<object>, renewals: readonly Renewal[]): Change {
  const pairs = renewals.flatMap(pairsOf);
  const differs = (take: (words: Prose | Phrase) => unknown) => (pair: Pair) => {
    const [before, after] = [take(pair.was), take(pair.is)];
    if (!isSomething(before) && !isSomething(after)) return false;
    return !pair.isSteady || !dequal(before, after);
  };
  return {
    draft,
    places,
    flips: once((pattern) => pairs.some(({ was, is }) => was.has(pattern) !== is.has(pattern))),
    moves: once((pattern) => pairs.some(differs((words) => words.findAll(pattern)))),
    tells: once((reading) => pairs.some(differs((words) => readWords(reading, words.words)))),
    yields: once((reader) =>
      renewals.some(({ was, is }) => {
        const take = (content: PassageContent) => readPassage(reader as Reader<unknown>, content);
        const [before, after] = [take(was), take(is)];
        if (before.length === 0 && after.length === 0) return false;
        const steady = pairsOf({ was, is }).slice(1);
        return !(before.every(([s]) => steady[s]?.isSteady) && dequal(before, after));
      }),
    ),
  };
}
