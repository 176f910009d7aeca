import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Rule } from '../rules/kit/rule.ts';
import { readConcept } from '../rules/reading/concept-file.ts';
import { folder } from './cli/terminal.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** A folder that looks like the repository to the two commands: its English, and links to what rules import. */
async function scratch(go: (path: string) => void | Promise<void>): Promise<void> {
  const { path, remove } = folder({
    'rules/concepts/offres/une.yaml': 'dit:\n  h7:\n    - Une.\n  h12:\n    - Deux.\n',
  });
  try {
    cpSync(join(root, 'l10n'), join(path, 'l10n'), { recursive: true });
    for (const room of ['kit', 'facts', 'law', 'reading'])
      symlinkSync(join(root, 'rules', room), join(path, 'rules', room));
    await go(path);
  } finally {
    remove();
  }
}

/** Runs the command as `npm run` would, in another folder. */
function run(cwd: string, name: 'new-rule' | 'new-concept', ...args: readonly string[]) {
  const [tool, script = '', kind = ''] = manifest.scripts[name]?.split(' ') ?? [];
  assert.equal(tool, 'tsx');
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const done = spawnSync(process.execPath, ['--import', tsx, join(root, script), kind, ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

const englishOf = (path: string) =>
  (JSON.parse(readFileSync(join(path, 'l10n/rules.en.json'), 'utf8')) as { rules: Record<string, unknown> }).rules;

describe('npm run new-rule', () => {
  it('writes a rule with its headings and examples, its English at its place, and says what to run', () =>
    scratch(async (path) => {
      const before = Object.keys(englishOf(path));
      const { code, out, err } = run(path, 'new-rule', 'offres/pli-perdu');
      assert.deepEqual({ code, err }, { code: 0, err: '' });
      assert.match(out, /RULES=offres\/pli-perdu npx mocha[\s\S]*npm run generate[\s\S]*npm test/);
      const file = join(path, 'rules/offres/pli-perdu.ts');
      const source = readFileSync(file, 'utf8');
      assert.match(source, /rules\/facts\/offres has: echantillons, offres, transmission\b/);
      const { default: rule } = (await import(pathToFileURL(file).href)) as { default: Rule };
      assert.equal(rule.id, 'offres/pli-perdu');
      // What the tests of rules ask to be filled: nothing passes as it is.
      for (const text of [rule.title, rule.why, ...Object.values(rule.messages)]) assert.match(text, /^\[/);
      assert.equal(rule.sources.length, 0);
      assert.ok(rule.examples.bad.length >= 2 && rule.examples.good.length >= 2);
      const english = englishOf(path);
      assert.deepEqual(english['offres/pli-perdu'], {
        title: '[Title, in English]',
        messages: { fault: '[The fault, in 90 characters.]\n[Why it matters and what to write.]' },
      });
      const at = Object.keys(english).indexOf('offres/pli-perdu');
      assert.deepEqual(Object.keys(english).toSpliced(at, 1), before);
      assert.ok((Object.keys(english)[at - 1] as string) < 'offres/pli-perdu');
    }));

  it('writes it in the form that the linter asks for', () =>
    scratch((path) => {
      run(path, 'new-rule', 'offres/pli-perdu');
      const written = readFileSync(join(path, 'rules/offres/pli-perdu.ts'), 'utf8');
      const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
      const asked = ['check', '--write', '--stdin-file-path=rules/offres/pli-perdu.ts'];
      const { stdout } = spawnSync(process.execPath, [biome, ...asked], {
        cwd: root,
        input: written,
        encoding: 'utf8',
      });
      assert.equal(stdout, written);
    }));

  const REFUSED: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no id', [], /one id is expected: npm run new-rule theme\/name/],
    ['capitals and accents', ['offres/Pli-égaré'], /is no id/],
    ['a way out of the folder', ['../offres/pli'], /is no id/],
    ['a theme that is none', ['kit/pli'], /no theme "kit": there are variantes, .*server\/core\/themes\.ts/],
    ['a rule that has its English', ['offres/hors-delai'], /l10n\/rules\.en\.json has "offres\/hors-delai" already/],
  ];
  it('refuses in one line what is no id, and writes nothing', () =>
    scratch((path) => {
      const english = readFileSync(join(path, 'l10n/rules.en.json'), 'utf8');
      for (const [name, args, said] of REFUSED) {
        const { code, out, err } = run(path, 'new-rule', ...args);
        assert.equal(code, 2, name);
        assert.equal(out, '', name);
        assert.match(err, said, name);
        assert.match(err, /^new-rule: [^\n]+\n$/, name);
      }
      assert.deepEqual(readdirSync(join(path, 'rules')).sort(), ['concepts', 'facts', 'kit', 'law', 'reading']);
      assert.equal(readFileSync(join(path, 'l10n/rules.en.json'), 'utf8'), english);
    }));

  it('never writes over a rule', () =>
    scratch((path) => {
      run(path, 'new-rule', 'offres/pli-perdu');
      const file = join(path, 'rules/offres/pli-perdu.ts');
      writeFileSync(file, 'mine');
      const { code, err } = run(path, 'new-rule', 'offres/pli-perdu');
      assert.equal(code, 2);
      assert.equal(err, 'new-rule: rules/offres/pli-perdu.ts is there already, nothing was written\n');
      assert.equal(readFileSync(file, 'utf8'), 'mine');
    }));
});

describe('npm run new-concept', () => {
  it('writes a concept that the trainer reads, under new hands and for the rule of its name, and says what to run', () =>
    scratch((path) => {
      run(path, 'new-rule', 'offres/pli-perdu');
      const { code, out, err } = run(path, 'new-concept', 'offres/pli-perdu');
      assert.deepEqual({ code, err }, { code: 0, err: '' });
      assert.match(out, /npx mocha --spec test\/reading\/concepts\.slow\.test\.ts[\s\S]*npm run train/);
      const source = readFileSync(join(path, 'rules/concepts/offres/pli-perdu.yaml'), 'utf8');
      const { rules, role, says, said, unsaid } = readConcept('offres/pli-perdu', source);
      assert.deepEqual([rules, role], [['offres/pli-perdu'], 'faute']);
      assert.match(says, /\]$/);
      for (const lines of [said, unsaid])
        assert.deepEqual(
          lines.map(({ hand }) => hand),
          ['h13', 'h14', 'h15'],
        );
    }));

  it('refuses an id that is none and a concept that is there', () =>
    scratch((path) => {
      assert.match(run(path, 'new-concept', 'Offres').err, /^new-concept: "Offres" is no id: [^\n]+\n$/);
      const { code, err } = run(path, 'new-concept', 'offres/une');
      assert.equal(code, 2);
      assert.equal(err, 'new-concept: rules/concepts/offres/une.yaml is there already, nothing was written\n');
      assert.deepEqual(readdirSync(join(path, 'rules/concepts/offres')), ['une.yaml']);
      assert.ok(!existsSync(join(path, 'rules/concepts/Offres')));
    }));
});
