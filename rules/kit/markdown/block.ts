import type { Html, List, Nodes, Root, RootContent, Table } from 'mdast';
import type { Span } from '../span.ts';
import { boxLinesIn, leftEmpty } from './boxes.ts';
import { htmlTables } from './html.ts';
import { readIndented } from './indented.ts';
import { parse, parseHead } from './parse.ts';
import { markedIn, readPlain, readTitle, titleLinesIn, titlesIn } from './plain.ts';
import { type Prose, proseOf } from './prose.ts';

export type PassageKind = 'heading' | 'paragraph' | 'item' | 'cell';

/** Where a passage stands in a list of its block. */
export interface ListPlace {
  /** Lists of a block are numbered in order of appearance. */
  readonly list: number;
  readonly ordered: boolean;
  /** From 1 for a list that is in no other. */
  readonly depth: number;
  /** Rank of the item in its list, from 0. */
  readonly index: number;
  /** Printed number of the item of an ordered list. */
  readonly number?: number;
  /** Task lists: ticked or not. */
  readonly checked?: boolean;
  /** Index in the block of the passage of the item that holds this list. */
  readonly parent?: number;
}

/** Where a cell stands in a table of its block. Row 0 is the header. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** The cell before or above runs over this place, which has no words of its own. */
  readonly merged?: true;
}

/** A unit of prose, without its place. Spans are relative to its node. */
export interface PassageContent {
  readonly kind: PassageKind;
  readonly prose: Prose;
  /** The node in the source, markup included. */
  readonly source: string;
  /** Leading units of the prose in strong emphasis. */
  readonly bold: number;
  /** Depth of a Markdown heading. */
  readonly depth?: number;
  /** In a block quotation. */
  readonly quoted: boolean;
  readonly footnote: boolean;
  readonly list?: ListPlace;
  readonly cell?: CellPlace;
  /** An option whose box is left empty, beside one that is ticked. */
  readonly unticked?: true;
}

/** What a chunk says, without its place in the file: equal texts share one. */
export interface BlockContent {
  readonly passages: readonly PassageContent[];
  /** Where the passages stand, relative to the block. */
  readonly places: readonly Span[];
  /** Spans of the tables, relative to the block. */
  readonly tables: readonly Span[];
  /** YAML of the front matter with its offset in the block. */
  readonly frontMatter?: { readonly yaml: string; readonly start: number };
  /** HTML comments, relative to the block, with the text between the marks. */
  readonly comments: readonly { readonly span: Span; readonly text: string }[];
}

const spanOf = (node: Nodes): Span => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

interface Context {
  readonly quoted: boolean;
  readonly footnote: boolean;
  readonly list?: ListPlace;
}

/** A longer passage, in UTF-16 units, is data pasted in and no prose: it is not read. */
const LONGEST = 30_000;

class Collector {
  readonly passages: PassageContent[] = [];
  readonly places: Span[] = [];
  readonly tables: Span[] = [];
  readonly comments: { span: Span; text: string }[] = [];
  frontMatter: { yaml: string; start: number } | undefined;
  private lists = 0;
  private readonly source: string;
  constructor(source: string) {
    this.source = source;
  }

  private add(
    kind: PassageKind,
    node: Parameters<typeof proseOf>[0],
    context: Context,
    more?: Partial<PassageContent>,
  ) {
    this.keep(kind, spanOf(node), proseOf(node, this.source), context, more);
  }

  private keep(
    kind: PassageKind,
    span: Span,
    { prose, bold }: { readonly prose: Prose; readonly bold: number },
    context: Context,
    more?: Partial<PassageContent>,
  ) {
    if (prose.text.length > LONGEST) return;
    const { quoted, footnote, list } = context;
    const source = this.source.slice(span.start, span.end);
    this.places.push(span);
    this.passages.push({ kind, prose, source, bold, quoted, footnote, ...(list && { list }), ...more });
  }

  visit(node: RootContent, context: Context) {
    switch (node.type) {
      case 'yaml':
        this.frontMatter = { yaml: node.value, start: spanOf(node).start + this.source.indexOf('\n') + 1 };
        return;
      case 'heading':
        this.add('heading', node, context, { depth: node.depth });
        this.inlineComments(node);
        return;
      case 'paragraph':
        this.add('paragraph', node, context);
        this.inlineComments(node);
        return;
      case 'blockquote':
        for (const child of node.children) this.visit(child, { ...context, quoted: true });
        return;
      case 'footnoteDefinition':
        for (const child of node.children) this.visit(child, { ...context, footnote: true });
        return;
      case 'list':
        this.list(node, context);
        return;
      case 'table':
        this.table(node, context);
        return;
      case 'html':
        this.html(node.value, spanOf(node).start);
        this.htmlTables(node, context);
        return;
      default:
        return;
    }
  }

  private list(node: List, context: Context) {
    const list = this.lists++;
    const depth = (context.list?.depth ?? 0) + 1;
    const parent = context.list ? this.passages.length - 1 : -1;
    node.children.forEach((item, index) => {
      const place: ListPlace = {
        list,
        ordered: node.ordered === true,
        depth,
        index,
        ...(node.ordered && { number: (node.start ?? 1) + index }),
        ...(typeof item.checked === 'boolean' && { checked: item.checked }),
        ...(parent >= 0 && { parent }),
      };
      let first = true;
      for (const child of item.children) {
        if (child.type === 'paragraph') {
          this.add(first ? 'item' : 'paragraph', child, { ...context, list: place });
          this.inlineComments(child);
          first = false;
        } else this.visit(child, { ...context, list: place });
      }
    });
  }

  private table(node: Table, context: Context) {
    const table = this.tables.length;
    this.tables.push(spanOf(node));
    node.children.forEach((row, r) => {
      row.children.forEach((cell, column) => {
        this.add('cell', cell, context, { cell: { table, row: r, column } });
      });
    });
  }

  /** Tables in HTML, as those in Markdown. In a quotation or a list the marks of lines stand among the tags: they are not read. */
  private htmlTables(node: Html, context: Context) {
    const { start, end } = spanOf(node);
    if (!/<table\b/i.test(node.value) || this.source.slice(start, end) !== node.value) return;
    const moved = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
    for (const { span, cells } of htmlTables(node.value)) {
      const table = this.tables.length;
      this.tables.push(moved(span));
      for (const { span: place, place: cell, ...words } of cells)
        this.keep(cell ? 'cell' : 'paragraph', moved(place), words, context, cell && { cell: { table, ...cell } });
    }
  }

  private inlineComments(node: Nodes) {
    if (node.type === 'html') this.html(node.value, spanOf(node).start);
    else if ('children' in node) for (const child of node.children) this.inlineComments(child);
  }

  private html(value: string, start: number) {
    for (const m of value.matchAll(/<!--([\s\S]*?)-->/g)) {
      const at = start + m.index;
      this.comments.push({ span: { start: at, end: at + m[0].length }, text: m[1] as string });
    }
  }
}

/** Reads one chunk. `first`: it is the first of its file, where front matter may stand. */
export const readBlock = (chunk: string, first: boolean): BlockContent =>
  leftEmpty((chunk.length <= LONGEST ? readShort(chunk) : undefined) ?? readParsed(chunk, first));

/** Reads a chunk of which the parser need not be asked, or not of the whole; undefined for any other. */
const readShort = (chunk: string): BlockContent | undefined =>
  readIndented(chunk, (text) => readBlock(text, false)) ??
  readTitle(chunk) ??
  readParts(chunk, titleLinesIn(chunk)) ??
  readParts(chunk, boxLinesIn(chunk)) ??
  readMarked(chunk) ??
  readPlain(chunk) ??
  readParts(chunk, titlesIn(chunk));

/** Reads a chunk by its parts, cut where titles stand in it; undefined where none does. */
function readParts(chunk: string, cuts: readonly number[]): BlockContent | undefined {
  if (cuts.length === 0) return undefined;
  const starts = [0, ...cuts];
  const parts = starts.map((start, i) => readBlock(chunk.slice(start, starts[i + 1] ?? chunk.length).trimEnd(), false));
  return parts.reduce((above, part, i) => joined(above, part, starts[i] as number));
}

/** How many lists a content has. */
const listsIn = ({ passages }: BlockContent): number =>
  passages.reduce((most, { list }) => Math.max(most, list ? list.list + 1 : 0), 0);

/** One content of two, of which the second begins at a place. */
function joined(above: BlockContent, part: BlockContent, start: number): BlockContent {
  const moved = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
  const [held, ahead] = [above.passages.length, above.tables.length];
  const known = listsIn(above);
  const passages = part.passages.map(({ list, cell, ...rest }) => ({
    ...rest,
    ...(list && {
      list: {
        ...list,
        list: list.list + known,
        ...(list.parent !== undefined && { parent: list.parent + held }),
      },
    }),
    ...(cell && { cell: { ...cell, table: cell.table + ahead } }),
  }));
  return {
    passages: [...above.passages, ...passages],
    places: [...above.places, ...part.places.map(moved)],
    tables: [...above.tables, ...part.tables.map(moved)],
    comments: [...above.comments, ...part.comments.map(({ span, text }) => ({ span: moved(span), text }))],
  };
}

/** Reads a chunk with a list that letters or bullets make, and not Markdown: what stands over it, its items, what stands under it. */
function readMarked(chunk: string): BlockContent | undefined {
  const marked = markedIn(chunk);
  const [first] = marked?.items ?? [];
  if (!marked || !first) return undefined;
  const part = (start: number, end: number) => readBlock(chunk.slice(start, end).trimEnd(), false);
  const head = part(0, first.at);
  const passages = [...head.passages];
  const places = [...head.places];
  const tables = [...head.tables];
  const comments = [...head.comments];
  const own = listsIn(head);
  let lists = own + 1;
  for (const [index, { from, end }] of marked.items.entries()) {
    const content = part(from, end);
    const { kind, list: inner } = content.passages[0] ?? {};
    if (kind !== 'paragraph' || inner) return undefined;
    const place: ListPlace = {
      list: own,
      ordered: marked.ordered,
      depth: 1,
      index,
      ...(marked.ordered && { number: index + 1 }),
    };
    const [held, ahead] = [passages.length, tables.length];
    for (const [i, { list, cell, ...rest }] of content.passages.entries()) {
      const below = list && {
        ...list,
        list: list.list + lists,
        depth: list.depth + 1,
        parent: held + (list.parent ?? 0),
      };
      passages.push({
        ...rest,
        ...(i === 0 && { kind: 'item' as const }),
        list: below ?? place,
        ...(cell && { cell: { ...cell, table: cell.table + ahead } }),
      });
    }
    const moved = (span: Span): Span => ({ start: span.start + from, end: span.end + from });
    places.push(...content.places.map(moved));
    tables.push(...content.tables.map(moved));
    comments.push(...content.comments.map(({ span, text }) => ({ span: moved(span), text })));
    lists += listsIn(content);
  }
  const under = marked.items.at(-1)?.end ?? chunk.length;
  return under < chunk.length && chunk.slice(under).trim() !== ''
    ? joined({ passages, places, tables, comments }, part(under, chunk.length), under)
    : { passages, places, tables, comments };
}

/** Reads one chunk by the parser, whatever it holds. */
export function readParsed(chunk: string, first: boolean): BlockContent {
  const tree: Root = first && chunk.startsWith('---') ? parseHead(chunk) : parse(chunk);
  const out = new Collector(chunk);
  for (const node of tree.children) out.visit(node, { quoted: false, footnote: false });
  const { passages, places, tables, comments, frontMatter } = out;
  return { passages, places, tables, comments, ...(frontMatter && { frontMatter }) };
}

/** Keeps what was read of each distinct text, so that an edit costs the block it touches. */
export class BlockCache {
  private readonly contents = new Map<string, BlockContent>();
  read(chunk: string, first: boolean): BlockContent {
    const key = first && chunk.startsWith('---') ? `\n${chunk}` : chunk;
    let content = this.contents.get(key);
    if (!content) {
      content = readBlock(chunk, first);
      this.contents.set(key, content);
    }
    return content;
  }
}
