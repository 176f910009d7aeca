import type { Found, Reader } from './draft.ts';
import type { PassageContent } from './markdown/block.ts';
import type { Passage, Sentence } from './passage.ts';

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
const known = (p: Passage) => p.block.content.passages[p.rank] as PassageContent;

/** What readers have taken from a draft, kept up to date passage by passage. */
export class Readings {
  private readonly passages: readonly Passage[];
  /** Per reader, the passages that gave something, in order of the text. */
  private readonly kept = new Map<Reader<unknown>, Passage[]>();

  constructor(passages: readonly Passage[]) {
    this.passages = passages;
  }

  of<T>(reader: Reader<T>): Found<T>[] {
    let giving = this.kept.get(reader as Reader<unknown>);
    if (!giving) {
      giving = this.passages.filter((p) => readPassage(reader as Reader<unknown>, known(p)).length > 0);
      this.kept.set(reader as Reader<unknown>, giving);
    }
    return giving.flatMap((passage) =>
      readPassage(reader as Reader<unknown>, known(passage)).map(([s, value]) => ({
        value: value as T,
        sentence: passage.sentences[s] as Sentence,
      })),
    );
  }

  /** A passage has other words now. */
  renew(passage: Passage, content: PassageContent): void {
    for (const [reader, giving] of this.kept) {
      const gives = readPassage(reader, content).length > 0;
      let low = 0;
      let high = giving.length;
      while (low < high) {
        const mid = (low + high) >> 1;
        if ((giving[mid] as Passage).index < passage.index) low = mid + 1;
        else high = mid;
      }
      const known = giving[low] === passage;
      if (gives !== known) giving.splice(low, known ? 1 : 0, ...(gives ? [passage] : []));
    }
  }
}
