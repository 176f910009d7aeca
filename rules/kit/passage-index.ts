import { type CueRow, eitherOf, isCurrent } from './cues.ts';
import type { PassageContent, PassageKind } from './markdown/content.ts';
import { getFurther, mayPause } from './pace.ts';
import type { Passage } from './passage.ts';

/** Passages asked at once, between two looks at whether the work must give way. */
const AT_ONCE = 32;

const NONE: readonly never[] = [];

/** True when something may be taken from words of a row, in a passage of a kind or of any. */
export type May = (row: CueRow, kind?: PassageKind) => boolean;

/** Its content, unnoted: what rests on a reading is noted as such. */
export const contentOf = (p: Passage) => p.block.content.passages[p.rank] as PassageContent;

/** What may stand in the passages of a stretch: in any of them, and in each. */
interface Stretch {
  readonly any: CueRow;
  readonly each: readonly CueRow[];
}

/** Passages by stretches, with what may stand in each. */
export class Stretches {
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
export class Index<T> {
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
  /** What a passage gives, as far as it was asked. */
  of(passage: Passage): readonly T[] {
    return this.given.get(passage) ?? NONE;
  }
  renew(passage: Passage): void {
    if (rankOf(this.stretches.every, passage) >= this.asked) return;
    const taken = this.take(passage);
    const known = this.given.delete(passage);
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
