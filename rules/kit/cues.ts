/**
 * Which patterns may stand in which words. Every pattern that cannot do without certain strings (its cues) has a column;
 * all cues are looked for in one pass over the words, and most patterns need then not be sought at all.
 */
import { CueFinder } from './cue-finder.ts';
import { needsOf } from './french/needs.ts';
import { written } from './french/pattern.ts';
import { getFurther, mayPause } from './pace.ts';

/** More columns than the program has patterns: those made up while drafts are read get none. */
const MOST = 4096;
const finder = new CueFinder();
const columns = new Map<string, number>();
const waiting = new Map<string, RegExp>();
let size = 0;
let version = 0;

const keyOf = (pattern: RegExp): string => `${pattern.flags.replace('g', '')}/${pattern.source}`;

function wait(pattern: RegExp): void {
  const key = keyOf(pattern);
  if (!columns.has(key) && columns.size + waiting.size < MOST) waiting.set(key, pattern);
}

function add(pattern: RegExp): void {
  const needs = finder.isFull ? undefined : needsOf(pattern);
  columns.set(keyOf(pattern), needs ? size : -1);
  if (!needs) return;
  for (const text of needs) finder.add(text, size);
  size++;
}

/** Where a pattern stands among the others, as far as is known. */
export class Column {
  private readonly pattern: RegExp;
  private number: number | undefined;
  private asked = -1;
  constructor(pattern: RegExp) {
    this.pattern = pattern;
  }
  /** -1 when it has no cue, or not yet. */
  get at(): number {
    if (this.number === undefined && this.asked !== version) {
      this.asked = version;
      this.number = columns.get(keyOf(this.pattern));
      if (this.number === undefined) wait(this.pattern);
    }
    return this.number ?? -1;
  }
}

/** Passages read since the start from which on it pays to take patterns apart. */
const ENOUGH = 1000;
/** Patterns taken apart at once. */
const STRETCH = 64;
let seen = 0;

/** Gives columns to the patterns that have none yet, if so many passages more make it worth while. */
export function takeApart(passages: number): void {
  seen += passages;
  if (seen < ENOUGH) return;
  for (const pattern of written.splice(0)) wait(pattern);
  if (waiting.size < Math.max(32, size / 8)) return;
  let done = 0;
  for (const [key, pattern] of waiting) {
    if (++done % STRETCH === 0) mayPause();
    add(pattern);
    waiting.delete(key);
    getFurther();
  }
  version++;
}

/** Which columns may stand in words: a bit for each. */
export interface Row {
  readonly bits: Uint32Array;
  /** Columns it knows of. */
  readonly size: number;
  readonly version: number;
}

const NONE: Row = { bits: new Uint32Array(0), size: 0, version: 0 };

/** The row of folded words, worked out again when there are many more columns than it has. */
export function rowOf(folded: string, known: Row = NONE): Row {
  if (known.version === version) return known;
  const bits = new Uint32Array((size + 31) >> 5);
  finder.find(folded, bits);
  return { bits, size, version };
}

/** The row of what may stand in the words of any of some rows; it knows the columns that all of them know. */
export function eitherOf(rows: readonly Row[]): Row {
  const known = Math.min(size, ...rows.map((row) => row.size));
  const bits = new Uint32Array((known + 31) >> 5);
  for (const row of rows) {
    if (row.version !== version) return NONE;
    for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] as number) | (row.bits[i] as number);
  }
  return { bits, size: known, version };
}

/** True for a row that knows all columns there are. */
export const isCurrent = (row: Row): boolean => row.version === version;

/** False when what has a column cannot stand in the words of a row. */
export const mayStand = ({ bits, size }: Row, column: number): boolean =>
  column < 0 || column >= size || ((bits[column >> 5] as number) & (1 << (column & 31))) !== 0;
