import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, foldUnits, plain } from '../../../rules/kit/french/fold.ts';

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

describe('folding a text in which each unit gives one', () => {
  const texts = fc.array(unit, { maxLength: 12 }).map((units) => units.join(''));

  it('gives what folding unit by unit gives', () => {
    let even = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const { text: folded, map } = fold(text);
        const slow = foldUnits(text);
        assert.equal(folded, slow.text);
        assert.deepEqual(map ?? Uint32Array.from({ length: text.length + 1 }, (_, i) => i), slow.map);
        if (!map) even++;
      }),
      { numRuns: 20_000 },
    );
    assert.ok(even > 1000, `${even} were even`);
  });

  it('is no other for a long one', () => {
    const text = 'Le délai d’exécution – ferme – est de 12 mois.\n'.repeat(200);
    assert.equal(fold(text).text, foldUnits(text).text);
  });
});
