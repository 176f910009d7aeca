import { dequal } from 'dequal';
import { sameSentences } from './edit.ts';
import type { PassageContent } from './markdown/content.ts';
import type { Phrase, Prose } from './markdown/prose.ts';
import type { Reader } from './reader.ts';
import { readPassage } from './silence.ts';
import { type Change, isSomething, readWords } from './trace.ts';

/** A passage as it was and as it is. */
export interface Renewal {
  readonly passage: object;
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
  const pair = (before: Phrase, now: Phrase): Pair => ({
    was: before,
    is: now,
    isSteady: isLevel && before.from === now.from,
  });
  const [old, young] = [was.prose.sentences, is.prose.sentences];
  const { head, tail } = sameSentences(old, young);
  return [
    { was: was.prose, is: is.prose, isSteady: isLevel },
    ...old.slice(0, head).map((s, i) => pair(s, young[i] as Phrase)),
    ...young.slice(young.length - tail).map((s, i) => pair(old[old.length - tail + i] as Phrase, s)),
  ];
};

/** The sentences that came or went, where there are more or fewer than there were. */
const loose = ({ was, is }: Renewal): Phrase[] => {
  const [old, young] = [was.prose.sentences, is.prose.sentences];
  const { head, tail } = sameSentences(old, young);
  return [...old.slice(head, old.length - tail), ...young.slice(head, young.length - tail)];
};

/** It has more sentences, or fewer. */
export const isDivided = ({ was, is }: Renewal): boolean => was.prose.sentences.length !== is.prose.sentences.length;

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

/**
 * An edit as computations are asked about it; what stands in the changed passages is looked for once. `settle`: takes again what
 * sentences give in their place, and tells what is not the same.
 */
export function changeOf(
  draft: object,
  places: ReadonlySet<object>,
  renewals: readonly Renewal[],
  settle: (changed: ReadonlySet<object>) => ReadonlySet<object>,
): Change {
  const pairs = renewals.flatMap(pairsOf);
  const comers = renewals.flatMap(loose);
  const parted = renewals.filter(isDivided).map(({ passage }) => passage);
  const divided = new Set(parted.length > 0 ? [...parted, draft] : []);
  const differs = (take: (words: Prose | Phrase) => unknown) => (pair: Pair) => {
    const [before, after] = [take(pair.was), take(pair.is)];
    if (!isSomething(before) && !isSomething(after)) return false;
    return !pair.isSteady || !dequal(before, after);
  };
  const change = (take: (words: Prose | Phrase) => unknown) =>
    comers.some((words) => isSomething(take(words))) || pairs.some(differs(take));
  return {
    draft,
    places,
    divided,
    inPlace: settle(new Set([...places, ...divided])),
    flips: once(
      (pattern) =>
        comers.some((words) => words.has(pattern)) || pairs.some(({ was, is }) => was.has(pattern) !== is.has(pattern)),
    ),
    moves: once((pattern) => change((words) => words.findAll(pattern))),
    tells: once((reading) => change((words) => readWords(reading, words.words))),
    yields: once((reader) => renewals.some((renewal) => yieldsOther(reader as Reader<unknown>, renewal))),
  };
}

/** True when a reader takes something else from a passage, or the same from elsewhere. */
function yieldsOther(reader: Reader<unknown>, renewal: Renewal): boolean {
  const { was, is } = renewal;
  const [before, after] = [readPassage(reader, was), readPassage(reader, is)];
  if (before.length === 0 && after.length === 0) return false;
  if (isDivided(renewal)) return true;
  const steady = pairsOf(renewal).slice(1);
  return !(before.every(([s]) => steady[s]?.isSteady) && dequal(before, after));
}
