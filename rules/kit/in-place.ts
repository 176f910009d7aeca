import { dequal } from 'dequal';
import type { Passage, Sentence } from './passage.ts';
import { Index, type May, rankOf, type Stretches } from './passage-index.ts';
import { lookedAround, type Same } from './trace.ts';

/** What is taken from a sentence where it stands: by its words, its heading, what announces it. */
export interface InPlace<T> {
  /** What the words of a sentence hold when something is taken from it: to be asked first, being far cheaper. */
  readonly signs?: RegExp;
  /** Undefined when there is nothing. It may look at any passage, and not at the draft as a whole. */
  readonly take: (sentence: Sentence) => T | undefined;
  /** Those of before and of now are one; by what they are made of when left out. */
  readonly isSame?: Same<T>;
  /** It tells no place in the words: what rests on it may outlast an edit of these. */
  readonly isPlaceless?: true;
}

interface Entry<T> {
  readonly sentence: Sentence;
  readonly value: T;
}

/** What the sentences of a draft give in their place, kept up to date as what they look at changes. */
export class Located<T> {
  private readonly inPlace: InPlace<T>;
  private readonly stretches: Stretches;
  private readonly index: Index<Entry<T>>;
  /** Passages that have looked at another, or at what stands between two blocks. */
  private readonly leaning = new Map<object, Set<Passage>>();
  private flat: { readonly of: readonly Entry<T>[]; readonly map: ReadonlyMap<Sentence, T> } | undefined;

  constructor(stretches: Stretches, may: May, inPlace: InPlace<T>) {
    this.inPlace = inPlace;
    this.stretches = stretches;
    this.index = new Index(stretches, may, (passage) => this.take(passage));
  }

  /** In the order of the text. */
  get all(): ReadonlyMap<Sentence, T> {
    const of = this.index.all;
    if (this.flat?.of !== of) this.flat = { of, map: new Map(of.map(({ sentence, value }) => [sentence, value])) };
    return this.flat.map;
  }

  /** Takes again what rests on places that have changed; true when something else is taken. */
  settle(changed: ReadonlySet<object>): boolean {
    const { every } = this.stretches;
    const own = [...changed].filter((place) => every[rankOf(every, place as Passage)] === place) as Passage[];
    const touched = new Set([...own, ...[...changed].flatMap((place) => [...(this.leaning.get(place) ?? [])])]);
    return [...touched].filter((passage) => this.renews(passage, changed.has(passage))).length > 0;
  }

  private renews(passage: Passage, hasChanged: boolean): boolean {
    const before = this.index.of(passage);
    this.index.renew(passage);
    const now = this.index.of(passage);
    // Words that stand before a place, or after it, move it.
    if (hasChanged && !this.inPlace.isPlaceless) return before.length + now.length > 0;
    return !(before.length === now.length && before.every((one, i) => this.isOne(one, now[i] as Entry<T>)));
  }

  private isOne(before: Entry<T>, now: Entry<T>): boolean {
    const isSame = this.inPlace.isSame ?? dequal;
    return before.sentence === now.sentence && isSame(before.value, now.value);
  }

  private take(passage: Passage): readonly Entry<T>[] {
    const { signs, take } = this.inPlace;
    const known = this.index.of(passage);
    return passage.every.flatMap((sentence): Entry<T>[] => {
      const { value, places } = lookedAround(() => (signs && !sentence.has(signs) ? undefined : take(sentence)));
      for (const place of places) if (place !== passage) this.lean(passage, place);
      if (value === undefined) return [];
      const entry = { sentence, value };
      return [(this.inPlace.isPlaceless && known.find((before) => this.isOne(before, entry))) || entry];
    });
  }

  private lean(passage: Passage, place: object): void {
    const passages = this.leaning.get(place) ?? new Set();
    passages.add(passage);
    this.leaning.set(place, passages);
  }
}
