import { type HeadingNumber, headingNumber } from './french/heading.ts';
import { BlockCache, type BlockContent, type PassageContent } from './markdown/block.ts';
import { cut } from './markdown/cut.ts';
import type { Phrase, Readable } from './markdown/prose.ts';
import { contains, type Span, shift } from './span.ts';
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

/** A heading with all that stands under it. The root section has no heading and holds the whole file. */
export class Section {
  readonly parent: Section | undefined;
  readonly heading: Passage | undefined;
  readonly children: Section[] = [];
  /** Passages under this heading and no deeper one; the heading first. */
  readonly own: Passage[] = [];
  constructor(parent?: Section, heading?: Passage) {
    this.parent = parent;
    this.heading = heading;
  }
  get level(): number {
    return this.heading?.heading?.level ?? 0;
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
    return this.parent ? [...this.parent.chain, this] : [];
  }
  /** True when this heading or one above it has the pattern in its title. */
  under(pattern: RegExp): boolean {
    return this.chain.some((s) => s.heading?.has(pattern));
  }
  /** The article this section belongs to: the highest numbered unit below chapters and titles, or the section itself. */
  get article(): Section {
    const isChapter = (s: Section) => /^(?:chapitre|titre|partie|volet)$/.test(s.number?.label ?? '');
    if (isChapter(this)) return this;
    const chain = this.chain.filter((s) => !isChapter(s));
    return chain.find((s) => s.number) ?? chain.find((s) => s.level > 1) ?? chain[0] ?? this;
  }
  get span(): Span {
    const all = this.passages;
    const first = all[0];
    const last = all[all.length - 1];
    return first && last ? { start: first.node.start, end: last.node.end } : { start: 0, end: 0 };
  }
}

/** A row of a table. `cells[i]` may be missing in a short row. */
export interface Row {
  readonly index: number;
  readonly cells: readonly Passage[];
  readonly span: Span;
}

/** A table as records: `value(row, /pattern of header/)`. */
export class Table {
  readonly span: Span;
  readonly header: Row;
  readonly rows: readonly Row[];
  readonly section: Section;
  /** Paragraph or heading before the table. */
  readonly lead: Passage | undefined;
  constructor(span: Span, rows: readonly Row[], section: Section, lead: Passage | undefined) {
    this.span = span;
    this.header = rows[0] as Row;
    this.rows = rows.slice(1);
    this.section = section;
    this.lead = lead;
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
    return row === 0 ? this.header : this.rows.find((r) => r.index === row);
  }
  value(row: Row, header: RegExp): Passage | undefined {
    const column = this.column(header);
    return column < 0 ? undefined : row.cells.find((c) => c.cell?.column === column);
  }
}

/** What a reader takes from a sentence; undefined or an empty list when there is nothing. It may look at nothing else. */
export type Reader<T> = (phrase: Phrase, passage: PassageContent) => T | undefined;

export interface Found<T> {
  readonly value: T;
  readonly sentence: Sentence;
}

const memory = new WeakMap<Reader<unknown>, WeakMap<BlockContent, readonly (readonly [number, number, unknown])[]>>();

const readAll = (reader: Reader<unknown>, block: BlockContent) => {
  let seen = memory.get(reader);
  if (!seen) {
    seen = new WeakMap();
    memory.set(reader, seen);
  }
  let found = seen.get(block);
  if (!found) {
    const out: (readonly [number, number, unknown])[] = [];
    block.passages.forEach((passage, p) => {
      passage.prose.sentences.forEach((phrase, s) => {
        const value = reader(phrase, passage);
        if (value !== undefined && !(Array.isArray(value) && value.length === 0)) out.push([p, s, value]);
      });
    });
    found = out;
    seen.set(block, found);
  }
  return found;
};

/** Words by which a text addresses the one who drafts, and not the candidate. */
const INSTRUCTION =
  /^["[(<]*\s?(?:note|nota|consigne|instruction|aide|conseil|remarque|rappel|commentaire|mode d'emploi)s? (?:interne )?(?:au|a l'attention d[ue]s?|pour (?:le|la|les|l')|du|de|a destination d[ue]s?) ?(?:redact|acheteur|service (?:achat|juridique|redacteur|prescripteur)|prescripteur)|^["[(]*(?:a supprimer avant|redacteur :)/;

/** Lines of a table of contents: leaders, then the page. They announce what stands elsewhere and say nothing of it. */
const CONTENTS = /(?:\.{5,}|(?:\. ){5,}|_{5,}) ?\d{1,3}(?![\d ., ]*(?:€|%|euro|jour|mois|an))(?= |$)/;

/** A file read: blocks, passages, sections, tables. Positions are absolute. */
export class Draft {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Passages that speak to the candidate or bind the parties: neither quotations nor instructions to the drafter. */
  readonly passages: readonly Passage[];
  /** Quoted passages, instructions to the drafter, tables of contents. */
  readonly asides: ReadonlySet<Passage>;
  readonly root: Section;
  readonly tables: readonly Table[];
  private readonly byBlock: ReadonlyMap<Block, readonly Passage[]>;
  private readonly tableByKey = new Map<string, Table>();
  private readonly leads = new Map<Passage, Passage | undefined>();
  private led: Map<Passage, Passage[]> | undefined;

  constructor(text: string, cache: BlockCache = new BlockCache()) {
    this.text = text;
    this.blocks = cut(text).map(({ start, text: chunk }, index) => ({
      index,
      span: { start, end: start + chunk.length },
      content: cache.read(chunk, index === 0),
    }));
    const passages: Passage[] = [];
    const asides = new Set<Passage>();
    const byBlock = new Map<Block, Passage[]>();
    let rank = 0;
    for (const block of this.blocks) {
      const all = block.content.passages.map((content) => new Passage(this, content, block, rank++));
      byBlock.set(block, all);
      for (const p of all) {
        if (p.content.quoted || has(p, INSTRUCTION) || has(p, CONTENTS)) asides.add(p);
        else passages.push(p);
      }
    }
    this.byBlock = byBlock;
    this.passages = passages;
    this.asides = asides;
    this.root = sections(passages, asides);
    this.tables = this.readTables();
  }

  get frontMatter() {
    const block = this.blocks[0];
    const found = block?.content.frontMatter;
    return found && block ? { yaml: found.yaml, start: block.span.start + found.start, span: block.span } : undefined;
  }

  get comments(): readonly { readonly span: Span; readonly text: string }[] {
    return this.blocks.flatMap((b) =>
      b.content.comments.map(({ span, text }) => ({ span: shift(span, b.span.start), text })),
    );
  }

  get sentences(): readonly Sentence[] {
    return this.passages.flatMap((p) => p.sentences);
  }

  get sections(): readonly Section[] {
    const walk = (s: Section): Section[] => [s, ...s.children.flatMap(walk)];
    return walk(this.root).slice(1);
  }

  get headings(): readonly Passage[] {
    return this.passages.filter((p) => p.heading);
  }

  /** The title of the piece: its first heading, or its first passage when it has none; undefined in an empty file. */
  get title(): Passage | undefined {
    return this.headings[0] ?? this.passages[0];
  }

  /** Applies a reader to every sentence; what was read of a block is kept with the block. */
  collect<T>(reader: Reader<T>): Found<T>[] {
    const out: Found<T>[] = [];
    for (const block of this.blocks) {
      const found = readAll(reader, block.content);
      if (found.length === 0) continue;
      const passages = this.byBlock.get(block) as readonly Passage[];
      for (const [p, s, value] of found) {
        const passage = passages[p] as Passage;
        if (!this.isAside(passage)) out.push({ value: value as T, sentence: passage.sentences[s] as Sentence });
      }
    }
    return out;
  }

  isAside(passage: Passage): boolean {
    return this.asides.has(passage);
  }

  blockAt(offset: number): Block | undefined {
    return this.blocks.find((b) => b.span.start <= offset && offset <= b.span.end);
  }

  passageAt(offset: number): Passage | undefined {
    return this.passages.find((p) => contains(p.node, { start: offset, end: offset }));
  }

  sectionAt(offset: number): Section {
    let found = this.root;
    for (const p of this.passages) {
      if (p.node.start > offset) break;
      found = p.section;
    }
    return found;
  }

  /** Sections whose own title has the pattern. */
  sectionsTitled(pattern: RegExp): readonly Section[] {
    return this.sections.filter((s) => s.heading?.has(pattern));
  }

  tableOf(passage: Passage): Table | undefined {
    return passage.cell ? this.tableByKey.get(`${passage.block.index}:${passage.cell.table}`) : undefined;
  }

  leadOf(passage: Passage): Passage | undefined {
    if (!passage.list && !passage.cell) return undefined;
    if (!this.leads.has(passage)) this.leads.set(passage, this.findLead(passage));
    return this.leads.get(passage);
  }

  itemsOf(passage: Passage): readonly Passage[] {
    if (!this.led) {
      this.led = new Map();
      for (const p of this.passages) {
        for (let lead = p.list ? p.lead : undefined; lead; lead = lead.list ? lead.lead : undefined) {
          const items = this.led.get(lead) ?? [];
          items.push(p);
          this.led.set(lead, items);
        }
      }
    }
    return this.led.get(passage) ?? [];
  }

  private findLead(passage: Passage): Passage | undefined {
    const siblings = this.byBlock.get(passage.block) ?? [];
    const { list, cell } = passage.content;
    if (list?.parent !== undefined && !cell) return siblings[list.parent];
    const isFirst = (p: Passage) =>
      cell ? p.cell?.table === cell.table : p.list?.list === list?.list || (p.list?.depth ?? 0) > 1;
    const first = siblings.find(isFirst) ?? passage;
    for (let i = siblings.indexOf(first) - 1; i >= 0; i--) if (!siblings[i]?.content.quoted) return siblings[i];
    for (let b = passage.block.index - 1; b >= 0; b--) {
      const before = (this.byBlock.get(this.blocks[b] as Block) ?? []).filter((p) => !this.isAside(p));
      if (before.length > 0) return before[before.length - 1];
    }
    return undefined;
  }

  private readTables(): Table[] {
    const out: Table[] = [];
    for (const block of this.blocks) {
      block.content.tables.forEach((span, t) => {
        const cells = (this.byBlock.get(block) ?? []).filter((p) => p.cell?.table === t);
        const rows: Row[] = [];
        for (const cell of cells) {
          const index = cell.cell?.row ?? 0;
          const row = rows[index];
          if (row) {
            (row.cells as Passage[]).push(cell);
            (row as { span: Span }).span = { start: row.span.start, end: cell.node.end };
          } else rows[index] = { index, cells: [cell], span: cell.node };
        }
        const first = cells[0];
        if (!first || this.isAside(first)) return;
        const table = new Table(shift(span, block.span.start), rows.filter(Boolean), first.section, first.lead);
        this.tableByKey.set(`${block.index}:${t}`, table);
        out.push(table);
      });
    }
    return out;
  }
}

const has = (p: Passage, pattern: RegExp) => pattern.test(p.folded.trimStart());

/** Reads whether a passage is a heading. Bold lines and numbered lines count: converted drafts have no other. */
function headingOf(p: Passage): HeadingInfo | undefined {
  const folded = p.folded.trim();
  if (folded === '') return undefined;
  if (p.kind === 'heading') {
    const number = headingNumber(folded);
    return { level: p.content.depth ?? 1, ...(number && { number }), title: number?.title ?? folded, runIn: false };
  }
  if (p.kind !== 'paragraph' || p.list || p.content.footnote) return undefined;
  const { bold } = p.content;
  const all = bold >= p.text.trimEnd().length;
  const short = folded.length <= 120 && !p.text.trim().includes('\n');
  if (bold > 0) {
    const head = p.content.prose.folded.slice(0, foldedLength(p, bold)).trim();
    const number = headingNumber(head);
    if (number && (number.label || number.path.length > 1 || /^\d/.test(number.key)) && head.length <= 120)
      return { level: 7 + number.path.length, number, title: number.title, runIn: !all };
    if (all && short && !/[.;,!]$/.test(folded)) return { level: 15, title: folded, runIn: false };
    return undefined;
  }
  if (!short || /[.;,:]$/.test(folded)) return undefined;
  const number = headingNumber(folded);
  if (number?.label === 'article' || number?.label === 'chapitre' || (number && number.path.length > 1 && number.title))
    return { level: 7 + number.path.length, number, title: number.title, runIn: false };
  return undefined;
}

const foldedLength = (p: Passage, textLength: number): number => {
  const { prose } = p.content;
  const end = prose.atText(0, textLength).end;
  let low = 0;
  let high = prose.folded.length;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if (prose.at(mid - 1, mid).end <= end) low = mid;
    else high = mid - 1;
  }
  return low;
};

function sections(passages: readonly Passage[], asides: Iterable<Passage>): Section {
  const root = new Section();
  let current = root;
  for (const p of passages) {
    const heading = headingOf(p);
    if (heading) {
      p.heading = heading;
      while (current.parent && current.level >= heading.level) current = current.parent;
      const section = new Section(current, p);
      current.children.push(section);
      current = section;
    }
    p.enter(current);
    current.own.push(p);
  }
  for (const p of asides) p.enter(root);
  return root;
}
