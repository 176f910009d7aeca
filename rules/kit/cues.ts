/**
 * Which patterns may stand in which words. Every pattern that cannot do without certain strings (its cues) has a column;
 * all cues are looked for in one pass over the words, and most patterns need then not be sought at all.
 */
import { blur, needsOf } from './french/needs.ts';
import { written } from './french/pattern.ts';
import { getFurther, mayPause } from './pace.ts';

/** A string that patterns need, found by some of its characters. */
interface Cue {
  readonly text: string;
  /** Where in it stand those that it is found by, and their hash. */
  readonly offset: number;
  readonly hash: number;
  readonly columns: number[];
  /** The last pass that met it. */
  pass: number;
}

const SLOTS = 1 << 17;
const slotOf = (hash: number): number => hash >>> 13;
/** For each slot, the cues found there: an index in `lists`, 0 for none. */
const heads = new Uint16Array(SLOTS);
const lists: Cue[][] = [[]];
const cues = new Map<string, Cue>();

/** A cue is found by five characters, or three, or by a sign. */
const LONG = 5;
const SHORT = 3;
const hashed = (mixed: number): number => Math.imul(mixed, 0x9e3779b1) >>> 2;
const hash1 = (a: number): number => hashed(a + 7);
const hash3 = (a: number, b: number, c: number): number => hashed(Math.imul(Math.imul(a, 37) + b, 37) + c);
const hash5 = (a: number, b: number, c: number, d: number, e: number): number =>
  hashed(Math.imul(Math.imul(Math.imul(Math.imul(a, 37) + b, 37) + c, 37) + d, 37) + e + 1);
function hashAt(text: string, at: number, length: number): number {
  const code = (i: number) => text.charCodeAt(at + i);
  if (length === 1) return hash1(code(0));
  return length === SHORT ? hash3(code(0), code(1), code(2)) : hash5(code(0), code(1), code(2), code(3), code(4));
}
/** Letters and the space count by three only; figures and signs alone too, being rarer. */
const isSign = (code: number): boolean => code !== 0x20 && (code < 0x61 || code > 0x7a);

/** Where a cue is found by: the characters by which the fewest others are. */
function placeOf(text: string): { readonly offset: number; readonly hash: number } {
  const length = text.length >= LONG ? LONG : text.length >= SHORT ? SHORT : 1;
  let best: { offset: number; hash: number; rivals: number } | undefined;
  for (let offset = 0; offset + length <= text.length; offset++) {
    if (length === 1 && !isSign(text.charCodeAt(offset))) continue;
    const hash = hashAt(text, offset, length);
    const rivals = lists[heads[slotOf(hash)] as number]?.length ?? 0;
    if (!best || rivals < best.rivals) best = { offset, hash, rivals };
  }
  return best as { offset: number; hash: number };
}

function cueOf(text: string): Cue {
  let cue = cues.get(text);
  if (!cue) {
    const { offset, hash } = placeOf(text);
    cue = { text, offset, hash, columns: [], pass: 0 };
    cues.set(text, cue);
    const at = slotOf(hash);
    if (heads[at] === 0) heads[at] = lists.push([]) - 1;
    lists[heads[at] as number]?.push(cue);
  }
  return cue;
}

/** More columns than the program has patterns: those made up while drafts are read get none. */
const MOST = 4096;
const columns = new Map<string, number>();
const waiting = new Map<string, RegExp>();
let size = 0;
let version = 0;
let passes = 0;

const keyOf = (pattern: RegExp): string => `${pattern.flags.replace('g', '')}/${pattern.source}`;

function wait(pattern: RegExp): void {
  const key = keyOf(pattern);
  if (!columns.has(key) && columns.size + waiting.size < MOST) waiting.set(key, pattern);
}

function add(pattern: RegExp): void {
  const needs = needsOf(pattern);
  columns.set(keyOf(pattern), needs ? size : -1);
  if (!needs) return;
  for (const text of needs) cueOf(text).columns.push(size);
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
  const text = blur(folded);
  const bits = new Uint32Array((size + 31) >> 5);
  const pass = ++passes;
  const meet = (hash: number, at: number): void => {
    const head = heads[slotOf(hash)] as number;
    if (head === 0) return;
    const list = lists[head] as Cue[];
    for (let i = 0; i < list.length; i++) {
      const cue = list[i] as Cue;
      if (cue.hash !== hash || cue.pass === pass || !text.startsWith(cue.text, at - cue.offset)) continue;
      cue.pass = pass;
      for (const column of cue.columns) bits[column >> 5] = (bits[column >> 5] as number) | (1 << (column & 31));
    }
  };
  // The four characters before.
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const e = text.charCodeAt(i);
    if (isSign(e)) meet(hash1(e), i);
    if (i >= 2) meet(hash3(c, d, e), i - 2);
    if (i >= 4) meet(hash5(a, b, c, d, e), i - 4);
    a = b;
    b = c;
    c = d;
    d = e;
  }
  return { bits, size, version };
}

/** The row of what may stand in the words of any of some rows. */
export function eitherOf(rows: readonly Row[]): Row {
  const bits = new Uint32Array((size + 31) >> 5);
  for (const row of rows) {
    if (row.version !== version) return NONE;
    for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] as number) | (row.bits[i] as number);
  }
  return { bits, size, version };
}
/** True for a row that knows all columns there are. */
export const isCurrent = (row: Row): boolean => row.version === version;

/** False when what has a column cannot stand in the words of a row. */
export const mayStand = ({ bits, size }: Row, column: number): boolean =>
  column < 0 || column >= size || ((bits[column >> 5] as number) & (1 << (column & 31))) !== 0;
