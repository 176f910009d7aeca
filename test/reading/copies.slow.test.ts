import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { asTheyAre, COPIES, changes } from '../../scripts/measure/copies.ts';

const sample = (name: string) => ({
  path: `${name}.md`,
  text: readFileSync(new URL(`../../examples/consultation-fautive/${name}.md`, import.meta.url), 'utf8'),
});
const files = ['rc', 'cctp', 'ccap'].map(sample);

describe('a consultation written otherwise', () => {
  const [known] = asTheyAre([{ name: 'd', hand: 'h', files, findings: [], tolerated: [] }]);
  assert.ok(known);
  for (const [name, copy] of Object.entries(COPIES))
    it(`is told the same: ${name}`, () => {
      const { lost, added, all } = changes([known], copy);
      assert.deepEqual([lost, added, all], [[], [], known.as.length]);
    });

  it('is counted where it is not: what goes, and what comes', () => {
    const withoutTitles = changes([known], (text) => text.replace(/^# .*$/gm, '# Note'));
    assert.ok(withoutTitles.lost.length > 0);
    assert.equal(changes([{ ...known, as: [] }], (text) => text).added.length, known.as.length);
  });
});
