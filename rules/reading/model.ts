import type { PieceKind } from '../kit/piece.ts';
import { gather, type Part } from './features.ts';
import { Lexicon, Tokenizer } from './lexicon.ts';
import { fingerprint } from './tokens.ts';

/** Fingerprints of features are cut to so many bits: those that then fall together share a weight. */
export const BITS = 22;
export const bucket = (key: number): number => key & ((1 << BITS) - 1);

/** A threshold that no score reaches: the concept is not heard so surely. */
export const NEVER = 1e9;

/** What the model knows of a concept. */
export interface KnownConcept {
  readonly id: string;
  /** In one French sentence. */
  readonly says: string;
  readonly pieces: readonly PieceKind[];
  /** Rules that rest on it. */
  readonly rules: readonly string[];
  /** Scores from which it is heard surely, and probably. */
  readonly sure: number;
  readonly probable: number;
  /** Below it, it is contradicted: hardly a wording that says it scores so low. */
  readonly against: number;
  /** Share of its wordings heard, at least probably, by machines that had not seen the hand that wrote them. */
  readonly found: number;
  /** What heading and context can add, in all but one case of a hundred. */
  readonly reach: number;
  readonly bias: number;
  /** A weight of 1 in the table is worth so much. */
  readonly unit: number;
}

/** The file that training writes. Tables are bytes in base64. */
export interface ModelFile {
  readonly concepts: readonly KnownConcept[];
  readonly classes: readonly string[];
  /** Sets of classes, and the turns that have them: fingerprint (4 bytes), then set (2 bytes), each in a row of its own. */
  readonly sets: readonly (readonly number[])[];
  readonly turns: string;
  /** Stems that stray, each followed by its word's own: fingerprints (4 bytes). */
  readonly strays: string;
  readonly setOfTurn: string;
  /** Buckets that weigh (4 bytes), how many concepts each weighs for (2 bytes), then concept (2 bytes) and weight (1 byte) of each. */
  readonly buckets: string;
  readonly counts: string;
  readonly owners: string;
  readonly weights: string;
  /** Of all of the above. */
  readonly sum: number;
}

/** The fingerprint by which a damaged file is known. */
export const sumOf = ({ sum: _, ...rest }: ModelFile): number => fingerprint(JSON.stringify(rest));

function bytes(base64: string): ArrayBuffer {
  const binary = atob(base64);
  const out = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) out[i] = binary.charCodeAt(i);
  return out.buffer;
}

/** Numbers two by two. */
export const pairs = (flat: Int32Array): ReadonlyMap<number, number> =>
  new Map(Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] as number, flat[2 * i + 1] as number]));

/** A trained model: linear, one machine a concept. The same scores on every platform: sums of doubles in a fixed order. */
export class Model {
  readonly concepts: readonly KnownConcept[];
  readonly classes: readonly string[];
  readonly lexicon: Lexicon;
  private readonly keys: Int32Array;
  /** Where the owners of the bucket in a slot begin; one more than that, so that 0 is an empty slot. */
  private readonly starts: Int32Array;
  private readonly counts: Uint16Array;
  private readonly owners: Uint16Array;
  private readonly weights: Int8Array;
  private readonly mask: number;

  /** Throws an error in French when the file is damaged. */
  constructor(file: ModelFile) {
    if (file.sum !== sumOf(file)) throw new Error('le modèle de lecture est abîmé (somme de contrôle)');
    this.concepts = file.concepts;
    this.classes = file.classes;
    this.lexicon = new Lexicon(
      new Int32Array(bytes(file.turns)),
      new Uint16Array(bytes(file.setOfTurn)),
      file.sets,
      new Tokenizer(pairs(new Int32Array(bytes(file.strays)))),
    );
    const buckets = new Int32Array(bytes(file.buckets));
    const counts = new Uint16Array(bytes(file.counts));
    this.owners = new Uint16Array(bytes(file.owners));
    this.weights = new Int8Array(bytes(file.weights));
    let size = 1;
    while (size < buckets.length * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size);
    this.starts = new Int32Array(size);
    this.counts = new Uint16Array(size);
    let start = 0;
    buckets.forEach((key, i) => {
      let at = Math.imul(key, 0x9e3779b1) & this.mask;
      while (this.starts[at]) at = (at + 1) & this.mask;
      this.keys[at] = key;
      this.starts[at] = start + 1;
      this.counts[at] = counts[i] as number;
      start += counts[i] as number;
    });
  }

  /** What a folded text in its part adds to the score of each concept. */
  scores(folded: string, part: Part): Float64Array {
    const sums = new Float64Array(this.concepts.length);
    const { keys, values } = gather(folded, part, this.lexicon);
    const { mask, starts, counts, owners, weights } = this;
    for (let i = 0; i < keys.length; i++) {
      const key = bucket(keys[i] as number);
      for (let at = Math.imul(key, 0x9e3779b1) & mask; starts[at]; at = (at + 1) & mask) {
        if (this.keys[at] !== key) continue;
        const start = (starts[at] as number) - 1;
        const end = start + (counts[at] as number);
        const value = values[i] as number;
        for (let o = start; o < end; o++)
          sums[owners[o] as number] = (sums[owners[o] as number] as number) + value * (weights[o] as number);
        break;
      }
    }
    return sums;
  }
}
