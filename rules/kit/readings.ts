import { mayStand, takeApart } from './cues.ts';
import { type InPlace, Located } from './in-place.ts';
import type { Passage, Sentence } from './passage.ts';
import { contentOf, Index, type May, Stretches } from './passage-index.ts';
import type { Found, Reader } from './reader.ts';
import { mayTake, readPassage, type Taken } from './silence.ts';
import { isSomething, type Reading, readWords } from './trace.ts';
import { columnOf, type Words } from './words.ts';

/** What is sought: a pattern, or a reading that gives something. */
export type Sought = RegExp | Reading<unknown>;

const stands = (sought: Sought, { words }: { readonly words: Words }): boolean =>
  sought instanceof RegExp ? words.has(sought) : isSomething(readWords(sought, words));

const mayHold = (sought: Sought): May => {
  if (!(sought instanceof RegExp)) return () => true;
  const column = columnOf(sought);
  return (row) => mayStand(row, column.at);
};

const NONE: readonly never[] = [];

const found = (taken: Taken, passage: Passage): readonly Found<unknown>[] =>
  taken.length === 0 ? NONE : taken.map(([s, value]) => ({ value, sentence: passage.every[s] as Sentence }));

/** What is found in the passages of a draft, kept up to date passage by passage. */
export class Readings {
  private readonly stretches: Stretches;
  /** Passages of which nothing was asked yet. */
  private fresh: number;
  private readonly readers = new Map<Reader<unknown>, Index<Found<unknown>>>();
  private readonly passagesHolding = new Map<Sought, Index<Passage>>();
  private readonly sentencesHolding = new Map<Sought, Index<Sentence>>();
  private readonly located = new Map<object, Located<unknown>>();

  constructor(passages: readonly Passage[]) {
    this.stretches = new Stretches(passages);
    this.fresh = passages.length;
  }

  of<T>(reader: Reader<T>): readonly Found<T>[] {
    return this.index(this.readers, reader as Reader<unknown>, mayTake, (p) =>
      found(readPassage(reader as Reader<unknown>, contentOf(p)), p),
    ) as readonly Found<T>[];
  }

  /** Passages whose words hold it. */
  passagesWith(sought: Sought): readonly Passage[] {
    return this.index(this.passagesHolding, sought, mayHold, (p) => (stands(sought, contentOf(p).prose) ? [p] : NONE));
  }

  /** Sentences whose words hold it. */
  sentencesWith(sought: Sought): readonly Sentence[] {
    return this.index(this.sentencesHolding, sought, mayHold, (p) =>
      contentOf(p).prose.sentences.some((s) => stands(sought, s))
        ? contentOf(p).prose.sentences.flatMap((s, i) => (stands(sought, s) ? (p.every[i] as Sentence) : []))
        : NONE,
    );
  }

  /** What sentences give in their place. */
  inPlace<T>(reading: InPlace<T>): ReadonlyMap<Sentence, T> {
    let located = this.located.get(reading) as Located<T> | undefined;
    if (!located) {
      this.takeApart();
      located = new Located(this.stretches, reading.signs ? mayHold(reading.signs) : () => true, reading);
      this.located.set(reading, located as Located<unknown>);
    }
    return located.all;
  }

  private takeApart(): void {
    takeApart(this.fresh);
    this.fresh = 0;
  }

  private index<K, T>(
    known: Map<K, Index<T>>,
    key: K,
    may: (key: K) => May,
    take: (passage: Passage) => readonly T[],
  ): readonly T[] {
    let index = known.get(key);
    if (!index) {
      this.takeApart();
      index = new Index(this.stretches, may(key), take);
      known.set(key, index);
    }
    return index.all;
  }

  /** A passage has other words now. */
  renew(passage: Passage): void {
    this.stretches.renew(passage);
    for (const indexes of [this.readers, this.passagesHolding, this.sentencesHolding])
      for (const index of indexes.values()) index.renew(passage);
  }

  /** Once all that changed is renewed: the readings in place that take something else now. */
  settle(changed: ReadonlySet<object>): ReadonlySet<object> {
    return new Set(
      [...this.located].flatMap(([reading, located]) => {
        try {
          return located.settle(changed) ? reading : [];
        } catch {
          // It failed: it is read anew where it is asked for, and fails there.
          this.located.delete(reading);
          return reading;
        }
      }),
    );
  }
}
