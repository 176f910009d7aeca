import type { Draft } from './draft.ts';
import type { HeadingNumber } from './french/heading.ts';
import type { BlockContent, PassageContent } from './markdown/block.ts';
import type { Phrase, Readable } from './markdown/prose.ts';
import type { Section } from './section.ts';
import { type Span, shift } from './span.ts';
import type { Table } from './table.ts';
import type { Match } from './text.ts';

/** A top-level block at its place in the file. */
export interface Block {
  readonly index: number;
  readonly span: Span;
  readonly content: BlockContent;
}

/** A match, or a pattern to look for, or nothing for the whole. */
type Where = Match | RegExp | { readonly from: number; readonly to: number } | undefined;

/** Prose at its place in the file. */
abstract class Placed implements Readable {
  abstract readonly folded: string;
  abstract readonly passage: Passage;
  abstract has(pattern: RegExp): boolean;
  abstract find(pattern: RegExp, from?: number): Match | undefined;
  abstract findAll(pattern: RegExp): Match[];
  protected abstract place(from: number, to: number): Span;

  /** Where a match (or the first match of a pattern, or all of it) stands in the file. A pattern that is not found gives all of it. */
  at(where?: Where): Span {
    const m = where instanceof RegExp ? this.find(where) : where;
    if (m) return this.place(m.from, m.to);
    let from = 0;
    let to = this.folded.length;
    while (from < to && this.folded[from] === ' ') from++;
    while (to > from && this.folded[to - 1] === ' ') to--;
    return this.place(from, to);
  }

  get span(): Span {
    return this.at();
  }

  get section(): Section {
    return this.passage.section;
  }
}

/** A paragraph, heading, list item or table cell. */
export class Passage extends Placed {
  readonly draft: Draft;
  readonly content: PassageContent;
  readonly block: Block;
  /** Rank among all the passages of the file, quotations included. */
  readonly index: number;
  heading: HeadingInfo | undefined;
  private where!: Section;
  private own: readonly Sentence[] | undefined;

  constructor(draft: Draft, content: PassageContent, block: Block, index: number) {
    super();
    this.draft = draft;
    this.content = content;
    this.block = block;
    this.index = index;
  }

  get passage() {
    return this;
  }
  get kind() {
    return this.content.kind;
  }
  /** The words as a reader sees them: accents, capitals and line breaks kept. */
  get text() {
    return this.content.prose.text;
  }
  get folded() {
    return this.content.prose.folded;
  }
  has(pattern: RegExp) {
    return this.content.prose.has(pattern);
  }
  find(pattern: RegExp, from?: number) {
    return this.content.prose.find(pattern, from);
  }
  findAll(pattern: RegExp) {
    return this.content.prose.findAll(pattern);
  }
  protected place(from: number, to: number) {
    return shift(this.content.prose.at(from, to), this.block.span.start);
  }
  /** Span of the whole node in the source, markup included (heading marks, emphasis). */
  get node(): Span {
    return shift(this.content.span, this.block.span.start);
  }

  get sentences(): readonly Sentence[] {
    this.own ??= this.content.prose.sentences.map((phrase, index) => new Sentence(this, phrase, index));
    return this.own;
  }

  override get section(): Section {
    return this.where;
  }
  /** Set once, when the tree of sections is built. */
  enter(section: Section) {
    this.where = section;
  }

  get list() {
    return this.content.list;
  }
  get cell() {
    return this.content.cell;
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

  /** Items of the lists that this passage introduces, with those below them. */
  get items(): readonly Passage[] {
    return this.draft.itemsOf(this);
  }
}

/** A sentence at its place in the file. */
export class Sentence extends Placed {
  readonly passage: Passage;
  readonly phrase: Phrase;
  /** Rank in its passage. */
  readonly index: number;
  constructor(passage: Passage, phrase: Phrase, index: number) {
    super();
    this.passage = passage;
    this.phrase = phrase;
    this.index = index;
  }
  get folded() {
    return this.phrase.folded;
  }
  /** The words as a reader sees them. */
  get text(): string {
    return this.passage.draft.text.slice(this.span.start, this.span.end);
  }
  has(pattern: RegExp) {
    return this.phrase.has(pattern);
  }
  find(pattern: RegExp, from?: number) {
    return this.phrase.find(pattern, from);
  }
  findAll(pattern: RegExp) {
    return this.phrase.findAll(pattern);
  }
  protected place(from: number, to: number) {
    const { prose } = this.phrase;
    return shift(prose.at(this.phrase.from + from, this.phrase.from + to), this.passage.block.span.start);
  }
  get next(): Sentence | undefined {
    return this.passage.sentences[this.index + 1];
  }
  get previous(): Sentence | undefined {
    return this.passage.sentences[this.index - 1];
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
}
