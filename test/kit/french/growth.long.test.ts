import assert from 'node:assert/strict';
import { assertLinear } from './growth.ts';

const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((m) => ({ from: m.index, to: m.index + m[0].length }));

describe('the growth of a reader', () => {
  it('is seen where it is quadratic, and where it is linear', () => {
    const counting = (text: string) => {
      let spaces = 0;
      for (let i = 0; i < text.length; i += 4) for (let j = 0; j < i; j++) if (text.charCodeAt(j) === 32) spaces++;
      return [{ from: 0, to: spaces }];
    };
    assert.throws(() => assertLinear(counting, ' '), /grows/);
    assertLinear((text) => found(text, / +/g), ' ');
    assertLinear((text) => found(text, / /g), ' ');
  });
});
