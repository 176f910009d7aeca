import assert from 'node:assert/strict';
import type { Features } from '../../rules/reading/features.ts';
import { thresholds } from '../../scripts/train/decide.ts';
import { quantised } from '../../scripts/train/quantise.ts';
import { learn, scoreOf } from '../../scripts/train/svm.ts';

const features = (...keys: number[]): Features => ({
  keys: Int32Array.from(keys),
  values: Float32Array.from(keys, () => 1),
});
const LESSONS = [
  { features: features(1, 2), says: true, cost: 5 },
  { features: features(1, 3), says: true, cost: 5 },
  { features: features(4, 2), says: false, cost: 5 },
  { features: features(4, 3), says: false, cost: 5 },
];

describe('A machine', () => {
  it('learns what tells the ones from the others', () => {
    const machine = learn(LESSONS, 1);
    for (const { features, says } of LESSONS) assert.equal(scoreOf(machine, features) > 0, says);
    assert.ok(scoreOf(machine, features(1, 9)) > scoreOf(machine, features(4, 9)));
  });

  it('is the same for the same lessons and seed', () => {
    assert.deepEqual(learn(LESSONS, 1), learn(LESSONS, 1));
  });

  it('keeps its largest weights in whole numbers', () => {
    const { kept, unit } = quantised(Float32Array.from([0, 1, -0.5, 1e-9]));
    assert.deepEqual(
      [...kept],
      [
        [1, 127],
        [2, -63],
      ],
    );
    assert.ok(Math.abs(127 * unit - 1) < 1e-6);
  });
});

describe('The thresholds', () => {
  it('let no look-alike through where they are sure', () => {
    const { sure, probable } = thresholds({
      said: [3, 2, 1, 0.5],
      unsaid: [0.8, 0.7, ...Array(18).fill(-1)],
      ordinary: [-1],
      words: 10_000,
    });
    assert.equal(sure, 1);
    assert.equal(probable, 1);
  });

  it('are out of reach where ordinary text scores as high as what says it', () => {
    const { sure } = thresholds({ said: [1, 1], unsaid: [-1], ordinary: Array(50).fill(2), words: 10_000 });
    assert.ok(sure > 1e6);
  });
});
