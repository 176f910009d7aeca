import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, plain } from '../../../rules/kit/french/fold.ts';

const unit = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'abé È  --\'’œÅK0\u0301\u00a0«»"ﬁ…\n') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2 }) },
);

describe('folding without a map', () => {
  it('gives what folding with one gives', () => {
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 12 }).map((units) => units.join('')),
        (text) => assert.equal(plain(text), fold(text).text.trim()),
      ),
      { numRuns: 5000 },
    );
  });
});
