import { Column, mayStand, type Row, rowOf } from './cues.ts';
import { compiled, find, findAll, has, type Match } from './text.ts';

/** Something that can be read: folded text to match on. */
export interface Readable {
  readonly folded: string;
  has(pattern: RegExp): boolean;
  find(pattern: RegExp, from?: number): Match | undefined;
  findAll(pattern: RegExp): Match[];
}

const NONE = new Uint32Array(0);

const isIn = (row: Uint32Array, number: number): boolean => ((row[number >> 5] ?? 0) & (1 << (number & 31))) !== 0;

/** The row with one bit more: the same, or a longer one. */
function added(row: Uint32Array, number: number): Uint32Array {
  const at = number >> 5;
  let out = row;
  if (at >= row.length) {
    out = new Uint32Array(Math.max(at + 1, 2 * row.length));
    out.set(row);
  }
  out[at] = (out[at] as number) | (1 << (number & 31));
  return out;
}

let numbers = 0;
/** A number of its own for something that can be asked of words. */
export const newNumber = (): number => numbers++;

/** A pattern that is sought in words. */
interface Asked {
  readonly number: number;
  readonly column: Column;
}
const patterns = new WeakMap<RegExp, Asked>();
/** What is known of a pattern; one for all those of one source. */
function askedOf(pattern: RegExp): Asked {
  let asked = patterns.get(pattern);
  if (!asked) {
    const run = compiled(pattern);
    asked = patterns.get(run) ?? { number: newNumber(), column: new Column(run) };
    patterns.set(run, asked);
    patterns.set(pattern, asked);
  }
  return asked;
}
/** The column of a pattern among the cues. */
export const columnOf = (pattern: RegExp): Column => askedOf(pattern).column;

/** Folded words, one object wherever they stand: what is asked of them is looked for once. */
export class Words implements Readable {
  readonly folded: string;
  /** Bits of the numbers of what was found not to stand in them, and to stand. */
  private absent: Uint32Array = NONE;
  private present: Uint32Array = NONE;
  private taken: Map<number, unknown> | undefined;
  private known: Row | undefined;

  constructor(folded: string) {
    this.folded = folded;
  }

  /** Which patterns may stand in them. */
  get row(): Row {
    this.known = rowOf(this.folded, this.known);
    return this.known;
  }

  private lacks({ number, column }: Asked): boolean {
    return isIn(this.absent, number) || !mayStand(this.row, column.at);
  }

  private lack(number: number): void {
    this.absent = added(this.absent, number);
  }

  has(pattern: RegExp): boolean {
    const asked = askedOf(pattern);
    if (this.lacks(asked)) return false;
    if (isIn(this.present, asked.number)) return true;
    const found = has(this.folded, pattern);
    if (found) this.present = added(this.present, asked.number);
    else this.lack(asked.number);
    return found;
  }

  find(pattern: RegExp, from?: number): Match | undefined {
    const asked = askedOf(pattern);
    if (this.lacks(asked)) return undefined;
    const found = find(this.folded, pattern, from);
    if (!found && !from) this.lack(asked.number);
    return found;
  }

  findAll(pattern: RegExp): Match[] {
    const asked = askedOf(pattern);
    if (this.lacks(asked)) return [];
    const found = findAll(this.folded, pattern);
    if (found.length === 0) this.lack(asked.number);
    return found;
  }

  /** What `read` makes of them, kept under a number. */
  take<T>(number: number, read: () => T): T {
    if (!this.isTaken(number)) this.keep(number, read());
    return this.taken?.get(number) as T;
  }
  isTaken(number: number): boolean {
    return isIn(this.absent, number) || (this.taken?.has(number) ?? false);
  }
  /** Undefined is kept at no cost. */
  keep(number: number, value: unknown): void {
    if (value === undefined) {
      this.lack(number);
      return;
    }
    this.taken ??= new Map();
    this.taken.set(number, value);
  }
}

/** How many words are kept at most, in each of two generations; longer ones stand but once. */
const MOST = 40_000;
const LONGEST = 1000;
let young = new Map<string, Words>();
let old = new Map<string, Words>();

/** The words of a folded text: the same object as long as it is not forgotten. */
export function wordsOf(folded: string): Words {
  const known = young.get(folded);
  if (known) return known;
  const words = old.get(folded) ?? new Words(folded);
  if (folded.length > LONGEST) return words;
  if (young.size >= MOST) {
    old = young;
    young = new Map();
  }
  young.set(folded, words);
  return words;
}
