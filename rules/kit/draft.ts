import { BlockCache, type BlockContent, type PassageContent } from './markdown/block.ts';
import { cut } from './markdown/cut.ts';
import type { Phrase } from './markdown/prose.ts';
import { type Block, Passage, type Sentence } from './passage.ts';
import { type Section, sections } from './section.ts';
import { contains, type Span, shift } from './span.ts';
import { type Row, Table } from './table.ts';

export { type Block, type HeadingInfo, Passage, Sentence } from './passage.ts';
export { Section } from './section.ts';
export { type Row, Table } from './table.ts';

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
