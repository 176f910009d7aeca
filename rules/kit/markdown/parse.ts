import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Span } from '../span.ts';
import { isDeep, marksWithin } from './tangle.ts';

/** Of GFM what drafts hold: tables, footnotes, task lists, struck text. Automatic links cost half the time and bring nothing. */
function gfm(this: Processor) {
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    gfmTable(),
    gfmFootnote(),
    gfmStrikethrough(),
    gfmTaskListItem(),
  ];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  ];
}

/** Where the parse under way read marks as words. */
const beyond: Span[] = [];

const note = (offset: number): void => {
  const [all = { start: offset, end: offset }] = beyond;
  beyond[0] = { start: Math.min(all.start, offset), end: Math.max(all.end, offset + 1) };
};

function limits(this: Processor) {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), marksWithin(note)];
}

const body = unified().use(remarkParse).use(gfm).use(limits).freeze();
const head = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(limits).freeze();

const NOTHING: Root = { type: 'root', children: [] };

/** The tree of a chunk, and what of it was not read as Markdown. Places are relative to the chunk. */
export interface Parsed {
  readonly root: Root;
  /** Too many lists in one another: the tree is empty. */
  readonly isDeep: boolean;
  /** From the first to the last of the marks that were read as words. */
  readonly marks?: Span;
}

/** Reads a chunk, save what would exhaust the stack or take minutes. `isHead`: it begins a file, and may be its front matter. */
export function parseWithin(chunk: string, isHead = false): Parsed {
  if (isDeep(chunk)) return { root: NOTHING, isDeep: true };
  beyond.length = 0;
  // The parser drops a byte order mark, wherever files were put together: all that follows would be one unit off.
  const root = (isHead ? head : body).parse(chunk.replace(/^\ufeff/, ' '));
  const [marks] = beyond;
  return { root, isDeep: false, ...(marks && { marks }) };
}

/** Markdown tree of a text. */
export const parse = (text: string): Root => parseWithin(text).root;

/** A text with spaces in those places. */
export function blanked(text: string, places: readonly Span[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of places) {
    out += text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return out + text.slice(at);
}
