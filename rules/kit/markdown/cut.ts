import { isOpen, resumes } from './pages.ts';
import { MARKED } from './plain.ts';

/** A run of lines that Markdown reads on its own: a top-level block, or a few that cannot be told apart by lines. */
export interface Chunk {
  readonly start: number;
  readonly text: string;
}

const LIST_MARKER = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
/** Under a paragraph, what makes a title of it; a rule elsewhere: nothing goes on after either. */
const DASHES = /^ {0,3}-{3,}[ \t]*$/;
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
function frontMatter(text: string): Chunk | undefined {
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

/** The chunks from a place on where one begins, one by one: what stands before has no say. */
export function* chunksFrom(text: string, from: number): Generator<Chunk, void> {
  let at = from;
  let start = -1;
  /** Where the last line of the chunk begins, and ends. */
  let last = 0;
  let end = 0;
  let list = false;
  let blank = false;
  let until: RegExp | undefined;
  let alone = false;
  let html = false;

  while (at < text.length) {
    let eol = text.indexOf('\n', at);
    if (eol < 0) eol = text.length;
    const lineEnd = text[eol - 1] === '\r' && eol > at ? eol - 1 : eol;
    const line = text.slice(at, lineEnd);
    const lineStart = at;
    at = eol + 1;

    if (until) {
      end = lineEnd;
      if (until.test(line)) {
        until = undefined;
        alone = true;
      }
      continue;
    }
    const across = start >= 0 && !blank && !alone && !html && isOpen(text.slice(last, end)) && resumes(text, lineStart);
    if (across) {
      at = across;
      continue;
    }
    if (line.trim() === '') {
      blank = true;
      html = false;
      continue;
    }
    if (html) {
      end = lineEnd;
      continue;
    }
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    const nested = list && (indent.length >= 2 || indent.includes('\t'));
    const marker = LIST_MARKER.test(line) || MARKED.test(line);
    const heading = !nested && HEADING.test(line);
    const fence = nested ? null : FENCE.exec(line);
    const raw = nested ? undefined : RAW_HTML.find(([open]) => open.test(line));
    const tag = !nested && !raw && BLOCK_TAG.test(line);
    const fresh =
      start < 0 ||
      tag ||
      alone ||
      heading ||
      fence !== null ||
      raw !== undefined ||
      (blank && !nested && !(list && marker));
    if (fresh) {
      if (start >= 0) yield { start, text: text.slice(start, end) };
      list = false;
      alone = false;
      start = lineStart;
    }
    blank = false;
    last = lineStart;
    end = lineEnd;
    if (marker || FOOTNOTE.test(line)) list = true;
    if (tag || (fresh && !raw && LONE_TAG.test(line))) html = true;
    else if (heading) alone = true;
    else if (fence?.[1]) until = new RegExp(`^ {0,3}${fence[1][0] === '~' ? '~' : '`'}{${fence[1].length},}[ \\t]*$`);
    else if (raw && !raw[1].test(line.slice(line.indexOf('<') + 2))) until = raw[1];
    else if (raw || (!list && DASHES.test(line))) alone = true;
  }
  if (start >= 0) yield { start, text: text.slice(start, end) };
}

/** True when a block runs on to the end of the text whatever follows it: a fence or a comment that nothing closes. */
export const isUnclosed = (block: string): boolean => {
  const [first] = chunksFrom(`${block}\n\nx`, 0);
  return first !== undefined && first.text.length > block.length;
};
