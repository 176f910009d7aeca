/** Bytes of a cue by which it is found: five, or three, or one that is a sign. */
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

const MOST_CUES = 1 << 15;
const MOST_BYTES = 1 << 20;
const SLOTS = 1 << 17;
const slotOf = (hash: number): number => hash >>> 13;

/** Strings come in many forms inside an engine; bytes in one. */
const encoder = new TextEncoder();

/**
 * Finds which of many strings (cues) stand in a text, in one pass. Each stands for the columns of those who wait for
 * it. Figures are told apart neither in cues nor in texts.
 */
export class CueFinder {
  private readonly numbers = new Map<string, number>();
  /** Cues are numbered from 1; what is known of each stands side by side, to be near at hand during a pass. */
  private readonly columns: number[][] = [[]];
  /** The bytes of all, one after the other; where those of each begin: they end where those of the next do. */
  private readonly pool = new Uint8Array(MOST_BYTES);
  private readonly starts = new Int32Array(MOST_CUES + 1);
  /** Where in a cue stand the bytes that it is found by, and their hash. */
  private readonly offsets = new Int32Array(MOST_CUES);
  private readonly hashes = new Int32Array(MOST_CUES);
  /** The last pass that met it. */
  private readonly met = new Int32Array(MOST_CUES);
  /** The last cue of each slot, and the one before each; 0 for none. */
  private readonly heads = new Uint16Array(SLOTS);
  private readonly before = new Uint16Array(MOST_CUES);
  private buffer = new Uint8Array(4096);
  private pass = 0;

  /** True when there may be no room for the cues of one pattern more. */
  get isFull(): boolean {
    const { length } = this.columns;
    return length > MOST_CUES - 2000 || (this.starts[length] as number) > MOST_BYTES - 50_000;
  }

  /** A column that waits for a cue. */
  add(text: string, column: number): void {
    let cue = this.numbers.get(text);
    if (cue === undefined) {
      cue = this.columns.push([]) - 1;
      this.numbers.set(text, cue);
      this.place(cue, encoder.encode(text));
    }
    this.columns[cue]?.push(column);
  }

  /** Has a cue found by those of its bytes by which the fewest others are. */
  private place(cue: number, bytes: Uint8Array): void {
    const length = bytes.length >= LONG ? LONG : bytes.length >= SHORT ? SHORT : 1;
    let best = { offset: 0, hash: 0, rivals: Number.POSITIVE_INFINITY };
    for (let offset = 0; offset + length <= bytes.length; offset++) {
      if (length === 1 && !isSign(bytes[offset] as number)) continue;
      const hash = hashAt(bytes, offset, length);
      const rivals = this.rivalsOf(hash);
      if (rivals < best.rivals) best = { offset, hash, rivals };
    }
    const start = this.starts[cue] as number;
    this.pool.set(bytes, start);
    this.starts[cue + 1] = start + bytes.length;
    this.offsets[cue] = best.offset;
    this.hashes[cue] = best.hash;
    const slot = slotOf(best.hash);
    this.before[cue] = this.heads[slot] as number;
    this.heads[slot] = cue;
  }

  private rivalsOf(hash: number): number {
    let count = 0;
    for (let cue = this.heads[slotOf(hash)] as number; cue !== 0; cue = this.before[cue] as number) count++;
    return count;
  }

  /** Puts a text in the buffer, its figures all zeros; gives how many bytes it takes. */
  private encode(text: string): number {
    if (this.buffer.length < 3 * text.length) this.buffer = new Uint8Array(6 * text.length);
    const { buffer } = this;
    const { written } = encoder.encodeInto(text, buffer);
    for (let i = 0; i < written; i++) if (((buffer[i] as number) ^ 0x30) < 10) buffer[i] = 0x30;
    return written;
  }

  /** Sets the bits of the columns whose cues stand in a text. */
  find(text: string, bits: Uint32Array): void {
    const length = this.encode(text);
    const { buffer } = this;
    this.pass++;
    // The four bytes before.
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < length; i++) {
      const e = buffer[i] as number;
      if (isSign(e)) this.meet(hash1(e), i, length, bits);
      if (i >= 2) this.meet(hash3(c, d, e), i - 2, length, bits);
      if (i >= 4) this.meet(hash5(a, b, c, d, e), i - 4, length, bits);
      a = b;
      b = c;
      c = d;
      d = e;
    }
  }

  private meet(hash: number, at: number, length: number, bits: Uint32Array): void {
    for (let cue = this.heads[slotOf(hash)] as number; cue !== 0; cue = this.before[cue] as number) {
      if (this.hashes[cue] !== hash || this.met[cue] === this.pass) continue;
      if (!this.standsAt(at - (this.offsets[cue] as number), cue, length)) continue;
      this.met[cue] = this.pass;
      for (const column of this.columns[cue] as number[])
        bits[column >> 5] = (bits[column >> 5] as number) | (1 << (column & 31));
    }
  }

  private standsAt(at: number, cue: number, length: number): boolean {
    const { pool, buffer } = this;
    const start = this.starts[cue] as number;
    const size = (this.starts[cue + 1] as number) - start;
    if (at < 0 || at + size > length) return false;
    for (let i = 0; i < size; i++) if (buffer[at + i] !== pool[start + i]) return false;
    return true;
  }
}
