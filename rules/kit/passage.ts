import { sameSentences } from './edit.ts';
import type { HeadingNumber } from './french/heading.ts';
import { type HeadingInfo, headingOf, PLAIN } from './heading.ts';
import type { PassageContent } from './markdown/content.ts';
import type { Phrase } from './markdown/prose.ts';
import { type Block, Placed } from './placed.ts';
import { between, live, type Span, TOP } from './span.ts';
import { noteDivision, notePlace } from './trace.ts';

/** Items that go on with one clause: more are no list. */
const MOST_ITEMS = 30;

/** What a passage asks of the draft that it stands in. */
export interface DraftView {
  readonly passages: readonly Passage[];
  readonly sentences: readonly Sentence[];
  readonly title: Passage | undefined;
  slice(span: Span): string;
  tableOf(passage: Passage): Table | undefined;
  leadOf(passage: Passage): Passage | undefined;
  neighbour(passage: Passage, step: 1 | -1): Passage | undefined;
  itemsOf(passage: Passage): readonly Passage[];
}

/** A paragraph, heading, list item or table cell. */
export class Passage extends Placed {
  readonly draft: DraftView;
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

  constructor(draft: DraftView, block: Block, rank: number, index: number) {
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

  /** A title by whatever makes it one, and nothing but a title: no clause goes on after it, and it states nothing. */
  get isTitle(): boolean {
    return this.heading?.runIn === false && !this.heading.states;
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

  get section(): Section {
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
    const { cell } = this.known;
    const { over } = this.block;
    return cell?.table === 0 && over ? { ...cell, row: cell.row + over.rows } : cell;
  }
  get table(): Table | undefined {
    return this.draft.tableOf(this);
  }

  /**
   * What introduces this passage: for a list item, the paragraph (or heading, or parent item) before its list; for a
   * cell, the paragraph or heading before its table; for a paragraph that goes on with an announcing clause, that clause;
   * undefined for the rest.
   */
  get lead(): Passage | undefined {
    return this.draft.leadOf(this) ?? this.announcing;
  }

  /** « Cette copie peut être : », « soit déposée contre récépissé ; », « soit adressée par la poste. »: items whose marks a page has lost. */
  private get announcing(): Passage | undefined {
    if (!this.goesOn) return undefined;
    let above = this.before;
    for (let turns = 0; above?.goesOn && !/[.:]\s*$/.test(above.text) && turns < MOST_ITEMS; turns++)
      above = above.before;
    return above?.kind === 'paragraph' && !above.cell && /:\s*$/.test(above.text) ? above : undefined;
  }

  /** A paragraph that begins as no sentence does. */
  private get goesOn(): boolean {
    return this.kind === 'paragraph' && !this.list && /^[^\p{L}\d]{0,4}\p{Ll}/u.test(this.text);
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
  get section(): Section {
    return this.passage.section;
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

/** What articles are numbered below. */
const CHAPTERS: ReadonlySet<string | undefined> = new Set(['chapitre', 'titre', 'partie', 'volet']);

/** A heading with all that stands under it. The root section has no heading and holds the whole file. */
export class Section {
  readonly parent: Section | undefined;
  readonly heading: Passage | undefined;
  readonly children: Section[] = [];
  /** Passages under this heading and no deeper one; the heading first. */
  readonly own: Passage[] = [];
  /** 0 for the root. */
  readonly level: number;
  constructor(parent?: Section, heading?: Passage, level = 0) {
    this.parent = parent;
    this.heading = heading;
    this.level = level;
  }
  /** Folded title without its number; empty for the root. */
  get title(): string {
    return this.heading?.heading?.title ?? '';
  }
  get number(): HeadingNumber | undefined {
    return this.heading?.heading?.number;
  }
  /** All passages, sub-sections included, in order. Quotations and instructions to the drafter are left out. */
  get passages(): readonly Passage[] {
    return [...this.own, ...this.children.flatMap((c) => c.passages)];
  }
  get sentences(): readonly Sentence[] {
    return this.passages.flatMap((p) => p.sentences);
  }
  has(pattern: RegExp): boolean {
    return this.own.some((p) => p.has(pattern)) || this.children.some((c) => c.has(pattern));
  }
  /** From the root (excluded) to this one. */
  get chain(): readonly Section[] {
    this.chainFound ??= this.parent ? [...this.parent.chain, this] : [];
    return this.chainFound;
  }
  private chainFound: readonly Section[] | undefined;

  /** True when this heading or one above it has the pattern in its title. */
  under(pattern: RegExp): boolean {
    return this.chain.some((s) => s.heading?.has(pattern));
  }
  /** The article this section belongs to: the highest numbered unit below chapters and titles, or the section itself. */
  get article(): Section {
    this.articleFound ??= this.findArticle();
    return this.articleFound;
  }
  private articleFound: Section | undefined;

  private findArticle(): Section {
    const isChapter = (s: Section) => CHAPTERS.has(s.number?.label);
    if (isChapter(this)) return this;
    if (this.level === PLAIN && this.parent) return this.parent.article;
    const chain = this.chain.filter((s) => !isChapter(s));
    return chain.find((s) => s.number) ?? chain.find((s) => s.level > 1) ?? chain[0] ?? this;
  }
  get span(): Span {
    const all = this.passages;
    const first = all[0];
    const last = all[all.length - 1];
    return first && last ? between(first.node, last.node) : TOP;
  }
}

/** A row of a table. `cells[i]` may be missing in a short row. */
export interface Row {
  readonly index: number;
  readonly cells: readonly Passage[];
  readonly span: Span;
}

const isBare = ({ folded }: Passage): boolean => folded.trim() === '';

/**
 * The heads of the columns where a second row gives them: « Délais » runs over « Rappel » and « Arrivée ». Undefined where the second
 * row is a row as others.
 */
function headsUnder({ cells: above }: Row, { cells: under }: Row): Passage[] | undefined {
  if (above.length !== under.length) return undefined;
  const isOver = above.map((cell, i) => !isBare(cell) && above[i + 1] !== undefined && isBare(above[i + 1] as Passage));
  const isUnder = above.map((cell, i) => isBare(cell) || isOver[i] === true);
  const stand = under.every((cell, i) => isBare(cell) !== isUnder[i]);
  if (!isOver.includes(true) || isUnder[0] || !stand) return undefined;
  return under.map((cell, i) => (isUnder[i] ? cell : (above[i] as Passage)));
}

/** A table as records: `value(row, /pattern of header/)`. */
export class Table {
  readonly span: Span;
  readonly header: Row;
  readonly rows: readonly Row[];
  readonly section: Section;
  /** Paragraph or heading before the table. */
  readonly lead: Passage | undefined;
  private readonly every: readonly Row[];
  private byIndex: ReadonlyMap<number, Row> | undefined;
  constructor(span: Span, rows: readonly Row[], section: Section, lead: Passage | undefined) {
    this.span = span;
    this.every = rows;
    const [first, second] = rows as [Row, Row?];
    const heads = second && headsUnder(first, second);
    this.header = heads ? { index: 0, cells: heads, span: between(first.span, second.span) } : first;
    this.rows = rows.slice(heads ? 2 : 1);
    this.section = section;
    this.lead = lead;
  }
  /** Its first cell that says something; undefined where none does. */
  get first(): Passage | undefined {
    for (const { cells } of this.every) {
      const found = cells.find(({ every }) => every.length > 0);
      if (found) return found;
    }
    return undefined;
  }

  /** First column whose header has the pattern; -1 when none. */
  column(pattern: RegExp): number {
    return this.header.cells.findIndex((c) => c.has(pattern));
  }
  /** Header cell above a cell. */
  headerOf(cell: Passage): Passage | undefined {
    return this.header.cells[cell.cell?.column ?? -1];
  }
  rowOf(cell: Passage): Row | undefined {
    const row = cell.cell?.row;
    if (row === undefined) return undefined;
    if (row < (this.rows[0]?.index ?? 1)) return this.header;
    this.byIndex ??= new Map(this.rows.map((r) => [r.index, r]));
    return this.byIndex.get(row);
  }
  /** The same with other rows under it. */
  over(span: Span, rows: readonly Row[]): Table {
    return new Table(span, [...this.every, ...rows], this.section, this.lead);
  }
  value(row: Row, header: RegExp): Passage | undefined {
    const column = this.column(header);
    return row.cells.find((c) => c.cell?.column === column);
  }
}
