import assert from 'node:assert/strict';
import { parted } from '../../../rules/facts/criteres/partage.ts';

const rows = (...values: number[]) => values.map((value) => ({ value }));
const values = (...args: Parameters<typeof parted>) => parted(...args)?.map((group) => group.map(({ value }) => value));

describe('criteria with their parts', () => {
  it('make the whole, each with the parts that make it, or that make a hundred', () => {
    assert.deepEqual(values(rows(60, 30, 30, 40), 100), [[60, 30, 30], [40]]);
    assert.deepEqual(values(rows(60, 70, 30, 40), 100), [[60, 70, 30], [40]]);
    assert.deepEqual(values(rows(50, 30, 20), 100), [[50], [30], [20]]);
  });

  it('are none where nothing makes it, or where they are too many', () => {
    assert.equal(parted(rows(60, 30), 100), undefined);
    assert.equal(parted(rows(...Array<number>(41).fill(2)), 82), undefined);
  });

  it('are looked for once from each place, not once by each way to it', () => {
    /** How many numbers are looked at before so many threes of rows are told to make nothing. */
    const looked = (threes: number): number => {
      let count = 0;
      const row = (value: number) => ({
        get value() {
          count++;
          return value;
        },
      });
      assert.equal(parted(Array.from({ length: threes }, () => [row(2), row(1), row(1)]).flat(), 999), undefined);
      return count;
    };
    // Each three doubles the ways: sixty-four times as many for six more.
    assert.ok(looked(12) < 12 * looked(6));
  });
});
