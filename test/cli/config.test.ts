import assert from 'node:assert/strict';
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
});
