import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** Letters of no alphabet, which mark out words while their marks are taken off. */
const OPEN = '\ue000';
const CLOSE = '\ue001';
const SIGNS = /[\ue000\ue001]/g;
/** Begins a paragraph whatever follows: « 1. », « - » and « # » then stay words. */
const START = '\u2060';
/** Marks whose other half stands in another passage. */
const LONE = /\*{2,}|(?<![\p{L}\p{N}])__|__(?![\p{L}\p{N}])/gu;

/** Words of a text that stands in Markdown, `marked` or not. */
export interface Stretch {
  readonly text: string;
  readonly marked: boolean;
}

function wordsOf(node: Nodes): string {
  if (node.type === 'html') return node.value.startsWith('<!--') ? '' : node.value;
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return '';
  const between = node.children.some((c) => c.type === 'paragraph' || c.type === 'listItem') ? ' ' : '';
  return node.children.map(wordsOf).join(between);
}

/** A text of a sentence or a few without the marks of Markdown, its white space in single spaces. */
export const unmarked = (text: string): string =>
  // Most words have no mark at all.
  (/[*_`[\]<>&\\~|#]/.test(text)
    ? wordsOf(fromMarkdown(START + text))
        .replace(START, '')
        .replace(LONE, '')
    : text
  ).replace(/\s+/g, ' ');

/** The same, of parts that follow one another; those that are marked are told apart, empty ones left out. */
export function unmarkedParts(parts: readonly Stretch[]): Stretch[] {
  const whole = parts.map(({ text, marked }) => {
    const own = text.replace(SIGNS, '');
    return marked && own ? OPEN + own + CLOSE : own;
  });
  const out: Stretch[] = [];
  for (const [i, one] of unmarked(whole.join('')).split(OPEN).entries()) {
    const [first = '', rest] = one.split(CLOSE);
    if (i === 0) out.push({ text: first, marked: false });
    else out.push({ text: first, marked: true }, { text: rest ?? '', marked: false });
  }
  return out.filter((s) => s.text !== '');
}
