import { plain } from './fold.ts';

type Part = string | RegExp | readonly string[];

const literal = (s: string) => s.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Source of an alternation of plain expressions, longest first so that the fuller one wins. */
export const oneOf = (words: readonly string[]): string =>
  `(?:${[...words]
    .map(plain)
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|')})`;

const source = (part: Part): string =>
  typeof part === 'string' ? part : part instanceof RegExp ? `(?:${part.source})` : oneOf(part);

const ACCENTS: Record<string, string> = {};
for (const c of 'àâäáãéèêëîïíìôöóòõùûüúçñÿ') ACCENTS[c] = c.normalize('NFD')[0] as string;

/**
 * A pattern over folded text, written in French: accents and typographic apostrophes are folded, the whole is held
 * between word boundaries (an apostrophe is one: « parce qu' » ends before « un »), and what is interpolated may be a source, another pattern or a list of expressions.
 *
 *     fr`variantes? (?:ne )?sont (?:${['autorisées', 'admises']})`
 */
export function fr(strings: TemplateStringsArray, ...parts: Part[]): RegExp {
  const known = made.get(strings);
  if (known?.parts.every((part, i) => part === parts[i])) return known.pattern;
  const pattern = compile(strings, parts);
  made.set(strings, { parts, pattern });
  return pattern;
}

/** Patterns as they were made, until they are taken apart. */
export const written: RegExp[] = [];
const MOST_WRITTEN = 4096;

/** The last pattern of each place where one is written: inside a function, it is made once if its parts are always the same. */
const made = new WeakMap<TemplateStringsArray, { readonly parts: readonly Part[]; readonly pattern: RegExp }>();

function compile(strings: TemplateStringsArray, parts: readonly Part[]): RegExp {
  let out = '';
  strings.raw.forEach((s, i) => {
    out += s
      .normalize('NFC')
      .replace(/[àâäáãéèêëîïíìôöóòõùûüúçñÿ]/g, (c) => ACCENTS[c] as string)
      .replace(/œ/g, 'oe')
      .replace(/[’]/g, "'");
    const part = parts[i];
    if (part !== undefined) out += source(part);
  });
  // No flag: a global expression keeps a place between two calls of `test`, which nobody expects.
  const pattern = new RegExp(bounded(out));
  if (written.length < MOST_WRITTEN) written.push(pattern);
  return pattern;
}

const bounded = (inner: string) => `(?<![a-z0-9])(?:${inner})(?:(?<=')|(?![a-z0-9]))`;
