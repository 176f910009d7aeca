import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { articleRows, existence, families } from '../../rules/law/articles.ts';
import { audit, auditedRows } from '../../rules/law/audit.ts';
import { ccagArticles, ccagSuccessions, ccagTexts } from '../../rules/law/ccag.ts';
import { article, ccagArticle, dataSources, datedRules, lawDate, unverified } from '../../rules/law/law.ts';
import { type Period, THRESHOLD_IDS } from '../../rules/law/model.ts';
import { expand, parseNumber } from '../../rules/law/numbers.ts';
import { pageRows } from '../../rules/law/pages.ts';
import { repealedTexts, successions } from '../../rules/law/repealed.ts';
import { otherTexts } from '../../rules/law/sources.ts';
import { thresholdRows } from '../../rules/law/thresholds.ts';

const day = { type: 'string', pattern: '^(19|20)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' } as const;
const text = { type: 'string', minLength: 3 } as const;
const provenance = {
  source: { type: 'string', minLength: 1 },
  confidence: { enum: ['P', 'S', 'K'] },
  asOf: day,
  verified: { type: 'boolean' },
  note: text,
};
const sourced = ['source', 'confidence', 'asOf', 'verified'];
const period = { since: day, until: { anyOf: [day, { type: 'null' }] } };
const ccagKind = { enum: ['tic', 'pi', 'fcs', 'travaux', 'moe', 'mi'] };
const rows = (properties: object, required: readonly string[], minItems = 1): object => ({
  type: 'array',
  minItems,
  items: { type: 'object', properties, required, additionalProperties: false },
});
const strings = { type: 'array', items: text };
const number = { type: 'string', pattern: '^[LRD]\\d{1,4}(-\\d+)*$' };
const numbers = { type: 'array', items: number };

const SCHEMAS: Readonly<Record<string, { readonly data: unknown; readonly schema: object }>> = {
  articles: {
    data: articleRows,
    schema: rows(
      {
        ...provenance,
        code: { enum: ['ccp', 'cpi'] },
        number,
        subject: text,
        dates: { enum: ['P', 'S', 'K'] },
        versions: rows({ ...period, summary: { anyOf: [text, { type: 'null' }] } }, ['since', 'until', 'summary']),
        repealed: { type: 'object', properties: { on: day, successors: numbers }, required: ['on', 'successors'] },
      },
      [...sourced, 'code', 'number', 'subject', 'dates', 'versions'],
    ),
  },
  pages: {
    data: pageRows,
    schema: rows(
      {
        ...provenance,
        of: text,
        article: number,
        since: day,
        label: text,
        url: { type: 'string', pattern: '^https://www\\.legifrance\\.gouv\\.fr/[^ ?#]+[^/ ?#]$' },
        dated: { type: 'boolean' },
      },
      [...sourced, 'of', 'label', 'url', 'dated'],
    ),
  },
  families: {
    data: families,
    schema: rows(
      {
        code: { enum: ['ccp', 'cpi'] },
        family: { type: 'string', pattern: '^[LR]\\d{3,4}$' },
        first: { type: 'integer', minimum: 1 },
        last: { type: 'integer', minimum: 0 },
        subject: text,
        extra: numbers,
        vacant: { type: 'array', items: { type: 'integer' } },
        suffixes: { enum: ['complete', 'open'] },
        sections: rows(
          { from: { type: 'integer' }, to: { type: 'integer' }, subject: text },
          ['from', 'to', 'subject'],
          0,
        ),
        source: provenance.source,
        confidence: provenance.confidence,
        asOf: day,
        note: text,
      },
      ['code', 'family', 'first', 'last', 'subject', 'extra', 'vacant', 'suffixes', 'source', 'confidence', 'asOf'],
    ),
  },
  thresholds: {
    data: thresholdRows,
    schema: rows(
      {
        ...provenance,
        ...period,
        id: { enum: THRESHOLD_IDS },
        label: text,
        unit: { enum: ['EUR HT', 'EUR TTC', '%', 'multiple', 'jours', 'ans'] },
        value: { type: 'number', exclusiveMinimum: 0 },
        article: text,
        categorie: { enum: ['travaux', 'fournitures-services'] },
        acheteur: { enum: ['centrale', 'autre', 'entite'] },
      },
      [...sourced, 'since', 'until', 'id', 'label', 'unit', 'value', 'article'],
    ),
  },
  'CCAG texts': {
    data: ccagTexts,
    schema: rows({ ...provenance, ...period, kind: ccagKind, name: text, year: { enum: [2009, 2021] }, arrete: text }, [
      ...sourced,
      'since',
      'until',
      'kind',
      'name',
      'year',
      'arrete',
    ]),
  },
  'CCAG articles': {
    data: ccagArticles,
    schema: rows(
      {
        ...provenance,
        kind: ccagKind,
        year: { enum: [2009, 2021] },
        number: { type: 'string', pattern: '^\\d+(\\.\\d+)*$' },
        subject: text,
        summary: text,
      },
      [...sourced, 'kind', 'year', 'number', 'subject', 'summary'],
    ),
  },
  'CCAG successions': {
    data: ccagSuccessions,
    schema: rows(
      {
        ...provenance,
        kind: ccagKind,
        article: { type: 'string', pattern: '^([AB]\\.)?\\d+(\\.\\d+)*$' },
        to: { type: 'array', items: { type: 'string', pattern: '^\\d+(\\.\\d+)*$' } },
        subject: text,
        change: text,
      },
      [...sourced, 'kind', 'article', 'to', 'subject', 'change'],
    ),
  },
  'repealed texts': {
    data: repealedTexts,
    schema: rows(
      {
        ...provenance,
        ...period,
        id: text,
        label: text,
        short: text,
        successor: text,
        partial: { type: 'boolean' },
      },
      [...sourced, 'since', 'until', 'id', 'label', 'short', 'successor', 'partial'],
    ),
  },
  mappings: {
    data: successions,
    schema: rows(
      {
        text,
        article: { type: 'string', pattern: '^\\d+$' },
        to: strings,
        subject: text,
        mapping: { enum: ['W', 'X', 'K'] },
        note: text,
      },
      ['text', 'article', 'to', 'subject', 'mapping'],
    ),
  },
  'other texts': {
    data: otherTexts,
    schema: rows({ ...provenance, label: text }, [...sourced, 'label']),
  },
  'dated rules': {
    data: Object.values(datedRules),
    schema: rows({ ...provenance, date: day, label: text, article: { anyOf: [text, { type: 'null' }] } }, [
      ...sourced,
      'date',
      'label',
      'article',
    ]),
  },
};

function assertUnbroken(name: string, periods: readonly Period[]): void {
  periods.forEach((p, i) => {
    assert.ok(p.until === null || p.since < p.until, `${name}: ${p.since} ends before it begins`);
    const next = periods[i + 1];
    if (next) assert.equal(p.until, next.since, `${name}: hole or overlap after ${p.since}`);
  });
}

function grouped<T>(list: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of list) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

describe('law data', () => {
  for (const [name, { data, schema }] of Object.entries(SCHEMAS)) {
    it(`has ${name} of the declared shape`, () => {
      const ajv = new Ajv({ allErrors: true, strict: false });
      const valid = ajv.validate(schema, data);
      assert.ok(valid, ajv.errorsText(ajv.errors?.slice(0, 5)));
    });
  }

  it('names a source of the table of sources, a day and a confidence in every row', () => {
    const all = auditedRows();
    assert.ok(all.length > 600);
    for (const row of all) {
      assert.ok(dataSources[row.source], `${row.name}: no source ${row.source}`);
      assert.match(row.asOf, /^\d{4}-\d\d-\d\d$/, row.name);
      assert.match(row.confidence, /^[PSK]$/, row.name);
    }
  });

  it('never calls verified what nobody read', () => {
    for (const row of auditedRows()) if (row.confidence === 'K') assert.equal(row.verified, false, row.name);
  });

  it('gives each article versions that neither overlap nor leave a hole, the last one open or repealed', () => {
    for (const row of articleRows) {
      const name = `${row.code} ${row.number}`;
      assertUnbroken(name, row.versions);
      assert.equal(row.versions.at(-1)?.until, row.repealed?.on ?? null, name);
      if (!row.repealed) assert.ok(row.versions.at(-1)?.summary, `${name}: the text in force has no summary`);
    }
  });

  it('gives each threshold periods that neither overlap nor leave a hole', () => {
    for (const [id, periods] of grouped(thresholdRows, (t) => t.id)) assertUnbroken(id, periods);
  });

  it('has a value at the date of the law for each threshold', () => {
    for (const id of THRESHOLD_IDS) {
      const now = thresholdRows.filter((t) => t.id === id && (t.until === null || t.until > lawDate));
      assert.equal(now.length, 1, id);
    }
  });

  it('has one row for each article, and each in the extent of its chapter', () => {
    for (const [name, group] of grouped(articleRows, (r) => `${r.code} ${r.number}`))
      assert.equal(group.length, 1, name);
    for (const row of articleRows) {
      const parsed = parseNumber(row.number);
      assert.equal(parsed?.canonical, row.number);
      const family = families.find((f) => f.code === row.code && f.family === parsed.family.replace(/^D/, 'R'));
      if (!family || row.repealed) continue;
      assert.ok(parsed.rank <= family.last, `${row.number} is beyond its chapter`);
      assert.ok(!family.vacant.includes(parsed.rank) || parsed.suffix, `${row.number} is said to be vacant`);
      if (parsed.suffix)
        assert.ok(
          family.extra.some((n) => n.slice(1) === row.number.slice(1)),
          `${row.number} is not in its chapter`,
        );
    }
  });

  it('has the number of articles that the consolidated code counts in each title or chapter', () => {
    const count = (...names: string[]): number =>
      names.reduce((sum, name) => {
        const f = families.find((x) => x.code === 'ccp' && x.family === name);
        assert.ok(f, name);
        return sum + f.last + f.extra.length - f.vacant.length;
      }, 0);
    // Counts of the table of contents at 23 August 2026.
    assert.equal(count('L2111', 'L2112', 'L2113'), 28);
    assert.equal(count('L2120', 'L2121', 'L2122', 'L2123', 'L2124', 'L2125'), 8);
    assert.equal(count('L2131', 'L2132'), 3);
    assert.equal(count('L2141', 'L2142', 'L2143', 'L2144'), 18);
    assert.equal(count('L2151', 'L2152', 'L2153'), 13);
    assert.equal(count('L2171', 'L2172'), 14);
    assert.equal(count('L2192'), 13);
    assert.equal(count('R2111'), 17);
    assert.equal(count('R2121', 'R2122', 'R2123', 'R2124'), 33);
    assert.equal(count('R2131', 'R2132'), 34);
    assert.equal(count('R2151', 'R2152', 'R2153'), 35);
    assert.equal(count('R2162'), 14 + 12 + 10 + 15 + 5 + 10);
    assert.equal(count('R2172'), 34);
    assert.equal(count('R2181', 'R2182', 'R2183', 'R2184', 'R2185'), 34);
    assert.equal(count('R2191'), 2 + 14 + 3 + 9 + 13 + 19);
    // R2192-4 comes on 1 September 2026.
    assert.equal(count('R2192'), 31 + 1);
    assert.equal(count('R2196'), 11);
  });

  it('sends every repealed article to articles that exist', () => {
    const targets = successions.flatMap((s) => expand(s.to).map((n) => `${s.text} ${s.article} -> ${n}`));
    for (const target of targets) {
      const to = target.split(' -> ')[1] ?? '';
      assert.ok(article('ccp', to), target);
      assert.equal(existence('ccp', to), 'exists', target);
    }
    for (const row of articleRows)
      for (const n of row.repealed?.successors ?? []) assert.equal(existence('ccp', n), 'exists', row.number);
  });

  it('maps each old article once', () => {
    for (const [name, group] of grouped(successions, (s) => `${s.text} ${s.article}`))
      assert.equal(group.length, 1, name);
    for (const s of successions)
      assert.ok(
        repealedTexts.some((t) => t.id === s.text),
        s.text,
      );
  });

  it('sends every article of a CCAG of 2009 to articles of 2021 that we know', () => {
    for (const s of ccagSuccessions)
      for (const n of s.to) assert.equal(ccagArticle(s.kind, n)?.number, n, `${s.kind} ${s.article} -> ${n}`);
  });

  it('refers, for thresholds and dated rules, to articles that exist', () => {
    for (const row of [...thresholdRows, ...Object.values(datedRules)]) {
      if (row.article && /^[LRD]\d/.test(row.article))
        assert.equal(existence('ccp', row.article), 'exists', row.article);
    }
  });

  it('has a day of the dated rules on which the article it names begins or changes', () => {
    for (const [name, rule] of Object.entries(datedRules)) {
      const found = rule.article === null ? undefined : article('ccp', rule.article);
      if (!found || rule.date < '2019-04-01') continue;
      assert.ok(
        found.versions.some((v) => v.since === rule.date),
        `${name}: ${rule.article} has no version of ${rule.date}`,
      );
    }
  });

  it('marks as unverified what the study of the law marks so', () => {
    for (const t of ccagTexts) if (t.year === 2009) assert.equal(t.verified, false, t.name);
    for (const t of thresholdRows)
      if (t.id.startsWith('europeen/') && t.since < '2026-01-01') assert.equal(t.verified, false, `${t.id} ${t.since}`);
    assert.equal(unverified.length, 11);
  });

  it('has no more rows unverified than the texts at hand leave, and none read more than a year ago', () => {
    const { unverified: rows, stale } = audit('2026-11-27');
    assert.ok(rows.length <= 57, `${rows.length}`);
    assert.deepEqual(stale, []);
  });

  it('says of an article read late what its text says', () => {
    const summary = (code: 'ccp' | 'cpi', n: string): string => article(code, n)?.summary ?? '';
    assert.match(summary('ccp', 'L2194-2'), /équilibre financier/);
    assert.match(summary('ccp', 'L2521-1'), /délais de paiement/);
    assert.match(summary('ccp', 'R2191-22'), /un mois/);
    assert.match(summary('cpi', 'L131-3-3'), /décret/);
    assert.equal(existence('cpi', 'L122-5-5'), 'exists');
    assert.equal(existence('cpi', 'L123-5'), 'unknown');
  });

  it('has the page of an article only for a wording that begins on that day', () => {
    for (const { of, article: number, since } of pageRows) {
      if (number === undefined) continue;
      const found = article(of as 'ccp' | 'cpi', number);
      assert.equal(found?.detail, 'article', number);
      assert.ok(
        found?.versions.some((v) => v.since === since),
        `${number}: no wording of ${since}`,
      );
    }
  });

  it('has pages of the first wordings of the code in the order in which they were numbered', () => {
    // Given at one go in 2018: they rise with the articles of the law, and fall with those of the decree.
    const first = pageRows.flatMap(({ url, article: number }) => {
      const id = /LEGIARTI(000037\d+)$/.exec(url)?.[1];
      return id && number ? [{ id, number }] : [];
    });
    const inOrder = (letter: string): string[] => {
      const rank = (n: string) => articleRows.findIndex((r) => r.code === 'ccp' && r.number === n);
      const kept = first.filter(({ number }) => number.startsWith(letter));
      return kept.sort((a, b) => rank(a.number) - rank(b.number)).map(({ id }) => id);
    };
    assert.ok(first.length >= 20);
    assert.deepEqual(inOrder('L'), inOrder('L').sort());
    assert.deepEqual(inOrder('R'), inOrder('R').sort().reverse());
  });

  it('says of an article of the CCAG-TIC what its text is about', () => {
    const said = (number: string): string => {
      const row = ccagArticle('tic', number);
      return `${row?.subject} ${row?.summary}`;
    };
    // Read in the consolidated text of 23 August 2026.
    assert.match(said('14.1'), /14\.1\.1/);
    assert.match(said('14.2'), /indisponibilité/i);
    assert.match(said('14.3'), /sécurité.*confidentialité/);
    assert.match(said('28'), /service public/);
    assert.match(said('41'), /exécution.*transition.*résilie/);
    for (const number of ['14.2', '14.3', '28', '41'])
      assert.doesNotMatch(said(number), /contradictoire|de l’acheteur\.|la maintenance/);
  });

  it('reports a row as stale once it is more than a year old, and not before', () => {
    const count = (date: string): number =>
      audit(date).stale.filter((r) => r.name === 'CCP R2151-10' && r.file === 'articles').length;
    assert.equal(count('2027-08-23'), 0);
    assert.equal(count('2027-08-24'), 1);
    assert.ok(audit('2026-11-24').unverified.some((r) => r.name === 'CCP R2123-8'));
    assert.ok(!audit('2026-11-24').unverified.some((r) => r.name === 'CCP R2151-10'));
  });
});
