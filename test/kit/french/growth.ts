import assert from 'node:assert/strict';
import fc from 'fast-check';

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

function fastest(read: Reader, text: string): number {
  let best = Infinity;
  for (let i = 0; i < 4; i++) {
    // Time of this process alone: what else the machine does is of no matter.
    const start = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/**
 * Eight times the text may take about eight times as long; a quadratic reader takes sixty-four. The text also
 * ends in a letter, because an expression that fails at the very end shows its worst.
 */
export function assertLinear(read: Reader, unit: string): void {
  for (const last of ['', 'a']) {
    const small = unit.repeat(Math.ceil(12_000 / unit.length));
    const ratio = fastest(read, small.repeat(8) + last) / Math.max(fastest(read, small + last), 0.1);
    assert.ok(ratio < 32, `${JSON.stringify(unit)} grows ${ratio.toFixed(1)} times for 8 times the text`);
  }
}
