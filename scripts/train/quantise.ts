import { BITS } from '../../rules/reading/model.ts';
import type { Compiled } from './lexicon.ts';

/** Weights kept of a concept: so many for each line that it was taught by, within bounds. */
const KEPT = { aLine: 15, least: 4_000, most: 10_000 };

/** Weights in whole numbers from -127 to 127, by bucket; `unit` is what 1 is worth. */
export interface Quantised {
  readonly unit: number;
  readonly kept: ReadonlyMap<number, number>;
}

/** Keeps the largest weights, in one byte each. `lines`: how many taught it. */
export function quantised(weights: Float32Array, lines: number): Quantised {
  const most = Math.min(KEPT.most, Math.max(KEPT.least, KEPT.aLine * lines));
  const buckets = [...weights.keys()].filter((i) => weights[i] !== 0);
  buckets.sort((a, b) => Math.abs(weights[b] as number) - Math.abs(weights[a] as number) || a - b);
  const unit = Math.abs(weights[buckets[0] as number] ?? 1) / 127;
  const kept = buckets
    .slice(0, most)
    .map((b) => [b, Math.round((weights[b] as number) / unit)] as const)
    .filter(([, weight]) => weight !== 0);
  return { unit, kept: new Map(kept) };
}

const base64 = ({ buffer, byteOffset, byteLength }: ArrayBufferView): string =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString('base64');

/** The tables of a model: the turns of the lexicon, and the weights bucket by bucket. */
export function tablesOf(lexicon: Compiled, machines: readonly Quantised[]) {
  const owners: number[] = [];
  const weights: number[] = [];
  const buckets: number[] = [];
  const counts: number[] = [];
  const all = new Set(machines.flatMap(({ kept }) => [...kept.keys()]));
  for (const bucket of [...all].sort((a, b) => a - b)) {
    const before = owners.length;
    machines.forEach(({ kept }, concept) => {
      const weight = kept.get(bucket);
      if (weight === undefined) return;
      owners.push(concept);
      weights.push(weight);
    });
    buckets.push(bucket);
    counts.push(owners.length - before);
  }
  if (buckets.some((b) => b >= 1 << BITS)) throw new Error('a bucket is out of range');
  return {
    turns: base64(lexicon.turns),
    strays: base64(lexicon.strays),
    setOfTurn: base64(lexicon.setOfTurn),
    buckets: base64(Int32Array.from(buckets)),
    counts: base64(Uint16Array.from(counts)),
    owners: base64(Uint16Array.from(owners)),
    weights: base64(Int8Array.from(weights)),
  };
}
