import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { avisExemple } from '../../rules/facts/avis/exemple.ts';
import { exportWord } from '../../server/word/export.ts';
import { BUILT, inFolder } from '../cli/terminal.ts';

/** Runs the program that is built, and says on a channel of its own which files it has loaded. */
const SCRIPT = `
process.on('exit', () => require('node:fs').writeSync(3, JSON.stringify(Object.keys(require.cache))));
process.argv.push('check', '.', '--format', 'json');
require(process.argv[1]);
`;

/** The bundles that a check of some files loads, that of the command line apart. */
const loadedFor = (files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> =>
  inFolder(files, async (cwd) => {
    const { output } = spawnSync(process.execPath, ['-e', SCRIPT, BUILT], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    const paths = JSON.parse(String(output[3])) as string[];
    return paths.filter((path) => path !== BUILT && dirname(path) === dirname(BUILT)).map((path) => basename(path));
  });

const RC = { 'rc.md': '# Règlement de la consultation\n\nLes variantes sont autorisées.\n' };

describe('What reads Word documents, schedules and notices', () => {
  it('is not loaded for a folder of drafts', async () => {
    assert.deepEqual(await loadedFor({ ...RC, 'notes.txt': 'a', 'plan.pdf': 'a' }), []);
  });

  for (const [what, name, content, bundle] of [
    ['a schedule', 'bpu.csv', 'N°;Désignation;Unité;Prix unitaire HT\n1;Tonte;m2;\n', 'formats.cjs'],
    ['a notice', 'avis.xml', avisExemple({ lots: [{}] }), 'formats.cjs'],
    ['a Word document', 'ccap.docx', undefined, 'word.cjs'],
  ] as const)
    it(`is loaded for ${what}, and nothing else`, async () => {
      const bytes = content ?? (await exportWord('# CCAP\n')).bytes;
      assert.deepEqual(await loadedFor({ ...RC, [name]: bytes }), [bundle]);
    });
});
