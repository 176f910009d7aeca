/**
 * What a reader takes from words, once wherever they stand. A reader is a pure function of a sentence: if all it looked
 * at were its folded words, the same words give the same again; and if all it asked was whether patterns stand in them,
 * and none did, it takes nothing from any words where none of them stands. Both are learnt from what it does.
 */
import { type Column, mayStand, type Row } from './cues.ts';
import type { Reader } from './draft.ts';
import type { PassageContent, PassageKind } from './markdown/block.ts';
import type { Phrase, Prose } from './markdown/prose.ts';
import type { Match } from './text.ts';
import { columnOf, newNumber, type Readable, type Words } from './words.ts';

/** A sentence that notes what is asked of it. */
class Witness implements Readable {
  readonly patterns = new Set<RegExp>();
  /** What came first: a pattern found, or something else asked than patterns. */
  broken: 'found' | 'other' | undefined;
  /** Something was asked that its words do not tell. */
  goesBeyond = false;
  private readonly phrase: Phrase;
  constructor(phrase: Phrase) {
    this.phrase = phrase;
  }
  get words(): Words {
    this.broken ??= 'other';
    return this.phrase.words;
  }
  get folded(): string {
    this.broken ??= 'other';
    return this.phrase.folded;
  }
  get prose(): Prose {
    return this.beyond(this.phrase.prose);
  }
  get from(): number {
    return this.beyond(this.phrase.from);
  }
  has(pattern: RegExp): boolean {
    return this.note(pattern, this.phrase.has(pattern), (found) => found);
  }
  find(pattern: RegExp, from?: number): Match | undefined {
    return this.note(pattern, this.phrase.find(pattern, from), (found) => found !== undefined);
  }
  findAll(pattern: RegExp): Match[] {
    return this.note(pattern, this.phrase.findAll(pattern), (found) => found.length > 0);
  }
  beyond<T>(value: T): T {
    this.broken ??= 'other';
    this.goesBeyond = true;
    return value;
  }
  private note<T>(pattern: RegExp, answer: T, stands: (answer: T) => boolean): T {
    if (!this.broken) this.patterns.add(pattern);
    if (stands(answer)) this.broken ??= 'found';
    return answer;
  }
}

const isNothing = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** What a reader takes from the sentences of a passage: rank of the sentence, value. */
export type Taken = readonly (readonly [number, unknown])[];
const NOTHING: Taken = [];

/** What is known of a reader for one kind of passage. */
class Known {
  /** Under which words keep what it takes from them. */
  readonly number = newNumber();
  /** Columns of the patterns without which it takes nothing; `never` when that cannot be told. */
  silentWithout: readonly Column[] | 'never' | undefined;
  /** What it took from passages by more than their words. */
  readonly beyond = new WeakMap<Phrase, unknown>();

  /** False when it takes nothing from words of that row. */
  mayTakeFrom(row: Row): boolean {
    if (!this.silentWithout || this.silentWithout === 'never') return true;
    for (const column of this.silentWithout) if (mayStand(row, column.at)) return true;
    return false;
  }
}

const readers = new WeakMap<Reader<unknown>, Partial<Record<PassageKind, Known>>>();

/** What is known of a reader, by kind of passage. */
function knownOf(reader: Reader<unknown>, kind: PassageKind): Known {
  let kinds = readers.get(reader);
  if (!kinds) {
    kinds = {};
    readers.set(reader, kinds);
  }
  kinds[kind] ??= new Known();
  return kinds[kind];
}

const KINDS: readonly PassageKind[] = ['heading', 'paragraph', 'item', 'cell'];

/** False when a reader takes nothing from words of that row, whatever passage they are in. */
export const mayTake = (reader: Reader<unknown>, row: Row): boolean =>
  KINDS.some((kind) => knownOf(reader, kind).mayTakeFrom(row));

function readSentence(reader: Reader<unknown>, known: Known, phrase: Phrase, content: PassageContent): unknown {
  const { words } = phrase;
  if (words.isTaken(known.number)) return words.take(known.number, () => undefined);
  if (known.beyond.has(phrase)) return known.beyond.get(phrase);
  const witness = new Witness(phrase);
  const seen = new Proxy(content, {
    get: (target, key) => (key === 'kind' ? target.kind : witness.beyond(Reflect.get(target, key))),
  });
  const read = reader(witness, seen);
  const value = isNothing(read) ? undefined : read;
  if (!known.silentWithout && witness.broken !== 'found')
    known.silentWithout =
      witness.broken === undefined && value === undefined ? [...witness.patterns].map(columnOf) : 'never';
  if (witness.goesBeyond) known.beyond.set(phrase, value);
  else words.keep(known.number, value);
  return value;
}

/** What a reader takes from a passage. */
export function readPassage(reader: Reader<unknown>, content: PassageContent): Taken {
  const known = knownOf(reader, content.kind);
  let out: (readonly [number, unknown])[] | undefined;
  const { sentences } = content.prose;
  for (let i = 0; i < sentences.length; i++) {
    const phrase = sentences[i] as Phrase;
    if (!known.mayTakeFrom(phrase.words.row)) continue;
    const value = readSentence(reader, known, phrase, content);
    if (value === undefined) continue;
    out ??= [];
    out.push([i, value]);
  }
  return out ?? NOTHING;
}
