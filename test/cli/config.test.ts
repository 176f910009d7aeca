import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NotChecked } from '../../server/core/not-checked.ts';
import { dceLint, inFolder } from './terminal.ts';

const DRAFT = '---\ndce:\n  piece: rc\n---\n\n# Règlement de la consultation\n';

describe('dce-lint config', () => {
  it('tells of each setting where it comes from, the file by its way from here', () =>
    inFolder(
      { '.dce-lint.yaml': 'rules:\n  criteres/caractere-innovant: info\n  allotissement/*: off\n', 'lot/rc.md': DRAFT },
      async (cwd) => {
        const { out, err, code } = await dceLint(cwd, ['config', 'lot/rc.md']);
        assert.deepEqual([err, code], ['', 0]);
        const settings = new Map(
          out
            .trimEnd()
            .split('\n')
            .map((line) => line.split(/ {2,}/))
            .map(([name = '', ...rest]) => [name, rest] as const),
        );
        assert.deepEqual(settings.get('préréglage'), ['complet', 'défaut']);
        assert.deepEqual(settings.get('date'), ['2026-12-01', 'jour de la vérification']);
        assert.deepEqual(settings.get('criteres/caractere-innovant'), ['conseil', '.dce-lint.yaml']);
        assert.deepEqual(settings.get('allotissement/nombre-incoherent'), ['désactivée', '.dce-lint.yaml']);
        assert.deepEqual(settings.get('variantes/exigences-minimales'), ['erreur', 'règle']);
      },
    ));

  it('gives the day that applies to the piece, and the levels of that day', () =>
    inFolder(
      {
        '.dce-lint.yaml': 'date: 2019-01-01\n',
        'rc.md': DRAFT.replace('  piece: rc', '  piece: rc\n  date: 2020-02-02'),
        'cctp.md': '# CCTP\n',
        'seul/ccap.md': '# CCAP\n',
        'dit/dce.yaml': 'date: 2021-03-03\npieces:\n  - ae.md\n',
        'dit/ae.md': '# Acte d’engagement\n',
      },
      async (cwd) => {
        for (const [path, day, origin] of [
          ['rc.md', '2020-02-02', 'en-tête de la pièce'],
          ['cctp.md', '2020-02-02', 'en-tête de rc.md'],
          ['seul/ccap.md', '2019-01-01', '.dce-lint.yaml'],
          ['dit/ae.md', '2021-03-03', 'dce.yaml'],
        ] as const) {
          const { out, err, code } = await dceLint(cwd, ['config', path]);
          assert.deepEqual([err, code], ['', 0], path);
          const rows = out.split('\n').map((line) => line.split(/ {2,}/));
          assert.deepEqual(
            rows.find(([name]) => name === 'date'),
            ['date', day, origin],
            path,
          );
          // Its law came in force in August 2026.
          const level = rows.find(([name]) => name === 'execution/condition-environnementale')?.[1];
          assert.equal(level, 'désactivée', path);
        }
      },
    ));

  it('exits 2 for what is no file, and for a configuration with a mistake', () =>
    inFolder({ 'rc.md': DRAFT, 'dossier/rc.md': DRAFT, 'dossier/.dce-lint.yaml': 'extends: guid\n' }, async (cwd) => {
      for (const [path, words] of [
        ['absent.md', /^dce-lint : absent\.md : ce fichier ou dossier n’existe pas\n$/],
        ['dossier', /^dce-lint : dossier : ce n’est pas un fichier\n$/],
        ['dossier/rc.md', /^dce-lint : dossier\/\.dce-lint\.yaml, ligne 1 : [^\n]*réglages par défaut\.\n$/],
      ] as const) {
        const { err, code } = await dceLint(cwd, ['config', path]);
        assert.equal(code, 2, path);
        assert.match(err, words);
      }
    }));
});

describe('A configuration that is wrong', () => {
  const check = async (cwd: string) => {
    const { out, code } = await dceLint(cwd, ['check', '--format', 'json', '--fail-on', 'never']);
    const { notChecked } = JSON.parse(out) as { notChecked: NotChecked[] };
    return { code, notChecked };
  };

  it('has all its mistakes told, each at its line, and the rest in force', () =>
    inFolder(
      {
        'rc.md': DRAFT,
        '.dce-lint.yaml': [
          '# un mot',
          'extends: guid',
          'rules:',
          '  pi/garantie: off',
          '  pi/garanti: off',
          '  pi/garantie: error',
          'date: demain',
          'inconnu: 3',
          'rules: {}',
          '---',
          'date: 2020-01-01',
        ].join('\r\n'),
      },
      async (cwd) => {
        const { code, notChecked } = await check(cwd);
        assert.equal(code, 2);
        assert.deepEqual(
          notChecked.map(({ line, why }) => [line, /« ([^»]*) »/.exec(why)?.[1]]),
          [
            [2, 'guid'],
            [5, 'pi/garanti'],
            [6, 'pi/garantie'],
            [7, 'demain'],
            [8, 'inconnu'],
            [9, 'rules'],
            [10, '---'],
          ],
        );
        for (const { remedy } of notChecked) assert.equal(remedy, 'Le reste de ce fichier s’applique.');
      },
    ));

  for (const [what, text, line] of [
    ['a quote that is not closed', 'date: 2020-01-01\nextends: "guide\nrules:\n  pi/garantie: off\n', 2],
    ['a brace that is not closed', 'date: 2020-01-01\nrules: {pi/garantie: off,\n  pi/droits-moraux: off\n', 2],
    ['a line out of its column', 'rules:\n  pi/garantie: off\n pi/droits-moraux: off\n', 3],
    ['a tab', 'date: 2020-01-01\nrules:\n\tpi/garantie: off\n', 3],
  ] as const)
    it(`is told of at the line at fault: ${what}`, () =>
      inFolder({ 'rc.md': DRAFT, '.dce-lint.yaml': text }, async (cwd) => {
        const { code, notChecked } = await check(cwd);
        const yaml = notChecked.filter((n) => n.why.startsWith('Ceci n'));
        assert.deepEqual([code, yaml.map((n) => n.line)], [2, [line]]);
      }));

  it('is a dce.yaml too: its fault is at its line', () =>
    inFolder({ 'rc.md': DRAFT, 'dce.yaml': 'procedure: "mapa\npieces:\n  - rc.md\n' }, async (cwd) => {
      const { code, notChecked } = await check(cwd);
      assert.deepEqual([code, notChecked.map((n) => [n.what, n.line])], [2, [['dce.yaml', 1]]]);
    }));

  for (const [what, put] of [
    ['a folder', (path: string) => mkdirSync(path)],
    ['a link to nothing', (path: string) => symlinkSync('absent.yaml', path)],
    ['a file in Latin-1', (path: string) => writeFileSync(path, Buffer.from('# réglé\n', 'latin1'))],
    ['a file too deep', (path: string) => writeFileSync(path, `rules: ${'['.repeat(5000)}`)],
    ['a list', (path: string) => writeFileSync(path, '- extends\n')],
  ] as const)
    it(`is said to be dropped, the defaults being used: ${what}`, () =>
      inFolder({ 'rc.md': DRAFT }, async (cwd) => {
        put(join(cwd, '.dce-lint.yaml'));
        const { code, notChecked } = await check(cwd);
        assert.deepEqual([code, notChecked.map((n) => n.what)], [2, ['.dce-lint.yaml']]);
        assert.match(notChecked[0]?.remedy ?? '', /faite avec les réglages par défaut/);
      }));

  it('is a dce.yaml too, where a folder or a link stands in its place', () =>
    inFolder({ 'rc.md': DRAFT }, async (cwd) => {
      symlinkSync('absent.yaml', join(cwd, 'dce.yaml'));
      const { code, notChecked } = await check(cwd);
      assert.deepEqual([code, notChecked.map((n) => n.what)], [2, ['dce.yaml']]);
      assert.match(notChecked[0]?.remedy ?? '', /Rien de ce fichier n’est appliqué/);
    }));
});
