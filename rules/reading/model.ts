import type { PieceKind } from '../kit/piece.ts';
import { type Features, gather, type Part } from './features.ts';
import { Lexicon, Tokenizer } from './lexicon.ts';
import type { Thing } from './pointed.ts';
import { fingerprint, mix } from './tokens.ts';

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
  /** It is said of one thing in a statement, and never heard of a statement as a whole. */
  readonly thing?: Thing;
  /** It answers what an absence rule looks for. */
  readonly answers?: true;
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

/** A concept with its rank among those of the model. */
export interface RankedConcept {
  readonly at: number;
  readonly concept: KnownConcept;
}

/** Bytes, or their base64 where they stand in JSON. */
export type Bytes = string | ArrayBuffer;

/** The tables of a model. */
export interface Tables<T extends Bytes> {
  /** The turns of the lexicon: fingerprint (4 bytes), then the set of classes of each (2 bytes), each in a row of its own. */
  readonly turns: T;
  readonly setOfTurn: T;
  /** Stems that stray, each followed by its word's own: fingerprints (4 bytes). */
  readonly strays: T;
  /** The words of the language and its names: bits of their fingerprints. */
  readonly common: T;
  readonly proper: T;
  /** Buckets that weigh, in ascending order (4 bytes), how many concepts each weighs for (2 bytes), then concept (2 bytes) and weight (1 byte) of each. */
  readonly buckets: T;
  readonly counts: T;
  readonly owners: T;
  readonly weights: T;
}

/** The file that training writes, with its tables as base64 or as bytes. */
export interface ModelFile extends Tables<Bytes> {
  readonly concepts: readonly KnownConcept[];
  readonly classes: readonly string[];
  /** Sets of classes. */
  readonly sets: readonly (readonly number[])[];
  /** Of all of the above. */
  readonly sum: number;
}

const TABLES: readonly (keyof Tables<Bytes>)[] = [
  'turns',
  'setOfTurn',
  'strays',
  'common',
  'proper',
  'buckets',
  'counts',
  'owners',
  'weights',
];

/** The fingerprint by which a damaged file is known. */
export const sumOf = (file: Omit<ModelFile, 'sum'>): number => sumWith(file, read(file));

function sumWith({ concepts, classes, sets }: Omit<ModelFile, 'sum'>, tables: Tables<ArrayBuffer>): number {
  const head = fingerprint(JSON.stringify([concepts, classes, sets]));
  return TABLES.reduce((sum, name) => mix(sum, fingerprintOf(tables[name])), head);
}

/** Fingerprint of bytes, taken four by four. */
function fingerprintOf(buffer: ArrayBuffer): number {
  const whole = buffer.byteLength >> 2;
  let h = 0x811c9dc5;
  for (const word of new Int32Array(buffer, 0, whole)) h = Math.imul(h ^ word, 0x01000193);
  for (const byte of new Uint8Array(buffer, whole << 2)) h = Math.imul(h ^ byte, 0x01000193);
  return h | 0;
}

const read = (file: Tables<Bytes>): Tables<ArrayBuffer> =>
  Object.fromEntries(TABLES.map((name) => [name, bytesOf(file[name])])) as unknown as Tables<ArrayBuffer>;

/** The tables of a file; throws an error in French when it is damaged. */
function intact(file: ModelFile): Tables<ArrayBuffer> {
  try {
    const tables = read(file);
    if (file.sum === sumWith(file, tables)) return tables;
  } catch {
    // What is no base64, or no table at all, is damage too.
  }
  throw new Error('le modèle de lecture est abîmé (somme de contrôle)');
}

/** The bytes of a table. */
export function bytesOf(table: Bytes): ArrayBuffer {
  if (typeof table !== 'string') return table;
  const binary = atob(table);
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
  private readonly byThing = new Map<Thing, readonly RankedConcept[]>();
  /** Of each 32 buckets, which weigh (a bit each), then how many before them do: one look tells where a bucket stands among those that weigh. */
  private readonly marks: Int32Array;
  /** Where the weights of a bucket that weighs begin; those of the next begin where they end. */
  private readonly starts: Int32Array;
  /** For which concept, and how much: the concept above the eight bits of the weight. */
  private readonly weights: Int32Array;

  /** Throws an error in French when the file is damaged. */
  constructor(file: ModelFile) {
    const tables = intact(file);
    this.concepts = file.concepts;
    this.classes = file.classes;
    this.lexicon = new Lexicon(
      new Int32Array(tables.turns),
      new Uint16Array(tables.setOfTurn),
      file.sets,
      new Tokenizer(pairs(new Int32Array(tables.strays))),
      { common: new Uint8Array(tables.common), proper: new Uint8Array(tables.proper) },
    );
    const buckets = new Int32Array(tables.buckets);
    const counts = new Uint16Array(tables.counts);
    const owners = new Uint16Array(tables.owners);
    const weights = new Int8Array(tables.weights);
    this.weights = new Int32Array(owners.length);
    for (let i = 0; i < owners.length; i++)
      this.weights[i] = ((owners[i] as number) << 8) | ((weights[i] as number) & 0xff);
    this.marks = marksOf(buckets);
    this.starts = new Int32Array(buckets.length + 1);
    counts.forEach((count, i) => {
      this.starts[i + 1] = (this.starts[i] as number) + count;
    });
  }

  /** The concepts that are said of a kind of thing. */
  of(thing: Thing): readonly RankedConcept[] {
    const known =
      this.byThing.get(thing) ??
      this.concepts.flatMap((concept, at) => (concept.thing === thing ? { at, concept } : []));
    this.byThing.set(thing, known);
    return known;
  }

  /** What a folded text in its part adds to the score of each concept. */
  scores(folded: string, part: Part): Float64Array {
    const sums = new Float64Array(this.concepts.length);
    addWeights(sums, gather(folded, part, this.lexicon), this.marks, this.starts, this.weights);
    return sums;
  }
}

/** Adds to each concept what its weights give to the features of a text. */
function addWeights(
  sums: Float64Array,
  { keys, values }: Features,
  marks: Int32Array,
  starts: Int32Array,
  weights: Int32Array,
): void {
  for (let i = 0; i < keys.length; i++) {
    const key = bucket(keys[i] as number);
    const at = (key >>> 5) << 1;
    const bits = marks[at] as number;
    const bit = 1 << (key & 31);
    if ((bits & bit) === 0) continue;
    const rank = (marks[at + 1] as number) + ones(bits & (bit - 1));
    const end = starts[rank + 1] as number;
    const value = values[i] as number;
    for (let o = starts[rank] as number; o < end; o++) {
      const weight = weights[o] as number;
      const owner = weight >> 8;
      sums[owner] = (sums[owner] as number) + value * ((weight << 24) >> 24);
    }
  }
}

/** How many bits of a number are 1. */
function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Buckets in ascending order, as bits with counts: see `marks`. */
function marksOf(buckets: Int32Array): Int32Array {
  const marks = new Int32Array((1 << BITS) >>> 4);
  for (const key of buckets) {
    const at = (key >>> 5) << 1;
    marks[at] = (marks[at] as number) | (1 << (key & 31));
  }
  let before = 0;
  for (let at = 0; at < marks.length; at += 2) {
    marks[at + 1] = before;
    before += ones(marks[at] as number);
  }
  return marks;
}
