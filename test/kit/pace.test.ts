import assert from 'node:assert/strict';
import { finish, getFurther, mayPause, type Pace, runAt } from '../../rules/kit/pace.ts';

describe('long work', () => {
  /** A clock that is moved by hand. */
  const clock = (most: number): { now: number; readonly pace: Pace } => {
    const made = { now: 0, pace: { spent: () => made.now, most } };
    return made;
  };

  it('is put aside once it has had its time, where it may be', () => {
    const time = clock(10);
    const steps: number[] = [];
    const work = () => {
      getFurther();
      for (let i = 1; i <= 5; i++) {
        time.now += 4;
        mayPause();
        steps.push(i);
      }
      return 'done';
    };
    assert.equal(runAt(time.pace, work), undefined);
    // At 12 of 10 it gives way; at 8 it did not.
    assert.deepEqual(steps, [1, 2]);
    const exact = clock(8);
    assert.equal(
      runAt(exact.pace, () => {
        getFurther();
        exact.now = 8;
        mayPause();
        return 'done';
      }),
      undefined,
    );
  });

  it('is not before it has got further than it was', () => {
    const time = clock(10);
    assert.deepEqual(
      runAt(time.pace, () => {
        time.now = 50;
        mayPause();
        return 'done';
      }),
      { value: 'done' },
    );
  });

  it('is not before it has gone on for as long as it took to come back', () => {
    const time = clock(10);
    const reached: number[] = [];
    const result = runAt(time.pace, () => {
      time.now = 30;
      getFurther();
      for (const now of [31, 59, 60]) {
        time.now = now;
        // What comes further again changes nothing.
        getFurther();
        mayPause();
        reached.push(now);
      }
    });
    assert.equal(result, undefined);
    assert.deepEqual(reached, [31, 59]);
  });

  it('counts from when it was taken up', () => {
    const time = clock(10);
    time.now = 100;
    const reached: number[] = [];
    runAt(time.pace, () => {
      time.now = 105;
      getFurther();
      for (const now of [109, 110]) {
        time.now = now;
        mayPause();
        reached.push(now);
      }
    });
    assert.deepEqual(reached, [109]);
  });

  it('goes on to its end without a pace, and may be asked outside of any', () => {
    assert.deepEqual(
      runAt(undefined, () => {
        getFurther();
        mayPause();
        return 1;
      }),
      { value: 1 },
    );
    mayPause();
    getFurther();
  });

  it('throws what it throws, and leaves the work around it as it was', () => {
    const time = clock(0);
    assert.throws(
      () =>
        runAt(time.pace, () => {
          throw new Error('non');
        }),
      /non/,
    );
    let isPutAside = true;
    const outer = runAt(time.pace, () => {
      getFurther();
      // The work within has a time of its own.
      assert.deepEqual(runAt(undefined, mayPause), { value: undefined });
      assert.throws(() =>
        runAt(undefined, () => {
          throw new Error('non');
        }),
      );
      mayPause();
      isPutAside = false;
    });
    assert.deepEqual([outer, isPutAside], [undefined, true]);
    // After it, nothing is under way.
    mayPause();
  });

  it('in steps is run to its end', () => {
    function* steps(): Generator<number, string> {
      yield 1;
      yield 2;
      return 'end';
    }
    assert.equal(finish(steps()), 'end');
  });
});
