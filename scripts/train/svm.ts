import type { Features } from '../../rules/reading/features.ts';
import { BITS, bucket } from '../../rules/reading/model.ts';

/** A row to learn from: what it is made of, whether it says the concept, how much it counts. */
export interface Example {
  readonly features: Features;
  readonly says: boolean;
  readonly cost: number;
}

/** Weights by bucket, and the bias. */
export interface Machine {
  readonly weights: Float32Array;
  readonly bias: number;
}

/** Numbers in [0, 1) that a seed decides. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same items in an order that the numbers decide. */
export function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

/** Over all examples, at most. */
const PASSES = 30;
/** A pass in which no example is further off than this is the last. */
const CLOSE = 0.05;
/** An example so far on the right side is left alone for so many passes: most of ordinary text is. */
const FAR = 0.4;
const LEFT_ALONE = 5;

export function scoreOf({ weights, bias }: Machine, { keys, values }: Features): number {
  let sum = bias;
  for (let k = 0; k < keys.length; k++) sum += (weights[bucket(keys[k] as number)] as number) * (values[k] as number);
  return sum;
}

/** The buckets that weigh, those that weigh most first. */
export function heaviest(weights: Float32Array): number[] {
  const weighing: number[] = [];
  // Millions of buckets, thousands of weights: `forEach` spares an array of the former.
  weights.forEach((weight, at) => {
    if (weight !== 0) weighing.push(at);
  });
  return weighing.sort((a, b) => Math.abs(weights[b] as number) - Math.abs(weights[a] as number) || a - b);
}

/** The same examples, seen by these buckets alone. */
function seenBy(buckets: readonly number[], examples: readonly Example[]): Example[] {
  const isSeen = new Uint8Array(1 << BITS);
  for (const at of buckets) isSeen[at] = 1;
  return examples.map((example) => ({ ...example, features: only(isSeen, example.features) }));
}

/** By a loop and two short arrays: there are tens of thousands of examples, of hundreds of features each. */
function only(isSeen: Uint8Array, { keys, values }: Features): Features {
  let seen = 0;
  for (let k = 0; k < keys.length; k++) seen += isSeen[bucket(keys[k] as number)] as number;
  const out = { keys: new Int32Array(seen), values: new Float32Array(seen) };
  for (let k = 0, at = 0; at < seen; k++) {
    if (!isSeen[bucket(keys[k] as number)]) continue;
    out.keys[at] = keys[k] as number;
    out.values[at++] = values[k] as number;
  }
  return out;
}

/** Which features weigh is known long before how much. */
const CHOOSING_PASSES = 8;

/**
 * A machine of so many weights at most. The heaviest of a first one are chosen and taught anew: cut from a machine that
 * leant on all, they would find less.
 */
export function learnFew(examples: readonly Example[], seed: number, most: number): Machine {
  const first = learn(examples, seed, CHOOSING_PASSES);
  return learn(seenBy(heaviest(first.weights).slice(0, most), examples), seed);
}

function move(
  machine: { weights: Float32Array; bias: number },
  { keys, values }: Example['features'],
  step: number,
): void {
  const { weights } = machine;
  for (let k = 0; k < keys.length; k++) {
    const at = bucket(keys[k] as number);
    weights[at] = (weights[at] as number) + step * (values[k] as number);
  }
  machine.bias += step;
}

/**
 * A linear support vector machine with squared hinge loss, by coordinate descent in the dual (Hsieh and others, « A Dual
 * Coordinate Descent Method for Large-scale Linear SVM », 2008). The same examples and seed give the same machine.
 */
export function learn(examples: readonly Example[], seed: number, passes = PASSES): Machine {
  const machine = { weights: new Float32Array(1 << BITS), bias: 0 };
  const alphas = new Float64Array(examples.length);
  const curves = examples.map(({ features: { values }, cost }) =>
    values.reduce((sum, v) => sum + v * v, 1 + 0.5 / cost),
  );
  const asleep = new Uint8Array(examples.length);
  const next = random(seed);
  let order = examples.map((_, i) => i);
  /** Looks at an example again: how far it stood from where it should be, 0 where it is left alone. */
  const visit = (i: number): number => {
    const rest = asleep[i] as number;
    if (rest > 0) {
      asleep[i] = rest - 1;
      return 0;
    }
    const { features, says, cost } = examples[i] as Example;
    const sign = says ? 1 : -1;
    const old = alphas[i] as number;
    const slope = sign * scoreOf(machine, features) - 1 + (old * 0.5) / cost;
    if (old === 0 && slope >= 0) {
      if (slope > FAR) asleep[i] = LEFT_ALONE;
      return 0;
    }
    const alpha = Math.max(0, old - slope / (curves[i] as number));
    const step = (alpha - old) * sign;
    if (step === 0) return 0;
    alphas[i] = alpha;
    move(machine, features, step);
    return Math.abs(slope);
  };
  for (let epoch = 0; epoch < passes; epoch++) {
    order = shuffled(order, next);
    let furthest = 0;
    for (const i of order) furthest = Math.max(furthest, visit(i));
    if (furthest < CLOSE) break;
  }
  return machine;
}
