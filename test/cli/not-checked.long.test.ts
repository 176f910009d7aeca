import assert from 'node:assert/strict';
import { linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as readJunit } from 'junit2json';
import type { Log } from 'sarif';
import { stopped } from '../../server/cli/examine.ts';
import { REPORTERS } from '../../server/cli/reporters/index.ts';
import { KEY_VARIABLE } from '../../server/cli/user-key.ts';
import { TooSlow } from '../../server/core/guard.ts';
import { inOrder, type NotChecked, said } from '../../server/core/not-checked.ts';
import { countNotRun, notRunIn } from '../../server/core/not-run.ts';
import { resolveSettings } from '../../server/core/settings.ts';
import { readPage } from '../report/page.ts';
import { consult, word } from '../server/texts.ts';
import { dceLint, inFolder } from './terminal.ts';

const CCAP = '# CCAP\n\nLa tranche conditionnelle est affermie.\n';
const FORMATS = Object.keys(REPORTERS);

/** A piece in Latin-1, one of 30 MB, a broken configuration; with a sound piece and without. */
const BROKEN = {
  'rc.md': Buffer.from('# Règlement de la consultation\n', 'latin1'),
  'cctp.md': Buffer.alloc(30 * 1024 * 1024, 0x61),
  '.dce-lint.yaml': 'extends: "guide\nrules:\n  pi/garantie: off\n',
};
const TOLD = [
  /rc\.md/,
  /pas en UTF-8/,
  /cctp\.md/,
  /plus de 8 Mo/,
  /\.dce-lint\.yaml/,
  /pas du YAML valide/,
  /réglages par défaut/,
];

interface Report {
  readonly notChecked: readonly NotChecked[];
  readonly rulesNotRun: readonly { rule: string; why: string; consultations: number }[];
  readonly files: readonly { path: string }[];
}
const json = async (cwd: string, ...args: string[]) => {
  const run = await dceLint(cwd, ['check', '--format', 'json', ...args]);
  return { ...run, report: JSON.parse(run.out) as Report };
};

describe('What was not checked', () => {
  // The charts’ library is long to read in; no test is about that.
  before(async () => {
    process.env[KEY_VARIABLE] ??= 'une clé pour les épreuves';
    await import('../../server/report/main.ts');
  });

  /** What a format writes: it tells all that was not checked. */
  async function told(cwd: string, format: string): Promise<string> {
    const { out, code } = await dceLint(cwd, ['check', '--format', format, '--min-level', 'error']);
    assert.equal(code, 2, format);
    // Whatever the format writes otherwise: spaces, and what it escapes.
    const words = out.replace(/\s+/g, ' ').replaceAll('\\.', '.');
    for (const one of TOLD) assert.match(words, one, format);
    return out;
  }

  /** Merging `a.part.json`, or a report, writes what the check itself does. */
  async function isKeptByMerge(cwd: string): Promise<void> {
    for (const format of FORMATS.filter((f) => f !== 'part')) {
      const whole = await dceLint(cwd, ['check', '--format', format, '--min-level', 'error', '--fail-on', 'never']);
      const merged = await dceLint(cwd, ['merge', 'a.part.json', '--format', format, '--fail-on', 'never']);
      assert.deepEqual(merged, whole, format);
    }
    for (const format of ['json', 'sarif']) {
      await dceLint(cwd, ['check', '--format', format, '--output', 'a.json']);
      const merged = await dceLint(cwd, ['merge', 'a.json', '--fail-on', 'never']);
      assert.deepEqual([merged.code, merged.out], [2, readFileSync(join(cwd, 'a.json'), 'utf8')], format);
    }
  }

  for (const [what, files] of [
    ['beside a sound piece', { ...BROKEN, 'ccap.md': CCAP }],
    ['alone', BROKEN],
  ] as const)
    it(`is told of in every format, through merge too, ${what}, and exits 2`, () =>
      inFolder(files, async (cwd) => {
        assert.ok(FORMATS.length >= 12);
        for (const format of FORMATS) {
          const out = await told(cwd, format);
          if (format === 'part') writeFileSync(join(cwd, 'a.part.json'), out);
        }
        await isKeptByMerge(cwd);
      })).timeout(60_000);

  it('is an error in JUnit, an unsuccessful run in SARIF, a banner before the contents of the page', () =>
    inFolder({ ...BROKEN, 'ccap.md': CCAP, 'notes.md': '# Notes\n' }, async (cwd) => {
      const check = async (format: string) => (await dceLint(cwd, ['check', '--format', format])).out;
      const junit = await readJunit(await check('junit'));
      assert.ok(junit && 'testsuite' in junit);
      assert.deepEqual([junit.errors, junit.testsuite?.[0]?.errors, junit.testsuite?.[0]?.skipped], [4, 4, 1]);
      const log = JSON.parse(await check('sarif')) as Log;
      const [invocation] = log.runs[0]?.invocations ?? [];
      assert.equal(invocation?.executionSuccessful, false);
      const notifications = invocation?.toolExecutionNotifications ?? [];
      assert.deepEqual(
        notifications.map((n) => n.level),
        ['error', 'error', 'error', 'error', 'note'],
      );
      const html = await check('html');
      const { text, all } = readPage(html);
      assert.match(text('#non-verifie'), /Cette relecture n’est pas complète/);
      assert.equal(all('#non-verifie.error tbody tr').length, 5);
      assert.ok(html.indexOf('id="non-verifie"') < html.indexOf('<nav'));
      assert.ok(html.indexOf('id="non-verifie"') < html.indexOf('<main'));
    })).timeout(60_000);

  it('leaves a whole check what it was: no banner, an empty list, a successful run', () =>
    inFolder({ 'ccap.md': CCAP }, async (cwd) => {
      const check = async (format: string) => (await dceLint(cwd, ['check', '--format', format])).out;
      assert.deepEqual((JSON.parse(await check('json')) as Report).notChecked, []);
      const log = JSON.parse(await check('sarif')) as Log;
      assert.deepEqual(log.runs[0]?.invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }]);
      for (const format of FORMATS.filter((f) => f !== 'json' && f !== 'part'))
        assert.doesNotMatch(await check(format), /non.v[ée]rifi[ée]["<\s]/i, format);
    })).timeout(60_000);

  it('is the same by threads, and from the cache', () =>
    inFolder(
      { '.dce-lint.yaml': 'date: demain\n', 'a/ccap.md': CCAP, 'b/ccap.md': CCAP, 'b/notes.md': '# Notes\n' },
      async (cwd) => {
        const one = await json(cwd, '--jobs', '1');
        assert.equal(one.report.notChecked.length, 2);
        assert.deepEqual(await json(cwd, '--jobs', '2'), one);
        for (let i = 0; i < 2; i++) assert.equal((await json(cwd, '--cache')).out, one.out);
      },
    )).timeout(60_000);

  it('is in an order that its places alone give, each thing once', () => {
    const one = (what: string, more: Partial<NotChecked> = {}) => ({
      what,
      why: 'w.',
      remedy: 'R.',
      blocking: true,
      ...more,
    });
    const list = [one('b'), one('a', { blocking: false }), one('a', { line: 10 }), one('a', { line: 9 }), one('b')];
    const places = ['a, ligne 9', 'a, ligne 10', 'b', 'a'];
    assert.deepEqual(
      inOrder(list).map((n) => said(n)),
      places.map((p) => `${p} : w. R.`),
    );
    assert.deepEqual(inOrder(list.toReversed()), inOrder(list));
  });
});

describe('The rules that did not run', () => {
  it('are counted in JSON and named in the page: off by a setting, by the preset, of another day', () =>
    inFolder({ 'a/ccap.md': CCAP, 'b/ccap.md': CCAP, 'b/.dce-lint.yaml': 'extends: guide\n' }, async (cwd) => {
      const { report } = await json(cwd, '--date', '2020-01-01', '--rule', 'tranches/terminologie=off');
      const of = (rule: string) => report.rulesNotRun.filter((r) => r.rule === rule);
      assert.deepEqual(of('tranches/terminologie'), [{ rule: 'tranches/terminologie', why: 'off', consultations: 2 }]);
      assert.deepEqual(of('execution/condition-environnementale'), [
        { rule: 'execution/condition-environnementale', why: 'date', consultations: 1 },
        { rule: 'execution/condition-environnementale', why: 'preset', consultations: 1 },
      ]);
      const args = [
        'check',
        '--format',
        'html',
        '--report',
        'full',
        '--date',
        '2020-01-01',
        '--rule',
        'tranches/terminologie=off',
      ];
      const words = readPage((await dceLint(cwd, args)).out).text('#regles');
      assert.match(words, /1 règle à l’écart par un réglage\s: tranches\/terminologie \(2 dossiers\)/);
      assert.match(words, /à l’écart par le préréglage\s: [^.]*execution\/condition-environnementale \(1 dossier\)/);
      assert.match(
        words,
        /pas en vigueur au jour des pièces\s: [^.]*execution\/condition-environnementale \(1 dossier\)/,
      );
    })).timeout(60_000);

  it('hold those that were stopped, which are told of as not checked', () => {
    const consultation = consult({ 'rc.md': '# Règlement de la consultation\n' });
    const [piece] = consultation.pieces;
    assert.ok(piece);
    const failure = (error: unknown) => ({ rule: word.id, piece, error });
    const notRun = notRunIn(consultation, [word], resolveSettings([]), [failure(new TooSlow(word.id))]);
    assert.deepEqual(countNotRun(notRun), [{ rule: word.id, why: 'stopped', consultations: 1 }]);
    const slow = stopped(failure(new TooSlow(word.id)), 'rc.md');
    assert.match(said(slow), /^rc\.md, règle test\/mot : .* prenait trop de temps\. Vérifier ce point à la main/);
    assert.match(said(stopped(failure(new Error('x')), 'rc.md')), /erreur du programme/);
    assert.ok(slow.blocking);
  });
});

describe('The parts of a whole', () => {
  const FILES = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`d${i}/ccap.md`, CCAP]));

  for (const format of ['part', 'json', 'sarif'])
    it(`are all wanted by merge, in ${format}: one missing, doubled or of another whole is exit 2`, () =>
      inFolder(FILES, async (cwd) => {
        const part = (i: number, n: number, name: string) =>
          dceLint(cwd, ['check', '--format', format, '--shard', `${i}/${n}`, '--output', name]);
        for (let i = 1; i <= 3; i++) await part(i, 3, `p${i}.json`);
        await part(2, 2, 'other.json');
        writeFileSync(join(cwd, 'd0', 'ccap.md'), `${CCAP}\nUn mot de plus.\n`);
        await part(3, 3, 'later.json');
        for (const [names, words] of [
          [
            ['p1.json', 'p3.json'],
            /^dce-lint : part 2\/3 absente : donner toutes les parts, ou --allow-missing[^\n]*\n$/,
          ],
          [['p2.json'], /^dce-lint : parts 1\/3, 3\/3 absentes : [^\n]*\n$/],
          [['p1.json', 'other.json'], /^dce-lint : other\.json : part 2\/2 d’un autre ensemble que p1\.json[^\n]*\n$/],
          [['p1.json', 'p2.json', 'later.json'], /^dce-lint : later\.json : part 3\/3 d’un autre ensemble[^\n]*\n$/],
        ] as const) {
          const { out, err, code } = await dceLint(cwd, ['merge', ...names]);
          assert.deepEqual([out, code], ['', 2], names.join(' '));
          assert.match(err, words);
        }
        const whole = (await dceLint(cwd, ['check', '--format', 'json'])).out;
        assert.ok(!whole.includes('"shard"'));
      })).timeout(60_000);

  it('are refused when one is given twice, even an empty one', () =>
    inFolder({ 'ccap.md': CCAP }, async (cwd) => {
      for (let i = 1; i <= 2; i++)
        await dceLint(cwd, ['check', '--format', 'part', '--shard', `${i}/2`, '--output', `p${i}.json`]);
      for (const i of [1, 2]) {
        const { err, code } = await dceLint(cwd, ['merge', 'p1.json', 'p2.json', `p${i}.json`, '--allow-missing']);
        assert.equal(code, 2);
        assert.match(err, /part \d\/2 donnée deux fois/);
      }
      await dceLint(cwd, ['check', '--format', 'part', '--output', 'whole.json']);
      assert.match(
        (await dceLint(cwd, ['merge', 'p1.json', 'whole.json'])).err,
        /whole\.json : ce rapport n’est pas une part, et d’autres le sont/,
      );
    }));

  it('may be missing under --allow-missing, and the report says so', () =>
    inFolder(FILES, async (cwd) => {
      for (const from of ['part', 'json', 'sarif']) {
        await dceLint(cwd, ['check', '--format', from, '--shard', '1/3', '--output', 'p.json']);
        const { out, err, code } = await dceLint(cwd, ['merge', 'p.json', '--allow-missing', '--fail-on', 'never']);
        assert.equal(code, 0, from);
        for (const text of [out, err]) {
          assert.match(text, /part 2\/3/, from);
          assert.match(text, /part 3\/3/, from);
          assert.match(text, /cette part n’a pas été donnée/, from);
        }
        assert.ok(!out.includes('"shard"'));
      }
    }));

  it('keep for merge what one of them did not check', () =>
    inFolder({ ...FILES, 'd3/rc.md': BROKEN['rc.md'] }, async (cwd) => {
      for (const format of ['part', 'json', 'sarif']) {
        const names = [1, 2, 3].map((i) => `p${i}.json`);
        for (const [i, name] of names.entries())
          await dceLint(cwd, ['check', '--format', format, '--shard', `${i + 1}/3`, '--output', name]);
        const to = format === 'part' ? 'json' : format;
        const whole = await dceLint(cwd, ['check', '--format', to]);
        assert.deepEqual(await dceLint(cwd, ['merge', ...names]), whole, format);
        assert.equal(whole.code, 2);
      }
    })).timeout(60_000);
});

describe('A file under two names', () => {
  for (const [what, link] of [
    ['a symbolic link', (cwd: string) => symlinkSync('ccap.md', join(cwd, 'a-ccap.md'))],
    ['a hard link', (cwd: string) => linkSync(join(cwd, 'ccap.md'), join(cwd, 'z-ccap.md'))],
  ] as const)
    it(`is read and counted once, as ${what}, and corrected once`, () =>
      inFolder({ 'ccap.md': CCAP }, async (cwd) => {
        link(cwd);
        const { report, code, err } = await json(cwd, '--fail-on', 'never');
        assert.deepEqual([report.files.map((f) => f.path), code], [['ccap.md'], 0]);
        assert.match(
          err,
          /^dce-lint : pas vérifié, car même fichier que ccap\.md \(lien\), lu une seule fois : .-ccap\.md\./,
        );
        const both = await json(cwd, 'ccap.md', err.includes('a-ccap.md') ? 'a-ccap.md' : 'z-ccap.md');
        assert.deepEqual(
          both.report.files.map((f) => f.path),
          ['ccap.md'],
        );
        const fixed = await dceLint(cwd, ['check', '--fix', '--fail-on', 'never']);
        assert.equal(fixed.code, 0);
        assert.match(fixed.err, /^dce-lint : corrigé : ccap\.md$/m);
        for (const name of readdirSync(cwd)) assert.match(readFileSync(join(cwd, name), 'utf8'), /optionnelle/, name);
        assert.deepEqual((await json(cwd)).report.files.length, 1);
      }));

  it('is one when its folder is asked for under both, and written once when it is the piece of two consultations', () =>
    inFolder({ 'a/ccap.md': CCAP }, async (cwd) => {
      symlinkSync('a', join(cwd, 'lien'));
      assert.deepEqual(
        (await json(cwd, 'a', 'lien')).report.files.map((f) => f.path),
        ['a/ccap.md'],
      );
      mkdirSync(join(cwd, 'b'));
      symlinkSync('../a/ccap.md', join(cwd, 'b', 'ccap.md'));
      const { err, code } = await dceLint(cwd, ['check', '--fix', '--fail-on', 'never', 'a', 'b']);
      assert.equal(code, 0, err);
      assert.doesNotMatch(err, /pas corrigé/);
    }));
});
