import assert from 'node:assert/strict';
import fc from 'fast-check';
import file from '../../rules/reading/model/model.json' with { type: 'json' };
import { Model, type ModelFile } from '../../rules/reading/model.ts';
import { unpack } from '../../rules/reading/packed.ts';
// @ts-expect-error plain JavaScript, without types
import { pack } from '../../scripts/pack.mjs';

const base64 = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64');
/** With its tables as base64 again. */
const written = (unpacked: object) =>
  Object.fromEntries(
    Object.entries(unpacked).map(([key, value]) => [key, value instanceof ArrayBuffer ? base64(value) : value]),
  );

const packed: Uint8Array = pack(file);

describe('a packed model', () => {
  it('is unpacked as it was', () => {
    assert.deepEqual(written(unpack(packed)), file);
  });

  it('is unpacked as it was whatever its tables', () =>
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 800, maxLength: 900 }), { maxLength: 3 }), (tables) => {
        const made = {
          sum: 1,
          ...Object.fromEntries(tables.map((t, i) => [`table${i}`, Buffer.from(t).toString('base64')])),
          texte: 'é'.repeat(2000),
        };
        assert.deepEqual(written(unpack(pack(made))), made);
      }),
      { numRuns: 20 },
    ));

  it('is read as its file is', () => {
    const [model, same] = [new Model(unpack(packed)), new Model(file as unknown as ModelFile)];
    const text = 'un pli recu apres l’heure limite est examine';
    assert.deepEqual(model.scores(text, 'text'), same.scores(text, 'text'));
  });

  it('is refused when it is cut, or is none', () => {
    for (const length of [0, 3, 100, packed.length - 1])
      assert.throws(() => unpack(packed.subarray(0, length)), `${length}`);
    assert.throws(() => unpack(new Uint8Array(64)));
  });
});
