import { isMarkedItem } from './marked.ts';
import { isFolio, isOpen, isTitleUnder, resumes } from './pages.ts';
import { FRAME_END, opensFrame } from './ruled.ts';
import { scatteredAt } from './scattered/tables.ts';
import { isHeaderUnderTitle, isRowUnder, rowPast } from './spaced.ts';

/** A run of lines that Markdown reads on its own: a top-level block, or a few that cannot be told apart by lines. */
export interface Chunk {
  readonly start: number;
  readonly text: string;
}

const LIST_MARKER = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
/** An item off the margin, as programs print pages: Markdown would have code there. */
const INDENTED_MARKER = /^[ \t]{4,40}(?:[-+*]|\d{1,2}[.)])[ \t]+\S/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
/** Under a paragraph, what makes a title of it; a rule elsewhere: nothing goes on after either. */
const DASHES = /^ {0,3}-{3,}[ \t]*$/;
/** The header of a table without bars, which dashes are printed under. */
const IN_COLUMNS = /\S(?: {3}|\t) *\S/;
/** What goes on under a column of such a table. */
const UNDER_COLUMN = /^[ \t]{6,}\S/;
/** The first line of a printed page: where it goes on with no sentence, it begins something. */
const PAGE_TOP = /^\f/;
const FOOTNOTE = /^ {0,3}\[\^[^\]]+\]:/;
/** HTML that runs to its own end mark, blank lines included (CommonMark, HTML blocks 1 to 5). */
const RAW_HTML: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
];

/** HTML that runs to the next blank line, whatever its lines look like: block tags anywhere (CommonMark's kind 6)… */
const BLOCK_TAG =
  /^ {0,3}<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|\/?>|$)/i;
/** …and any whole tag that is alone on the first line of a block (kind 7). */
const LONE_TAG =
  /^ {0,3}<(?:[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?|\/[a-z][a-z0-9-]*\s*)>\s*$/i;

/** True for a chunk that is code or HTML from its first line on: none of it is prose. */
export const isLiteral = (chunk: string): boolean =>
  FENCE.test(chunk) || BLOCK_TAG.test(chunk) || RAW_HTML.some(([open]) => open.test(chunk));

/** Front matter at the head of a text, byte order mark left out; undefined when there is none. */
export function frontMatter(text: string): Chunk | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const front = /^---[ \t]*\r?\n(?:[^\r\n]*\r?\n)*?---[ \t]*(?:\r?\n|$)/.exec(text.slice(start, start + 20000));
  return front ? { start, text: front[0] } : undefined;
}

/**
 * Cuts a Markdown text at its top-level blocks, by lines. Whatever is in doubt stays in one chunk, so that parsing the
 * chunks one by one gives what parsing the whole gives (link references apart, which no reading depends on).
 * A sentence that the end of a page cuts stays in one chunk, with what is printed over and under the page.
 * The front matter, if any, is the first chunk and begins with `---`.
 */
export const cut = (text: string): Chunk[] => [...chunks(text)];

/** The same, one by one. */
export function* chunks(text: string): Generator<Chunk, void> {
  const front = frontMatter(text);
  if (front) yield { start: front.start, text: front.text.trimEnd() };
  yield* chunksFrom(text, front ? front.start + front.text.length : text.charCodeAt(0) === 0xfeff ? 1 : 0);
}

interface Line {
  readonly start: number;
  /** Without its end mark. */
  readonly end: number;
  readonly next: number;
  readonly text: string;
}

function lineFrom(text: string, start: number): Line {
  const eol = text.indexOf('\n', start);
  const stop = eol < 0 ? text.length : eol;
  const end = text[stop - 1] === '\r' && stop > start ? stop - 1 : stop;
  return { start, end, next: stop + 1, text: text.slice(start, end) };
}

/** What a line begins, by its look. */
interface Opening {
  readonly heading: boolean;
  readonly fence: RegExpExecArray | null;
  readonly raw: (typeof RAW_HTML)[number] | undefined;
  readonly tag: boolean;
}
const NOTHING: Opening = { heading: false, fence: null, raw: undefined, tag: false };

function openingOf(line: string): Opening {
  const raw = RAW_HTML.find(([open]) => open.test(line));
  return { heading: HEADING.test(line), fence: FENCE.exec(line), raw, tag: !raw && BLOCK_TAG.test(line) };
}

/** The line that ends what a line opens; undefined where it ends with itself, or as a paragraph does. */
function closingOf(line: string, { fence, raw }: Opening): RegExp | undefined {
  const marks = fence?.[1];
  if (marks) return new RegExp(`^ {0,3}${marks[0] === '~' ? '~' : '`'}{${marks.length},}[ \\t]*$`);
  return raw && !raw[1].test(line.slice(line.indexOf('<') + 2)) ? raw[1] : undefined;
}

const hasItemMark = (line: string, over: string): boolean =>
  LIST_MARKER.test(line) || isMarkedItem(line, over) || INDENTED_MARKER.test(line);

/** How a line stands to the chunk before it. */
interface Standing {
  readonly opening: Opening;
  /** It begins another chunk. */
  readonly isFresh: boolean;
  /** Where the mark stands that makes an item or a note of it; undefined where it has none. */
  readonly margin: number | undefined;
}

/** The chunk that lines are added to. */
class Run {
  start = -1;
  /** Where its last line begins, and ends. */
  private last = 0;
  private end = 0;
  /** Where the marks of its list stand, those nearest to the margin; negative where it has none. */
  private list = -1;
  private blank = false;
  private until: RegExp | undefined;
  private alone = false;
  private html = false;
  /** Where a table ends that blank lines do not end. */
  private stop = 0;

  constructor(private readonly text: string) {}

  get chunk(): Chunk {
    return { start: this.start, text: this.text.slice(this.start, this.end) };
  }

  /** Where a sentence or a table goes on that the end of a page cuts before a line; undefined where none does. */
  acrossPage({ start, text }: Line): number | undefined {
    if (this.start < 0 || this.until || this.alone || this.html) return undefined;
    if (this.list < 0 && (text.trim() === '' || isFolio(text))) {
      const row = rowPast(this.text.slice(this.start, this.end), this.text, start);
      if (row !== undefined) {
        this.blank = false;
        return row;
      }
    }
    return (!this.blank && isOpen(this.text.slice(this.last, this.end)) && resumes(this.text, start)) || undefined;
  }

  /** True for a line that begins nothing, whatever its look. */
  takes({ start, text, end }: Line): boolean {
    if (start < this.stop) {
      if (text.trim() !== '') this.end = end;
      return true;
    }
    if (this.until) {
      this.end = end;
      if (this.until.test(text)) {
        this.until = undefined;
        this.alone = true;
      }
      return true;
    }
    if (text.trim() === '') {
      this.blank = true;
      this.html = false;
      return true;
    }
    if (this.html) this.end = end;
    return this.html;
  }

  /** Adds a line; gives the chunk that it closes by beginning another. */
  add(line: Line): Chunk | undefined {
    const { text } = line;
    const standing = this.standingOf(text);
    const { isFresh, margin } = standing;
    const closed = isFresh && this.start >= 0 ? this.chunk : undefined;
    const isRule = !isFresh && this.isRuledBy(text);
    if (isFresh) this.begin(line);
    this.blank = false;
    this.last = line.start;
    this.end = line.end;
    if (margin !== undefined) this.list = this.list < 0 ? margin : Math.min(this.list, margin);
    if (isFresh && opensFrame(this.text, line.start)) this.until = FRAME_END;
    else this.open(text, standing, isRule);
    if (isFresh) this.openScattered(line);
    return closed;
  }

  private standingOf(line: string): Standing {
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    const nested =
      this.list >= 0 && (indent.length >= this.list + 2 || indent.includes('\t')) && !this.isTitleOver(line);
    const isRow = this.isRowOf(line);
    const isItem = !isRow && hasItemMark(line, this.text.slice(this.last, this.end));
    const opening = nested ? NOTHING : openingOf(line);
    const isApart = (this.blank && !this.isTitledBy(line) && !isRow) || PAGE_TOP.test(line);
    const isFresh = this.isClosedBy(opening) || (isApart && !nested && !(this.list >= 0 && isItem));
    const bare = FOOTNOTE.test(line) ? 0 : undefined;
    return { opening, isFresh, margin: isItem ? indent.length : bare };
  }

  private begin({ start }: Line): void {
    this.list = -1;
    this.alone = false;
    this.start = start;
  }

  /** A table without marks, where the line that begins the chunk opens nothing else. */
  private openScattered({ start }: Line): void {
    if (this.until || this.alone || this.html) return;
    this.stop = scatteredAt(this.text, start)?.end ?? 0;
    if (this.stop > 0) this.alone = true;
  }

  /** Dashes right under the header of a table, or between its rows, make no title of them; either may take several lines. */
  private isRuledBy(line: string): boolean {
    if (this.blank || !DASHES.test(line)) return false;
    const last = this.text.slice(this.last, this.end);
    return (
      IN_COLUMNS.test(last) || (UNDER_COLUMN.test(last) && IN_COLUMNS.test(this.text.slice(this.start, this.last)))
    );
  }

  private isTitledBy(line: string): boolean {
    return this.start >= 0 && !this.alone && isTitleUnder(this.text.slice(this.start, this.end), line);
  }

  private isTitleOver(line: string): boolean {
    return this.blank && isHeaderUnderTitle(this.text.slice(this.start, this.end), line);
  }

  /** The rows of a table may stand between blank lines. */
  private isRowOf(line: string): boolean {
    return this.start >= 0 && this.list < 0 && !this.alone && isRowUnder(this.text.slice(this.start, this.end), line);
  }

  private isClosedBy({ heading, fence, raw, tag }: Opening): boolean {
    return this.start < 0 || tag || this.alone || heading || fence !== null || raw !== undefined;
  }

  private open(line: string, { opening, isFresh }: Standing, isRule: boolean): void {
    const { heading, raw, tag } = opening;
    this.html = tag || (isFresh && !raw && LONE_TAG.test(line));
    if (this.html) return;
    this.until = heading ? undefined : closingOf(line, opening);
    const isWhole = heading || raw !== undefined || (this.list < 0 && !isRule && DASHES.test(line));
    if (isWhole && !this.until) this.alone = true;
  }
}

/** The chunks from a place on where one begins, one by one: what stands before has no say. */
export function* chunksFrom(text: string, from: number): Generator<Chunk, void> {
  const run = new Run(text);
  for (let at = from; at < text.length; ) {
    const line = lineFrom(text, at);
    const across = run.acrossPage(line);
    at = across ?? line.next;
    if (across !== undefined || run.takes(line)) continue;
    const closed = run.add(line);
    if (closed) yield closed;
  }
  if (run.start >= 0) yield run.chunk;
}

/** True when a block runs on to the end of the text whatever follows it: a fence or a comment that nothing closes. */
export const isUnclosed = (block: string): boolean => {
  const [first] = chunksFrom(`${block}\n\nx`, 0);
  return first !== undefined && first.text.length > block.length;
};
