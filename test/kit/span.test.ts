import assert from 'node:assert/strict';
import {
  between,
  contains,
  cover,
  endOf,
  live,
  overlaps,
  type Span,
  startOf,
  TOP,
  widen,
} from '../../rules/kit/span.ts';

const at = (start: number, end: number): Span => ({ start, end });
const numbers = ({ start, end }: Span) => [start, end];

describe('a span', () => {
  it('is made of others', () => {
    assert.deepEqual(numbers(cover(at(3, 9), at(5, 7))), [3, 9]);
    assert.deepEqual(numbers(cover(at(5, 7), at(3, 9))), [3, 9]);
    assert.deepEqual(numbers(cover(at(1, 2), at(5, 7))), [1, 7]);
    assert.deepEqual(numbers(between(at(1, 2), at(5, 7))), [1, 7]);
    assert.deepEqual(numbers(startOf(at(5, 7))), [5, 5]);
    assert.deepEqual(numbers(endOf(at(5, 7))), [7, 7]);
    assert.deepEqual(numbers(widen(at(5, 7), 2, 1)), [3, 8]);
    assert.deepEqual(numbers(widen(at(5, 9), -1, -2)), [6, 7]);
    assert.deepEqual(numbers(TOP), [0, 0]);
  });

  it('moves as those do that it is made of, and is plain numbers in JSON', () => {
    let by = 0;
    const moving = live(
      () => 5 + by,
      () => 7 + by,
    );
    const made = [
      cover(moving, at(6, 6)),
      between(moving, moving),
      startOf(moving),
      endOf(moving),
      widen(moving, 1, 1),
    ];
    by = 10;
    assert.deepEqual(made.map(numbers), [
      [6, 17],
      [15, 17],
      [15, 15],
      [17, 17],
      [14, 18],
    ]);
    assert.equal(JSON.stringify(moving), '{"start":15,"end":17}');
  });

  it('overlaps what it touches, and contains what goes beyond neither end', () => {
    const place = at(5, 9);
    const near = [
      at(2, 4),
      at(2, 5),
      at(2, 7),
      at(5, 5),
      at(6, 8),
      at(5, 9),
      at(8, 12),
      at(9, 12),
      at(10, 12),
      at(2, 12),
    ];
    assert.deepEqual(
      near.filter((other) => overlaps(place, other)).map(numbers),
      near.filter(({ start, end }) => end > 4 && start < 10).map(numbers),
    );
    assert.deepEqual(near.filter((other) => contains(place, other)).map(numbers), [
      [5, 5],
      [6, 8],
      [5, 9],
    ]);
  });
});
