import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { manualPage } from '../../scripts/man.ts';
import { FORMATS } from '../../server/cli/reporters/index.ts';
import { BUILT, dceLint, inFolder } from './terminal.ts';

const page = fileURLToPath(new URL('../../man/dce-lint.1', import.meta.url));
const help = (args: readonly string[], language?: 'fr' | 'en') =>
  inFolder({}, async (cwd) => (await dceLint(cwd, args, language ? { language } : {})).out);

const commandsIn = (text: string) => [...text.matchAll(/^ {2}([a-z]+)(?= |$)/gm)].map(([, name]) => name ?? '');

describe('dce-lint --help', () => {
  for (const language of ['fr', 'en'] as const)
    it(`fits a screen of 24 lines of 80 columns (${language})`, async () => {
      const lines = (await help(['--help'], language)).trimEnd().split('\n');
      assert.ok(lines.length < 24, `${lines.length} lines`);
      for (const line of lines) assert.ok([...line].length <= 80, line);
    });

  it('fits 80 columns for each command, in both languages, which have the same options', async () => {
    for (const name of commandsIn(await help(['--help']))) {
      const [french, english] = [await help([name, '--help'], 'fr'), await help([name, '--help'], 'en')];
      for (const line of `${french}${english}`.split('\n')) assert.ok([...line].length <= 80, line);
      const options = (text: string) => [...text.matchAll(/^ +(--?[a-z-]+)/gm)].map((m) => m[1]);
      assert.deepEqual(options(french), options(english));
    }
  });

  it('speaks French, unless the machine or --lang asks for English', async () => {
    assert.match(await help(['--help']), /^Emploi : /);
    assert.match(await help(['--help'], 'en'), /^Usage: /);
    assert.match(await help(['--lang', 'en', '--help']), /^Usage: /);
    assert.match(await help(['check', '--help', '--lang=fr'], 'en'), /^Emploi : /);
  });

  it('leaves no French in English, nor English in French', async () => {
    const names = commandsIn(await help(['--help']));
    for (const args of [['--help'], ...names.map((n) => [n, '--help'])]) {
      assert.doesNotMatch(await help(args, 'en'), /affiche|défaut|écrit|dossier\b(?!>)/, args.join(' '));
      assert.doesNotMatch(await help(args, 'fr'), /(?<!-)\b(?:default|show|write|Usage)\b/, args.join(' '));
    }
  });

  it('reads the language of the machine', () => {
    const run = (env: Record<string, string>) => {
      const { LC_ALL: _, LC_MESSAGES: __, LANG: ___, ...rest } = process.env;
      return spawnSync(process.execPath, [BUILT, '--help'], { env: { ...rest, ...env }, encoding: 'utf8' }).stdout;
    };
    assert.match(run({ LANG: 'fr_FR.UTF-8' }), /^Emploi/);
    assert.match(run({ LANG: 'C.UTF-8' }), /^Emploi/);
    assert.match(run({ LANG: 'en_GB.UTF-8' }), /^Usage/);
    assert.match(run({ LC_ALL: 'fr_FR.UTF-8', LANG: 'en_GB.UTF-8' }), /^Emploi/);
  }).timeout(60_000);

  it('exits 0, and 2 when no command is given', () =>
    inFolder({}, async (cwd) => {
      assert.equal((await dceLint(cwd, ['--help'])).code, 0);
      assert.equal((await dceLint(cwd, ['--version'])).code, 0);
      assert.equal((await dceLint(cwd, [])).code, 2);
      assert.equal((await dceLint(cwd, ['--lang', 'de', '--help'])).code, 2);
    }));
});

describe('The manual page', () => {
  const roff = readFileSync(page, 'utf8');

  it('has every command and every format', async () => {
    for (const name of commandsIn(await help(['--help'])))
      assert.match(roff, new RegExp(`^\\.SS "dce-lint ${name}\\b`, 'm'));
    assert.ok(roff.includes(`(${FORMATS.join(' | ')} ;`));
  });

  const reader = spawnSync('man', ['--version']).status === 0 ? it : undefined;
  reader?.('is read by man without a warning', () => {
    const env = { ...process.env, MANWIDTH: '80', MANROFFOPT: '' };
    const { stdout, stderr } = spawnSync('man', ['--warnings', '-E', 'UTF-8', '-l', page], { env, encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.match(stdout, /--write-baseline <fichier> : note l’état actuel comme connu/);
  });

  it('is made from the same source as the help', () => {
    assert.equal(manualPage(), roff);
  });
});
