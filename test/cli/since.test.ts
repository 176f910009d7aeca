import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ATTRIBUTES, arm, trap } from './armed.ts';
import { committed, git } from './git.ts';
import { dceLint, inFolder } from './terminal.ts';

const CCAP = '# CCAP\n\nLa tranche conditionnelle est affermie.\n';
const DCE = 'pieces:\n  - fichier: marche/ccap.md\n    piece: ccap\n';
const FILES = { 'a/ccap.md': CCAP, 'b/ccap.md': CCAP, 'c/ccap.md': CCAP, 'c/dce.yaml': 'dce:\n  procedure: mapa\n' };

const commit = (cwd: string, files: Readonly<Record<string, string | undefined>>) => {
  for (const [name, text] of Object.entries(files))
    if (text === undefined) rmSync(join(cwd, name));
    else {
      mkdirSync(join(cwd, name, '..'), { recursive: true });
      writeFileSync(join(cwd, name), text);
    }
  git(cwd, 'Ana', 'add', '--all');
  git(cwd, 'Ana', 'commit', '-qm', 'suite');
};
const since = async (cwd: string, revision: string, ...more: string[]) => {
  const run = await dceLint(cwd, ['check', '--fail-on', 'never', '--format', 'json', '--since', revision, ...more]);
  const paths = run.out ? (JSON.parse(run.out) as { files: { path: string }[] }).files.map((f) => f.path) : [];
  return { ...run, paths };
};

describe('dce-lint check --since', () => {
  it('checks the consultations of which a file has changed, come or gone, whole', () =>
    inFolder({ ...FILES, 'b/annexe.pdf': 'x', 'a/ae.md': '# Acte d’engagement\n' }, async (cwd) => {
      committed(cwd, 'Ana');
      commit(cwd, { 'a/ccap.md': `${CCAP}\nUn mot.\n` });
      commit(cwd, { 'b/annexe.pdf': undefined, 'd/ccap.md': CCAP });
      assert.deepEqual((await since(cwd, 'HEAD~1')).paths, ['b/ccap.md', 'd/ccap.md']);
      const two = await since(cwd, 'HEAD~2');
      assert.deepEqual(two.paths, ['a/ae.md', 'a/ccap.md', 'b/ccap.md', 'd/ccap.md']);
      assert.match(two.err, /--since HEAD~2 \([0-9a-f]{8}\.\.[0-9a-f]{8}\) : consultations changées : 3 sur 4/);
    })).timeout(60_000);

  it('is content where nothing has changed, whatever is not yet in the history', () =>
    inFolder(FILES, async (cwd) => {
      committed(cwd, 'Ana');
      writeFileSync(join(cwd, 'a/ccap.md'), '# CCAP\n');
      const { paths, code, err } = await since(cwd, 'HEAD');
      assert.deepEqual([paths, code], [[], 0]);
      assert.match(
        err,
        /consultations changées : 0 sur 3 ; ce qui n’est pas encore dans l’historique n’est pas compté/,
      );
    })).timeout(60_000);

  it('takes a configuration for a change of all that is under it, and a listed piece for its consultation', () =>
    inFolder({ ...FILES, 'e/dce.yaml': DCE, 'e/marche/ccap.md': CCAP }, async (cwd) => {
      committed(cwd, 'Ana');
      commit(cwd, { 'e/marche/ccap.md': '# CCAP\n' });
      assert.deepEqual((await since(cwd, 'HEAD~1')).paths, ['e/marche/ccap.md']);
      commit(cwd, { '.dce-lint.yaml': 'extends: complet\n' });
      assert.equal((await since(cwd, 'HEAD~1')).paths.length, 4);
      commit(cwd, {
        '.gitlab-ci.yml': 'stages: []\n',
        '.github/workflows/x.yml': 'on: push\n',
        'c/dce.yaml': undefined,
      });
      assert.deepEqual((await since(cwd, 'HEAD~1')).paths, ['c/ccap.md']);
      // What a configuration may extend, and what an option names.
      commit(cwd, { 'commun/achats.yaml': 'extends: complet\n' });
      assert.equal((await since(cwd, 'HEAD~1')).paths.length, 4);
      commit(cwd, { 'connus.json': '{}' });
      assert.equal((await since(cwd, 'HEAD~1')).paths.length, 0);
    })).timeout(60_000);

  it('compares with where a branch parted from the revision', () =>
    inFolder(FILES, async (cwd) => {
      committed(cwd, 'Ana');
      git(cwd, 'Ana', 'branch', 'principale');
      commit(cwd, { 'a/ccap.md': '# CCAP\n' });
      git(cwd, 'Ana', 'checkout', '-q', 'principale');
      commit(cwd, { 'b/ccap.md': '# CCAP\n' });
      git(cwd, 'Ana', 'checkout', '-q', '-');
      assert.deepEqual((await since(cwd, 'principale')).paths, ['a/ccap.md']);
    })).timeout(60_000);

  it('says in one line that there is no history, no such revision, or none to compare', () =>
    inFolder(FILES, async (cwd) => {
      const refused = async (revision: string, words: RegExp) => {
        const { err, out, code } = await since(cwd, revision);
        assert.deepEqual([out, code], ['', 2]);
        assert.match(err, words);
        assert.match(err, /^dce-lint : [^\n]*\n$/);
      };
      await refused('HEAD', /ce dossier n’en a pas/);
      git(cwd, 'Ana', 'init', '-q');
      await refused('HEAD', /un historique d’au moins un commit/);
      committed(cwd, 'Ana');
      await refused('absente', /--since absente : cette révision n’est pas dans l’historique .*fetch-depth/);
      const run = await dceLint(cwd, ['check', '--since=--output=x']);
      assert.deepEqual([run.code, existsSync(join(cwd, 'x'))], [2, false]);
    })).timeout(60_000);

  it('runs nothing that the folder names, though its files are not as they were committed', async () => {
    const { program, mark, remove } = trap();
    try {
      await inFolder({ ...FILES, '.gitattributes': ATTRIBUTES }, async (cwd) => {
        committed(cwd, 'Ana');
        commit(cwd, { 'a/ccap.md': '# CCAP\n' });
        arm(join(cwd, '.git'), program);
        writeFileSync(join(cwd, 'b/ccap.md'), '# CCAP\n');
        assert.deepEqual((await since(cwd, 'HEAD~1')).paths, ['a/ccap.md']);
        // What a program would fetch is not there to compare.
        const tree = git(cwd, 'Ana', 'rev-parse', 'HEAD~1^{tree}').toString().trim();
        rmSync(join(cwd, '.git/objects', tree.slice(0, 2), tree.slice(2)));
        assert.equal((await since(cwd, 'HEAD~1')).code, 2);
        assert.ok(!existsSync(mark));
      });
    } finally {
      remove();
    }
  }).timeout(60_000);
});
