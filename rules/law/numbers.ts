import type { Code } from './model.ts';

/** An article number taken apart: `R2122-9-1` is family `R2122`, rank 9, suffix `-1`. */
export interface ArticleNumber {
  /** `R2122-9-1`. */
  readonly canonical: string;
  readonly letter: 'L' | 'R' | 'D';
  /** `R2122`; the whole number where it has no dash (`L6`). */
  readonly family: string;
  /** 0 where it has no dash. */
  readonly rank: number;
  /** `-1`, or empty. */
  readonly suffix: string;
}

// A last rank followed by « ° » is an item: « R. 2151-8-2° » is article R2151-8.
const NUMBER = /^([LRD])[.* ]*(\d{1,4})((?:-\d+(?![\d°]))*)(?!\d)/;

/**
 * Reads « R. 2152-7 », « R.2152-7 », « r2152-7 », « article L. 3 », « R2123-1 2° » (what follows the number is dropped).
 * Undefined when it is not the number of an article of a code.
 */
export function parseNumber(raw: string): ArticleNumber | undefined {
  const text = raw
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^((?:ARTICLES? |ART\.? )?[LRD][.* ]*\d+) ?- ?(?=\d)/, '$1-')
    .trim()
    .replace(/^(?:ARTICLES?|ART\.?) /, '');
  const m = NUMBER.exec(text);
  if (!m) return undefined;
  const letter = m[1] as ArticleNumber['letter'];
  const ranks = (m[3] ?? '').split('-').slice(1);
  const family = `${letter}${m[2]}`;
  const suffix = ranks
    .slice(1)
    .map((r) => `-${Number(r)}`)
    .join('');
  const rank = Number(ranks[0] ?? 0);
  return { canonical: `${family}${ranks.length > 0 ? `-${rank}` : ''}${suffix}`, letter, family, rank, suffix };
}

/** The key under which R and D articles meet: one number is never used for both in a chapter. */
export const keyOf = (code: Code, canonical: string): string => `${code}:${canonical.replace(/^D/, 'R')}`;

/** Articles of a list in which `R2151-8..R2151-11` stands for each of its members. */
export function expand(to: readonly string[]): string[] {
  return to.flatMap((item) => {
    const [from, last] = item.split('..').map((n) => parseNumber(n));
    if (!from || !last) return [item];
    return Array.from({ length: last.rank - from.rank + 1 }, (_, i) => `${from.family}-${from.rank + i}`);
  });
}

/** « L2151-2 et R2151-8 à R2151-11 ». Empty for an empty list. */
export function listArticles(to: readonly string[]): string {
  const parts = to.map((item) => item.replace('..', ' à '));
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}`;
}
