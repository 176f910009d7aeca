import type { Span } from '../span.ts';
import type { CellPlace } from './content.ts';
import type { Merged } from './merged.ts';
import { Builder, decodeAt, OBJECT, type Prose } from './prose.ts';

/** A cell, a caption, or a row that is but a title: its words, and where they stand between the tags. */
export interface HtmlCell {
  readonly span: Span;
  readonly prose: Prose;
  /** Leading units of the prose in strong emphasis. */
  readonly bold: number;
  /** None for what stands over the table. */
  readonly place?: Omit<CellPlace, 'table'>;
}

/** A table written in HTML, outermost; each row has a cell for each column that it reaches. */
export interface HtmlTable {
  readonly span: Span;
  readonly cells: readonly HtmlCell[];
}

const TAG = /<!--[\s\S]*?(?:-->|$)|<(?<close>\/?)(?<name>[a-z][a-z0-9]*)(?<attributes>(?:[\s/][^<>]*)?)>/gi;
/** Tags between which words are apart. */
const BLOCKS = new Set(
  'p div section article details summary ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table caption thead tbody tfoot tr td th blockquote hr'.split(
    ' ',
  ),
);
/** Tags of a table that make its rows and cells. */
const OF_TABLES = new Set(['tr', 'td', 'th', 'caption']);
/** More columns than any page has. */
const MOST_COLUMNS = 40;

/** How many rows or columns a cell takes. */
function spanned(what: 'row' | 'col', attributes: string): number {
  const found = new RegExp(`\\b${what}span\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes);
  return Math.max(1, Number(found?.[1] ?? 1));
}

/** How many tags are open after one more. */
const nested = (open: number, close: string | undefined): number => Math.max(0, open + (close ? -1 : 1));

/** The words of a cell as they come: spaces are one, and none stand at either end. */
class Words {
  readonly start: number;
  readonly columns: number;
  private readonly out: Builder;
  private gap: { readonly text: string; readonly start: number; readonly end: number } | undefined;
  private bold = 0;
  /** Tags of emphasis that are open. */
  private strong = 0;
  private leading = true;

  constructor(start: number, columns: number) {
    this.start = start;
    this.columns = columns;
    this.out = new Builder(start);
  }

  /** What parts the words before from those that come: a space, a line, a paragraph. */
  private part(text: string, start: number, end: number) {
    if (this.out.size > 0 && text.length >= (this.gap?.text.length ?? 0) && this.gap?.text !== '\n')
      this.gap = { text, start, end };
  }

  private push(text: string, start: number, end: number, strong: boolean) {
    if (this.gap) this.out.push(this.gap.text, this.gap.start, this.gap.end);
    this.gap = undefined;
    this.out.push(text, start, end);
    this.leading &&= strong;
    if (this.leading) this.bold = this.out.size;
  }

  /** A tag within the cell. */
  tag(name: string, close: string | undefined, at: number, end: number) {
    if (name === 'b' || name === 'strong') this.strong = nested(this.strong, close);
    else if (name === 'br') this.part('\n', at, end);
    else if (name === 'img') this.push(OBJECT, at, end, false);
    else if (BLOCKS.has(name)) this.part('\n\n', at, end);
  }

  text(source: string, from: number, to: number) {
    for (let at = from; at < to; ) {
      const reference = decodeAt(source, at, to);
      const end = at + (reference?.length ?? 1);
      const text = reference?.text ?? (source[at] as string);
      if (/^\s$/.test(text) && text !== '\u00a0' && text !== '\u202f') this.part(' ', at, end);
      else this.push(text, at, end, this.strong > 0);
      at = end;
    }
  }

  done(end: number, place?: HtmlCell['place']): HtmlCell {
    const { start, bold } = this;
    return { span: { start, end }, prose: this.out.done(end), bold, ...(place && { place }) };
  }
}

/** One table, from its first tag on. */
class Grid {
  readonly cells: HtmlCell[] = [];
  readonly start: number;
  private row = -1;
  private column = 0;
  /** No cell of the row has come yet: a row without any is none. */
  private fresh = true;
  /** Rows that the cells above go on taking, by column. */
  private readonly taken: number[] = [];
  private open: Words | undefined;
  private over = false;

  constructor(start: number) {
    this.start = start;
  }

  get words(): Words | undefined {
    return this.open;
  }

  /** A tag of the table itself, or of its cell under way. */
  tag(name: string, close: string | undefined, attributes: string, at: number, end: number) {
    if (!OF_TABLES.has(name)) this.open?.tag(name, close, at, end);
    else if (name === 'tr') this.endRow(at);
    else if (close) this.end(at);
    else this.begin(name, attributes, at, end);
  }

  /** A caption stands over the table, and is in none of its rows. */
  private begin(name: string, attributes: string, at: number, start: number) {
    this.end(at);
    this.over = name === 'caption';
    if (!this.over) {
      if (this.fresh) {
        this.row++;
        this.column = 0;
        this.fresh = false;
      }
      this.skip(at);
    }
    const room = Math.max(1, MOST_COLUMNS - this.column);
    this.open = new Words(start, Math.min(room, spanned('col', attributes)));
    const rows = spanned('row', attributes);
    const within = this.over || this.column >= MOST_COLUMNS ? 0 : this.open.columns;
    for (let i = 0; i < within; i++) this.taken[this.column + i] = rows - 1;
  }

  /** Ends the cell under way. The columns that it runs over have cells of their own, without a word. */
  private end(at: number) {
    const { open, over } = this;
    this.open = undefined;
    if (!open) return;
    if (over) this.cells.push(open.done(at));
    else {
      this.cells.push(open.done(at, { row: this.row, column: this.column++ }));
      for (let i = 1; i < open.columns; i++) this.blank(at, '←');
    }
  }

  private endRow(at: number) {
    this.end(at);
    if (!this.fresh) this.skip(at);
    this.fresh = true;
  }

  /** Goes over the columns that cells of the rows above take. */
  private skip(at: number) {
    for (let left = this.taken[this.column] ?? 0; left > 0; left = this.taken[this.column] ?? 0) {
      this.taken[this.column] = left - 1;
      this.blank(at, '↑');
    }
  }

  private blank(at: number, merged: Merged) {
    this.cells.push(new Words(at, 1).done(at, { row: this.row, column: this.column++, merged }));
  }

  /** The table. A first row of one cell that runs over several columns is its title. */
  done(at: number, end: number): HtmlTable {
    this.endRow(at);
    const cells = this.cells.filter((c) => !c.place || c.place.column < MOST_COLUMNS);
    const first = cells.filter((c) => c.place?.row === 0);
    const [title, ...rest] = first;
    const isTitle = title && rest.length > 0 && rest.every(isEmpty) && !isEmpty(title) && this.row > 0;
    return {
      span: { start: this.start, end },
      cells: isTitle
        ? cells.flatMap(({ place, ...cell }) => {
            if (!place || cell.span === title.span) return cell;
            return place.row === 0 ? [] : { ...cell, place: { ...place, row: place.row - 1 } };
          })
        : cells,
    };
  }
}

const isEmpty = ({ prose }: HtmlCell): boolean => prose.text.trim() === '';

/** A title, an item or a paragraph written in HTML, outside any table. */
export interface HtmlText {
  readonly span: Span;
  readonly prose: Prose;
  readonly bold: number;
  readonly kind: 'heading' | 'item' | 'paragraph';
  /** Of a title. */
  readonly depth?: number;
  /** Of an item: in which list of the block, and where in it. */
  readonly item?: { readonly list: number; readonly ordered: boolean; readonly index: number };
}

/** What holds no words of the text. */
const LITERAL = new RegExp(
  ['script', 'style', 'pre', 'code', 'textarea', 'svg', 'title']
    .map((name) => `<${name}\\b[\\s\\S]*?(?:</${name}\\s{0,9}>|$)`)
    .join('|'),
  'gi',
);
const TITLE = /^h([1-6])$/;

/** The words outside tables, from tag to tag. */
class Texts {
  readonly found: HtmlText[] = [];
  private open: Words | undefined;
  private name = '';
  private lists = 0;
  private readonly source: string;
  private readonly within: { readonly list: number; readonly ordered: boolean; index: number }[] = [];

  constructor(source: string) {
    this.source = source;
  }

  /** A tag parts what stands before it from what stands after, or is of the words under way. */
  tag(name: string, close: string | undefined, at: number, end: number) {
    if (!BLOCKS.has(name)) {
      this.open?.tag(name, close, at, end);
      return;
    }
    this.end(at);
    if (name === 'ul' || name === 'ol') this.list(name, close);
    // What follows an end tag is of the block around it.
    else if (!close) this.name = name;
    this.open = new Words(this.skipped(end, 1), 1);
  }

  private list(name: string, close: string | undefined) {
    if (close) this.within.pop();
    else this.within.push({ list: this.lists++, ordered: name === 'ol', index: 0 });
  }

  /** The place next to the blanks that stand before one, or after it. */
  private skipped(at: number, step: 1 | -1): number {
    let place = at;
    while (/^\s$/.test(this.source[step < 0 ? place - 1 : place] ?? '')) place += step;
    return place;
  }

  text(from: number, to: number) {
    this.open?.text(this.source, from, to);
  }

  end(at: number) {
    const words = this.open?.done(this.skipped(at, -1));
    this.open = undefined;
    if (!words || isEmpty(words)) return;
    const { name } = this;
    const list = this.within.at(-1);
    const depth = TITLE.exec(name)?.[1];
    this.name = '';
    if (depth) this.found.push({ ...words, kind: 'heading', depth: Number(depth) });
    else if (name === 'li' && list)
      this.found.push({
        ...words,
        kind: 'item',
        item: { list: list.list, ordered: list.ordered, index: list.index++ },
      });
    else this.found.push({ ...words, kind: 'paragraph' });
  }
}

/** The tables of a block of HTML, and the words outside them. What stands in a table within a cell is that cell's. */
export function readHtml(written: string): {
  readonly tables: readonly HtmlTable[];
  readonly texts: readonly HtmlText[];
} {
  const source = written.replace(LITERAL, (literal) => ' '.repeat(literal.length));
  const tables: HtmlTable[] = [];
  const texts = new Texts(source);
  let grid: Grid | undefined;
  let depth = 0;
  let from = 0;
  for (const match of source.matchAll(TAG)) {
    const { close, name: tag = '', attributes = '' } = match.groups ?? {};
    const name = tag.toLowerCase();
    const at = match.index;
    const end = at + match[0].length;
    if (grid) grid.words?.text(source, from, at);
    else texts.text(from, at);
    from = end;
    if (name === 'table') depth = nested(depth, close);
    if (depth === 0) {
      if (grid) tables.push(grid.done(at, end));
      grid = undefined;
      texts.tag(name, close, at, end);
    } else if (!grid) {
      texts.end(at);
      grid = new Grid(at);
    } else if (depth > 1) grid.words?.tag(name, close, at, end);
    else grid.tag(name, close, attributes, at, end);
  }
  if (grid) {
    grid.words?.text(source, from, source.length);
    tables.push(grid.done(source.length, source.length));
  } else {
    texts.text(from, source.length);
    texts.end(source.length);
  }
  return { tables, texts: texts.found };
}
