import { fromBase64, toBase64, unitsOf } from './binary.ts';
import { beginsWord, endsWord } from './french/edges.ts';

/**
 * Where a cue is looked for in a text: where letters begin (most are, which costs a look or two a word), at a figure
 * or another sign, or anywhere.
 */
const PLACES = ['letters', 'sign', 'anywhere'] as const;
type Place = (typeof PLACES)[number];
/** Units compared there at once, by which it is found. */
const SIZES: Readonly<Record<Place, readonly number[]>> = { letters: [8, 5, 3, 2, 1], sign: [3, 1], anywhere: [5, 3] };
/** What begins the hash of the units of one place. */
const SEEDS: Readonly<Record<Place, number>> = { letters: 17, sign: 3500, anywhere: 770000 };

const SPACE = 0x20;
const ZERO = 0x30;
/** Digits stand for one another, in cues and in texts. */
const blurred = (unit: number): number => (unit >= ZERO && unit < ZERO + 10 ? ZERO : unit);
const isLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;
const isSign = (unit: number): boolean => unit !== SPACE && !isLetter(unit);

/** Of a cue: where its units begin and end in the pool, the cue before it in its slot, and its spot with its walls. */
const [START, END, BEFORE, SPOT] = [0, 1, 2, 3];
const RECORD = 4;
/** No letter stands before it; none after it. */
const [BEGINS, ENDS] = [1, 2];

const MOST_CUES = 1 << 16;
const MOST_UNITS = 1 << 20;
const SLOTS = 1 << 17;
const mixed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (SLOTS - 1);
/** How many units are compared at a place, when so many are left; 0 when too few are. */
function sizeFrom(place: Place, from: number, end: number): number {
  for (const size of SIZES[place]) if (from + size <= end) return size;
  return 0;
}

/** Three units, roughly. */
const threeAt = (units: ArrayLike<number>, at: number): number =>
  (((units[at] as number) & 31) << 10) | (((units[at + 1] as number) & 31) << 5) | ((units[at + 2] as number) & 31);

const hasBit = (bits: Uint32Array, at: number): boolean => (((bits[at >> 5] as number) >>> (at & 31)) & 1) === 1;
function setBit(bits: Uint32Array, at: number): void {
  bits[at >> 5] = (bits[at >> 5] as number) | (1 << (at & 31));
}

/** Where in a cue its spot is, and at what it is looked for. */
const offsetOf = (spot: number): number => spot >> 2;
const placeOf = (spot: number): Place => PLACES[spot & 3] as Place;

/** What stands in a text: each time a cue, a place within it by which it was found, in order of these, and its units [from, to). */
export interface Hits {
  readonly length: number;
  readonly cues: Int32Array;
  readonly at: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The tables of a finder that are kept as they are. */
const TABLES = ['records', 'filled', 'lengths', 'heads', 'anywhere'] as const;

/** All that a finder knows of its cues: it takes time to choose how each is found, and to file it. */
export interface KnownCues {
  readonly count: number;
  /** The units of all cues, one after the other. */
  readonly units: string;
  /** The bytes of each table, in base 64. */
  readonly tables: Readonly<Record<(typeof TABLES)[number], string>>;
}

/** Finds which of many strings (cues) stand where in a text, in one pass. */
export class CueFinder {
  private count = 0;
  /** The number of each that was not known before. */
  private readonly numbers = new Map<string, number>();
  /** The units of all, one after the other. */
  private readonly pool = new Uint16Array(MOST_UNITS);
  private used = 0;
  /** What is asked of a cue in a row stands in a row (`START` to `SPOT`). */
  private readonly records = new Int32Array(MOST_CUES * RECORD);
  /** A bit for each slot that holds a cue: most hold none, and these are near at hand. */
  private readonly filled = new Uint32Array(SLOTS >> 5);
  /** By how many units are found the cues that begin with each three, roughly: a bit for each number. */
  private readonly lengths = new Uint8Array(1 << 15);
  /** The last cue of each slot; 0 for none. */
  private readonly heads = new Uint16Array(SLOTS);
  private readonly anywhere = new Uint32Array(1 << 10);
  private units = new Uint16Array(4096);
  private size = 0;
  private hits: Hits & { length: number } = hitsOf(1024);

  /** True when there may be no room for the cues of one pattern more. */
  get isFull(): boolean {
    return this.count > MOST_CUES - 2000 || this.used > MOST_UNITS - 50_000;
  }

  /** What is known of all its cues. */
  get known(): KnownCues {
    const { count, pool, used } = this;
    const of = (name: (typeof TABLES)[number]) =>
      toBase64(this[name].subarray(0, name === 'records' ? (count + 1) * RECORD : undefined));
    const tables = Object.fromEntries(TABLES.map((name) => [name, of(name)])) as KnownCues['tables'];
    return { count, units: Array.from(pool.subarray(0, used), (u) => String.fromCharCode(u)).join(''), tables };
  }

  /** Takes cues of which all is known, in the place of the none it has: they have the first numbers, from 1. */
  takeUp({ count, units, tables }: KnownCues): void {
    for (const name of TABLES) new Uint8Array(this[name].buffer).set(fromBase64(tables[name]));
    this.pool.set(unitsOf(units));
    this.count = count;
    this.used = units.length;
  }

  /** The number of a cue, which may be new. Marks of `edges.ts` say that no letter stands beside it. */
  numberOf(text: string): number {
    let cue = this.numbers.get(text);
    if (cue === undefined) {
      this.place(text);
      cue = this.count;
      this.numbers.set(text, cue);
    }
    return cue;
  }

  /** Files a new cue under the slot of its spot. */
  private place(text: string): void {
    const { pool, records, heads, used: start } = this;
    const begins = beginsWord(text);
    const ends = endsWord(text);
    const last = ends ? text.length - 1 : text.length;
    for (let i = begins ? 1 : 0; i < last; i++) pool[this.used++] = blurred(text.charCodeAt(i));
    const end = this.used;
    const spot = this.chooseSpot(pool.subarray(start, end), begins);
    const place = placeOf(spot);
    const at = start + offsetOf(spot);
    const slot = this.slotAt(place, at, end);
    if (place === 'anywhere') setBit(this.anywhere, threeAt(pool, at));
    if (place === 'letters') this.noteLength(at, sizeFrom(place, at, end));
    setBit(this.filled, slot);
    const walls = (begins ? BEGINS : 0) | (ends ? ENDS : 0);
    const cue = ++this.count;
    records.set([start, end, heads[slot] as number, (spot << 2) | walls], cue * RECORD);
    heads[slot] = cue;
  }

  /**
   * Where letters begin if they do in the cue, else at a sign, else anywhere; there, by as many units as can be, being
   * the rarer, and by those by which the fewest other cues are found.
   */
  private chooseSpot(units: Uint16Array, begins: boolean): number {
    const start = units.byteOffset / units.BYTES_PER_ELEMENT;
    const end = start + units.length;
    for (const [index, place] of PLACES.entries()) {
      let best = { spot: -1, size: 0, rivals: 0 };
      for (let i = 0; i < units.length; i++) {
        const size = sizeFrom(place, i, units.length);
        if (size < best.size || size === 0 || !this.fits(place, units, i, begins)) continue;
        const rivals = this.rivalsIn(this.slotAt(place, start + i, end));
        if (size > best.size || rivals < best.rivals) best = { spot: (i << 2) | index, size, rivals };
      }
      if (best.spot >= 0) return best.spot;
    }
    throw new Error('a cue of less than two letters');
  }

  private fits(place: Place, units: Uint16Array, at: number, begins: boolean): boolean {
    const unit = units[at] as number;
    if (place === 'sign') return isSign(unit);
    if (place === 'anywhere') return true;
    return isLetter(unit) && (at === 0 ? begins : !isLetter(units[at - 1] as number));
  }

  /** That cues are found by so many units from a place of the pool on: whatever follows, of those that are fewer than three. */
  private noteLength(from: number, size: number): void {
    const known = Math.min(size, 3);
    const first = (threeAt(this.pool, from) >> (5 * (3 - known))) << (5 * (3 - known));
    for (let rest = 0; rest < 1 << (5 * (3 - known)); rest++) {
      const at = first + rest;
      this.lengths[at] = (this.lengths[at] as number) | (1 << (size - 1));
    }
  }

  /** The slot of the units of the pool from a place on, as many as are compared at once. */
  private slotAt(place: Place, from: number, end: number): number {
    const size = sizeFrom(place, from, end);
    let hash = SEEDS[place];
    for (let i = from; i < from + size; i++) hash = mixed(hash, this.pool[i] as number);
    return slotOf(hash);
  }

  private rivalsIn(slot: number): number {
    let count = 0;
    for (let cue = this.heads[slot] as number; cue !== 0; cue = this.records[cue * RECORD + BEFORE] as number) count++;
    return count;
  }

  private take(text: string): void {
    const { length } = text;
    if (this.units.length < length + 8) this.units = new Uint16Array(2 * length + 8);
    const { units } = this;
    for (let i = 0; i < length; i++) units[i] = blurred(text.charCodeAt(i));
    // What is compared beyond the end is no letter.
    units.fill(0, length, length + 8);
    this.size = length;
  }

  /** Every cue that stands in a folded text. The same object comes back, filled anew, from each call. */
  find(text: string): Hits {
    this.take(text);
    this.hits.length = 0;
    const { units, size, anywhere } = this;
    let inWord = false;
    for (let i = 0; i < size; i++) {
      const unit = units[i] as number;
      if (isLetter(unit)) {
        if (!inWord) this.meetLetters(i);
        inWord = true;
      } else {
        if (unit !== SPACE) this.meetSign(i);
        inWord = false;
      }
      if (hasBit(anywhere, threeAt(units, i))) this.meetAnywhere(i);
    }
    return this.hits;
  }

  private meetLetters(at: number): void {
    const { units, lengths } = this;
    let left = lengths[threeAt(units, at)] as number;
    let hash = SEEDS.letters;
    for (let i = at; left !== 0; i++) {
      hash = mixed(hash, units[i] as number);
      if ((left & 1) !== 0) this.meet(hash, at);
      left >>= 1;
    }
  }

  private meetSign(at: number): void {
    const { units } = this;
    const one = mixed(SEEDS.sign, units[at] as number);
    this.meet(one, at);
    this.meet(mixed(mixed(one, units[at + 1] as number), units[at + 2] as number), at);
  }

  private meetAnywhere(at: number): void {
    const { units } = this;
    let hash = SEEDS.anywhere;
    for (let i = 0; i < 5; i++) {
      hash = mixed(hash, units[at + i] as number);
      if (i === 2 || i === 4) this.meet(hash, at);
    }
  }

  /** Notes the cues of a slot that stand where units of that hash do. */
  private meet(hash: number, at: number): void {
    const slot = slotOf(hash);
    if (!hasBit(this.filled, slot)) return;
    const { heads, records } = this;
    for (let cue = heads[slot] as number; cue !== 0; cue = records[cue * RECORD + BEFORE] as number) {
      const walled = records[cue * RECORD + SPOT] as number;
      const from = at - offsetOf(walled >> 2);
      const to = from + (records[cue * RECORD + END] as number) - (records[cue * RECORD + START] as number);
      if (this.standsAt(cue, from, to, walled & (BEGINS | ENDS))) this.note(cue, at, from, to);
    }
  }

  private standsAt(cue: number, from: number, to: number, walls: number): boolean {
    const { pool, units } = this;
    if (from < 0 || to > this.size) return false;
    if ((walls & BEGINS) !== 0 && from > 0 && isLetter(units[from - 1] as number)) return false;
    if ((walls & ENDS) !== 0 && isLetter(units[to] as number)) return false;
    const start = this.records[cue * RECORD + START] as number;
    for (let i = to - from - 1; i >= 0; i--) if (units[from + i] !== pool[start + i]) return false;
    return true;
  }

  private note(cue: number, at: number, from: number, to: number): void {
    if (this.hits.length === this.hits.cues.length) {
      const more = hitsOf(2 * this.hits.length);
      for (const name of ['cues', 'at', 'from', 'to'] as const) more[name].set(this.hits[name]);
      more.length = this.hits.length;
      this.hits = more;
    }
    const { hits } = this;
    hits.cues[hits.length] = cue;
    hits.at[hits.length] = at;
    hits.from[hits.length] = from;
    hits.to[hits.length] = to;
    hits.length++;
  }
}

const hitsOf = (room: number): Hits & { length: number } => ({
  length: 0,
  cues: new Int32Array(room),
  at: new Int32Array(room),
  from: new Int32Array(room),
  to: new Int32Array(room),
});
