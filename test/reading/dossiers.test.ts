import assert from 'node:assert/strict';
import { type Dossier, judgeDossier, type Label } from '../../scripts/measure/dossiers.ts';

const TEXT = `# CCAP

## 1. Textes

Le décret n° 2016-360 s'applique.

L'ordonnance n° 2015-899 s'applique.
`;
const RULE = 'droit/reference-abrogee';
const FIRST: Label = { file: 'ccap.md', rule: RULE, quote: 'décret n° 2016-360' };
const SECOND: Label = { file: 'ccap.md', rule: RULE, quote: 'ordonnance n° 2015-899' };

/** What is said of the two faults: counts of labels found and missed, and of findings of the rule that are wrong. */
function counts(findings: readonly Label[], tolerated: readonly Label[] = []) {
  const dossier: Dossier = { name: 'd', hand: 'h', files: [{ path: 'ccap.md', text: TEXT }], findings, tolerated };
  const { found, missed, wrong } = judgeDossier(dossier);
  return [found.length, missed.length, wrong.filter(({ rule }) => rule.id === RULE).length];
}

describe('a whole consultation is scored', () => {
  it('with a label found by a finding on its lines', () => assert.deepEqual(counts([FIRST, SECOND]), [2, 0, 0]));
  it('with what no label expects wrong, and what none answers missed', () => {
    assert.deepEqual(counts([FIRST]), [1, 0, 1]);
    assert.deepEqual(counts([FIRST, SECOND, { ...FIRST, rule: 'droit/ccag-perime' }]), [2, 1, 0]);
  });
  it('with what is tolerated neither found nor wrong', () => assert.deepEqual(counts([FIRST], [SECOND]), [1, 0, 0]));
  it('with one finding for one label', () => assert.deepEqual(counts([FIRST, FIRST]), [1, 1, 1]));
  it('with a label without quote, or without file, found anywhere', () => {
    assert.deepEqual(counts([{ file: 'ccap.md', rule: RULE }, SECOND]), [2, 0, 0]);
    assert.deepEqual(counts([{ file: '*', rule: RULE }, FIRST]), [2, 0, 0]);
    assert.deepEqual(counts([{ file: 'rc.md', rule: RULE }]), [0, 1, 2]);
  });
});
