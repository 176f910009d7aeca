import type { CcagKind, Code, Confidence, Family } from './model.ts';
import { keyOf, parseNumber } from './numbers.ts';
import data from './series.json' with { type: 'json' };

/** The articles of a code, by section, as read in one state of it. */
interface CodeSeries {
  /** Key of `sources.json`. */
  readonly source: string;
  /** State of the text that was read. */
  readonly asOf: string;
  /** State at which a table of contents counts as many articles as were read; left out where none was at hand. */
  readonly counted?: string;
  /** Chapters that are not whole all the same. */
  readonly open?: readonly string[];
  readonly sections: readonly { readonly subject: string; readonly articles: string }[];
}

const codes: Readonly<Record<Code, CodeSeries>> = { ccp: data.ccp, cpi: data.cpi };

/** An article of a code as the series has it: that it is there, and what its section is about. */
export interface Listed {
  readonly number: string;
  readonly subject: string;
}

const listed = new Map<string, Listed>();
const derived = new Map<string, Family>();

/** Reads the series of both codes, when a first article is asked for. */
function index(): void {
  if (listed.size > 0) return;
  for (const code of ['ccp', 'cpi'] as const) {
    const { sections, counted, open = [], asOf, source } = codes[code];
    const members = new Map<string, { ranks: number[]; extra: string[]; subject: string }>();
    for (const { subject, articles } of sections)
      for (const number of articles.split(' ')) {
        const parsed = parseNumber(number);
        if (!parsed) continue;
        listed.set(keyOf(code, number), { number, subject });
        if (parsed.rank === 0) continue;
        const family = parsed.family.replace(/^D/, 'R');
        const of = members.get(family) ?? { ranks: [], extra: [], subject };
        if (parsed.suffix) of.extra.push(number);
        else of.ranks.push(parsed.rank);
        members.set(family, of);
      }
    for (const [family, { ranks, extra, subject }] of members) {
      const last = Math.max(...ranks);
      const isWhole = counted !== undefined && !open.includes(family);
      derived.set(keyOf(code, family), {
        code,
        family,
        first: 1,
        last,
        subject,
        extra,
        vacant: Array.from({ length: last }, (_, i) => i + 1).filter((n) => !ranks.includes(n)),
        suffixes: isWhole ? 'complete' : 'open',
        sections: [],
        source: isWhole ? 'COL/SOM' : source,
        confidence: isWhole ? 'S' : 'K',
        asOf: isWhole ? counted : asOf,
        ...(!isWhole && { open: true }),
      });
    }
  }
}

/** An article of a code, by its key. */
export function listedArticle(key: string): Listed | undefined {
  index();
  return listed.get(key);
}

/** A chapter as the series gives it, by its key. */
export function listedFamily(key: string): Family | undefined {
  index();
  return derived.get(key);
}

/** Every chapter of a code that the series gives. */
export function listedFamilies(code: Code): readonly Family[] {
  index();
  return [...derived.values()].filter((f) => f.code === code);
}

/** Whether every chapter of a code is known, so that one that is not there does not exist. */
export const isWhole = (code: Code): boolean => codes[code].counted !== undefined;

/** How sure it is that a chapter that is not there does not exist, and as of when. */
export const chaptersOf = (code: Code): { readonly confidence: Confidence; readonly asOf: string } => ({
  confidence: 'S',
  asOf: codes[code].counted ?? codes[code].asOf,
});

interface CcagSeries {
  readonly articles: ReadonlyMap<string, string>;
  /** Days from which the present wording of an article holds, where it is not the first. */
  readonly since: ReadonlyMap<string, string>;
}

const ccags = new Map<CcagKind, CcagSeries>();

/** The whole series of a CCAG of 2021: every number with its subject. */
export function ccagSeries(kind: CcagKind): CcagSeries {
  const known = ccags.get(kind);
  if (known) return known;
  const { articles, changes } = data.ccag[kind];
  const made = {
    articles: new Map(articles.map(([number = '', subject = '']) => [number, subject])),
    since: new Map(
      Object.entries(changes).flatMap(([day, numbers]) => numbers.map((n: string): [string, string] => [n, day])),
    ),
  };
  ccags.set(kind, made);
  return made;
}

/** State of the texts of the CCAG of 2021 that were read. */
export const ccagAsOf = '2026-08-23';
