import { Contents, isAside, isContentsTitle } from './asides.ts';
import { changeOf, isDivided, type Renewal } from './change.ts';
import { type Plan, planEdit, sameShape, sameWords } from './edit.ts';
import { bearsTitle, headingOf } from './heading.ts';
import type { InPlace } from './in-place.ts';
import { Leads } from './leads.ts';
import { BlockCache } from './markdown/block.ts';
import type { BlockContent, PassageContent, Unread } from './markdown/content.ts';
import { chunks } from './markdown/cut.ts';
import { difference } from './markdown/difference.ts';
import { flat, headersIn } from './markdown/pages.ts';
import { isAgain, TablesOverPages } from './over-pages.ts';
import { finish } from './pace.ts';
import { type DraftView, Passage, type Section, type Sentence, type Table } from './passage.ts';
import { rankOf } from './passage-index.ts';
import { Block } from './placed.ts';
import { lineEnds, offsetAt, type Position, positionAt } from './positions.ts';
import type { Found, Reader } from './reader.ts';
import { Readings, type Sought } from './readings.ts';
import { headingBefore, isMarked, sections } from './section.ts';
import { contains, live, type Span } from './span.ts';
import { bearsStyle, type Style, styleOf } from './style.ts';
import { tablesIn } from './table.ts';
import { compiled } from './text.ts';
import {
  type Change,
  noteDivision,
  noteInPlace,
  notePlace,
  noteReader,
  noteReading,
  noteTest,
  noteWhole,
} from './trace.ts';

export type { HeadingInfo } from './heading.ts';
export type { InPlace } from './in-place.ts';
export { Passage, type Row, Section, Sentence, Table } from './passage.ts';
export { Block } from './placed.ts';
export type { Found, Reader } from './reader.ts';

/** What a text is made of. */
interface Parts {
  readonly blocks: readonly Block[];
  /** Passages of each block by its index, asides included. */
  readonly byBlock: readonly (readonly Passage[])[];
  readonly passages: readonly Passage[];
  readonly asides: ReadonlySet<Passage>;
  readonly contents: Contents;
  readonly over: TablesOverPages;
  readonly root: Section;
  /** Markdown marks some title. */
  readonly marked: boolean;
  /** By the index of the block and the rank in it. */
  readonly tables: ReadonlyMap<string, Table>;
  readonly every: readonly Table[];
  readonly readings: Readings;
  readonly leads: Leads;
}

const hasPages = (text: string): boolean => text.includes('\f');

/** The rows under the end of a page are of the table over it: both are known as the whole. */
function putInPlaceOf(part: Table | undefined, whole: Table, tables: Map<string, Table>): void {
  for (const [key, one] of tables) if (one === part) tables.set(key, whole);
}

/** Between a page's mark and what stands under it, at most. */
const MOST_BLANK = 100;

/**
 * A file read: blocks, passages, sections, tables. Positions are absolute. A draft can be edited in place as long as
 * its shape stays what it was; its passages, sections and spans then stay valid, and spans move.
 */
export class Draft implements DraftView {
  private parts!: Parts;
  private source: string;
  private readonly cache: BlockCache;
  private everySentence: readonly Sentence[] | undefined;
  private everySection: readonly Section[] | undefined;
  private everyComment: readonly { readonly span: Span; readonly text: string }[] | undefined;
  private styleFound: Style | undefined;

  constructor(text: string, cache: BlockCache = new BlockCache()) {
    this.source = text;
    this.cache = cache;
    finish(this.take());
  }

  /** Reads a text a bit at a time: of a long one, that takes a while. */
  static *reading(text: string, cache: BlockCache): Generator<undefined, Draft> {
    const draft = new Draft('', cache);
    draft.source = text;
    yield* draft.take();
    return draft;
  }

  /** A text that is no draft: it has its places, and nothing is read of it. */
  static verbatim(text: string): Draft {
    const draft = new Draft('');
    draft.source = text;
    return draft;
  }

  private *take(): Generator<undefined, void> {
    const { source, cache } = this;
    const blocks: Block[] = [];
    const byBlock: (readonly Passage[])[] = [];
    const passages: Passage[] = [];
    const asides = new Set<Passage>();
    const contents = new Contents();
    const over = new TablesOverPages();
    const headers = headersIn(source);
    let line = 0;
    let counted = 0;
    let rank = 0;
    for (const { start, text: chunk } of chunks(source)) {
      line += lineEnds(source.slice(counted, start));
      counted = start;
      const block = new Block(blocks.length, start, line, chunk.length, cache.read(chunk, blocks.length === 0));
      blocks.push(block);
      const own = block.content.passages.map((_, i) => new Passage(this, block, i, rank++));
      const isTop = chunk.startsWith('\f');
      const mayBeHeader = isTop || passages.length === 0;
      // « Ville de Rive          Règlement de la consultation »: a header in columns is no table.
      const isHeader = mayBeHeader && headers.has(flat(chunk));
      const isSilent = block.content.passages.map((content, i) => {
        const isOfContents = contents.takes(content, block.index, i === 0 && isTop);
        const isFirst = i === 0 && mayBeHeader && headers.has(flat(content.prose.text));
        return isOfContents || isHeader || isFirst || isAside(content);
      });
      block.over = over.takes(block, isTop, !isSilent.includes(false));
      for (const [i, passage] of own.entries())
        if (isSilent[i] || isAgain(block, i)) asides.add(passage);
        else passages.push(passage);
      byBlock.push(own);
      yield;
    }
    const marked = passages.some(isMarked);
    const root = yield* sections(passages, asides, marked);
    const tables = new Map<string, Table>();
    const readings = new Readings(passages);
    const leads = new Leads(passages, byBlock, asides);
    // A table asks what introduces it.
    this.parts = {
      blocks,
      byBlock,
      passages,
      asides,
      contents,
      over,
      root,
      marked,
      tables,
      every: [],
      readings,
      leads,
    };
    yield* this.takeTables(tables);
    this.parts = { ...this.parts, every: [...new Set(tables.values())] };
  }

  private *takeTables(tables: Map<string, Table>): Generator<undefined, void> {
    let last: Table | undefined;
    for (const block of this.blocks) {
      for (const { rank, table } of tablesIn(block, this.passagesOf(block), last)) {
        if (this.asides.has(table.header.cells[0] as Passage)) continue;
        if (block.over && rank === 0) putInPlaceOf(last, table, tables);
        last = table;
        tables.set(`${block.index}:${rank}`, table);
      }
      yield;
    }
  }

  get blocks(): readonly Block[] {
    return this.parts.blocks;
  }
  /** Passages that speak to the candidate or bind the parties: neither quotations nor instructions to the drafter. */
  get passages(): readonly Passage[] {
    return this.parts.passages;
  }
  /** Quoted passages, instructions to the drafter, tables of contents. */
  get asides(): ReadonlySet<Passage> {
    return this.parts.asides;
  }
  get root(): Section {
    return this.parts.root;
  }
  /** Its text was taken out of pages: it still has their marks. */
  get hasPages(): boolean {
    return hasPages(this.source);
  }
  get tables(): readonly Table[] {
    return this.parts.every;
  }

  /** UTF-16 units of the whole text. */
  get length(): number {
    return this.source.length;
  }

  /** The whole text. What rests on it is worked out again after every edit: prefer `slice`. */
  get text(): string {
    noteWhole(this);
    return this.source;
  }

  /** The source of a span, as it is written; what lies out of the file is empty. */
  slice({ start, end }: Span): string {
    for (let i = this.blockIndexAt(start); i < this.blocks.length; i++) {
      const block = this.blocks[i] as Block;
      if (block.start > end) break;
      notePlace(this, block);
    }
    return this.source.slice(Math.max(0, start), end);
  }

  /** The empty place after the last word of the file. */
  readonly end: Span = live(
    () => this.source.trimEnd().length,
    () => this.source.trimEnd().length,
  );

  get frontMatter() {
    const block = this.blocks[0];
    const found = block?.content.frontMatter;
    return found && block ? { yaml: found.yaml, start: block.start + found.start, span: block.span } : undefined;
  }

  get comments(): readonly { readonly span: Span; readonly text: string }[] {
    this.everyComment ??= this.blocks.flatMap((b) =>
      b.content.comments.map(({ text }, i) => ({
        span: live(
          () => b.start + (b.content.comments[i]?.span.start ?? 0),
          () => b.start + (b.content.comments[i]?.span.end ?? 0),
        ),
        text,
      })),
    );
    return this.everyComment;
  }

  /** What was not read, or as words alone. */
  get unread(): readonly Unread[] {
    return this.blocks.flatMap(({ start, content }) =>
      (content.unread ?? []).map(({ span, why }) => ({
        span: { start: start + span.start, end: start + span.end },
        why,
      })),
    );
  }

  get sentences(): readonly Sentence[] {
    noteDivision(this, this);
    this.everySentence ??= this.passages.flatMap((p) => p.every);
    return this.everySentence;
  }

  get sections(): readonly Section[] {
    const walk = (s: Section): Section[] => [s, ...s.children.flatMap(walk)];
    this.everySection ??= walk(this.root).slice(1);
    return this.everySection;
  }

  get headings(): readonly Passage[] {
    return this.sections.flatMap((s) => s.heading ?? []);
  }

  /** The title of the piece: its first heading, or its first passage when it has none but in capitals; undefined in an empty file. */
  get title(): Passage | undefined {
    const first = this.sections[0]?.heading;
    return first && !first.heading?.weak ? first : this.passages[0];
  }

  /** How the draft is typed. */
  get style(): Style {
    this.styleFound ??= styleOf(this.source);
    return this.styleFound;
  }

  /** Applies a reader to every sentence; what was read of a passage is kept with it. */
  collect<T>(reader: Reader<T>): readonly Found<T>[] {
    noteReader(this, reader);
    return this.parts.readings.of(reader);
  }

  /** What sentences give in their place, in the order of the text: those that give nothing are left out. */
  inPlace<T>(reading: InPlace<T>): ReadonlyMap<Sentence, T> {
    noteInPlace(this, reading);
    return this.parts.readings.inPlace(reading);
  }

  /** Sentences that hold a pattern, or of which a reading takes something. */
  sentencesWith(sought: Sought): readonly Sentence[] {
    this.noteSought(sought);
    return this.parts.readings.sentencesWith(sought instanceof RegExp ? compiled(sought) : sought);
  }

  /** Passages that hold a pattern, or of which a reading takes something. */
  passagesWith(sought: Sought): readonly Passage[] {
    this.noteSought(sought);
    return this.parts.readings.passagesWith(sought instanceof RegExp ? compiled(sought) : sought);
  }

  private noteSought(sought: Sought): void {
    if (sought instanceof RegExp) noteTest(this, sought);
    else noteReading(this, sought);
  }

  isAside(passage: Passage): boolean {
    return this.asides.has(passage);
  }

  /** The first block that ends at the offset or after, if it begins before. */
  blockAt(offset: number): Block | undefined {
    const block = this.blocks[this.blockIndexAt(offset)];
    return block && block.start <= offset ? block : undefined;
  }

  /** Index of the first block that ends at the offset or after. */
  private blockIndexAt(offset: number): number {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      const block = this.blocks[mid] as Block;
      if (block.start + block.length < offset) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  passageAt(offset: number): Passage | undefined {
    const at = { start: offset, end: offset };
    const block = this.blockAt(offset);
    return block && this.passagesOf(block).find((p) => !this.isAside(p) && contains(p.node, at));
  }

  /** The passage so many places further in the text (asides left out); undefined beyond its ends. */
  neighbour(passage: Passage, by: number): Passage | undefined {
    return this.passages[rankOf(this.passages, passage) + by];
  }

  sectionAt(offset: number): Section {
    let low = 0;
    let high = this.passages.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((this.passages[mid] as Passage).node.start <= offset) low = mid + 1;
      else high = mid;
    }
    return this.passages[low - 1]?.section ?? this.root;
  }

  /** Sections whose own title has the pattern. */
  sectionsTitled(pattern: RegExp): readonly Section[] {
    return this.sections.filter((s) => s.heading?.has(pattern));
  }

  tableOf(passage: Passage): Table | undefined {
    return passage.cell ? this.parts.tables.get(`${passage.block.index}:${passage.cell.table}`) : undefined;
  }

  leadOf(passage: Passage): Passage | undefined {
    return this.parts.leads.of(passage);
  }

  itemsOf(passage: Passage): readonly Passage[] {
    return this.parts.leads.items(passage);
  }

  /**
   * Takes a new text in place and tells what has changed. Undefined, and nothing is done, when the edit changes the
   * shape: blocks, kinds, levels of headings, tables, front matter, typing habits. The draft has
   * then to be read anew.
   */
  edit(text: string): Change | undefined {
    const stretch = difference(this.source, text);
    const plan = planEdit(this.blocks, text, stretch);
    if (!plan || this.touchesHeaders(plan, text)) return undefined;
    const [removed, added] = [this.source.slice(stretch.from, stretch.before), text.slice(stretch.from, stretch.after)];
    const style = bearsStyle(removed) || bearsStyle(added) ? styleOf(text) : this.style;
    if (JSON.stringify(style) !== JSON.stringify(this.style)) return undefined;
    const contents = plan.renewed.map(({ chunk }) => this.cache.read(chunk.text, false));
    const isOfSeveral = plan.renewed.filter(({ block }, i) => block.content !== contents[i]).length > 1;
    const keepsShape = plan.renewed.every(({ block }, i) => {
      const content = contents[i] as BlockContent;
      return (
        !this.parts.over.asked.has(block) &&
        sameShape(block.content, content) &&
        this.keepsAsides(block, content) &&
        this.keepsTitles(block, content, isOfSeveral)
      );
    });
    if (!keepsShape) return undefined;

    const first = plan.renewed[0]?.block;
    const above = this.blocks[(first?.index ?? 0) - 1];
    let lines = above?.line ?? 0;
    let counted = above?.start ?? 0;
    const places = new Set<object>();
    const changed: Renewal[] = [];
    plan.renewed.forEach(({ block, chunk }, i) => {
      const before = block.content;
      // The blank lines after it are counted with a block: what is inserted after it looks at them.
      if (stretch.from <= (this.blocks[block.index + 1]?.start ?? text.length) && stretch.before >= block.start)
        places.add(block);
      block.content = contents[i] as BlockContent;
      block.start = chunk.start;
      block.line = lines + lineEnds(text.slice(counted, chunk.start));
      lines = block.line;
      counted = chunk.start;
      block.length = chunk.text.length;
      this.passagesOf(block).forEach((passage, rank) => {
        const [was, is] = [before.passages[rank] as PassageContent, block.content.passages[rank] as PassageContent];
        passage.renew(is);
        if (sameWords(was, is)) return;
        places.add(passage);
        changed.push({ passage, was, is });
        if (!this.isAside(passage)) this.parts.readings.renew(passage);
      });
    });
    // One unit more on each side: an edit may part or join the two marks of a line end.
    const near = (source: string, to: number) => lineEnds(source.slice(Math.max(0, stretch.from - 1), to + 1));
    const down = near(text, stretch.after) - near(this.source, stretch.before);
    for (let i = plan.moved; i < this.blocks.length; i++) {
      (this.blocks[i] as Block).start += plan.by;
      (this.blocks[i] as Block).line += down;
    }
    this.source = text;
    this.styleFound = style;
    if (changed.some(isDivided)) this.everySentence = undefined;
    return changeOf(this, places, changed, (all) => this.parts.readings.settle(all));
  }

  /** What stands at the top of a page, or of the text, is a header by what stands at that of the others. */
  private touchesHeaders({ renewed }: Plan, text: string): boolean {
    if (this.hasPages !== hasPages(text)) return true;
    if (!this.hasPages) return false;
    const [were, are] = [headersIn(this.source), headersIn(text)];
    if (were.size !== are.size || [...were].some((header) => !are.has(header))) return true;
    const first = this.passages[0]?.node.start ?? text.length;
    const isTop = renewed.some(
      ({ block, chunk }) =>
        block.start <= first ||
        chunk.text.includes('\f') ||
        /\f\s*$/.test(this.source.slice(Math.max(0, block.start - MOST_BLANK), block.start)) ||
        this.source.slice(block.start, block.start + block.length).includes('\f'),
    );
    return isTop && are.size > 0;
  }

  private keepsAsides(block: Block, content: BlockContent): boolean {
    if (this.parts.contents.touches(block.index) || content.passages.some(isContentsTitle)) return false;
    return this.passagesOf(block).every(
      (p, i) => p.isQuoted || this.isAside(p) === isAside(content.passages[i] as PassageContent),
    );
  }

  private keepsTitles(block: Block, content: BlockContent, isOfSeveral: boolean): boolean {
    return this.passagesOf(block).every((p, i) => {
      if (this.isAside(p)) return true;
      const [was, is] = [block.content.passages[i] as PassageContent, content.passages[i] as PassageContent];
      return this.keepsOwnTitle(p, was, is, isOfSeveral) && this.keepsTitleOver(p, was, is);
    });
  }

  /** A line in capitals, or in plain words, is a title by what it stands on, which may be another by the same edit. */
  private keepsOwnTitle(
    { block, after }: Passage,
    was: PassageContent,
    is: PassageContent,
    isOfSeveral: boolean,
  ): boolean {
    const { marked } = this.parts;
    const isPlain = (one: PassageContent) => !marked && headingOf(one)?.plain === true;
    if (isPlain(was) === isPlain(is)) return true;
    if (isOfSeveral || after?.block === block) return false;
    return !headingBefore(isPlain(was) ? was : is, after?.content, marked);
  }

  /** What stands under such a line may make a title of it. */
  private keepsTitleOver({ before }: Passage, was: PassageContent, is: PassageContent): boolean {
    const over = before && headingOf(before.content);
    return bearsTitle(was) === bearsTitle(is) || !over?.weak || (over.plain === true && this.parts.marked);
  }

  /** Line and unit of an offset. */
  positionAt(offset: number): Position {
    return positionAt(this.source, this.blocks, offset);
  }

  /** Offset of a line and unit. */
  offsetAt(position: Position): number {
    return offsetAt(this.source, this.blocks, position);
  }

  private passagesOf(block: Block): readonly Passage[] {
    return this.parts.byBlock[block.index] ?? [];
  }
}
