import data from './ccag.json' with { type: 'json' };
import type { Ground } from './doubt.ts';
import type { CcagArticle, CcagKind, CcagSuccession, CcagText } from './model.ts';
import { within } from './model.ts';

/** The arrêtés of 2009 and 2021. */
export const ccagTexts = data.texts as readonly CcagText[];
export const ccagArticles = data.articles as readonly CcagArticle[];
export const ccagSuccessions = data.successors as readonly CcagSuccession[];

/** « art. A 38.1 » and « A38.1 » are « A.38.1 ». */
function normalise(raw: string): string {
  return raw
    .toUpperCase()
    .replace(/^\s*ART(?:ICLE)?S?\.?\s*/, '')
    .replace(/\s+/g, '')
    .replace(/^([AB])\.?(\d)/, '$1.$2')
    .replace(/\.$/, '');
}

/** The number itself, then its parents: `46.4.1`, `46.4`, `46`. */
function ancestry(number: string): string[] {
  const parts = number.split('.');
  const least = /^[AB]$/.test(parts[0] ?? '') ? 2 : 1;
  return parts.slice(least - 1).map((_, i) => parts.slice(0, parts.length - i).join('.'));
}

/**
 * The CCAG of a kind on a day: the latest in force, and `also` the older one a market could still refer to (1 April to
 * 30 September 2021). Undefined when there was none (maîtrise d'œuvre before 2021) or the day is before our data.
 */
export function ccagAt(kind: CcagKind, date: string): { text: CcagText; also: readonly CcagText[] } | undefined {
  const found = ccagTexts.filter((t) => t.kind === kind && within(t, date)).sort((a, b) => b.year - a.year);
  const [text, ...also] = found;
  return text && { text, also };
}

/** An article of a CCAG, or its nearest parent. Undefined when we have neither: no statement that it does not exist. */
export function ccagArticle(kind: CcagKind, number: string, year: 2009 | 2021 = 2021): CcagArticle | undefined {
  const rows = ccagArticles.filter((a) => a.kind === kind && a.year === year);
  return ancestry(normalise(number))
    .map((n) => rows.find((a) => a.number === n))
    .find((a) => a !== undefined);
}

/** An article of a CCAG of 2021 as what a finding rests on; not verified where we have neither it nor its parent. */
export const ccagGround = (kind: CcagKind, number: string): Ground => ({
  verified: ccagArticle(kind, number)?.verified === true,
  label: `article ${number} du CCAG-${kind.toUpperCase()} de 2021`,
});

/** What became in 2021 of an article of 2009 (or of its nearest parent). Undefined when we do not know. */
export function ccagSuccessor(kind: CcagKind, article2009: string): CcagSuccession | undefined {
  const rows = ccagSuccessions.filter((s) => s.kind === kind);
  return ancestry(normalise(article2009))
    .map((n) => rows.find((s) => s.article === n))
    .find((s) => s !== undefined);
}

/** Articles of 2009 that an article of 2021 comes from. */
export const ccagPredecessors = (kind: CcagKind, article2021: string): readonly CcagSuccession[] =>
  ccagSuccessions.filter((s) => s.kind === kind && s.to.includes(normalise(article2021)));
