import type { List, Nodes, RootContent, Table } from 'mdast';
import type { Span } from '../span.ts';
import { boxLinesIn, leftEmpty } from './boxes.ts';
import { commentsIn } from './comments.ts';
import { isLiteral } from './cut.ts';
import { blanked, parseWithin } from './parse.ts';
import { readPlain, readTitle, titleLinesIn, titlesIn } from './plain.ts';
import { type Prose, proseOf } from './prose.ts';
import { LONGEST, longParagraphs } from './tangle.ts';

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

/**
 * Why something was not read: lists in too many lists, a paragraph that is too long; or was read as words: marks, of which
 * a paragraph has too many.
 */
export type WhyUnread = 'deep' | 'long' | 'marks';

/** A place that was not read, or as words alone. */
export interface Unread {
  readonly span: Span;
  readonly why: WhyUnread;
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
  /** Holds a table written in HTML. */
  readonly htmlTable: boolean;
  /** What was not read, relative to the block; left out where all was. */
  readonly unread?: readonly Unread[];
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

class Collector {
  readonly passages: PassageContent[] = [];
  readonly places: Span[] = [];
  readonly tables: Span[] = [];
  readonly comments: { span: Span; text: string }[] = [];
  readonly unread: Unread[] = [];
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
    const { prose, bold } = proseOf(node, this.source);
    if (prose.text.length > LONGEST) {
      this.unread.push({ span: spanOf(node), why: 'long' });
      return;
    }
    const { quoted, footnote, list } = context;
    const span = spanOf(node);
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

  private inlineComments(node: Nodes) {
    if (node.type === 'html') this.html(node.value, spanOf(node).start);
    else if ('children' in node) for (const child of node.children) this.inlineComments(child);
  }

  private html(value: string, start: number) {
    for (const comment of commentsIn(value))
      this.comments.push({
        span: { start: start + comment.start, end: start + comment.end },
        text: value.slice(comment.start + 4, comment.end - 3),
      });
  }
}

/** Reads one chunk. `first`: it is the first of its file, where front matter may stand. */
export const readBlock = (chunk: string, first: boolean): BlockContent =>
  leftEmpty(readSimple(chunk) ?? readParsed(chunk, first));

/** Reads a chunk of which the parser need not be asked, or not of the whole; undefined for any other. */
const readSimple = (chunk: string): BlockContent | undefined =>
  readTitle(chunk) ??
  readParts(chunk, titleLinesIn(chunk)) ??
  readParts(chunk, boxLinesIn(chunk)) ??
  readPlain(chunk) ??
  readParts(chunk, titlesIn(chunk));

/** Reads a chunk by its parts, cut where titles stand in it; undefined where none does. */
function readParts(chunk: string, cuts: readonly number[]): BlockContent | undefined {
  if (cuts.length === 0) return undefined;
  const passages: PassageContent[] = [];
  const places: Span[] = [];
  const tables: Span[] = [];
  const comments: { span: Span; text: string }[] = [];
  const unread: Unread[] = [];
  let htmlTable = false;
  let lists = 0;
  const starts = [0, ...cuts];
  for (const [i, start] of starts.entries()) {
    const part = readBlock(chunk.slice(start, starts[i + 1] ?? chunk.length).trimEnd(), false);
    const moved = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
    const [held, ahead, known] = [passages.length, tables.length, lists];
    for (const { list, cell, ...rest } of part.passages) {
      if (list) lists = Math.max(lists, known + list.list + 1);
      passages.push({
        ...rest,
        ...(list && {
          list: {
            ...list,
            list: list.list + known,
            ...(list.parent !== undefined && { parent: list.parent + held }),
          },
        }),
        ...(cell && { cell: { ...cell, table: cell.table + ahead } }),
      });
    }
    places.push(...part.places.map(moved));
    tables.push(...part.tables.map(moved));
    comments.push(...part.comments.map(({ span, text }) => ({ span: moved(span), text })));
    unread.push(...(part.unread ?? []).map(({ span, why }) => ({ span: moved(span), why })));
    htmlTable ||= part.htmlTable;
  }
  return { passages, places, tables, comments, htmlTable, ...(unread.length > 0 && { unread }) };
}

/** Reads one chunk by the parser, whatever it holds. */
export function readParsed(chunk: string, first: boolean): BlockContent {
  const long = isLiteral(chunk) ? [] : longParagraphs(chunk);
  const { root, isDeep, marks } = parseWithin(blanked(chunk, long), first && chunk.startsWith('---'));
  const out = new Collector(chunk);
  for (const node of root.children) out.visit(node, { quoted: false, footnote: false });
  const { passages, places, tables, comments, frontMatter } = out;
  const htmlTable = /<table\b/i.test(chunk);
  const unread: readonly Unread[] = [
    ...out.unread,
    ...long.map((span) => ({ span, why: 'long' as const })),
    ...(isDeep ? [{ span: { start: 0, end: chunk.length }, why: 'deep' as const }] : []),
    ...(marks ? [{ span: marks, why: 'marks' as const }] : []),
  ];
  return {
    passages,
    places,
    tables,
    comments,
    htmlTable,
    ...(frontMatter && { frontMatter }),
    ...(unread.length > 0 && { unread }),
  };
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
