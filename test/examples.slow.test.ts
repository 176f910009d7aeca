import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openConsultation } from '../rules/consultation/open.ts';
import { rules } from '../rules/index.ts';
import { check } from '../server/core/check.ts';

const examples = join(dirname(fileURLToPath(import.meta.url)), '..', 'examples');

/** Findings of a folder, as « file rule ». */
function findingsOf(folder: string): string[] {
  const names = readdirSync(join(examples, folder)).filter((f) => f.endsWith('.md'));
  const sources = names.map((path) => ({ path, text: readFileSync(join(examples, folder, path), 'utf8') }));
  const consultation = openConsultation(sources, { date: '2026-12-01', files: names });
  return check(consultation, { rules, rethrow: true }).findings.map((f) => `${f.piece.path} ${f.rule.id}`);
}

/** The faults that the examples' own page lists, by folder. */
const announced = [
  ...readFileSync(join(examples, 'README.md'), 'utf8').matchAll(/^\| `([^`]+)` \| `([a-z-]+\/[a-z-]+)` \|/gm),
].map(([, path = '', rule = '']) => ({ folder: dirname(path), name: path.split('/').pop() ?? '', rule }));

describe('the sample consultations', () => {
  it('announce their faults', () => {
    assert.ok(announced.length >= 16);
  });

  for (const folder of new Set(announced.map((a) => a.folder))) {
    it(`hold exactly the faults announced: consultation-fautive/${folder === '.' ? '' : folder}`, () => {
      assert.deepEqual(
        findingsOf(join('consultation-fautive', folder)).sort(),
        announced
          .filter((a) => a.folder === folder)
          .map((a) => `${a.name} ${a.rule}`)
          .sort(),
      );
    });
  }

  it('have nothing to be said of the sound one', () => {
    assert.deepEqual(findingsOf('consultation-conforme'), []);
  });
});
