import { Column, type CueRow, isCurrent, mayStand, rowOf, rowsOf } from './cues.ts';
import { compiled, find, findAll, handedOut, has, type Match } from './text.ts';

/** Something that can be read: folded text to match on. */
export interface Readable {
  readonly folded: string;
  has(pattern: RegExp): boolean;
  find(pattern: RegExp, from?: number): Match | undefined;
  findAll(pattern: RegExp): Match[];
}

let takers = 0;
/** A number of its own for something that takes a value from words. */
export const newNumber = (): number => takers++;

let asked = 0;

/** A pattern that is sought in words. */
interface Asked {
  readonly number: number;
  readonly column: Column;
}
const patterns = new WeakMap<RegExp, Asked>();
/** What is known of a pattern; one for all those of one source. */
function askedOf(pattern: RegExp): Asked {
  let known = patterns.get(pattern);
  if (!known) {
    const run = compiled(pattern);
    known = patterns.get(run) ?? { number: asked++, column: new Column(run) };
    patterns.set(run, known);
    patterns.set(pattern, known);
  }
  return known;
}
/** The column of a pattern among the cues. */
export const columnOf = (pattern: RegExp): Column => askedOf(pattern).column;

/** Folded words, one object wherever they stand: what is asked of them is looked for once. */
export class Words implements Readable {
  readonly text: string;
  /** Numbers of the patterns found not to stand in them, and to stand. */
  private absent: number[] | undefined;
  private present: number[] | undefined;
  /** Bits of the numbers of what takes nothing from them. */
  private silent: number[] | undefined;
  private taken: Map<number, unknown> | undefined;
  private known: CueRow | undefined;

  constructor(folded: string) {
    this.text = folded;
  }

  get folded(): string {
    return handedOut(this);
  }

  /** Which patterns may stand in them. */
  get row(): CueRow {
    if (!this.known || !isCurrent(this.known)) this.known = rowOf(this.text);
    return this.known;
  }

  /** Works out what may stand in them and in parts of them, each with the place where it begins. */
  lookFor(parts: readonly { readonly from: number; readonly words: Words }[]): void {
    if (this.known && isCurrent(this.known)) return;
    const { whole, rows } = rowsOf(this.text, parts);
    this.known = whole;
    for (let i = 0; i < parts.length; i++) (parts[i] as { readonly words: Words }).words.known = rows[i];
  }

  /** True when a pattern is known not to stand in them. */
  lacks(pattern: RegExp): boolean {
    return this.isWithout(askedOf(pattern));
  }
  private isWithout({ number, column }: Asked): boolean {
    return !mayStand(this.row, column.at) || (this.absent?.includes(number) ?? false);
  }
  private lack(number: number): void {
    this.absent ??= [];
    if (!this.absent.includes(number)) this.absent.push(number);
  }

  has(pattern: RegExp): boolean {
    const asked = askedOf(pattern);
    if (this.isWithout(asked)) return false;
    if (this.present?.includes(asked.number)) return true;
    const found = has(this.text, pattern);
    if (found) {
      this.present ??= [];
      this.present.push(asked.number);
    } else this.lack(asked.number);
    return found;
  }

  find(pattern: RegExp, from?: number): Match | undefined {
    const asked = askedOf(pattern);
    if (this.isWithout(asked)) return undefined;
    const found = find(this.text, pattern, from);
    if (!found && !from) this.lack(asked.number);
    return found;
  }

  findAll(pattern: RegExp): Match[] {
    const asked = askedOf(pattern);
    if (this.isWithout(asked)) return [];
    const found = findAll(this.text, pattern);
    if (found.length === 0) this.lack(asked.number);
    return found;
  }

  /** What `read` makes of them, kept under a number. */
  take<T>(number: number, read: () => T): T {
    if (!this.isTaken(number)) this.keep(number, read());
    return this.taken?.get(number) as T;
  }
  isTaken(number: number): boolean {
    return (((this.silent?.[number >> 4] ?? 0) >> (number & 15)) & 1) === 1 || (this.taken?.has(number) ?? false);
  }
  /** Undefined is kept at next to no cost. */
  keep(number: number, value: unknown): void {
    if (value === undefined) {
      const at = number >> 4;
      this.silent ??= [];
      while (this.silent.length <= at) this.silent.push(0);
      this.silent[at] = (this.silent[at] as number) | (1 << (number & 15));
      return;
    }
    this.taken ??= new Map();
    this.taken.set(number, value);
  }
}

/** How many words are kept at most, in each of two generations; longer ones stand but once. */
const MOST_KEPT = 5000;
const LONGEST = 1000;
let young = new Map<string, Words>();
let old = new Map<string, Words>();

/** The words of a folded text: the same object as long as it is not forgotten. */
export function wordsOf(folded: string): Words {
  const known = young.get(folded);
  if (known) return known;
  const words = old.get(folded) ?? new Words(folded);
  if (folded.length > LONGEST) return words;
  if (young.size >= MOST_KEPT) {
    old = young;
    young = new Map();
  }
  young.set(folded, words);
  return words;
}
