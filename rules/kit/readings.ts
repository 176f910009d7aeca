import type { Found, Reader } from './draft.ts';
import type { PassageContent } from './markdown/block.ts';
import type { Readable } from './markdown/prose.ts';
import type { Passage, Sentence } from './passage.ts';
import { isSomething, type Reading, readWords } from './trace.ts';

/** What a reader took from the sentences of a passage: rank of the sentence, value. */
type Taken = readonly (readonly [number, unknown])[];

const memory = new WeakMap<Reader<unknown>, WeakMap<PassageContent, Taken>>();
const NOTHING: Taken = [];

/** What a reader takes from a passage; read once for all the passages that share a content. */
export function readPassage(reader: Reader<unknown>, content: PassageContent): Taken {
  let seen = memory.get(reader);
  if (!seen) {
    seen = new WeakMap();
    memory.set(reader, seen);
  }
  let taken = seen.get(content);
  if (!taken) {
    const out: (readonly [number, unknown])[] = [];
    content.prose.sentences.forEach((phrase, s) => {
      const value = reader(phrase, content);
      if (value !== undefined && !(Array.isArray(value) && value.length === 0)) out.push([s, value]);
    });
    taken = out.length > 0 ? out : NOTHING;
    seen.set(content, taken);
  }
  return taken;
}

/** Its content, unnoted: what rests on a reading is noted as such. */
const contentOf = (p: Passage) => p.block.content.passages[p.rank] as PassageContent;

/** What is sought: a pattern, or a reading that gives something. */
export type Sought = RegExp | Reading<unknown>;

const stands = (sought: Sought, words: Readable): boolean =>
  sought instanceof RegExp ? words.has(sought) : isSomething(readWords(sought, words));

/** Passages in order of the text, of which one may join or leave. */
class Index {
  private readonly passages: Passage[];
  private readonly belongs: (content: PassageContent) => boolean;
  constructor(all: readonly Passage[], belongs: (content: PassageContent) => boolean) {
    this.belongs = belongs;
    this.passages = all.filter((p) => belongs(contentOf(p)));
  }
  get all(): readonly Passage[] {
    return this.passages;
  }
  renew(passage: Passage): void {
    const rank = rankOf(this.passages, passage);
    const known = this.passages[rank] === passage;
    const belongs = this.belongs(contentOf(passage));
    if (belongs !== known) this.passages.splice(rank, known ? 1 : 0, ...(belongs ? [passage] : []));
  }
}

/** Rank of a passage in a list in order of the text, or the rank it would take. */
export function rankOf(passages: readonly Passage[], passage: Passage): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((passages[mid] as Passage).index < passage.index) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Which passages of a draft give something to a reader, or hold what is sought; kept up to date passage by passage. */
export class Readings {
  private readonly passages: readonly Passage[];
  private readonly indexes = new Map<unknown, Index>();

  constructor(passages: readonly Passage[]) {
    this.passages = passages;
  }

  of<T>(reader: Reader<T>): Found<T>[] {
    const read = (content: PassageContent) => readPassage(reader as Reader<unknown>, content);
    return this.index(reader, (content) => read(content).length > 0).flatMap((passage) =>
      read(contentOf(passage)).map(([s, value]) => ({
        value: value as T,
        sentence: passage.sentences[s] as Sentence,
      })),
    );
  }

  /** Passages whose words hold it. */
  passagesWith(sought: Sought): readonly Passage[] {
    return this.index(sought, ({ prose }) => stands(sought, prose));
  }

  /** Sentences whose words hold it. */
  sentencesWith(sought: Sought): readonly Sentence[] {
    let key = this.sentenceKeys.get(sought);
    if (!key) {
      key = {};
      this.sentenceKeys.set(sought, key);
    }
    return this.index(key, ({ prose }) => prose.sentences.some((s) => stands(sought, s))).flatMap((p) =>
      contentOf(p).prose.sentences.flatMap((s, i) => (stands(sought, s) ? (p.sentences[i] as Sentence) : [])),
    );
  }
  private readonly sentenceKeys = new Map<Sought, object>();

  private index(key: unknown, belongs: (content: PassageContent) => boolean): readonly Passage[] {
    let index = this.indexes.get(key);
    if (!index) {
      index = new Index(this.passages, belongs);
      this.indexes.set(key, index);
    }
    return index.all;
  }

  /** A passage has other words now. */
  renew(passage: Passage): void {
    for (const index of this.indexes.values()) index.renew(passage);
  }
}
