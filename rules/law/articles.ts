import articleData from './articles.json' with { type: 'json' };
import type { Ground } from './doubt.ts';
import familyData from './families.json' with { type: 'json' };
import { type ArticleRow, type Code, type Confidence, type Family, type Version, within } from './model.ts';
import { type ArticleNumber, keyOf, parseNumber } from './numbers.ts';
import { type Predecessor, predecessors } from './repealed.ts';
import { isWhole, listedArticle, listedFamily, seriesRow } from './series.ts';

/** The rows that have a text of their own, as shipped. */
export const articleRows = articleData as readonly ArticleRow[];
/** The chapters whose extent is known, as shipped. */
export const families = familyData as readonly Family[];

/** Every article that has a text of its own in our data, by code then number as in the law. */
export const knownArticles: readonly { readonly code: Code; readonly number: string; readonly subject: string }[] =
  articleRows;

/** The state of the consolidated texts read: nothing later is known to us. */
export const lawDate = '2026-08-23';

/** The last day on which an article changes as we know it: after `lawDate` where the change was published before it. */
export const lastChange = articleRows
  .flatMap((row) => [...row.versions.map((v) => v.since), ...(row.repealed ? [row.repealed.on] : [])])
  .sort()
  .at(-1) as string;

/** Entry in force of the code de la commande publique: no article of it is older. */
const CCP_IN_FORCE = '2019-04-01';

/** An article of a code, as far as we know it. */
export interface Article {
  readonly code: Code;
  readonly number: string;
  readonly subject: string;
  /** Paraphrase of the wording in force at `lawDate`; null where only the section is known. */
  readonly summary: string | null;
  readonly versions: readonly Version[];
  /** `section`: the article exists, but only the subject of its section is known. */
  readonly detail: 'article' | 'section';
  readonly source: string;
  readonly confidence: Confidence;
  /** How sure the dates of its versions are. */
  readonly dates: Confidence;
  readonly asOf: string;
  readonly verified: boolean;
  readonly note?: string;
  readonly repealed?: { readonly on: string; readonly successors: readonly string[] };
}

interface Known extends Omit<Article, 'versions' | 'repealed' | 'detail'> {
  readonly since: string;
  /** `section`: of the wording, only that it is there was read. */
  readonly detail: Article['detail'];
  /** True when the day is after `lawDate`: it may have changed since. */
  readonly afterLawDate: boolean;
  /** The next version, when it is already known at that day. */
  readonly next?: { readonly since: string; readonly summary: string | null };
}

/**
 * What the law was on a day. `unread`: the article is in the state that was read, and what it was that day was not read.
 * `absent`: the whole series is known and has no such number. `unknown`: our data does not have it, which is no statement about the law.
 */
export type ArticleAnswer =
  | ({ readonly status: 'in-force' } & Known)
  | {
      readonly status: 'unread';
      readonly number: string;
      readonly subject: string;
      /** State of the text that has it. */
      readonly asOf: string;
      readonly confidence: Confidence;
      readonly verified: boolean;
    }
  | {
      readonly status: 'absent';
      readonly number: string;
      /** Its chapter goes further: the number may have been that of an article since repealed. */
      readonly vacant: boolean;
      /** State of the text that does not have it. */
      readonly asOf: string;
      readonly confidence: Confidence;
    }
  | ({ readonly status: 'changed'; readonly before: string | null; readonly previousSince: string } & Known)
  | {
      readonly status: 'repealed';
      readonly number: string;
      readonly on: string;
      readonly successors: readonly string[];
      readonly confidence: Confidence;
      readonly verified: boolean;
    }
  | {
      readonly status: 'not-yet';
      readonly number: string;
      readonly inForceOn: string;
      /** How sure that day is. */
      readonly dates: Confidence;
      readonly confidence: Confidence;
      readonly verified: boolean;
      readonly asOf: string;
      readonly subject: string;
      readonly predecessors: readonly Predecessor[];
    }
  | { readonly status: 'unknown' };

const rowsByKey = new Map(articleRows.map((row) => [keyOf(row.code, row.number), row]));
const familiesByKey = new Map(families.map((f) => [keyOf(f.code, f.family), f]));

/** The chapter an article number belongs to; undefined when its extent is not known. */
export function familyOf(code: Code, number: string): Family | undefined {
  const parsed = parseNumber(number);
  return parsed && familyAt(keyOf(code, parsed.family));
}

/** What a chapter was read for comes before what its list of numbers tells. */
const familyAt = (key: string): Family | undefined => familiesByKey.get(key) ?? listedFamily(key);

/** What the absence of an article rests on: the extent of its chapter, or the list of the chapters. */
export function extentOf(
  code: Code,
  number: string,
): { readonly confidence: Confidence; readonly asOf: string; readonly label: string } | undefined {
  const family = familyOf(code, number);
  const label = family ? `étendue du chapitre ${family.family}` : 'liste des chapitres du code';
  const row = family ?? (isWhole(code) ? seriesRow(code) : undefined);
  return row && { confidence: row.confidence, asOf: row.asOf, label };
}

/**
 * Whether an article exists at `lawDate`. `absent` only where the extent of its chapter is known (see the confidence of `familyOf`);
 * `repealed` where it once existed; `unknown` otherwise, also for a number that cannot be read or is left vacant.
 */
export function existence(code: Code, number: string): 'exists' | 'absent' | 'repealed' | 'unknown' {
  const parsed = parseNumber(number);
  if (!parsed) return 'unknown';
  const row = rowsByKey.get(keyOf(code, parsed.canonical));
  if (row) return row.repealed ? 'repealed' : 'exists';
  if (listedArticle(keyOf(code, parsed.canonical))) return 'exists';
  if (parsed.canonical === parsed.family) return 'unknown';
  const family = familyAt(keyOf(code, parsed.family));
  if (!family) return isWhole(code) ? 'absent' : 'unknown';
  if (parsed.suffix && family.extra.some((n) => keyOf(code, n) === keyOf(code, parsed.canonical))) return 'exists';
  if (family.open) return 'unknown';
  return inSeries(parsed, family);
}

/** Of a number that no list names, in a chapter whose extent is known. */
function inSeries({ rank, suffix }: ArticleNumber, { first, last, suffixes, vacant }: Family) {
  if (rank < first || rank > last) return 'absent';
  if (suffix) return suffixes === 'complete' ? 'absent' : 'unknown';
  return vacant.includes(rank) ? 'unknown' : 'exists';
}

function fromRow(row: ArticleRow): Article {
  return { ...row, summary: row.versions.at(-1)?.summary ?? null, detail: 'article' };
}

function fromFamily(family: Family, canonical: string, rank: number): Article {
  const section = family.sections.find((s) => s.from <= rank && rank <= s.to);
  return {
    code: family.code,
    number: listedArticle(keyOf(family.code, canonical))?.number ?? canonical,
    subject: listedArticle(keyOf(family.code, canonical))?.subject ?? section?.subject ?? family.subject,
    summary: null,
    versions: [{ since: family.code === 'ccp' ? CCP_IN_FORCE : '1992-07-03', until: null, summary: null }],
    detail: 'section',
    source: family.source,
    confidence: family.confidence,
    // The day is that of the code: later rewordings of the article were not looked for.
    dates: 'K',
    asOf: family.asOf,
    verified: family.confidence === 'P',
    ...(family.note && { note: family.note }),
  };
}

/** An article by its number, however written. Undefined when it does not exist or is not in our data. */
export function article(code: Code, number: string): Article | undefined {
  const parsed = parseNumber(number);
  if (!parsed) return undefined;
  const row = rowsByKey.get(keyOf(code, parsed.canonical));
  if (row) return fromRow(row);
  const family = familyAt(keyOf(code, parsed.family));
  if (!family || existence(code, parsed.canonical) !== 'exists') return undefined;
  return fromFamily(family, parsed.canonical, parsed.rank);
}

/** The wording of an article as what a finding rests on; not verified where our data do not have it. */
export const articleGround = (code: Code, number: string): Ground => ({
  verified: article(code, number)?.verified === true,
  label: `article ${number}`,
});

/** How the articles of a code are numbered, as what a finding rests on. */
export const numbersGround = (code: Code): Ground => ({
  verified: seriesRow(code).verified,
  label: seriesRow(code).name,
});

/** The answer about a number that no article of ours has. */
function absence(code: Code, number: string): ArticleAnswer {
  const parsed = parseNumber(number);
  const extent = parsed && extentOf(code, parsed.canonical);
  const family = parsed && familyOf(code, parsed.canonical);
  if (!parsed || !extent || parsed.canonical === parsed.family) return { status: 'unknown' };
  const vacant = family !== undefined && !family.open && !parsed.suffix && family.vacant.includes(parsed.rank);
  if (!vacant && existence(code, parsed.canonical) !== 'absent') return { status: 'unknown' };
  return { status: 'absent', number: parsed.canonical, vacant, asOf: extent.asOf, confidence: extent.confidence };
}

/** The answers about an article on a day, and `unknown` where the data has none. */
export function articleAt(code: Code, number: string, date: string): ArticleAnswer {
  const found = article(code, number);
  const first = found?.versions[0];
  if (!found || !first) return absence(code, number);
  if (date < first.since) {
    return {
      status: 'not-yet',
      number: found.number,
      inForceOn: first.since,
      dates: found.dates,
      confidence: found.confidence,
      verified: found.verified,
      asOf: found.asOf,
      subject: found.subject,
      predecessors: code === 'ccp' ? predecessors(found.number, date) : [],
    };
  }
  if (found.repealed && date >= found.repealed.on) {
    return {
      status: 'repealed',
      number: found.number,
      ...found.repealed,
      confidence: found.confidence,
      verified: found.verified,
    };
  }
  // One state was read: nothing is known of the days before it, nor of a chapter that may hold repealed articles still.
  if (found.detail === 'section' && (date < found.asOf || familyOf(code, found.number)?.open))
    return {
      status: 'unread',
      number: found.number,
      subject: found.subject,
      asOf: found.asOf,
      confidence: found.confidence,
      verified: found.verified,
    };
  const index = found.versions.findIndex((version) => within(version, date));
  const version = found.versions[index];
  if (!version) return { status: 'unknown' };
  const { versions, repealed: _repealed, ...rest } = found;
  const following = versions[index + 1];
  const known: Known = {
    ...rest,
    summary: version.summary,
    since: version.since,
    afterLawDate: date > lawDate,
    ...(following && { next: { since: following.since, summary: following.summary } }),
  };
  const previous = versions[index - 1];
  if (!previous) return { status: 'in-force', ...known };
  return { status: 'changed', ...known, before: previous.summary, previousSince: previous.since };
}
