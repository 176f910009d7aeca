/**
 * What a computation has looked at, noted while it runs, so that after an edit it is done again only if that has
 * changed. Facts and rules know nothing of it: passages and sentences note what is asked of them.
 */

import { getFurther, mayPause } from './pace.ts';
import { compiled } from './text.ts';
import { newNumber, type Words } from './words.ts';

/** What is taken from folded words: a pure function, written once. */
export type Reading<T> = (folded: string) => T;

const readings = new WeakMap<Reading<unknown>, number>();

/** Applies a reading to words, once for each of them. */
export function readWords<T>(reading: Reading<T>, words: Words): T {
  let number = readings.get(reading);
  if (number === undefined) {
    number = newNumber();
    readings.set(reading, number);
  }
  return words.take(number, () => reading(words.folded));
}

/** True unless a reading came back with nothing: undefined, false, zero, an empty text or list. */
export const isSomething = (value: unknown): boolean => Boolean(value) && !(Array.isArray(value) && value.length === 0);

function some<T>(all: ReadonlySet<T>, holds: (one: T) => boolean): boolean {
  for (const one of all) if (holds(one)) return true;
  return false;
}

function meet(ones: ReadonlySet<object>, others: ReadonlySet<object>): boolean {
  for (const one of ones) if (others.has(one)) return true;
  return false;
}

/** What was looked at in one draft. */
interface Looked {
  /** Patterns of which it was asked whether passages or sentences hold them. */
  readonly tests: Set<RegExp>;
  /** Patterns whose places in passages or sentences were asked for. */
  readonly patterns: Set<RegExp>;
  /** Readers applied to all sentences. */
  readonly readers: Set<unknown>;
  /** Readings of the words of passages or sentences. */
  readonly readings: Set<Reading<unknown>>;
  /** Passages and blocks whose own words were read. */
  readonly places: Set<object>;
  /** What was looked at sentence by sentence, whatever these say: passages, or the draft as a whole. */
  readonly divided: Set<object>;
  /** What was taken from sentences in their place. */
  readonly inPlace: Set<object>;
  /** The text was read as one. */
  whole: boolean;
}

/** An edit of a draft that left its shape as it was. */
export interface Change {
  readonly draft: object;
  /** Passages and blocks that are not the same any more. */
  readonly places: ReadonlySet<object>;
  /** Passages that have more or fewer sentences, and with them the draft. */
  readonly divided: ReadonlySet<object>;
  /** True when a pattern stands in a changed passage, or a sentence of it, and did not, or the reverse. */
  readonly flips: (pattern: RegExp) => boolean;
  /** True when a pattern stands elsewhere in one of them than it did, or says something else. */
  readonly moves: (pattern: RegExp) => boolean;
  /** True when a reader takes something else from one of them. */
  readonly yields: (reader: unknown) => boolean;
  /** Readings of sentences in their place that take something else from some of the draft. */
  readonly inPlace: ReadonlySet<object>;
  /** True when a reading takes something else from one of them. */
  readonly tells: (reading: Reading<unknown>) => boolean;
}

/** Whether what rests on one value may rest on the other. */
export type Same<T> = { is(before: T, now: T): boolean }['is'];

/** A computation that keeps its value until something it has looked at changes. */
export class Computation<T> {
  private readonly run: () => T;
  private readonly isTraced: boolean;
  private readonly isSame: Same<T> | undefined;
  private kept: { readonly value: T } | undefined;
  private looked: Map<object, Looked> | undefined;
  private sources: Set<Computation<unknown>> | undefined;

  /**
   * `isTraced`: false for one that is run once, and asked of no change. `isSame`: it is touched by most edits and changed by
   * few, and what rests on it is to outlast those that leave it as it was.
   */
  constructor(run: () => T, isTraced = true, isSame?: Same<T>) {
    this.run = run;
    this.isTraced = isTraced;
    this.isSame = isSame;
  }

  /** The value; what throws is thrown each time. */
  get value(): T {
    if (current) (current.sources as Set<Computation<unknown>>).add(this as Computation<unknown>);
    if (!this.kept) {
      mayPause();
      if (this.isTraced) {
        this.looked = new Map();
        this.sources = new Set();
      }
      const outer = current;
      const outerLast = last;
      current = this.isTraced ? (this as Computation<unknown>) : undefined;
      last = undefined;
      try {
        this.kept = { value: this.run() };
        getFurther();
      } finally {
        current = outer;
        last = outerLast;
      }
    }
    return this.kept.value;
  }

  get isKept(): boolean {
    return this.kept !== undefined;
  }

  forget(): void {
    this.kept = undefined;
  }

  /** It may come out the same once it is touched. */
  get mayStand(): boolean {
    return this.isSame !== undefined;
  }

  /** Runs again, and keeps the value where it is the same as it was; forgets it otherwise. */
  reconsider(): void {
    const before = this.kept;
    this.kept = undefined;
    try {
      const now = this.value;
      this.kept = before && this.isSame?.(before.value, now) ? before : undefined;
    } catch {
      // It failed, or gave way: it is read when it is asked for.
      this.kept = undefined;
    }
  }

  in(draft: object): Looked {
    this.looked ??= new Map();
    let looked = this.looked.get(draft);
    if (!looked) {
      looked = {
        tests: new Set(),
        patterns: new Set(),
        readers: new Set(),
        readings: new Set(),
        places: new Set(),
        divided: new Set(),
        inPlace: new Set(),
        whole: false,
      };
      this.looked.set(draft, looked);
    }
    return looked;
  }

  /** True when the edit touches what the computation itself has looked at. */
  isTouchedBy({ draft, places, divided, inPlace, flips, moves, yields, tells }: Change): boolean {
    const looked = this.looked?.get(draft);
    if (!looked) return false;
    if (looked.whole) return true;
    return (
      meet(places, looked.places) ||
      meet(divided, looked.divided) ||
      meet(inPlace, looked.inPlace) ||
      some(looked.readers, yields) ||
      some(looked.readings, tells) ||
      some(looked.tests, flips) ||
      some(looked.patterns, moves)
    );
  }

  /** True when the value rests on one that is forgotten. */
  get isStale(): boolean {
    for (const source of this.sources ?? []) if (!source.isKept) return true;
    return false;
  }
}

let current: Computation<unknown> | undefined;

/** Called now and then while drafts are looked at; what it throws ends the computation. */
let look: (() => void) | undefined;
let looks = 0;
/** A clock is slow to read: it is looked at once in so many times. */
const LOOKS = 1024;

/** Runs something, and `each` now and then as it looks at drafts. */
export function watched<T>(each: () => void, run: () => T): T {
  const outer = look;
  look = each;
  try {
    return run();
  } finally {
    look = outer;
  }
}

const glance = (): void => {
  if (look && ++looks % LOOKS === 0) look();
};

/** What the current computation has looked at in the draft last asked: most questions in a row go to one draft. */
let last: { readonly draft: object; readonly looked: Looked } | undefined;

const inside = (draft: object): Looked => {
  if (last?.draft === draft) return last.looked;
  const looked = (current as Computation<unknown>).in(draft);
  last = { draft, looked };
  return looked;
};

let lastTest: RegExp | undefined;
let lastLooked: Looked | undefined;

/** Places looked at by what is kept by these alone. */
let around: Set<object> | undefined;

/** Runs something, and gives the passages and blocks that it has looked at; the computation under way takes no note of it. */
export function lookedAround<T>(run: () => T): { readonly value: T; readonly places: ReadonlySet<object> } {
  const outer = around;
  const places = new Set<object>();
  around = places;
  try {
    return { value: run(), places };
  } finally {
    around = outer;
  }
}

/** True when the look is taken around a sentence, where only passages and blocks are. */
function isAround(place: object | undefined): boolean {
  if (!around) return false;
  if (!place) throw new Error('what is read in its place looks at no draft as a whole');
  around.add(place);
  return true;
}

/** Whether words hold a pattern was asked: those of a passage, or of all. */
export function noteTest(draft: object, asked: RegExp, place?: object): void {
  glance();
  if (isAround(place) || !current) return;
  const pattern = compiled(asked);
  const looked = inside(draft);
  // Loops ask the same of one passage after the other.
  if (lastTest === pattern && lastLooked === looked) return;
  lastTest = pattern;
  lastLooked = looked;
  looked.tests.add(pattern);
}

/** Where words of a passage hold a pattern was asked. */
export function notePattern(draft: object, pattern: RegExp, place: object): void {
  glance();
  if (!isAround(place) && current) inside(draft).patterns.add(compiled(pattern));
}

export function noteReader(draft: object, reader: unknown): void {
  if (!isAround(undefined) && current) inside(draft).readers.add(reader);
}

/** What a reading takes from words was asked: from those of a passage, or from all. */
export function noteReading(draft: object, reading: Reading<unknown>, place?: object): void {
  if (!isAround(place) && current) inside(draft).readings.add(reading);
}

/** What sentences give in their place was asked for. */
export function noteInPlace(draft: object, reading: object): void {
  if (!isAround(undefined) && current) inside(draft).inPlace.add(reading);
}

export function notePlace(draft: object, place: object): void {
  glance();
  if (!isAround(place) && current) inside(draft).places.add(place);
}

/** The sentences of a passage, or of the draft, were asked for as such. */
export function noteDivision(draft: object, divided: object): void {
  if (!isAround(divided) && current) inside(draft).divided.add(divided);
}

export function noteWhole(draft: object): void {
  if (!isAround(undefined) && current) inside(draft).whole = true;
}

/** Forgets what an edit touches and changes, and all that rests on it. */
export function forgetTouched(computations: Iterable<Computation<unknown>>, change: Change): void {
  const kept = [...computations].filter((c) => c.isKept);
  const touched = kept.filter((c) => c.isTouchedBy(change));
  for (const c of touched) if (!c.mayStand) c.forget();
  forgetStale(kept);
  for (const c of touched) if (c.isKept) c.reconsider();
  forgetStale(kept);
}

function forgetStale(computations: readonly Computation<unknown>[]): void {
  let kept = computations.filter((c) => c.isKept);
  for (let before = -1; before !== kept.length; ) {
    before = kept.length;
    for (const c of kept) if (c.isStale) c.forget();
    kept = kept.filter((c) => c.isKept);
  }
}
