import assert from 'node:assert/strict';
import fc from 'fast-check';
import file from '../../rules/reading/model/model.json' with { type: 'json' };
import { base64Of, unpack } from '../../rules/reading/packed.ts';
// @ts-expect-error plain JavaScript, without types
import { pack } from '../../scripts/pack.mjs';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

const packed: Uint8Array = pack(file);

describe('a packed model', () => {
  it('is unpacked as it was, its keys in their order', () => {
    assert.ok(JSON.stringify(unpack(packed, base64)) === JSON.stringify(file));
  });

  it('is unpacked as it was whatever its tables', () =>
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 800, maxLength: 900 }), { maxLength: 3 }), (tables) => {
        const made = {
          sum: 1,
          ...Object.fromEntries(tables.map((t, i) => [`table${i}`, base64(t)])),
          texte: 'é'.repeat(2000),
        };
        assert.ok(JSON.stringify(unpack(pack(made), base64)) === JSON.stringify(made));
      }),
      { numRuns: 20 },
    ));

  it('is refused when it is cut, or is none', () => {
    for (const length of [0, 3, 100, packed.length - 1])
      assert.throws(() => unpack(packed.subarray(0, length), base64), `${length}`);
    assert.throws(() => unpack(new Uint8Array(64), base64));
  });

  it('writes base64 without Node as with it', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60_000 }), (bytes) => {
        assert.equal(base64Of(bytes), base64(bytes));
      }),
      { numRuns: 30 },
    ));
});
