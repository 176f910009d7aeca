import type { Html, List, Nodes, RootContent, Table } from 'mdast';
import type { Span } from '../span.ts';
import { boxLinesIn, leftEmpty } from './boxes.ts';
import { readAnswer, readColumns, tablesWithoutBarsIn } from './columns.ts';
import { commentsIn } from './comments.ts';
import type { BlockContent, ListPlace, PassageContent, PassageKind, Unread } from './content.ts';
import { frontMatter, isLiteral } from './cut.ts';
import { gridsIn, readGrid } from './grid.ts';
import { type HtmlTable, readHtml } from './html.ts';
import { isIndentedText, paddedTitlesIn, readIndented, readPadded } from './indented.ts';
import { loneMarkedIn, type MarkedList, markedIn, markUnderIn, numberedOverIn, runOnListIn } from './marked.ts';
import { mergedIn } from './merged.ts';
import { numberedTitlesIn } from './numbered.ts';
import { hyphensIn, loneNumbersIn, pageBreaksIn, pageEndIn, pageHeadIn, pageTopIn, titleBreaksIn } from './pages.ts';
import { paragraphsIn, underListIn } from './paragraphs.ts';
import { blanked, parseWithin } from './parse.ts';
import { clauseLinesIn, readPlain, readTitle, titleLinesIn, titlesIn } from './plain.ts';
import { type Prose, proseOf } from './prose.ts';
import { readRuled } from './ruled.ts';
import { readScattered } from './scattered/tables.ts';
import { mayHaveRowsApart } from './spaced.ts';
import { marksOfSpansIn } from './styled.ts';
import { readTabs, tabbedIn } from './tabs.ts';
import { isDeep, LONGEST, longParagraphs } from './tangle.ts';
import { readWithout } from './without.ts';

export type {
  BlockContent,
  CellPlace,
  ListPlace,
  PassageContent,
  PassageKind,
  Unread,
  WhyUnread,
} from './content.ts';

const spanOf = (node: Nodes): Span => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

const movedBy = (by: number, { start, end }: Span): Span => ({ start: start + by, end: end + by });

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
    this.keep(kind, spanOf(node), proseOf(node, this.source), context, more);
  }

  private keep(
    kind: PassageKind,
    span: Span,
    { prose, bold }: { readonly prose: Prose; readonly bold: number },
    context: Context,
    more?: Partial<PassageContent>,
  ) {
    if (prose.text.length > LONGEST) {
      this.unread.push({ span, why: 'long' });
      return;
    }
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
        this.htmlWords(node, context);
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
        const [only, ...more] = cell.children;
        const merged = only?.type === 'html' && more.length === 0 ? mergedIn(only.value) : undefined;
        this.add('cell', cell, context, { cell: { table, row: r, column, ...(merged && { merged }) } });
      });
    });
  }

  /** What is written in HTML, as what is in Markdown. In a quotation or a list the marks of lines stand among the tags: it is not read. */
  private htmlWords(node: Html, context: Context) {
    const { start, end } = spanOf(node);
    if (this.source.slice(start, end) !== node.value) return;
    const { tables, texts } = readHtml(node.value);
    const ahead = this.lists;
    const parts = [...tables, ...texts].sort((a, b) => a.span.start - b.span.start);
    for (const part of parts)
      if ('cells' in part) this.htmlTable(part, start, context);
      else {
        const { kind, span, depth, item, ...words } = part;
        const list = item && this.htmlItem(item, ahead);
        this.keep(
          kind,
          movedBy(start, span),
          words,
          { ...context, ...(list && { list }) },
          depth ? { depth } : undefined,
        );
      }
  }

  private htmlTable({ span, cells }: HtmlTable, by: number, context: Context) {
    const table = this.tables.length;
    this.tables.push(movedBy(by, span));
    for (const { span, place, ...words } of cells)
      this.keep(
        place ? 'cell' : 'paragraph',
        movedBy(by, span),
        words,
        context,
        place && { cell: { table, ...place } },
      );
  }

  /** The place of an item among the lists of the block, of which so many stand ahead of the HTML. */
  private htmlItem(item: Pick<ListPlace, 'list' | 'ordered' | 'index'>, ahead: number): ListPlace {
    const list = ahead + item.list;
    this.lists = Math.max(this.lists, list + 1);
    return { ...item, list, depth: 1, ...(item.ordered && { number: item.index + 1 }) };
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

/** Lists of letters or bullets in one another, or in other lists: more is no draft, and each costs a reading of what it holds. */
const MOST_MARKED = 6;

/** Reads one chunk. `first`: it is the first of its file, where front matter may stand. `within`: in how many parts it stands. */
export const readBlock = (chunk: string, first: boolean, within = 0): BlockContent =>
  (first ? readFrontMatter(chunk) : undefined) ?? leftEmpty(readSimple(chunk, within) ?? readParsed(chunk, first));

/** Front matter, of which the parser says no more than where it stands; undefined for any other chunk. */
function readFrontMatter(chunk: string): BlockContent | undefined {
  if (frontMatter(chunk)?.text !== chunk || isDeep(chunk)) return undefined;
  const start = chunk.indexOf('\n') + 1;
  const yaml = chunk.slice(start).replace(/(?:\r?\n|^)---[ \t]*$/, '');
  return { passages: [], places: [], tables: [], comments: [], frontMatter: { yaml, start } };
}

/** Reads a chunk of which the parser need not be asked, or not of the whole; undefined for any other. */
const readSimple = (chunk: string, within: number): BlockContent | undefined =>
  readParts(chunk, pageHeadIn(chunk), within) ??
  (mayHaveRowsApart(chunk) ? readColumns(chunk) : undefined) ??
  readAcross(chunk, within) ??
  readWithTable(chunk, within) ??
  (isIndentedText(chunk) ? readInColumns(chunk, within) : undefined) ??
  readIndented(chunk, (text) => readBlock(text, false, within)) ??
  readPadded(chunk, (text) => readBlock(text, false, within)) ??
  readParts(chunk, paddedTitlesIn(chunk), within) ??
  readTitle(chunk) ??
  (within < MOST_MARKED ? readLists(chunk, numberedOverIn(chunk), within + 1) : undefined) ??
  readTabs(chunk) ??
  readParts(chunk, tabbedIn(chunk), within) ??
  readGrid(chunk) ??
  readParts(chunk, gridsIn(chunk), within) ??
  readRuled(chunk) ??
  readInColumns(chunk, within) ??
  readParts(chunk, numberedTitlesIn(chunk), within) ??
  readParts(chunk, titleLinesIn(chunk), within) ??
  readParts(chunk, clauseLinesIn(chunk), within) ??
  readParts(chunk, boxLinesIn(chunk), within) ??
  readParts(chunk, underListIn(chunk), within) ??
  (within < MOST_MARKED ? readMarked(chunk, within + 1) : undefined) ??
  readParts(chunk, paragraphsIn(chunk), within) ??
  readPlain(chunk) ??
  readParts(chunk, titlesIn(chunk), within);

/** Reads a chunk with a table that has no bars; undefined for any other. */
const readInColumns = (chunk: string, within: number): BlockContent | undefined =>
  readColumns(chunk) ?? readAnswer(chunk) ?? readParts(chunk, tablesWithoutBarsIn(chunk), within);

/** Reads a chunk whose sentences, words, title or cells are cut by a page or the end of a line, as if they were not; undefined for any other. */
function readAcross(chunk: string, within: number): BlockContent | undefined {
  if (isLiteral(chunk)) return undefined;
  const cuts =
    [pageTopIn, loneNumbersIn, markUnderIn, pageBreaksIn, pageEndIn, hyphensIn, titleBreaksIn, marksOfSpansIn]
      .map((find) => find(chunk))
      .find(({ length }) => length > 0) ?? [];
  return cuts.length > 0 ? readWithout(chunk, cuts, (text) => readBlock(text, false, within)) : undefined;
}

/** Reads a chunk by its parts, cut where titles stand in it; undefined where none does. */
function readParts(chunk: string, cuts: readonly number[], within: number): BlockContent | undefined {
  if (cuts.length === 0) return undefined;
  const out = new Joined();
  const starts = [0, ...cuts];
  for (const [i, start] of starts.entries())
    out.add(readBlock(chunk.slice(start, starts[i + 1] ?? chunk.length).trimEnd(), false, within), start);
  return out.content;
}

/** Reads a chunk that ends with a table whose cells stand each in a paragraph; undefined for any other. */
function readWithTable(chunk: string, within: number): BlockContent | undefined {
  const found = isLiteral(chunk) ? undefined : readScattered(chunk);
  if (!found) return undefined;
  const out = new Joined();
  if (found.from > 0) out.add(readBlock(chunk.slice(0, found.from).trimEnd(), false, within), 0);
  out.add(found.table, found.from);
  const rest = chunk.slice(found.end).trimEnd();
  if (rest.trim() !== '') out.add(readBlock(rest, false, within), found.end);
  return out.content;
}

/** How many lists a content has. */
const listsIn = ({ passages }: BlockContent): number =>
  passages.reduce((most, { list }) => Math.max(most, list ? list.list + 1 : 0), 0);

/** One content of several, as they come. */
class Joined {
  private readonly passages: PassageContent[] = [];
  private readonly places: Span[] = [];
  private readonly tables: Span[] = [];
  private readonly comments: { span: Span; text: string }[] = [];
  private readonly unread: Unread[] = [];
  private lists = 0;

  /** Adds a content that begins at a place; what an item holds goes to its place in its list. */
  add(part: BlockContent, start: number, item?: ListPlace) {
    const moved = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
    const [held, ahead] = [this.passages.length, this.tables.length];
    for (const [i, { list, cell, ...rest }] of part.passages.entries()) {
      const parent = list?.parent ?? (item && 0);
      const place = list
        ? {
            ...list,
            list: list.list + this.lists,
            depth: list.depth + (item?.depth ?? 0),
            ...(parent !== undefined && { parent: parent + held }),
          }
        : item;
      this.passages.push({
        ...rest,
        ...(item && i === 0 && { kind: 'item' as const }),
        ...(place && { list: place }),
        ...(cell && { cell: { ...cell, table: cell.table + ahead } }),
      });
    }
    for (const place of part.places) this.places.push(moved(place));
    for (const table of part.tables) this.tables.push(moved(table));
    for (const { span, text } of part.comments) this.comments.push({ span: moved(span), text });
    for (const { span, why } of part.unread ?? []) this.unread.push({ span: moved(span), why });
    this.lists += listsIn(part);
  }

  /** Adds the items of a list, each with the place where it begins. */
  addList(items: readonly { readonly content: BlockContent; readonly start: number }[], ordered: boolean) {
    const list = this.lists++;
    for (const [index, { content, start }] of items.entries())
      this.add(content, start, { list, ordered, depth: 1, index, ...(ordered && { number: index + 1 }) });
  }

  get content(): BlockContent {
    const { passages, places, tables, comments, unread } = this;
    return { passages, places, tables, comments, ...(unread.length > 0 && { unread }) };
  }
}

const beginsWithWords = ({ passages: [first] }: BlockContent): boolean => first?.kind === 'paragraph' && !first.list;

/** Reads a chunk with lists that letters or bullets make, and not Markdown. */
function readMarked(chunk: string, within: number): BlockContent | undefined {
  const alone = loneMarkedIn(chunk) ?? runOnListIn(chunk);
  return readLists(chunk, alone ?? markedIn(chunk), within);
}

/** Reads a chunk with such lists: what stands over each, its items, what stands under it; undefined where it has none. */
function readLists(
  chunk: string,
  found: MarkedList | readonly MarkedList[] | undefined,
  within: number,
): BlockContent | undefined {
  if (!found) return undefined;
  const lists = 'items' in found ? [found] : found;
  const read = (start: number, end: number) => readBlock(chunk.slice(start, end).trimEnd(), false, within);
  const out = new Joined();
  let at = 0;
  for (const { ordered, items, start, end } of lists) {
    const contents = items.map((item) => ({ content: read(item.from, item.end), start: item.from }));
    if (!contents.every(({ content }) => beginsWithWords(content))) continue;
    if (start > at) out.add(read(at, start), at);
    out.addList(contents, ordered);
    at = end;
  }
  if (at === 0) return undefined;
  out.add(read(at, chunk.length), at);
  return out.content;
}

/** Reads one chunk by the parser, whatever it holds. */
export function readParsed(chunk: string, first: boolean): BlockContent {
  const long = isLiteral(chunk) ? [] : longParagraphs(chunk);
  const { root, isDeep, marks } = parseWithin(blanked(chunk, long), first && chunk.startsWith('---'));
  const out = new Collector(chunk);
  for (const node of root.children) out.visit(node, { quoted: false, footnote: false });
  const { passages, places, tables, comments, frontMatter } = out;
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
