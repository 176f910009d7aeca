import type { Draft } from './draft.ts';
import { sameSentences } from './edit.ts';
import type { HeadingNumber } from './french/heading.ts';
import type { BlockContent, PassageContent } from './markdown/block.ts';
import type { Phrase } from './markdown/prose.ts';
import { headingOf, type Section } from './section.ts';
import { live, type Span } from './span.ts';
import type { Table } from './table.ts';
import type { Match } from './text.ts';
import { noteDivision, notePattern, notePlace, noteReading, noteTest, type Reading, readWords } from './trace.ts';
import type { Readable, Words } from './words.ts';

/** A top-level block at its place in the file. It stays the same object while edits elsewhere move it. */
export class Block {
  readonly index: number;
  content: BlockContent;
  start: number;
  /** On which it begins, from 0. */
  line: number;
  /** In the source, UTF-16 units. */
  length: number;
  readonly span: Span = live(
    () => this.start,
    () => this.start + this.length,
  );
  constructor(index: number, start: number, line: number, length: number, content: BlockContent) {
    this.index = index;
    this.start = start;
    this.line = line;
    this.length = length;
    this.content = content;
  }
}

/** A match, or a pattern to look for, or nothing for the whole. */
type Where = Match | RegExp | { readonly from: number; readonly to: number } | undefined;

/** Prose at its place in the file. What is asked of it is noted for the computation under way. */
abstract class Placed implements Readable {
  abstract readonly passage: Passage;
  /** The words themselves, unnoted. */
  protected abstract readonly words: Words;
  protected abstract place(from: number, to: number): Span;
  private whole: Span | undefined;

  get folded(): string {
    notePlace(this.passage.draft, this.passage);
    return this.words.folded;
  }
  has(pattern: RegExp): boolean {
    noteTest(this.passage.draft, pattern);
    return this.words.has(pattern);
  }
  find(pattern: RegExp, from?: number): Match | undefined {
    notePattern(this.passage.draft, pattern);
    return this.words.find(pattern, from);
  }
  findAll(pattern: RegExp): Match[] {
    notePattern(this.passage.draft, pattern);
    return this.words.findAll(pattern);
  }

  /** What a reading takes from the words, kept with them. `reading` is a function written once, and looks at nothing else. */
  read<T>(reading: Reading<T>): T {
    noteReading(this.passage.draft, reading);
    return readWords(reading, this.words);
  }

  /** Where a match (or the first match of a pattern, or all of it) stands in the file. A pattern that is not found gives all of it. */
  at(where?: Where): Span {
    const m = where instanceof RegExp ? this.find(where) : where;
    return m ? this.place(m.from, m.to) : this.span;
  }

  /** All its words, without the spaces around. */
  get span(): Span {
    this.whole ??= live(
      () => this.trimmed().start,
      () => this.trimmed().end,
    );
    return this.whole;
  }

  // Folding leaves no space at the beginning.
  private trimmed(): Span {
    return this.place(0, this.words.folded.trimEnd().length);
  }

  get section(): Section {
    return this.passage.section;
  }
}

/** A paragraph, heading, list item or table cell. */
export class Passage extends Placed {
  readonly draft: Draft;
  readonly block: Block;
  /** Rank among all the passages of the file, quotations included. */
  readonly index: number;
  /** Rank among those of its block. */
  readonly rank: number;
  private known: PassageContent;
  private info: HeadingInfo | undefined;
  private where!: Section;
  private own: readonly Sentence[] | undefined;
  private wholeNode: Span | undefined;

  constructor(draft: Draft, block: Block, rank: number, index: number) {
    super();
    this.draft = draft;
    this.block = block;
    this.rank = rank;
    this.index = index;
    this.known = block.content.passages[rank] as PassageContent;
  }

  get passage() {
    return this;
  }
  protected get words() {
    return this.known.prose.words;
  }
  get content(): PassageContent {
    notePlace(this.draft, this);
    return this.known;
  }
  get kind() {
    return this.known.kind;
  }
  get isQuoted() {
    return this.known.quoted;
  }
  /** The words as a reader sees them: accents, capitals and line breaks kept. */
  get text() {
    notePlace(this.draft, this);
    return this.known.prose.text;
  }
  /** Where its node begins in the file. */
  private get start(): number {
    return this.block.start + (this.block.content.places[this.rank] as Span).start;
  }
  protected place(from: number, to: number) {
    const { start, end } = this.known.prose.at(from, to);
    return live(
      () => this.start + start,
      () => this.start + end,
    );
  }
  /** Span of a part of a sentence, in units of the folded text. */
  placeOf(from: number, to: number): Span {
    return this.place(from, to);
  }
  /** Span of the whole node in the source, markup included (heading marks, emphasis). */
  get node(): Span {
    this.wholeNode ??= live(
      () => this.start,
      () => this.start + this.known.source.length,
    );
    return this.wholeNode;
  }

  /** What makes it a heading; undefined for the rest. */
  get heading(): HeadingInfo | undefined {
    if (this.info) notePlace(this.draft, this);
    return this.info;
  }

  /** Takes what its block says now, of the same shape. */
  renew(content: PassageContent): void {
    const was = this.known;
    if (content === was) return;
    this.known = content;
    if (this.info) this.info = headingOf(content);
    this.own &&= this.divided(this.own, was.prose.sentences);
  }

  /** Its sentences now: those that it had are the same objects. */
  private divided(own: readonly Sentence[], was: readonly Phrase[]): readonly Sentence[] {
    const is = this.known.prose.sentences;
    const { head, tail } = sameSentences(was, is);
    return is.map((phrase, rank) => {
      const before =
        rank < head ? own[rank] : rank >= is.length - tail ? own[rank - is.length + own.length] : undefined;
      before?.renew(phrase, rank);
      return before ?? new Sentence(this, phrase, rank);
    });
  }

  /** The first cell of its row, itself where it is that one; undefined outside a table. */
  get rowLabel(): Passage | undefined {
    return this.table?.rowOf(this)?.cells[0];
  }

  get sentences(): readonly Sentence[] {
    noteDivision(this.draft, this);
    return this.every;
  }

  /** Its sentences, unnoted. */
  get every(): readonly Sentence[] {
    this.own ??= this.known.prose.sentences.map((phrase, index) => new Sentence(this, phrase, index));
    return this.own;
  }

  override get section(): Section {
    return this.where;
  }
  /** Set once, when the tree of sections is built. */
  enter(section: Section, heading?: HeadingInfo) {
    this.where = section;
    this.info = heading;
  }

  get list() {
    return this.known.list;
  }
  get cell() {
    return this.known.cell;
  }
  get table(): Table | undefined {
    return this.draft.tableOf(this);
  }

  /**
   * What introduces this passage: for a list item, the paragraph (or heading, or parent item) before its list; for a
   * cell, the paragraph or heading before its table; undefined for the rest.
   */
  get lead(): Passage | undefined {
    return this.draft.leadOf(this);
  }

  /** The passage before this one in the text, asides left out; undefined at its beginning. */
  get before(): Passage | undefined {
    return this.draft.neighbour(this, -1);
  }
  /** The passage after this one; undefined at the end. */
  get after(): Passage | undefined {
    return this.draft.neighbour(this, 1);
  }

  /** Items of the lists that this passage introduces, with those below them. */
  get items(): readonly Passage[] {
    return this.draft.itemsOf(this);
  }
}

/** A sentence at its place in the file. */
export class Sentence extends Placed {
  readonly passage: Passage;
  private known: Phrase;
  /** In its passage. */
  private rank: number;
  constructor(passage: Passage, phrase: Phrase, rank: number) {
    super();
    this.passage = passage;
    this.known = phrase;
    this.rank = rank;
  }
  protected get words() {
    return this.known.words;
  }
  get phrase(): Phrase {
    notePlace(this.passage.draft, this.passage);
    return this.known;
  }
  /** The words as a reader sees them. */
  get text(): string {
    return this.passage.draft.slice(this.span);
  }
  protected place(from: number, to: number) {
    return this.passage.placeOf(this.known.from + from, this.known.from + to);
  }
  renew(phrase: Phrase, rank: number): void {
    this.known = phrase;
    this.rank = rank;
  }
  /** Rank in its passage. */
  get index(): number {
    noteDivision(this.passage.draft, this.passage);
    return this.rank;
  }
  get next(): Sentence | undefined {
    return this.passage.sentences[this.rank + 1];
  }
  get previous(): Sentence | undefined {
    return this.passage.sentences[this.rank - 1];
  }
}

/** What makes a passage a heading: Markdown's marks, a bold line, or a number that begins it. */
export interface HeadingInfo {
  readonly level: number;
  readonly number?: HeadingNumber;
  /** Folded title, without its number. */
  readonly title: string;
  /** True when the passage goes on after its title (« **2-1. Objet.** Le marché… »). */
  readonly runIn: boolean;
  /** Capitals alone make it a title: it is one where it stands on something. */
  readonly weak?: true;
}
