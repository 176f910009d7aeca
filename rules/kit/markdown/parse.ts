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
import { isTangled } from './tangle.ts';

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

const body = unified().use(remarkParse).use(gfm).freeze();
const head = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();

const NOTHING: Root = { type: 'root', children: [] };

/** Markdown tree of one chunk, empty for one that is too tangled to be read. Positions are relative to the chunk. */
export const parse = (chunk: string): Root =>
  // The parser drops a byte order mark, wherever files were put together: all that follows would be one unit off.
  isTangled(chunk) ? NOTHING : body.parse(chunk.replace(/^\ufeff/, ' '));

/** Tree of the first chunk of a file when it begins with `---`: its front matter, if it is one. */
export const parseHead = (chunk: string): Root => head.parse(chunk);
