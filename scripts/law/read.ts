/**
 * Makes what the product knows of every article out of the texts themselves: `npm run law:read -- FOLDER`, where the folder
 * holds the codes as a mirror of LEGI gives them and `ccag-2021.tsv`. Writes `rules/law/series.json`, and
 * `scripts/law/digests.json`, from which `npm run law:diff` tells what a later text changes.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import articleData from '../../rules/law/articles.json' with { type: 'json' };
import type { ArticleRow } from '../../rules/law/model.ts';
import { keyOf, parseNumber } from '../../rules/law/numbers.ts';
import { chapterCounts, digest, familyKey, isIn, type ReadArticle, readCcag, readCode } from './texts.ts';

const folder = process.argv[2];
if (!folder) {
  console.error('Usage : npm run law:read -- DOSSIER');
  process.exit(2);
}
const rows = articleData as readonly ArticleRow[];
/** State of the table of contents that the counts are of. */
const COUNTED = '2026-08-23';
/** Read in a mirror of a later wording, without a row of their own yet: LFR, commit 55aecf882. */
const ELSEWHERE = [{ number: 'L3114-2-1', like: 'L3114-2' }];

const codes = readdirSync(folder)
  .filter(
    (name) => name.endsWith('.md') && /^identifier: /m.test(readFileSync(join(folder, name), 'utf8').slice(0, 400)),
  )
  .sort()
  .map((name) => readCode(join(folder, name)));
const ccp = codes.find((c) => c.code === 'ccp');
const cpi = codes.find((c) => c.code === 'cpi');
if (!ccp || !cpi) throw new Error(`${folder} : les deux codes n’y sont pas`);

/** What the mirror lacks, and a row of ours was read for. */
function completed(code: 'ccp' | 'cpi', read: readonly ReadArticle[]): { number: string; subject: string }[] {
  const keys = new Set(read.map((a) => keyOf(code, a.number)));
  const added = rows
    .filter(
      (r) =>
        r.code === code && !r.repealed && (r.versions[0]?.since ?? '') <= COUNTED && !keys.has(keyOf(code, r.number)),
    )
    .map(({ number, subject }) => ({ number, subject }));
  const later =
    code === 'ccp'
      ? ELSEWHERE.filter((e) => !keys.has(keyOf(code, e.number))).map(({ number, like }) => ({
          number,
          subject: read.find((a) => a.number === like)?.subject ?? '',
        }))
      : [];
  return [...read.map(({ number, subject }) => ({ number, subject })), ...added, ...later];
}

/** Families whose whole series is known: the chapter or title has as many articles as its table of contents says. */
function wholeFamilies(articles: readonly { readonly number: string }[]): Set<string> {
  const counts = chapterCounts();
  const groups = new Set(counts.map((c) => c.group));
  return new Set(
    counts.flatMap(({ group, count }) => {
      const members = articles.filter((a) => isIn(group, familyKey(a.number), groups));
      if (members.length !== count) console.log(`${group} : ${members.length} articles lus, ${count} au sommaire`);
      return members.length === count ? members.map((a) => familyKey(a.number)) : [];
    }),
  );
}

/** Sections in the order of the code, each with its articles. */
function sections(articles: readonly { readonly number: string; readonly subject: string }[]) {
  const order = (n: string) => {
    const p = parseNumber(n);
    return p
      ? `${familyKey(n)}-${String(p.rank).padStart(3, '0')}${p.suffix.replace(/\d+/g, (d) => d.padStart(3, '0'))}`
      : n;
  };
  const out: { subject: string; articles: string[] }[] = [];
  for (const { number, subject } of [...articles].sort((a, b) =>
    order(a.number).localeCompare(order(b.number), 'en'),
  )) {
    const last = out.at(-1);
    const isSame = last?.subject === subject && familyKey(last.articles[0] ?? '') === familyKey(number);
    if (last && isSame) last.articles.push(number);
    else out.push({ subject, articles: [number] });
  }
  return out.map((s) => ({ subject: s.subject, articles: s.articles.join(' ') }));
}

const ccpArticles = completed('ccp', ccp.articles);
const whole = wholeFamilies(ccpArticles);
const open = [...new Set(ccpArticles.filter((a) => a.number.includes('-')).map((a) => familyKey(a.number)))].filter(
  (f) => !whole.has(f) && f !== 'L3',
);

/** The days from which later wordings of articles of the CCAG are in force; every other one is of the first day. */
const CCAG_VERSIONS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  fcs: { '2021-10-08': ['3', '5', '43'], '2023-01-01': ['11'], '2024-07-01': ['16'] },
  tic: { '2021-10-08': ['3', '5', '10'], '2023-01-01': ['11'], '2024-07-01': ['16'] },
  pi: { '2021-10-08': ['3', '5', '10', '14', '30', '33'], '2023-01-01': ['11'], '2024-07-01': ['16'] },
  travaux: { '2021-10-08': ['3', '5', '12'], '2023-01-01': ['2', '10', '18', '50'], '2024-07-01': ['20'] },
  moe: { '2021-10-08': ['3', '5', '32', '35'], '2023-01-01': ['2', '11'], '2024-07-01': ['18'] },
  mi: { '2021-10-08': ['3', '5', '51', '52'], '2023-01-01': ['12'], '2024-07-01': ['17'] },
};

const ccag = readCcag(join(folder, 'ccag-2021.tsv'));

const series = {
  ccp: { source: 'LFR', counted: COUNTED, asOf: ccp.asOf, open, sections: sections(ccpArticles) },
  cpi: { source: 'LFR', asOf: cpi.asOf, sections: sections(completed('cpi', cpi.articles)) },
  ccag: Object.fromEntries(
    [...ccag].map(([kind, subjects]) => [
      kind,
      {
        changes: CCAG_VERSIONS[kind],
        // A list keeps the order of the text, which the keys of an object would not.
        articles: [...subjects].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })),
      },
    ]),
  ),
};
const digests = Object.fromEntries(
  codes.map(({ code, articles }) => [code, Object.fromEntries(articles.map((a) => [a.number, digest(a.texts)]))]),
);
const written = { 'rules/law/series.json': series, 'scripts/law/digests.json': digests };
for (const [path, data] of Object.entries(written)) writeFileSync(path, JSON.stringify(data));
execFileSync('npx', ['biome', 'format', '--write', ...Object.keys(written)]);
console.log(
  `${ccpArticles.length} articles du CCP (séries ouvertes : ${open.join(', ') || 'aucune'}), ${cpi.articles.length} du CPI, ${Object.values(series.ccag).reduce((n, c) => n + c.articles.length, 0)} numéros des CCAG`,
);
