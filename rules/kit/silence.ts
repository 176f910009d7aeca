/**
 * What a reader takes from words, once wherever they stand. A reader is a pure function of a sentence: if all it looked
 * at were its folded words, the same words give the same again; and if all it asked was whether patterns stand in them,
 * and none did, it takes nothing from any words where none of them stands. Both are learnt from what it does.
 */
import { Columns, type CueRow } from './cues.ts';
import type { CellPlace, ListPlace, PassageContent, PassageKind } from './markdown/content.ts';
import type { Phrase, Prose } from './markdown/prose.ts';
import type { Reader } from './reader.ts';
import type { Match } from './text.ts';
import { columnOf, newNumber, type Readable, type Words } from './words.ts';

/** A sentence and its passage, for a reader to look at; notes what is asked of them. */
class Witness implements Readable {
  private phrase!: Phrase;
  content!: PassageContent;
  readonly passage: PassageContent = new Seen(this);
  /** The patterns asked, as long as it is learning and nothing is broken. */
  private patterns: Set<RegExp> | undefined;
  /** What came first: a pattern found, or something else asked than patterns. */
  broken: 'found' | 'other' | undefined;
  /** Something was asked that its words do not tell. */
  goesBeyond = false;

  /** Shows another sentence; `learns`: notes which patterns are asked. */
  show(phrase: Phrase, content: PassageContent, learns: boolean): void {
    this.phrase = phrase;
    this.content = content;
    this.patterns = learns ? new Set() : undefined;
    this.broken = undefined;
    this.goesBeyond = false;
  }

  get asked(): readonly RegExp[] {
    return [...(this.patterns ?? [])];
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
    const found = this.phrase.words.has(pattern);
    this.note(pattern, found);
    return found;
  }
  find(pattern: RegExp, from?: number): Match | undefined {
    const found = this.phrase.words.find(pattern, from);
    this.note(pattern, found !== undefined);
    return found;
  }
  findAll(pattern: RegExp): Match[] {
    const found = this.phrase.words.findAll(pattern);
    this.note(pattern, found.length > 0);
    return found;
  }
  beyond<T>(value: T): T {
    this.broken ??= 'other';
    this.goesBeyond = true;
    return value;
  }
  private note(pattern: RegExp, stands: boolean): void {
    if (!this.patterns || this.broken) return;
    this.patterns.add(pattern);
    if (stands) this.broken = 'found';
  }
}

/** The content of a passage as a reader sees it: all but its kind is beyond the words of a sentence. */
class Seen implements PassageContent {
  private readonly witness: Witness;
  constructor(witness: Witness) {
    this.witness = witness;
  }
  get kind() {
    return this.witness.content.kind;
  }
  get prose() {
    return this.witness.beyond(this.witness.content.prose);
  }
  get source() {
    return this.witness.beyond(this.witness.content.source);
  }
  get bold() {
    return this.witness.beyond(this.witness.content.bold);
  }
  get quoted() {
    return this.witness.beyond(this.witness.content.quoted);
  }
  get footnote() {
    return this.witness.beyond(this.witness.content.footnote);
  }
  get depth() {
    return this.witness.beyond(this.witness.content.depth) as number;
  }
  get list() {
    return this.witness.beyond(this.witness.content.list) as ListPlace;
  }
  get cell() {
    return this.witness.beyond(this.witness.content.cell) as CellPlace;
  }
}

/** One for all: a reader looks at one sentence at a time, and keeps none. */
const witness = new Witness();

const isNothing = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** What a reader takes from the sentences of a passage: rank of the sentence, value. */
export type Taken = readonly (readonly [number, unknown])[];
const NOTHING: Taken = [];

/** What is known of a reader for one kind of passage. */
class Known {
  /** Under which words and sentences keep what it takes from them. */
  readonly number = newNumber();
  /** Columns of the patterns without which it takes nothing; `never` when that cannot be told. */
  silentWithout: Columns | 'never' | undefined;

  /** False when it takes nothing from words of that row. */
  mayTakeFrom(row: CueRow): boolean {
    return !this.silentWithout || this.silentWithout === 'never' || this.silentWithout.mayStandIn(row);
  }
}

/** What is known of a reader, by kind of passage. */
type Learnt = Readonly<Record<PassageKind, Known>>;
const readers = new WeakMap<Reader<unknown>, Learnt>();
function learntOf(reader: Reader<unknown>): Learnt {
  let learnt = readers.get(reader);
  if (!learnt) {
    learnt = { heading: new Known(), paragraph: new Known(), item: new Known(), cell: new Known() };
    readers.set(reader, learnt);
  }
  return learnt;
}

/** Tells of words, by their row, whether a reader may take something from them: in a passage of a kind, or of any. */
export function mayTake(reader: Reader<unknown>): (row: CueRow, kind?: PassageKind) => boolean {
  const learnt = learntOf(reader);
  const { heading, paragraph, item, cell } = learnt;
  return (row, kind) =>
    kind
      ? learnt[kind].mayTakeFrom(row)
      : paragraph.mayTakeFrom(row) || item.mayTakeFrom(row) || heading.mayTakeFrom(row) || cell.mayTakeFrom(row);
}

function readSentence(reader: Reader<unknown>, known: Known, phrase: Phrase, content: PassageContent): unknown {
  const { words, own } = phrase;
  if (words.isTaken(known.number)) return words.take(known.number, () => undefined);
  if (own?.has(known.number)) return own.get(known.number);
  const { silentWithout } = known;
  witness.show(phrase, content, !silentWithout);
  const read = reader(witness as unknown as Phrase, witness.passage);
  const value = isNothing(read) ? undefined : read;
  if (!silentWithout && witness.broken !== 'found')
    known.silentWithout =
      witness.broken === undefined && value === undefined ? new Columns(witness.asked.map(columnOf)) : 'never';
  if (witness.goesBeyond) phrase.keep(known.number, value);
  else words.keep(known.number, value);
  return value;
}

/** What a reader takes from a passage. */
export function readPassage(reader: Reader<unknown>, content: PassageContent): Taken {
  const known = learntOf(reader)[content.kind];
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

/** False for a reader that looks, in some kind of passage, at more than patterns before one of them stands. */
export const asksPatternsFirst = (reader: Reader<unknown>): boolean =>
  Object.values(learntOf(reader)).every(({ silentWithout }) => silentWithout !== 'never');
