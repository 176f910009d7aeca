import type { Root } from 'mdast';
import { cut } from '../../rules/kit/markdown/cut.ts';
import { parse } from '../../rules/kit/markdown/parse.ts';

/** The tree of a draft without its front matter, which speaks to the program. */
export function treeOf(text: string): Root {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const [first] = cut(clean);
  const isHead =
    first?.text.startsWith('---') && /^---[ \t]*\n[\s\S]*\n---[ \t]*$|^---[ \t]*\n---[ \t]*$/.test(first.text);
  return parse(first && isHead ? clean.slice(first.start + first.text.length) : clean);
}
