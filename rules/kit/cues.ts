/**
 * Which patterns may stand in which words. Every pattern that cannot do without certain strings (its cues) has a column;
 * all cues are looked for in one pass over the words, and most patterns need then not be sought at all.
 */
import { type Ahead, ahead } from './ahead.ts';
import { CueFinder, type Hits } from './cue-finder.ts';
import { isLetter } from './french/edges.ts';
import { needsOf } from './french/needs.ts';
import { written } from './french/pattern.ts';
import { getFurther, mayPause } from './pace.ts';

/** More columns than the program has patterns: those made up while drafts are read get none. */
const MOST_COLUMNS = 4096;
const columns = new Map<string, number>();
const waiting = new Map<string, RegExp>();
let version = 0;

const keyOf = (pattern: RegExp): string => `${pattern.flags.replace('g', '')}/${pattern.source}`;

function wait(key: string, pattern: RegExp): void {
  if (!columns.has(key) && columns.size + waiting.size < MOST_COLUMNS) waiting.set(key, pattern);
}

/** Two sums of a key, as one text: among so few keys, no two have the same. */
function fingerprint(key: string): string {
  let [a, b] = [0x811c9dc5, 0x2545f491];
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b + unit, 0x5bd1e995) ^ (b >>> 13);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}

/** The columns there are, and the cues for which they wait. */
class CueTable {
  readonly finder = new CueFinder();
  /** The columns that wait for each cue, by its number. */
  waiting: number[][] = [];
  size = 0;

  /** A column for a pattern: its number, or -1 when the pattern can do without cues. */
  add(pattern: RegExp): number {
    const cues = this.finder.isFull ? undefined : needsOf(pattern)?.map((text) => this.finder.numberOf(text));
    if (!cues) return -1;
    for (const cue of cues) {
      this.waiting[cue] ??= [];
      this.waiting[cue].push(this.size);
    }
    return this.size++;
  }

  takeUp({ cues, waiting, size }: Ahead): void {
    this.finder.takeUp(cues);
    this.waiting = waiting;
    this.size = size;
  }
}
const table = new CueTable();
const { finder } = table;

/** What can be known ahead of the patterns asked so far: for the build of a program. Throws if two fingerprints are the same. */
export function lookAhead(): Ahead {
  const all = new Map([...written, ...waiting.values()].map((p) => [keyOf(p), p]));
  const own = new CueTable();
  const known = Object.fromEntries([...all].map(([key, pattern]) => [fingerprint(key), own.add(pattern)]));
  if (Object.keys(known).length !== all.size) throw new Error('two patterns have one fingerprint');
  return { cues: own.finder.known, columns: known, waiting: own.waiting, size: own.size };
}

/** That what is known ahead was taken up. */
let isTakenUp = false;

/** The number of a pattern among the columns, as far as is known. */
function columnOf(key: string): number | undefined {
  let column = columns.get(key);
  if (column === undefined && isTakenUp) {
    column = ahead?.columns[fingerprint(key)];
    if (column !== undefined) columns.set(key, column);
  }
  return column;
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
      const key = keyOf(this.pattern);
      this.number = columnOf(key);
      if (this.number === undefined) wait(key, this.pattern);
    }
    return this.number ?? -1;
  }
}

/** Some columns, of which it is asked at once whether any may stand. */
export class Columns {
  private readonly columns: readonly Column[];
  private version = -1;
  /** Where in a row their bits are, each place followed by a mask; undefined when one of them has no column. */
  private bits: readonly number[] | undefined;
  constructor(columns: readonly Column[]) {
    this.columns = columns;
  }

  mayStandIn(row: CueRow): boolean {
    if (row.version !== version) return true;
    if (this.version !== version) this.gather();
    const { bits } = this;
    if (!bits) return true;
    for (let i = 0; i < bits.length; i += 2)
      if (((row.bits[row.at + (bits[i] as number)] as number) & (bits[i + 1] as number)) !== 0) return true;
    return false;
  }

  private gather(): void {
    this.version = version;
    const numbers = this.columns.map((column) => column.at);
    const masks = new Map<number, number>();
    for (const n of numbers) masks.set(n >> 5, (masks.get(n >> 5) ?? 0) | (1 << (n & 31)));
    this.bits = numbers.includes(-1) ? undefined : [...masks].flat();
  }
}

/** Passages read since the start from which on it pays to take patterns apart, or to take up what is known of them ahead. */
const ENOUGH = ahead ? 60 : 1000;
/** Patterns taken apart at once. */
const STRETCH = 64;
let seen = 0;
/** Passages read from which on few patterns are worth it too: each time all rows have to be worked out again. */
let due = 0;

/** Takes up what is known ahead, and lets what was written since wait: those known ahead are told when they are asked. */
function hearOfPatterns(): void {
  if (ahead && !isTakenUp) {
    table.takeUp(ahead);
    isTakenUp = true;
    version++;
  }
  for (const pattern of written.splice(0)) if (!ahead) wait(keyOf(pattern), pattern);
}

/** Gives columns to the patterns that have none yet, if so many passages more make it worth while. */
export function takeApart(passages: number): void {
  seen += passages;
  if (seen < ENOUGH) return;
  hearOfPatterns();
  if (waiting.size === 0 || (seen < due && waiting.size < table.size / 8)) return;
  due = 2 * seen;
  // Before the first, and again when this is taken up after a pause: rows made meanwhile know fewer columns.
  version++;
  let done = 0;
  for (const [key, pattern] of waiting) {
    if (++done % (ahead ? 2 : STRETCH) === 0) mayPause();
    waiting.delete(key);
    if (columnOf(key) === undefined) columns.set(key, table.add(pattern));
    getFurther();
  }
}

/** Which columns may stand in words: a bit for each, from a place on among those of other rows. */
export interface CueRow {
  readonly bits: Uint32Array;
  readonly at: number;
  /** Columns it knows of. */
  readonly size: number;
  readonly version: number;
}

const NONE: CueRow = { bits: new Uint32Array(0), at: 0, size: 0, version: 0 };

/** Bits of many rows in one array: small arrays are dear to make and to clear away. */
const ROOM = 1 << 13;
let room = new Uint32Array(0);
let taken = 0;

const lengthOf = (columns: number): number => (columns + 31) >> 5;

/** A row of all columns there are, none set. */
function emptyRow(): CueRow {
  const length = lengthOf(table.size);
  if (taken + length > room.length) {
    room = new Uint32Array(Math.max(ROOM, length));
    taken = 0;
  }
  const row = { bits: room, at: taken, size: table.size, version };
  taken += length;
  return row;
}

/** The row of all that stands in a text. */
function rowOfAll({ cues, length }: Hits): CueRow {
  const row = emptyRow();
  for (let i = 0; i < length; i++) set(row, cues[i] as number);
  return row;
}

/** Sets the bits of the columns that wait for a cue. */
function set({ bits, at }: CueRow, cue: number): void {
  const waiting = table.waiting[cue];
  // Known ahead, of a pattern not yet asked.
  if (!waiting) return;
  for (let k = 0; k < waiting.length; k++) {
    const column = waiting[k] as number;
    const place = at + (column >> 5);
    bits[place] = (bits[place] as number) | (1 << (column & 31));
  }
}

/** The row of folded words. */
export const rowOf = (folded: string): CueRow => (table.size === 0 ? NONE : rowOfAll(finder.find(folded)));

const cutsWord = (text: string, at: number): boolean => isLetter(text[at - 1]) && isLetter(text[at]);

/**
 * The rows of a folded text and of parts of it, in order and apart, from one pass over it; undefined for a part that begins
 * or ends within a word.
 */
export function rowsOf(
  folded: string,
  parts: readonly { readonly from: number; readonly words: { readonly text: string } }[],
): { readonly whole: CueRow; readonly rows: readonly (CueRow | undefined)[] } {
  const hits = finder.find(folded);
  const { cues, at, from: starts, to: ends } = hits;
  const rows: (CueRow | undefined)[] = [];
  let i = 0;
  for (const { from, words } of parts) {
    const to = from + words.text.length;
    const row = emptyRow();
    // A hit is noted by a place within it: those of a part stand together, but for what runs over its ends.
    while (i < hits.length && (at[i] as number) < from) i++;
    for (; i < hits.length && (at[i] as number) < to; i++)
      if ((starts[i] as number) >= from && (ends[i] as number) <= to) set(row, cues[i] as number);
    rows.push(cutsWord(folded, from) || cutsWord(folded, to) ? undefined : row);
  }
  return { whole: rowOfAll(hits), rows };
}

/** The row of what may stand in the words of any of some rows; one that knows nothing if they do not all know all columns. */
export function eitherOf(rows: readonly CueRow[]): CueRow {
  if (!rows.every(isCurrent)) return NONE;
  const either = emptyRow();
  const length = lengthOf(table.size);
  for (const { bits, at } of rows)
    for (let i = 0; i < length; i++)
      either.bits[either.at + i] = (either.bits[either.at + i] as number) | (bits[at + i] as number);
  return either;
}

/** True for a row that knows all columns there are. */
export const isCurrent = (row: CueRow): boolean => row.version === version;

/** False when what has a column cannot stand in the words of a row. */
export const mayStand = ({ bits, at, size }: CueRow, column: number): boolean =>
  column < 0 || column >= size || ((bits[at + (column >> 5)] as number) & (1 << (column & 31))) !== 0;
