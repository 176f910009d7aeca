import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cpuTime } from '../../cpu-time.ts';

interface Stretch {
  readonly from: number;
  readonly to: number;
}
type Reader = (folded: string) => readonly Stretch[];

/** Items lie inside the text, are not empty, come in order and do not overlap. */
export function assertOrdered(read: Reader, text: string): void {
  let end = 0;
  for (const item of read(text)) {
    assert.ok(item.from >= end && item.to > item.from && item.to <= text.length, JSON.stringify([text, item]));
    end = item.to;
  }
}

/** Runs `assertOrdered` on arbitrary mixtures of the pieces given and of any characters. */
export function assertOrderedOnAnything(read: Reader, pieces: readonly string[]): void {
  const piece = fc.oneof(
    fc.constantFrom(...pieces),
    fc.string({ maxLength: 4 }),
    fc.constantFrom(' ', '-', ' (', ') '),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (parts) => assertOrdered(read, parts.join(''))),
    { numRuns: 300 },
  );
}

/** Rounds after which a reader that seemed slow in each of them is. A pause to clear up memory comes in some, growth in all. */
const ROUNDS = 8;

/**
 * Eight times the text may take about eight times as long; a quadratic reader takes sixty-four. The text also
 * ends in a letter, because an expression that fails at the very end shows its worst.
 */
export function assertLinear(read: Reader, unit: string): void {
  for (const last of ['', 'a']) {
    // What is read of more does not fit in the young memory, and takes several times as long at once.
    const small = unit.repeat(Math.ceil(5000 / unit.length));
    const timeOf = (text: string) => cpuTime(() => read(text + last));
    let ratio = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS && ratio >= 32; round++)
      ratio = Math.min(ratio, timeOf(small.repeat(8)) / Math.max(timeOf(small), 0.1));
    assert.ok(ratio < 32, `${JSON.stringify(unit)} grows ${ratio.toFixed(1)} times for 8 times the text`);
  }
}
