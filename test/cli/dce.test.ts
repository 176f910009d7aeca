import assert from 'node:assert/strict';
import { dceLint, inFolder } from './terminal.ts';

const RC = '# RC\n\n## 1. Durée\n\nLa durée du marché est de 24 mois.\n';
const BESOIN = '# Besoin\n\n## 1. Durée\n\nLa durée du marché est de 36 mois.\n';
const DCE = 'date: 2027-01-15\npieces:\n  - rc.md\n  - fichier: technique/besoin.md\n    piece: cctp\n';
const FILES = { 'dce.yaml': DCE, 'rc.md': RC, 'technique/besoin.md': BESOIN };

interface Report {
  files: { path: string; piece: string; pieceFrom: string; date: string; findings: { rule: string }[] }[];
}

const check = async (cwd: string, ...args: string[]) => {
  const { out, err, code } = await dceLint(cwd, ['check', '--format', 'json', ...args]);
  const { files } = JSON.parse(out) as Report;
  return { err, code, files };
};
const of = ({ files }: { files: Report['files'] }) =>
  files.map(({ path, piece, date, findings }) => [
    path,
    piece,
    date,
    findings.some((f) => f.rule === 'dossier/duree') ? 'dossier/duree' : '',
  ]);

describe('a consultation described by dce.yaml, on the command line', () => {
  it('is one, whatever folders its pieces are in and whichever is named', () =>
    inFolder(FILES, async (cwd) => {
      const rc = ['rc.md', 'rc', '2027-01-15', 'dossier/duree'];
      const besoin = ['technique/besoin.md', 'cctp', '2027-01-15', 'dossier/duree'];
      const all = await check(cwd);
      assert.deepEqual(of(all), [rc, besoin]);
      assert.equal(all.files[1]?.pieceFrom, 'dce-yaml');
      assert.deepEqual(of(await check(cwd, 'rc.md')), [rc]);
      assert.deepEqual(of(await check(cwd, 'technique')), [besoin]);
      assert.deepEqual(of(await check(cwd, 'dce.yaml')), [rc, besoin]);
    }));

  it('leaves out what it does not list, and says so', () =>
    inFolder({ ...FILES, 'cctp.md': BESOIN, 'README.md': 'Lisez-moi.' }, async (cwd) => {
      const { files, err } = await check(cwd);
      assert.equal(files.length, 2);
      assert.match(
        err,
        /^dce-lint : pas vérifié, car absent de la liste « pieces » de dce\.yaml : cctp\.md\. L’y ajouter si c’est une pièce\.$/m,
      );
      const named = await dceLint(cwd, ['check', 'cctp.md']);
      assert.equal(named.code, 2);
      assert.match(named.err, /cctp\.md : ce fichier n’est pas dans la liste/);
    }));

  it('goes by one configuration, that of its folder', () =>
    inFolder(
      {
        ...FILES,
        'dce.yaml': DCE.replace(/^date.*\n/, ''),
        '.dce-lint.yaml': 'date: 2020-01-01\n',
        'technique/.dce-lint.yaml': 'date: 2021-01-01\n',
      },
      async (cwd) => {
        const { out } = await dceLint(cwd, ['config', 'technique/besoin.md']);
        assert.match(out, /^date +2020-01-01 +\S*\.dce-lint\.yaml$/m);
      },
    ));

  it('has its faults said with their line, the rest in force, and exits 2', () =>
    inFolder({ ...FILES, 'dce.yaml': DCE.replace('rc.md', 'rcc.md').replace('date', 'dat') }, async (cwd) => {
      const { err, code, files } = await check(cwd);
      assert.equal(code, 2);
      assert.match(err, /^dce-lint : dce\.yaml, ligne 1 : « dat ».*« date »/m);
      assert.match(err, /^dce-lint : dce\.yaml, ligne 3 : Le fichier « rcc\.md » n'existe pas.*« rc\.md »/m);
      assert.deepEqual(
        files.map((f) => f.path),
        ['technique/besoin.md'],
      );
    }));
});

describe('dce-lint facts FOLDER', () => {
  it('prints each value with its places, and marks those in conflict', () =>
    inFolder(FILES, async (cwd) => {
      const { out, code } = await dceLint(cwd, ['facts', '.']);
      assert.equal(code, 0);
      assert.match(out, /Pièces : RC \(rc\.md\), CCTP \(technique\/besoin\.md\)/);
      assert.match(out, /^ {4}Date de lancement : 2027-01-15 +dce\.yaml:1$/m);
      assert.match(out, /^ {2}! Durée : 24 mois +rc\.md:5$/m);
      assert.match(out, /^ {2}! Durée : 36 mois +technique\/besoin\.md:5$/m);
      assert.match(out, /1 contradiction, marquée d’un « ! »/);
    }));

  it('gives the same as JSON, with the facts of each piece beside', () =>
    inFolder(FILES, async (cwd) => {
      const { out } = await dceLint(cwd, ['facts', '--format', 'json']);
      const { consultations, files } = JSON.parse(out) as {
        consultations: { path: string; conflicts: number; matters: { id: string }[] }[];
        files: { path: string }[];
      };
      assert.deepEqual(
        consultations.map((c) => [c.path, c.conflicts, c.matters.map((m) => m.id)]),
        [['.', 1, ['dce', 'duree']]],
      );
      assert.deepEqual(
        files.map((f) => f.path),
        ['rc.md', 'technique/besoin.md'],
      );
    }));

  it('says that there is no contradiction when there is none', () =>
    inFolder({ 'rc.md': RC }, async (cwd) => {
      assert.match((await dceLint(cwd, ['facts', '.'])).out, /Aucune contradiction\./);
    }));
});
