import data from './ccag.json' with { type: 'json' };
import type { Ground } from './doubt.ts';
import { type CcagArticle, type CcagKind, type CcagSuccession, type CcagText, within } from './model.ts';
import { ccagSeries, type SeriesRow, seriesRow } from './series.ts';

/** The arrêtés of 2009 and 2021. */
export const ccagTexts = data.texts as readonly CcagText[];
export const ccagArticles = data.articles as readonly CcagArticle[];
export const ccagSuccessions = data.successors as readonly CcagSuccession[];

/** « art. A 38.1 » and « A38.1 » are « A.38.1 »; « 34-3 » is « 34.3 ». */
function normalise(raw: string): string {
  return raw
    .toUpperCase()
    .replace(/^\s*ART(?:ICLE)?S?\.?\s*/, '')
    .replace(/\s+/g, '')
    .replace(/^([AB])\.?(\d)/, '$1.$2')
    .replace(/(?<=\d)-(?=\d)/g, '.')
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

/** What a CCAG of 2021 has under a number. */
export interface CcagListed {
  readonly number: string;
  readonly subject: string;
  /** Of the article that it is part of; the same for an article. */
  readonly within: string;
}

/** A number of a CCAG of 2021, whose whole series is known. Undefined when it has none such. */
export function ccagListed(kind: CcagKind, written: string): CcagListed | undefined {
  const { articles } = ccagSeries(kind);
  const number = normalise(written);
  const subject = articles.get(number);
  const top = number.replace(/^[AB]\./, '').split('.')[0] ?? '';
  return subject === undefined ? undefined : { number, subject, within: articles.get(top) ?? subject };
}

/** What a CCAG of 2021 is about under a number: its subject, those of what it is part of and, for an article, of its parts. */
export function ccagSubjects(kind: CcagKind, written: string): readonly string[] {
  const number = normalise(written);
  const bare = number.replace(/^[AB]\./, '');
  const lineage = ancestry(bare);
  return [...ccagSeries(kind).articles].flatMap(([n, subject]) =>
    lineage.includes(n) || n === number || (/^\d+\.\d+$/.test(n) && n.startsWith(`${bare}.`)) ? [subject] : [],
  );
}

/** What a number of a CCAG was on a day. `unknown`: one of 2009, whose series was not read. */
export type CcagAnswer =
  | ({ readonly status: 'in-force' | 'changed' | 'unread'; readonly since: string; readonly asOf: string } & CcagListed)
  | { readonly status: 'not-yet'; readonly inForceOn: string }
  | {
      readonly status: 'repealed';
      readonly on: string;
      readonly verified: boolean;
      readonly to: CcagSuccession | undefined;
    }
  | { readonly status: 'absent'; readonly asOf: string; readonly last: number }
  | { readonly status: 'unknown' };

/** The answer about a number of a CCAG on a day. */
export function ccagArticleAt(kind: CcagKind, written: string, date: string, year: 2009 | 2021 = 2021): CcagAnswer {
  const text = ccagTexts.find((t) => t.kind === kind && t.year === year);
  if (!text) return { status: 'unknown' };
  if (date < text.since) return { status: 'not-yet', inForceOn: text.since };
  if (text.until !== null && date >= text.until)
    return { status: 'repealed', on: text.until, verified: text.verified, to: ccagSuccessor(kind, written) };
  if (year === 2009) return { status: 'unknown' };
  const { articles, since } = ccagSeries(kind);
  const listed = ccagListed(kind, written);
  if (!listed) {
    const tops = [...articles.keys()].filter((n) => /^\d+$/.test(n)).map(Number);
    return { status: 'absent', asOf: seriesRow(kind).asOf, last: Math.max(...tops) };
  }
  const changed = since.get(listed.number.replace(/^[AB]\./, '').split('.')[0] ?? '');
  const { asOf } = seriesRow(kind);
  const status = changed === undefined ? 'in-force' : date < changed ? 'unread' : 'changed';
  return { status, since: changed ?? text.since, asOf, ...listed };
}

/** What an article of a CCAG of 2021 was read in: its own row, or the series; undefined where neither has it. */
export const ccagSureness = (kind: CcagKind, number: string): CcagArticle | SeriesRow | undefined =>
  ccagArticle(kind, number) ?? (ccagListed(kind, number) && seriesRow(kind));

/** The series of a CCAG of 2021 as what a finding rests on. */
export const ccagSeriesGround = (kind: CcagKind): Ground => ({
  verified: seriesRow(kind).verified,
  label: seriesRow(kind).name,
});

/** An article of a CCAG of 2021 as what a finding rests on; not verified where the series has no such number. */
export const ccagGround = (kind: CcagKind, number: string): Ground => ({
  verified: ccagSureness(kind, number)?.verified === true,
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
