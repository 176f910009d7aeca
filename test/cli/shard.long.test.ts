import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REPORTERS } from '../../server/cli/reporters/index.ts';
import { ODD } from './odd.ts';
import { dceLint, inFolder } from './terminal.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

/** Where the drafts are: a folder of consultations (`DRAFTS=…`, for a run of any size), or copies of the examples. */
function corpus(): { readonly path: string; remove(): void } {
  if (process.env.DRAFTS) return { path: process.env.DRAFTS, remove: () => {} };
  const path = mkdtempSync(join(tmpdir(), 'dce-lint-parts-'));
  for (let i = 1; i <= 3; i++)
    for (const name of readdirSync(examples))
      if (!name.endsWith('.md')) cpSync(join(examples, name), join(path, `${i}`, name), { recursive: true });
  for (const [name, text] of Object.entries(ODD)) {
    cpSync(join(examples, 'consultation-conforme'), join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return { path, remove: () => rmSync(path, { recursive: true }) };
}

const PARTS = 8;

describe('dce-lint check --shard and merge', () => {
  let drafts: ReturnType<typeof corpus>;
  before(() => {
    drafts = corpus();
  });
  after(() => drafts.remove());

  for (const format of ['json', 'sarif']) {
    it(`give in ${format}, byte for byte, what one run gives, whatever the order of the parts`, () =>
      inFolder({}, async (out) => {
        const at = (name: string) => join(out, `${name}.${format}`);
        const run = (name: string, ...args: string[]) =>
          dceLint(drafts.path, ['check', '--format', format, '--output', at(name), ...args]);
        const whole = await run('whole');
        const files: number[] = [];
        for (let i = 1; i <= PARTS; i++) {
          const { err, code } = await run(`part-${i}`, '--shard', `${i}/${PARTS}`);
          assert.equal(err, whole.err);
          assert.ok(code === 0 || code === 1);
          files.push(readFileSync(at(`part-${i}`), 'utf8').length);
        }
        const parts = files.map((_, i) => at(`part-${i + 1}`)).reverse();
        const merged = await dceLint(drafts.path, ['merge', ...parts, '--output', at('merged')]);
        assert.deepEqual([merged.err, merged.code], ['', whole.code]);
        assert.ok(readFileSync(at('merged')).equals(readFileSync(at('whole'))));
        const printed = await dceLint(drafts.path, ['merge', ...parts]);
        assert.equal(printed.out, readFileSync(at('whole'), 'utf8'));
      })).timeout(process.env.DRAFTS ? 0 : 60_000);
  }

  it('give in every format, byte for byte, what one run gives, from parts that carry it all', () =>
    inFolder({}, async (out) => {
      const at = (name: string) => join(out, name);
      const more = ['--min-level', 'warning', '--baseline', at('baseline.json')];
      await dceLint(drafts.path, ['check', join(drafts.path, '1'), '--write-baseline', at('baseline.json')]);
      await dceLint(drafts.path, [
        'check',
        '--format',
        'json',
        '--rule',
        'variantes/*=off',
        '--output',
        at('old.json'),
      ]);
      const names = Array.from({ length: PARTS }, (_, i) => at(`${PARTS - i}.part.json`));
      for (const [i, name] of names.entries())
        await dceLint(drafts.path, [
          ...['check', '--format', 'part', '--shard', `${PARTS - i}/${PARTS}`, '--output', name],
          ...more,
        ]);
      for (const format of Object.keys(REPORTERS).filter((f) => f !== 'part')) {
        const own = [...(format === 'html' ? ['--compare', at('old.json')] : []), '--format', format];
        const whole = await dceLint(drafts.path, ['check', ...more, ...own], { colour: true });
        const merged = await dceLint(drafts.path, ['merge', ...names, ...own], { colour: true });
        assert.ok(whole.out.length > 1000, format);
        assert.equal(merged.out, whole.out, format);
        assert.deepEqual([merged.err, merged.code], ['', whole.code], format);
      }
    })).timeout(process.env.DRAFTS ? 0 : 120_000);

  it('leave no part without work when there are many more consultations than parts', async () => {
    const counts: number[] = [];
    for (let i = 1; i <= 3; i++) {
      const { out } = await dceLint(drafts.path, ['check', '--format', 'json', '--shard', `${i}/3`]);
      counts.push((JSON.parse(out) as { files: unknown[] }).files.length);
    }
    assert.ok(Math.min(...counts) > 0, counts.join(', '));
  }).timeout(process.env.DRAFTS ? 0 : 60_000);

  it('keep the pieces of a consultation together', async () => {
    const where = new Map<string, number>();
    for (let i = 1; i <= PARTS; i++) {
      const { out } = await dceLint(drafts.path, ['check', '--format', 'json', '--shard', `${i}/${PARTS}`]);
      for (const { path } of (JSON.parse(out) as { files: { path: string }[] }).files) {
        const folder = path.slice(0, path.lastIndexOf('/'));
        assert.equal(where.get(folder) ?? i, i, path);
        where.set(folder, i);
      }
    }
    assert.ok(where.size > PARTS);
  }).timeout(process.env.DRAFTS ? 0 : 60_000);
});

describe('dce-lint check --shard', () => {
  it('gives an empty report and exits 0 for a part without consultation', () =>
    inFolder({ 'ae.md': '---\ndce:\n  piece: ae\n---\n\n# Acte d’engagement\n' }, async (cwd) => {
      const codes: (number | undefined)[] = [];
      const files: unknown[] = [];
      for (const part of ['1/2', '2/2']) {
        const { out, code } = await dceLint(cwd, ['check', '--format', 'json', '--shard', part]);
        codes.push(code);
        files.push(...(JSON.parse(out) as { files: unknown[] }).files);
      }
      assert.deepEqual([codes, files.length], [[0, 0], 1]);
    }));

  it('still says that there is nothing to check where no part has anything', () =>
    inFolder({}, async (cwd) => {
      assert.equal((await dceLint(cwd, ['check', '--shard', '1/2'])).code, 2);
    }));

  for (const part of ['0/2', '3/2', '1', 'a/b', '1/0', '-1/2', '1/2/3', '01e1/20'])
    it(`refuses « ${part} »`, () =>
      inFolder({}, async (cwd) => {
        const { err, code } = await dceLint(cwd, ['check', `--shard=${part}`]);
        assert.equal(code, 2);
        assert.match(err, /^dce-lint : .*écrire I\/N/);
      }));
});

describe('dce-lint merge', () => {
  const report = async (cwd: string, name: string, ...args: string[]) =>
    dceLint(cwd, ['check', '--output', name, ...args]);

  it('refuses what is no report, another form, another version, and a piece that is in two reports', () =>
    inFolder({ ...ODD, 'note.json': '{}', 'cut.json': '{"tool":' }, async (cwd) => {
      await report(cwd, 'a.json', '--format', 'json');
      await report(cwd, 'b.sarif', '--format', 'sarif');
      const old = readFileSync(join(cwd, 'a.json'), 'utf8').replace(/"version": "[^"]*"/, '"version": "0.0.0"');
      writeFileSync(join(cwd, 'old.json'), old);
      const cases: [string[], RegExp][] = [
        [['absent.json'], /absent\.json : ce fichier ou dossier n’existe pas/],
        [['cut.json'], /cut\.json : rapport abîmé/],
        [['a.json', 'note.json'], /note\.json : ce n’est pas un rapport json ou sarif/],
        [['a.json', 'b.sarif'], /pas de même forme/],
        [['a.json', 'old.json'], /old\.json : ce rapport n’a pas été fait comme a\.json/],
        [['a.json', 'a.json'], /figure dans deux rapports : a\.json et a\.json/],
        [['b.sarif', 'b.sarif'], /\.md figure dans deux rapports : b\.sarif/],
        [[], /argument manquant/],
      ];
      for (const [names, words] of cases) {
        const { out, err, code } = await dceLint(cwd, ['merge', ...names]);
        assert.deepEqual([out, code], ['', 2], names.join(' '));
        assert.match(err, words);
        assert.match(err, /^dce-lint : [^\n]*\n$/);
      }
    }));

  it('refuses a part that was touched, one of another version, and a format that a report does not carry', () =>
    inFolder(ODD, async (cwd) => {
      await report(cwd, 'a.json', '--format', 'part');
      await report(cwd, 'r.json', '--format', 'json');
      await report(cwd, 'en.json', '--format', 'part', '--lang', 'en');
      const lines = readFileSync(join(cwd, 'a.json'), 'utf8').split('\n');
      const [head = ''] = lines;
      const write = (name: string, all: readonly string[]) => writeFileSync(join(cwd, name), all.join('\n'));
      const summed = (all: readonly string[]) => {
        const sum = createHash('sha256')
          .update(`${all.join('\n')}\n`)
          .digest('hex');
        return [...all, JSON.stringify({ sum }), ''];
      };
      write('touched.json', [head.replace('"compared":false', '"compared":true'), ...lines.slice(1)]);
      write('cut.json', lines.slice(0, -2));
      write('half.json', [...lines.slice(0, 1), (lines[1] ?? '').slice(0, 100)]);
      write('old.json', summed([head.replace(/"version":"[^"]*"/, '"version":"0.0.0"'), ...lines.slice(1, -2)]));
      const cases: [string[], RegExp][] = [
        [['touched.json'], /touched\.json : part abîmée/],
        [['cut.json'], /cut\.json : part abîmée/],
        [['half.json'], /half\.json : part abîmée/],
        [['old.json'], /old\.json : cette part vient de la version 0\.0\.0/],
        [['a.json', 'a.json'], /figure dans deux rapports : a\.json et a\.json/],
        [['a.json', 'en.json'], /en\.json : ce rapport n’a pas été fait comme a\.json/],
        [['a.json', 'r.json'], /pas de même forme/],
        [['r.json', '--format', 'html'], /un rapport json ne porte pas de quoi écrire du html/],
        [['a.json', '--compare', 'r.json'], /--compare ne vaut que pour le rapport html/],
        [['a.json', '--format', 'part'], /--format/],
      ];
      for (const [names, words] of cases) {
        const { out, err, code } = await dceLint(cwd, ['merge', ...names]);
        assert.deepEqual([out, code], ['', 2], names.join(' '));
        assert.match(err, words);
        assert.match(err, /^dce-lint : [^\n]*\n$/);
      }
    }));

  it('names in the page of parts who set a finding aside', () =>
    inFolder(
      {
        'ccap.md':
          '# CCAP\n\n<!-- dce-lint-ignore-next tranches/terminologie : titre du modèle -->\n\nLa tranche conditionnelle est affermie.\n',
      },
      async (cwd) => {
        const git = (...args: string[]) =>
          execFileSync('git', ['-c', 'user.name=Ana Roux', '-c', 'user.email=a@exemple.fr', ...args], { cwd });
        git('init', '-q');
        git('add', '.');
        git('commit', '-qm', 'Projet');
        await report(cwd, 'a.part.json', '--format', 'part');
        const { out } = await dceLint(cwd, ['merge', 'a.part.json', '--format', 'html']);
        assert.match(out, /Ana Roux/);
        assert.equal(out, (await dceLint(cwd, ['check', '--format', 'html'])).out);
      },
    ));

  it('exits as the whole run would, under --fail-on', () =>
    inFolder({ 'ccap.md': '# CCAP\n\nLa tranche conditionnelle est affermie.\n' }, async (cwd) => {
      const only = ['--min-level', 'info', '--rule', 'execution/condition-environnementale=off'];
      for (const format of ['json', 'sarif']) {
        await report(cwd, `r.${format}`, '--format', format, ...only);
        for (const level of ['error', 'warning', 'info', 'never']) {
          const whole = await dceLint(cwd, ['check', ...only, '--fail-on', level]);
          const merged = await dceLint(cwd, ['merge', `r.${format}`, '--fail-on', level]);
          assert.equal(merged.code, whole.code, `${format} ${level}`);
        }
      }
    }));
});
