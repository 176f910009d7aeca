import assert from 'node:assert/strict';
import fc from 'fast-check';
import { difference } from '../../rules/kit/markdown/difference.ts';

const text = fc.array(fc.constantFrom('a', 'b', 'é', '’', 'ab'.repeat(200)), { maxLength: 30 }).map((s) => s.join(''));

/** The longest common beginning, unit by unit. */
const common = (a: string, b: string): number => {
  let n = 0;
  while (n < Math.min(a.length, b.length) && a[n] === b[n]) n++;
  return n;
};

describe('the difference between two texts', () => {
  it('lies between the longest beginning and the longest end that they share', () => {
    fc.assert(
      fc.property(text, text, text, text, (head, out, into, tail) => {
        const [old, now] = [head + out + tail, head + into + tail];
        const { from, before, after } = difference(old, now);
        assert.equal(from, common(old, now));
        assert.equal(old.slice(0, from) + now.slice(from, after) + old.slice(before), now);
        assert.ok(before === from || after === from || old[before - 1] !== now[after - 1], 'more of the end is shared');
      }),
    );
  });

  it('is empty, at the end, when they are equal', () => {
    assert.deepEqual(difference('égal', 'égal'), { from: 4, before: 4, after: 4 });
  });
});
