import { BITS, bytesOf, type ModelFile } from '../../rules/reading/model.ts';
import type { Compiled } from './lexicon.ts';
import { heaviest } from './svm.ts';

/** Weights in whole numbers from -127 to 127, by bucket; `unit` is what 1 is worth. */
export interface Quantised {
  readonly unit: number;
  readonly kept: ReadonlyMap<number, number>;
}

/** The weights in one byte each. */
export function quantised(weights: Float32Array): Quantised {
  const buckets = heaviest(weights);
  const unit = Math.abs(weights[buckets[0] as number] ?? 1) / 127;
  const kept = buckets
    .map((b) => [b, Math.round((weights[b] as number) / unit)] as const)
    .filter(([, weight]) => weight !== 0);
  return { unit, kept: new Map(kept) };
}

const base64 = ({ buffer, byteOffset, byteLength }: ArrayBufferView): string =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString('base64');

/** The weights of each concept of a model, as they stand in its tables. */
export function weightsIn(file: ModelFile): Quantised[] {
  const buckets = new Int32Array(bytesOf(file.buckets));
  const counts = new Uint16Array(bytesOf(file.counts));
  const owners = new Uint16Array(bytesOf(file.owners));
  const weights = new Int8Array(bytesOf(file.weights));
  const kept = file.concepts.map(() => new Map<number, number>());
  let at = 0;
  buckets.forEach((bucket, i) => {
    for (const end = at + (counts[i] as number); at < end; at++)
      kept[owners[at] as number]?.set(bucket, weights[at] as number);
  });
  return file.concepts.map(({ unit }, i) => ({ unit, kept: kept[i] as Map<number, number> }));
}

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
    common: base64(lexicon.common),
    proper: base64(lexicon.proper),
    setOfTurn: base64(lexicon.setOfTurn),
    buckets: base64(Int32Array.from(buckets)),
    counts: base64(Uint16Array.from(counts)),
    owners: base64(Uint16Array.from(owners)),
    weights: base64(Int8Array.from(weights)),
  };
}
