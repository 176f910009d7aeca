import type MarkdownIt from 'markdown-it';
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import grammar from '../syntaxes/dce.injection.tmLanguage.json' with { type: 'json' };

/** What the preview marks: the matters of the grammar, in its order. */
export const KINDS = ['field', 'article', 'amount', 'lot', 'tranche'] as const;
export type Kind = (typeof KINDS)[number];

/** The patterns of the grammar as one: the first to start wins, as in the editor. */
const PATTERN = new RegExp(
  KINDS.map((kind) => `(?<${kind}>${grammar.repository[kind].patterns.map((p) => p.match).join('|')})`).join('|'),
  'gu',
);

/** Longest text of a line that is searched, in UTF-16 units: no draft has longer ones. */
const LONGEST = 20_000;
const TYPE = 'dce_mark';

/**
 * Colours articles, amounts, fields to fill in, lots and tranches in VS Code's Markdown preview, as the grammar does in
 * the editor. The words stay as they are, escaped; code and links are left alone.
 */
export function extendMarkdownIt(md: MarkdownIt): MarkdownIt {
  md.core.ruler.push('dce_marks', (state) => {
    for (const token of state.tokens)
      if (token.type === 'inline' && token.children) token.children = mark(token.children, state);
  });
  md.renderer.rules[TYPE] = (tokens: Token[], index: number) => {
    const token = tokens[index] as Token;
    return `<span class="dce-${token.info}">${md.utils.escapeHtml(token.content)}</span>`;
  };
  return md;
}

function mark(tokens: readonly Token[], { Token: Made }: StateCore): Token[] {
  let links = 0;
  return tokens.flatMap((token) => {
    if (token.type === 'link_open') links++;
    if (token.type === 'link_close') links--;
    if (token.type !== 'text' || links > 0 || token.content.length > LONGEST) return [token];
    const make = (type: string, content: string, info = ''): Token =>
      Object.assign(new Made(type, '', 0), { content, info, level: token.level });
    return split(token.content, make) ?? [token];
  });
}

/** A text with what is found in it apart; undefined where there is nothing. */
function split(text: string, make: (type: string, content: string, info?: string) => Token): Token[] | undefined {
  const out: Token[] = [];
  let at = 0;
  for (const found of text.matchAll(PATTERN)) {
    const kind = KINDS.find((k) => found.groups?.[k] !== undefined) ?? '';
    if (found.index > at) out.push(make('text', text.slice(at, found.index)));
    out.push(make(TYPE, found[0], kind));
    at = found.index + found[0].length;
  }
  if (at === 0) return undefined;
  if (at < text.length) out.push(make('text', text.slice(at)));
  return out;
}
