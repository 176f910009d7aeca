import type { CcagKind, Code, Family, Provenance } from './model.ts';
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

/** A series of numbers, and what it was read in. */
export interface SeriesRow extends Provenance {
  readonly of: Code | CcagKind;
  readonly name: string;
}

const CCAG_READ = {
  confidence: 'P',
  asOf: '2026-08-23',
  verified: true,
} as const;

/** What the numbers of each text rest on. */
export const seriesRows: readonly SeriesRow[] = [
  {
    of: 'ccp',
    name: 'numéros des articles du code de la commande publique',
    source: 'COL/SOM',
    confidence: 'S',
    asOf: data.ccp.counted,
    verified: true,
    note: 'Lus dans l’état du 1er avril 2026 ; leur nombre est celui du sommaire, hors les chapitres notés ouverts.',
  },
  {
    of: 'cpi',
    name: 'numéros des articles de la première partie du CPI',
    source: 'LFR+ANS',
    confidence: 'S',
    asOf: data.cpi.asOf,
    verified: true,
    note: 'La série n’est pas donnée pour entière.',
  },
  ...(['fcs', 'tic', 'pi', 'travaux', 'moe', 'mi'] as const).map((of) => ({
    of,
    name: `numéros du CCAG-${of.toUpperCase()} de 2021`,
    source: of === 'pi' ? 'COL/PI' : 'COL/TIC',
    ...CCAG_READ,
  })),
];

/** What the numbers of a text rest on. */
export const seriesRow = (of: SeriesRow['of']): SeriesRow => seriesRows.find((r) => r.of === of) as SeriesRow;

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
    const members = new Map<string, Members>();
    for (const { subject, articles } of codes[code].sections)
      for (const number of articles.split(' ')) list(code, number, subject, members);
    for (const [family, of] of members) derived.set(keyOf(code, family), familyFrom(code, family, of));
  }
}

/** The numbers of a chapter, as they are listed. */
interface Members {
  readonly ranks: number[];
  readonly extra: string[];
  readonly subject: string;
}

function list(code: Code, number: string, subject: string, members: Map<string, Members>): void {
  const parsed = parseNumber(number);
  if (!parsed) return;
  listed.set(keyOf(code, number), { number, subject });
  if (parsed.rank === 0) return;
  const family = parsed.family.replace(/^D/, 'R');
  const of = members.get(family) ?? { ranks: [], extra: [], subject };
  if (parsed.suffix) of.extra.push(number);
  else of.ranks.push(parsed.rank);
  members.set(family, of);
}

function familyFrom(code: Code, family: string, { ranks, extra, subject }: Members): Family {
  const { counted, open = [], asOf, source } = codes[code];
  const last = Math.max(...ranks);
  const isWhole = counted !== undefined && !open.includes(family);
  return {
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
    get confidence() {
      return isWhole ? seriesRow(code).confidence : 'K';
    },
    asOf: isWhole ? counted : asOf,
    ...(!isWhole && { open: true }),
  };
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
