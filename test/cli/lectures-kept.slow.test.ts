import assert from 'node:assert/strict';
import { dceLint, inFolder } from './terminal.ts';

const SENTENCE =
  'Ces offres, quoique tardives, participent au classement dans les mêmes conditions que les offres arrivées à temps.';
const RC = `---\ndce:\n  piece: rc\n  date: 2026-10-01\n---\n\n# Règlement de la consultation\n\n${SENTENCE}\n`;
const REFUSED = `- enonce: "${SENTENCE}"\n  notion: offres/tardives-acceptees\n  motif: C’est une citation de l’ancien règlement.\n`;
const FILE = '.dce-lint-lectures.yaml';

interface Report {
  notChecked: unknown[];
  summary: { suppressed: number };
}

describe('a refused reading', () => {
  it('silences what rests on it by threads too, and from the cache only as long as the file says the same', () =>
    inFolder({ 'a/rc.md': RC, 'b/rc.md': RC, [FILE]: REFUSED, 'none.yaml': '[]\n' }, async (cwd) => {
      const run = async (file: string, ...more: readonly string[]) => {
        const { out } = await dceLint(cwd, ['check', 'a', 'b', '--format', 'json', '--lectures', file, ...more]);
        const { summary, notChecked } = JSON.parse(out) as Report;
        return [summary.suppressed, notChecked.length];
      };
      assert.deepEqual(await run(FILE, '--jobs', '2'), [2, 2]);
      assert.deepEqual(await run(FILE, '--cache'), [2, 2]);
      assert.deepEqual(await run(FILE, '--cache'), [2, 2]);
      assert.deepEqual(await run('none.yaml', '--cache'), [0, 0]);
    })).timeout(60_000);
});
