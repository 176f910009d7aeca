import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { article, ccagArticleAt, ccagListed, ccagSubjects } from '../../rules/law/law.ts';
import { parseNumber } from '../../rules/law/numbers.ts';
import data from '../../rules/law/series.json' with { type: 'json' };
import { ccagSeries, seriesRow } from '../../rules/law/series.ts';
import { chapterCounts, digest, familyKey, isIn, readCode } from '../../scripts/law/texts.ts';

const root = new URL('../../', import.meta.url);
const numbers = (code: 'ccp' | 'cpi') => data[code].sections.flatMap((s) => s.articles.split(' '));

describe('The series of the numbers', () => {
  it('is light: less than a megabyte once compressed', () => {
    const bytes = gzipSync(readFileSync(new URL('rules/law/series.json', root))).length;
    assert.ok(bytes < 100_000, String(bytes));
  });

  it('gives each article once, with a number that can be read and a subject', () => {
    for (const code of ['ccp', 'cpi'] as const) {
      const all = numbers(code);
      assert.equal(new Set(all.map((n) => n.replace(/^D/, 'R'))).size, all.length);
      assert.ok(all.every((n) => parseNumber(n)?.canonical === n));
      assert.ok(data[code].sections.every((s) => s.subject.length > 2));
    }
  });

  it('has as many articles as the table of contents of the code counts, but in the chapters that it calls open', () => {
    const counts = chapterCounts();
    const groups = new Set(counts.map((c) => c.group));
    // L1 to L6 and L3-1 make the preliminary title, which the table counts with no chapter.
    assert.equal(counts.reduce((n, c) => n + c.count, 0) + 7, 1805);
    for (const { group, count } of counts) {
      const members = numbers('ccp').filter((n) => isIn(group, familyKey(n), groups));
      const isOpen = members.some((n) => data.ccp.open.includes(familyKey(n)));
      assert.equal(members.length === count, !isOpen, `${group}: ${members.length} of ${count}`);
    }
  });

  it('holds the numbers of each CCAG of 2021, every part with what it is part of', () => {
    const sizes = { fcs: 313, tic: 347, pi: 295, travaux: 478, moe: 298, mi: 326 };
    for (const [kind, size] of Object.entries(sizes) as [keyof typeof sizes, number][]) {
      const { articles } = ccagSeries(kind);
      assert.equal(articles.size, size);
      for (const n of articles.keys())
        if (/^\d.*\./.test(n)) assert.ok(articles.has(n.replace(/\.\d+$/, '')), `${kind} ${n}`);
    }
  });

  it('says what was read, and how surely', () => {
    assert.equal(seriesRow('ccp').asOf, '2026-08-23');
    assert.equal(seriesRow('cpi').asOf, '2026-03-27');
    assert.equal(seriesRow('moe').confidence, 'P');
  });
});

describe('A number of a CCAG on a day', () => {
  const status = (...args: Parameters<typeof ccagArticleAt>) => ccagArticleAt(...args).status;
  it('is in force, changed, not read in its first wording, not yet, or none', () => {
    assert.equal(status('fcs', '41.2', '2026-09-15'), 'in-force');
    assert.equal(status('fcs', '11.1', '2026-09-15'), 'changed');
    assert.equal(status('fcs', '11.1', '2022-12-31'), 'unread');
    assert.equal(status('fcs', 'A 11.1', '2023-01-01'), 'changed');
    assert.equal(status('fcs', '41', '2021-03-31'), 'not-yet');
    assert.equal(status('fcs', '47', '2026-09-15'), 'absent');
    assert.equal(status('tic', '42.1', '2026-09-15'), 'absent');
    assert.equal(status('tic', '34-3', '2026-09-15'), 'in-force');
  });

  it('is of 2009: unknown, then repealed with its successor', () => {
    assert.equal(status('tic', '38', '2020-05-01', 2009), 'unknown');
    const answer = ccagArticleAt('tic', '38', '2026-09-15', 2009);
    assert.ok(answer.status === 'repealed');
    assert.deepEqual([answer.on, answer.verified, answer.to?.to], ['2021-10-01', false, ['46']]);
    assert.equal(status('moe', '3', '2020-05-01', 2009), 'unknown');
  });

  it('gives its subject, that of its article, and those of its parts', () => {
    assert.deepEqual(ccagListed('fcs', '45.2'), {
      number: '45.2',
      subject: 'Prestations équivalentes de substitution',
      within: 'Exécution de la prestation aux frais et risques du titulaire',
    });
    assert.equal(ccagListed('fcs', '999'), undefined);
    assert.deepEqual(ccagSubjects('tic', '31'), ['Vérifications quantitatives']);
    assert.ok(ccagSubjects('fcs', '45').includes('Prestations équivalentes de substitution'));
    assert.ok(!ccagSubjects('travaux', '20').some((s) => /pénalité/i.test(s)));
  });
});

const CODE = `---
title: "Code de la commande publique"
identifier: "LEGITEXT000037701019"
last_updated: "2027-01-01"
---
## Partie réglementaire

### DEUXIÈME PARTIE : MARCHÉS PUBLICS

#### Chapitre III : CONTENU DE L'ACHAT

#### Section 2 : Marchés à tranches

#### Sous-section 1 : Dispositions générales

##### Article R2113-4

Les mots.

##### Article R2113-4

D'autres mots.

#### Section 3 bis : Réservation

##### Article D2113-99

Un article.
`;

describe('The reading of a later text', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'law-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const diff = (...paths: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/law/diff.ts', ...paths], { cwd: root, encoding: 'utf8' });

  it('keeps the wordings of an article together, and names it by what says something', () => {
    const read = readCode(file('code.md', CODE));
    assert.deepEqual(
      [read.code, read.asOf, read.articles.map((a) => [a.number, a.subject, a.texts.length])],
      [
        'ccp',
        '2027-01-01',
        [
          ['R2113-4', 'Marchés à tranches : dispositions générales', 2],
          ['D2113-99', 'Réservation', 1],
        ],
      ],
    );
    assert.throws(() => readCode(file('other.md', CODE.replace('037701019', '000000001'))), /ni le code/);
  });

  it('takes for the same what differs by its spaces and apostrophes alone', () => {
    assert.equal(digest(["L'acheteur  choisit\n"]), digest(['L’acheteur choisit']));
    assert.notEqual(digest(['L’acheteur choisit']), digest(['L’acheteur ne choisit pas']));
  });

  it('prints what changed, what is new, what is gone, and what rests on it', () => {
    const { stdout, status } = diff(file('code.md', CODE));
    assert.equal(status, 1);
    assert.match(stdout, /^modifié {3}R2113-4 — .* \[résumé dans articles\.json\]\n +en dépend : .*tranches\//m);
    assert.match(stdout, /^nouveau {3}D2113-99 — Réservation$/m);
    assert.match(stdout, /^disparu {3}R2122-8 — .*\n +en dépend : .*seuil dispense\/fs/m);
  }).timeout(20_000);

  it('does the same of the CCAG, and says that nothing changed', () => {
    const line = (kind: string, number: string, subject: string) => `${kind}\t${number}\t${subject}\tx\tread`;
    const rows = [...ccagSeries('tic').articles].map(([n, s]) => line('TIC', n, s));
    const same = diff(file('same.tsv', ['head', ...rows].join('\n')));
    assert.deepEqual([same.status, /Rien n’a changé/.test(same.stdout)], [0, true]);
    const other = diff(file('other.tsv', ['head', ...rows.slice(1), line('TIC', '99', 'Neuf')].join('\n')));
    assert.match(other.stdout, /^nouveau {3}99 — Neuf$/m);
    assert.match(other.stdout, /^disparu {3}1 — /m);
    assert.match(other.stdout, /2 articles à relire/);
  }).timeout(20_000);

  it('asks for a text', () => assert.equal(diff().status, 2)).timeout(20_000);
});

it('an article that only the series has is named by its section', () => {
  assert.equal(article('ccp', 'R2111-3')?.number, 'D2111-3');
  assert.equal(article('ccp', 'L2422-5')?.detail, 'section');
});
