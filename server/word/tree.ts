import type { Root } from 'mdast';
import { cut } from '../../rules/kit/markdown/cut.ts';
import { parse } from '../../rules/kit/markdown/parse.ts';

/** The front matter of a draft, marks included, as it is written; empty when it has none. */
export function headOf(text: string): string {
  const [first] = cut(clean(text));
  const isHead =
    first?.text.startsWith('---') && /^---[ \t]*\n[\s\S]*\n---[ \t]*$|^---[ \t]*\n---[ \t]*$/.test(first.text);
  return first && isHead ? first.text : '';
}

const clean = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');

/** The tree of a draft without its front matter, which speaks to the program. */
export function treeOf(text: string): Root {
  const whole = clean(text);
  return parse(whole.slice(whole.indexOf(headOf(text)) + headOf(text).length));
}
