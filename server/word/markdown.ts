import type { Root } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';

/**
 * Words as a person would type them: `[à compléter : date]` and « R&D » need no backslash where nothing makes a link of
 * them, and a draft has no link definitions.
 */
const text: Handle = (node, _, state, info) =>
  state
    .safe(node.value as string, info)
    .replace(/\\\[(?!\^)((?:[^\][\\\n]|\\_){2,})\](?![([:])/g, (escaped, words: string, at: number, all: string) =>
      // What comes after the node may make a link of it too.
      at + escaped.length === all.length && /^[([:]/.test(info.after) ? escaped : `[${words}]`,
    )
    .replace(/\\&(?!#?\w+;)/g, '&')
    // An index: an underscore that closes nothing, where none opens.
    .replace(/(?<=[\p{L}\p{N}])\\_(?=\()/gu, '_');

const options: Options = {
  bullet: '-',
  rule: '-',
  listItemIndent: 'one',
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    gfmTaskListItemToMarkdown(),
  ],
  handlers: { text },
};

/** The Markdown of a tree, with a line end at its end. */
export const markdown = (tree: Root): string => toMarkdown(tree, options);
