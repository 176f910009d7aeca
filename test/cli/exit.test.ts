import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { takesColour } from '../../server/cli/environment.ts';
import { dceLint, inFolder } from './terminal.ts';

/** One finding of each level, whatever else the rules come to say of so short a piece. */
const ONLY = ['--rule', 'execution/condition-environnementale=off'];
const at = (level: string) => [...ONLY, '--rule', `tranches/terminologie=${level}`];
const CCAP = '# CCAP\n\nLa tranche conditionnelle est affermie.\n';
const AE = '---\ndce:\n  piece: ae\n---\n\n# Acte d’engagement\n';

describe('The exit code of dce-lint check', () => {
  for (const [level, failOn, code] of [
    ['error', 'error', 1],
    ['error', 'warning', 1],
    ['error', 'info', 1],
    ['error', 'never', 0],
    ['warning', 'error', 0],
    ['warning', 'warning', 1],
    ['warning', 'info', 1],
    ['warning', 'never', 0],
    ['info', 'error', 0],
    ['info', 'warning', 0],
    ['info', 'info', 1],
    ['info', 'never', 0],
  ] as const)
    it(`is ${code} with a finding of level ${level} under --fail-on ${failOn}`, () =>
      inFolder({ 'ccap.md': CCAP }, async (cwd) => {
        const run = await dceLint(cwd, ['check', ...at(level), '--fail-on', failOn]);
        assert.match(run.out, /tranches\/terminologie/);
        assert.equal(run.code, code);
      }));

  it('is 1 under the default for an error, 0 for less', () =>
    inFolder({ 'ccap.md': CCAP }, async (cwd) => {
      assert.equal((await dceLint(cwd, ['check', ...at('error')])).code, 1);
      assert.equal((await dceLint(cwd, ['check', ...at('warning')])).code, 0);
    }));

  it('is 0 without any finding', () =>
    inFolder({ 'ae.md': AE }, async (cwd) => {
      assert.equal((await dceLint(cwd, ['check', '--fail-on', 'info'])).code, 0);
    }));

  it('is the same in every format', () =>
    inFolder({ 'ccap.md': CCAP }, async (cwd) => {
      for (const format of ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'])
        for (const [level, code] of [
          ['error', 1],
          ['info', 0],
        ] as const)
          assert.equal((await dceLint(cwd, ['check', '--format', format, ...at(level)])).code, code, format);
    }));

  const failures: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown option', ['--formt', 'json'], /option inconnue/],
    ['an unknown format', ['--format', 'xml'], /« xml » ne convient pas/],
    ['a day that does not exist', ['--date', '2027-02-30'], /AAAA-MM-JJ/],
    ['an unknown rule', ['--rule', 'a/b=error'], /a\/b/],
    ['a missing configuration', ['--config', 'absent.yaml'], /absent\.yaml : configuration introuvable/],
    ['a wrong configuration', ['--config', 'faux.yaml'], /faux\.yaml, ligne 1/],
    ['a missing file', ['absent.md'], /absent\.md : ce fichier ou dossier n’existe pas/],
    ['a glob that nothing answers', ['x/*.md'], /aucun fichier ne répond/],
    ['a file that is no text', ['image.md'], /image\.md : /],
    ['a missing baseline', ['--baseline', 'absent.json'], /absent\.json/],
    ['a result that cannot be written', ['--output', 'ccap.md/r.txt'], /ccap\.md\/r\.txt : écriture impossible/],
    ['--stdin with --fix', ['--stdin', '--fix'], /ne vont pas ensemble/],
    ['--stdin with --watch', ['--stdin', '--watch'], /ne vont pas ensemble/],
    ['--fix with --fix-dry-run', ['--fix', '--fix-dry-run'], /ne vont pas ensemble/],
    ['--fix with --watch', ['--fix', '--watch'], /ne vont pas ensemble/],
    ['--write-baseline with --watch', ['--write-baseline', 'b.json', '--watch'], /ne vont pas ensemble/],
  ];
  for (const [what, args, words] of failures)
    it(`is 2 for ${what}, with one line on standard error`, () =>
      inFolder({ 'ccap.md': CCAP, 'image.md': new Uint8Array([1, 0, 2]), 'faux.yaml': 'regles: 3\n' }, async (cwd) => {
        const paths = args[0]?.endsWith('.md') ? [] : ['ccap.md'];
        const { err, code } = await dceLint(cwd, ['check', ...args, ...paths]);
        assert.equal(code, 2);
        const said = err.split('\n').filter((line) => words.test(line));
        assert.equal(said.length, 1, err);
        assert.match(said[0] ?? '', /^dce-lint : /);
      }));

  it('is 2 in an empty folder', () =>
    inFolder({}, async (cwd) => {
      assert.equal((await dceLint(cwd, ['check'])).code, 2);
    }));
});

describe('dce-lint check --output', () => {
  it('writes the result to a file, in a folder that it makes, and nothing else to standard output', () =>
    inFolder({ 'ccap.md': CCAP }, async (cwd) => {
      const { out } = await dceLint(cwd, ['check', '--format', 'json', '--output', 'a b/é/r.json', ...at('info')]);
      assert.equal(out, '');
      assert.equal(JSON.parse(readFileSync(join(cwd, 'a b/é/r.json'), 'utf8')).summary.files, 1);
      assert.deepEqual(readdirSync(join(cwd, 'a b/é')), ['r.json']);
    }));
});

describe('Colour and progress', () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`d${i}/ccap.md`, CCAP]));

  it('paint only on a terminal that takes colours', () =>
    inFolder({ 'ccap.md': CCAP }, async (cwd) => {
      assert.ok((await dceLint(cwd, ['check'], { colour: true })).out.includes('\u001b['));
      assert.ok(!(await dceLint(cwd, ['check'], { colour: false })).out.includes('\u001b'));
      await dceLint(cwd, ['check', '--output', 'r.txt'], { colour: true });
      assert.ok(!readFileSync(join(cwd, 'r.txt'), 'utf8').includes('\u001b'));
    }));

  it('paint nothing under NO_COLOR, on a dumb terminal, or where there is no terminal', () => {
    assert.equal(takesColour({ TERM: 'xterm' }, true), true);
    assert.equal(takesColour({ TERM: 'xterm', NO_COLOR: '' }, true), true);
    for (const NO_COLOR of ['1', '0', 'false']) assert.equal(takesColour({ TERM: 'xterm', NO_COLOR }, true), false);
    assert.equal(takesColour({ TERM: 'dumb' }, true), false);
    assert.equal(takesColour({ TERM: 'xterm' }, false), false);
  });

  it('count consultations on a terminal, take the line away, and say nothing elsewhere', () =>
    inFolder(many, async (cwd) => {
      const { err } = await dceLint(cwd, ['check'], { interactive: true });
      assert.match(err, /12 consultations sur 12 \(100 %\)/);
      assert.ok(err.endsWith('\r\u001b[K'));
      assert.ok(!err.includes('\n'));
      assert.equal((await dceLint(cwd, ['check'])).err, '');
    }));

  it('do without progress for short work', () =>
    inFolder({ 'ccap.md': CCAP }, async (cwd) => {
      assert.equal((await dceLint(cwd, ['check'], { interactive: true })).err, '');
    }));
});
