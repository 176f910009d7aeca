import assert from 'node:assert/strict';
import { dceLint, inFolder } from './terminal.ts';

const rc = (lots: readonly string[]) =>
  `# Règlement de la consultation\n\n## Lots\n\nLe marché est divisé en ${lots.length} lots :\n\n${lots.map((l, i) => `- Lot ${i + 1} : ${l}\n`).join('')}`;

interface Diff {
  changes: { label: string; kind: string }[];
}

// What changes in the sample consultation: `diff.slow.test.ts`.
describe('dce-lint diff of short drafts', () => {
  it('tells a lot that comes and one that goes', () => {
    const files = { 'v1.md': rc(['voirie', 'réseaux']), 'v2.md': rc(['voirie', 'réseaux', 'espaces verts']) };
    return inFolder(files, async (cwd) => {
      const there = JSON.parse((await dceLint(cwd, ['diff', 'v1.md', 'v2.md', '--format', 'json'])).out) as Diff;
      assert.ok(there.changes.some((c) => c.kind === 'added' && c.label === 'Lot 3'));
      const back = JSON.parse((await dceLint(cwd, ['diff', 'v2.md', 'v1.md', '--format', 'json'])).out) as Diff;
      assert.ok(back.changes.some((c) => c.kind === 'removed' && c.label === 'Lot 3'));
    });
  });

  it('says in one line, and exits 2, that there is nothing to compare', () =>
    inFolder({ 'a/rc.md': rc(['voirie', 'réseaux']), 'b/note.txt': 'x' }, async (cwd) => {
      for (const [args, words] of [
        [['a', 'b'], /b : aucune pièce à comparer/],
        [['a', 'absent'], /absent : ce fichier ou dossier n’existe pas/],
        [['a'], /argument manquant/],
      ] as const) {
        const { out, err, code } = await dceLint(cwd, ['diff', ...args]);
        assert.deepEqual([out, code], ['', 2]);
        assert.match(err, words);
        assert.match(err, /^[^\n]*\n$/);
      }
    }));
});
