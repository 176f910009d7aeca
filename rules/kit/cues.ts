/**
 * Which patterns may stand in which words. Every pattern that cannot do without certain strings (its cues) has a column;
 * all cues are looked for in one pass over the words, and most patterns need then not be sought at all.
 */
import { needsOf } from './french/needs.ts';
import { written } from './french/pattern.ts';
import { getFurther, mayPause } from './pace.ts';

/** Cues are numbered from 1. What is known of each stands side by side, to be near at hand while words are passed over. */
const MOST_CUES = 1 << 15;
const MOST_BYTES = 1 << 20;
/** Their bytes, one after the other; where those of each begin: they end where those of the next do. */
const pool = new Uint8Array(MOST_BYTES);
const starts = new Int32Array(MOST_CUES + 1);
/** Where in a cue stand the bytes that it is found by, and their hash. */
const offsets = new Int32Array(MOST_CUES);
const hashes = new Int32Array(MOST_CUES);
/** The last pass that met it. */
const met = new Int32Array(MOST_CUES);
/** The patterns that need it. */
const columnsOf: number[][] = [[]];
const cues = new Map<string, number>();

/** The last cue of each slot, and the one before each; 0 for none. */
const SLOTS = 1 << 17;
const slotOf = (hash: number): number => hash >>> 13;
const heads = new Uint16Array(SLOTS);
const before = new Uint16Array(MOST_CUES);

/** A cue is found by five bytes, or three, or by a sign. */
const LONG = 5;
const SHORT = 3;
const hashed = (mixed: number): number => Math.imul(mixed, 0x9e3779b1) >>> 2;
const hash1 = (a: number): number => hashed(a + 7);
const hash3 = (a: number, b: number, c: number): number => hashed(Math.imul(Math.imul(a, 37) + b, 37) + c);
const hash5 = (a: number, b: number, c: number, d: number, e: number): number =>
  hashed(Math.imul(Math.imul(Math.imul(Math.imul(a, 37) + b, 37) + c, 37) + d, 37) + e + 1);
function hashAt(bytes: Uint8Array, at: number, length: number): number {
  const byte = (i: number) => bytes[at + i] as number;
  if (length === 1) return hash1(byte(0));
  return length === SHORT ? hash3(byte(0), byte(1), byte(2)) : hash5(byte(0), byte(1), byte(2), byte(3), byte(4));
}
/** Letters and the space count by three only; figures and signs alone too, being rarer. */
const isSign = (byte: number): boolean => byte !== 0x20 && (byte < 0x61 || byte > 0x7a);

function rivalsOf(hash: number): number {
  let count = 0;
  for (let cue = heads[slotOf(hash)] as number; cue !== 0; cue = before[cue] as number) count++;
  return count;
}

/** Where a cue is found by: the bytes by which the fewest others are. */
function placeOf(bytes: Uint8Array): { readonly offset: number; readonly hash: number } {
  const length = bytes.length >= LONG ? LONG : bytes.length >= SHORT ? SHORT : 1;
  let best: { offset: number; hash: number; rivals: number } | undefined;
  for (let offset = 0; offset + length <= bytes.length; offset++) {
    if (length === 1 && !isSign(bytes[offset] as number)) continue;
    const hash = hashAt(bytes, offset, length);
    const rivals = rivalsOf(hash);
    if (!best || rivals < best.rivals) best = { offset, hash, rivals };
  }
  return best as { offset: number; hash: number };
}

/** The number of a cue, given one if need be. */
function cueOf(text: string): number {
  const known = cues.get(text);
  if (known !== undefined) return known;
  const bytes = encoder.encode(text);
  const { offset, hash } = placeOf(bytes);
  const cue = columnsOf.push([]) - 1;
  cues.set(text, cue);
  const start = starts[cue] as number;
  pool.set(bytes, start);
  starts[cue + 1] = start + bytes.length;
  offsets[cue] = offset;
  hashes[cue] = hash;
  before[cue] = heads[slotOf(hash)] as number;
  heads[slotOf(hash)] = cue;
  return cue;
}

/** True when there is no room for the cues of one pattern more. */
const isFull = (): boolean =>
  columnsOf.length > MOST_CUES - 2000 || (starts[columnsOf.length] as number) > MOST_BYTES - 50_000;

/** Strings come in many forms inside an engine; bytes in one. */
const encoder = new TextEncoder();
let buffer = new Uint8Array(4096);
/** Puts a text in the buffer, its figures all zeros; gives how many bytes it takes. */
function encode(text: string): number {
  if (buffer.length < 3 * text.length) buffer = new Uint8Array(6 * text.length);
  const { written } = encoder.encodeInto(text, buffer);
  for (let i = 0; i < written; i++) if (((buffer[i] as number) ^ 0x30) < 10) buffer[i] = 0x30;
  return written;
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
  const needs = isFull() ? undefined : needsOf(pattern);
  columns.set(keyOf(pattern), needs ? size : -1);
  if (!needs) return;
  for (const text of needs) columnsOf[cueOf(text)]?.push(size);
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

function standsAt(at: number, cue: number, length: number): boolean {
  const start = starts[cue] as number;
  const size = (starts[cue + 1] as number) - start;
  if (at < 0 || at + size > length) return false;
  for (let i = 0; i < size; i++) if (buffer[at + i] !== pool[start + i]) return false;
  return true;
}

/** Adds to a row the columns of the cues that are found by a hash at a place of the buffer. */
function meet(hash: number, at: number, length: number, pass: number, bits: Uint32Array): void {
  for (let cue = heads[slotOf(hash)] as number; cue !== 0; cue = before[cue] as number) {
    if (hashes[cue] !== hash || met[cue] === pass || !standsAt(at - (offsets[cue] as number), cue, length)) continue;
    met[cue] = pass;
    for (const column of columnsOf[cue] as number[])
      bits[column >> 5] = (bits[column >> 5] as number) | (1 << (column & 31));
  }
}

/** The row of folded words, worked out again when there are many more columns than it has. */
export function rowOf(folded: string, known: Row = NONE): Row {
  if (known.version === version) return known;
  const length = encode(folded);
  const bits = new Uint32Array((size + 31) >> 5);
  const pass = ++passes;
  // The four bytes before.
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < length; i++) {
    const e = buffer[i] as number;
    if (isSign(e)) meet(hash1(e), i, length, pass, bits);
    if (i >= 2) meet(hash3(c, d, e), i - 2, length, pass, bits);
    if (i >= 4) meet(hash5(a, b, c, d, e), i - 4, length, pass, bits);
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
