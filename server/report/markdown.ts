import type { Element } from 'hast';
import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { type Content, tag } from './elements.ts';

const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  listItem: 'li',
  strong: 'strong',
  emphasis: 'em',
  tableCell: 'td',
  tableRow: 'tr',
};

/** A paragraph in a list of short items takes no room of its own. */
const inItem = (nodes: readonly Nodes[]): Content[] =>
  nodes.map((n) => (n.type === 'paragraph' ? n.children.map(written) : written(n)));

/** What has nothing within it. */
function leaf(node: Exclude<Nodes, Parents>): Content {
  if (node.type === 'html') return node.value.startsWith('<!--') ? '' : node.value;
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineCode' || node.type === 'code') return tag('code', node.value);
  if (node.type === 'break') return tag('br');
  return 'alt' in node ? (node.alt ?? '') : '';
}

function written(node: Nodes): Content {
  if (!('children' in node)) return leaf(node);
  if (node.type === 'listItem') return tag('li', ...inItem(node.children));
  if (node.type === 'list') return tag(node.ordered ? 'ol' : 'ul', ...node.children.map(written));
  if (node.type === 'table') return tag('table', tag('tbody', ...node.children.map(written)));
  const children = node.children.map(written);
  // A title in a proposed wording is none of the report.
  if (node.type === 'heading') return tag('p', tag('strong', ...children));
  const name = TAGS[node.type];
  return name ? tag(name, ...children) : children;
}

/** Markdown as elements of a page: no link, no picture, no element of the text itself. */
export function markdownBody(text: string): Element {
  const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  return tag('div', ...tree.children.map(written));
}
