import type { BlockContent } from './markdown/content.ts';
import { live, type Span } from './span.ts';
import type { Match } from './text.ts';
import { notePattern, notePlace, noteReading, noteTest, type Reading, readWords } from './trace.ts';
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
  /** How its first table goes on with the one that the end of a page cuts: under so many rows, its own header saying nothing. */
  over: { readonly rows: number } | undefined;
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
export abstract class Placed implements Readable {
  abstract readonly passage: { readonly draft: object };
  /** The words themselves, unnoted. */
  protected abstract readonly words: Words;
  protected abstract place(from: number, to: number): Span;
  private whole: Span | undefined;

  get folded(): string {
    notePlace(this.passage.draft, this.passage);
    return this.words.folded;
  }
  has(pattern: RegExp): boolean {
    noteTest(this.passage.draft, pattern, this.passage);
    return this.words.has(pattern);
  }
  find(pattern: RegExp, from?: number): Match | undefined {
    notePattern(this.passage.draft, pattern, this.passage);
    return this.words.find(pattern, from);
  }
  findAll(pattern: RegExp): Match[] {
    notePattern(this.passage.draft, pattern, this.passage);
    return this.words.findAll(pattern);
  }

  /** What a reading takes from the words, kept with them. `reading` is a function written once, and looks at nothing else. */
  read<T>(reading: Reading<T>): T {
    noteReading(this.passage.draft, reading, this.passage);
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
}
