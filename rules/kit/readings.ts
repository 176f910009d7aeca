import { type CueRow, eitherOf, isCurrent, mayStand, takeApart } from './cues.ts';
import type { PassageContent, PassageKind } from './markdown/content.ts';
import { getFurther, mayPause } from './pace.ts';
import type { Passage, Sentence } from './passage.ts';
import type { Found, Reader } from './reader.ts';
import { mayTake, readPassage, type Taken } from './silence.ts';
import { isSomething, type Reading, readWords } from './trace.ts';
import { columnOf, type Words } from './words.ts';

/** Passages asked at once, between two looks at whether the work must give way. */
const AT_ONCE = 32;

/** True when something may be taken from words of a row, in a passage of a kind or of any. */
type May = (row: CueRow, kind?: PassageKind) => boolean;

/** Its content, unnoted: what rests on a reading is noted as such. */
const contentOf = (p: Passage) => p.block.content.passages[p.rank] as PassageContent;

/** What is sought: a pattern, or a reading that gives something. */
export type Sought = RegExp | Reading<unknown>;

const stands = (sought: Sought, { words }: { readonly words: Words }): boolean =>
  sought instanceof RegExp ? words.has(sought) : isSomething(readWords(sought, words));

const mayHold = (sought: Sought): May => {
  if (!(sought instanceof RegExp)) return () => true;
  const column = columnOf(sought);
  return (row) => mayStand(row, column.at);
};

/** What may stand in the passages of a stretch: in any of them, and in each. */
interface Stretch {
  readonly any: CueRow;
  readonly each: readonly CueRow[];
}

/** Passages by stretches, with what may stand in each. */
class Stretches {
  readonly every: readonly Passage[];
  private readonly stretches: (Stretch | undefined)[] = [];
  constructor(every: readonly Passage[]) {
    this.every = every;
  }
  /** The stretch in which a passage is. */
  at(rank: number): Stretch {
    const index = Math.floor(rank / AT_ONCE);
    const known = this.stretches[index];
    if (known && isCurrent(known.any)) return known;
    const passages = this.every.slice(index * AT_ONCE, (index + 1) * AT_ONCE);
    const each = passages.map((p) => contentOf(p).prose.row);
    const stretch = { any: eitherOf(each), each };
    this.stretches[index] = stretch;
    return stretch;
  }
  renew(passage: Passage): void {
    this.stretches[Math.floor(rankOf(this.every, passage) / AT_ONCE)] = undefined;
  }
}

/** What passages give, in order of the text; one may join, leave or give something else. */
class Index<T> {
  private readonly stretches: Stretches;
  private readonly may: May;
  private readonly take: (passage: Passage) => readonly T[];
  /** How many have been asked: the others are when all is wanted. */
  private asked = 0;
  private readonly passages: Passage[] = [];
  private readonly given = new Map<Passage, readonly T[]>();
  private flat: readonly T[] | undefined;
  constructor(stretches: Stretches, may: May, take: (passage: Passage) => readonly T[]) {
    this.stretches = stretches;
    this.may = may;
    this.take = take;
  }
  get all(): readonly T[] {
    const { every } = this.stretches;
    while (this.asked < every.length) {
      mayPause();
      const { any, each } = this.stretches.at(this.asked);
      const start = this.asked - (this.asked % AT_ONCE);
      const end = start + each.length;
      if (this.may(any))
        for (; this.asked < end; this.asked++) {
          const passage = every[this.asked] as Passage;
          if (!this.may(each[this.asked - start] as CueRow, passage.kind)) continue;
          mayPause();
          this.ask(passage);
          getFurther();
        }
      this.asked = end;
      getFurther();
    }
    this.flat ??= this.passages.flatMap((p) => this.given.get(p) ?? []);
    return this.flat;
  }
  private ask(passage: Passage): void {
    const taken = this.take(passage);
    if (taken.length === 0) return;
    this.given.set(passage, taken);
    this.passages.push(passage);
  }
  renew(passage: Passage): void {
    if (rankOf(this.stretches.every, passage) >= this.asked) return;
    const known = this.given.delete(passage);
    const taken = this.take(passage);
    if (taken.length > 0) this.given.set(passage, taken);
    else if (!known) return;
    this.flat = undefined;
    if (known !== taken.length > 0)
      this.passages.splice(rankOf(this.passages, passage), known ? 1 : 0, ...(known ? [] : [passage]));
  }
}

/** Rank of a passage in a list in order of the text, or the rank it would take. */
export function rankOf(passages: readonly Passage[], passage: Passage): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((passages[mid] as Passage).index < passage.index) low = mid + 1;
    else high = mid;
  }
  return low;
}

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

  private index<K, T>(
    known: Map<K, Index<T>>,
    key: K,
    may: (key: K) => May,
    take: (passage: Passage) => readonly T[],
  ): readonly T[] {
    let index = known.get(key);
    if (!index) {
      takeApart(this.fresh);
      this.fresh = 0;
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
}
