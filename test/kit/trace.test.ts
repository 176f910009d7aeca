import assert from 'node:assert/strict';
import { Draft, type InPlace } from '../../rules/kit/draft.ts';
import { type Change, Computation, forgetTouched, isSomething, readWords, watched } from '../../rules/kit/trace.ts';
import { Words } from '../../rules/kit/words.ts';

/** An edit of a draft that changes what is named, and nothing else. */
const changeOf = (draft: object, named: { readonly [what: string]: unknown }): Change => ({
  draft,
  places: new Set('place' in named ? [named.place as object] : []),
  inPlace: new Set('inPlace' in named ? [named.inPlace as object] : []),
  divided: new Set('divided' in named ? [named.divided as object] : []),
  flips: (pattern) => pattern.source === named.flips,
  moves: (pattern) => pattern.source === named.moves,
  yields: (reader) => reader === named.yields,
  tells: (reading) => reading === named.tells,
});

describe('a computation', () => {
  const draft = new Draft('Un parc. Un bois.\n\nUne rue.');
  const [first, second] = draft.passages;
  assert.ok(first && second);
  const reader = () => undefined;
  const reading = (folded: string) => folded.length;
  const inPlace: InPlace<number> = { take: ({ folded }) => (folded === '' ? undefined : folded.length) };
  const touched = (run: () => unknown, named: { readonly [what: string]: unknown }, of: object = draft): boolean => {
    const computation = new Computation(run);
    computation.value;
    return computation.isTouchedBy(changeOf(of, named));
  };

  it('is touched by a change of what it has looked at, and by no other', () => {
    const looks: readonly (readonly [kind: string, () => unknown, { readonly [what: string]: unknown }])[] = [
      ['test', () => first.has(/parc/), { flips: 'parc' }],
      ['test', () => draft.passagesWith(/parc/), { flips: 'parc' }],
      ['pattern', () => first.find(/parc/), { moves: 'parc' }],
      ['pattern', () => first.findAll(/parc/), { moves: 'parc' }],
      ['passage', () => first.folded, { place: first }],
      ['block', () => draft.slice(second.node), { place: second.block }],
      ['sentences', () => first.sentences, { divided: first }],
      ['all sentences', () => draft.sentences, { divided: draft }],
      ['reader', () => draft.collect(reader), { yields: reader }],
      ['reading', () => first.read(reading), { tells: reading }],
      ['in place', () => draft.inPlace(inPlace), { inPlace }],
    ];
    for (const [kind, run] of looks)
      for (const [other, , named] of looks) assert.equal(touched(run, named), kind === other, `${run} / ${other}`);
  });

  it('has looked at no block beyond a slice', () => {
    assert.equal(
      touched(() => draft.slice(first.node), { place: second.block }),
      false,
    );
  });

  it('is touched by any change of a draft that it has read as a whole', () => {
    assert.equal(
      touched(() => draft.text, {}),
      true,
    );
    assert.equal(
      touched(() => draft.text, {}, new Draft('Un lac.')),
      false,
    );
  });

  it('notes the same question in one draft after the other', () => {
    const other = new Draft('Un lac.');
    const both = () => {
      for (const d of [draft, other, draft]) for (const p of d.passages) p.has(/lac/);
      return first.has(/parc/) && other.passages[0]?.has(/parc/);
    };
    for (const of of [draft, other]) {
      assert.equal(touched(both, { flips: 'lac' }, of), true);
      assert.equal(touched(both, { flips: 'bois' }, of), false);
    }
  });

  it('is not touched by what one that it asks has looked at', () => {
    const within = new Computation(() => first.has(/parc/));
    const around = new Computation(() => [first.has(/bois/), within.value, second.has(/rue/)]);
    assert.deepEqual(around.value, [true, true, true]);
    const touches = (source: string) => [within, around].map((c) => c.isTouchedBy(changeOf(draft, { flips: source })));
    assert.deepEqual(touches('parc'), [true, false]);
    assert.deepEqual(touches('bois'), [false, true]);
    assert.deepEqual(touches('rue'), [false, true]);
    within.forget();
    assert.deepEqual([within.isKept, around.isKept, around.isStale, within.isStale], [false, true, true, false]);
  });

  it('notes nothing more once it is done, or has thrown', () => {
    const done = new Computation(() => first.has(/parc/));
    done.value;
    const failing = new Computation(() => {
      throw new Error('non');
    });
    const around = new Computation(() => {
      assert.throws(() => failing.value);
      return first.has(/bois/);
    });
    around.value;
    first.has(/rue/);
    for (const c of [done, around]) assert.equal(c.isTouchedBy(changeOf(draft, { flips: 'rue' })), false);
    assert.equal(around.isTouchedBy(changeOf(draft, { flips: 'bois' })), true);
  });

  it('notes anew what it looks at when it is run again', () => {
    let pattern = /parc/;
    const computation = new Computation(() => first.has(pattern));
    computation.value;
    pattern = /bois/;
    computation.forget();
    computation.value;
    assert.equal(computation.isTouchedBy(changeOf(draft, { flips: 'parc' })), false);
    assert.equal(computation.isTouchedBy(changeOf(draft, { flips: 'bois' })), true);
  });

  it('is forgotten with those that rest on it, however far, and others are not', () => {
    const leaf = new Computation(() => first.has(/parc/));
    const middle = new Computation(() => leaf.value);
    const top = new Computation(() => middle.value);
    const apart = new Computation(() => first.has(/bois/));
    const never = new Computation(() => first.has(/parc/));
    for (const c of [top, apart]) c.value;
    forgetTouched([top, middle, leaf, apart, never], changeOf(draft, { flips: 'parc' }));
    assert.deepEqual(
      [top, middle, leaf, apart, never].map((c) => c.isKept),
      [false, false, false, true, false],
    );
  });

  it('outlasts an edit that leaves it as it was, with those that rest on it, and is forgotten by one that does not', () => {
    let value = ['parc'];
    let runs = 0;
    const leaf = new Computation(
      () => {
        runs++;
        first.has(/parc/);
        return value;
      },
      true,
      (before, now) => before.join() === now.join(),
    );
    const top = new Computation(() => leaf.value.length);
    const touch = () => forgetTouched([top, leaf], changeOf(draft, { flips: 'parc' }));
    top.value;
    const before = leaf.value;
    value = ['parc'];
    touch();
    assert.deepEqual([runs, top.isKept, leaf.isKept], [2, true, true]);
    assert.equal(leaf.value, before);
    value = ['bois', 'parc'];
    touch();
    assert.deepEqual([runs, top.isKept, leaf.isKept], [3, false, false]);
    assert.equal(top.value, 2);
  });

  it('is forgotten where it fails when it is run again, and the failure is met by who asks', () => {
    let fails = false;
    const leaf = new Computation(
      () => {
        first.has(/parc/);
        if (fails) throw new Error('no');
        return 1;
      },
      true,
      () => true,
    );
    leaf.value;
    fails = true;
    forgetTouched([leaf], changeOf(draft, { flips: 'parc' }));
    assert.equal(leaf.isKept, false);
    assert.throws(() => leaf.value, /no/);
  });
});

describe('what a reading gives', () => {
  it('is something unless it is nothing at all', () => {
    for (const value of [1, 'a', true, [0], {}, Number.POSITIVE_INFINITY])
      assert.equal(isSomething(value), true, String(value));
    for (const value of [0, '', false, [], undefined, null, Number.NaN])
      assert.equal(isSomething(value), false, String(value));
  });

  it('is worked out once for words', () => {
    let runs = 0;
    const reading = (folded: string) => {
      runs++;
      return folded.length;
    };
    const other = (folded: string) => folded.toUpperCase();
    const [parc, bois] = [new Words('un parc'), new Words('un bois neuf')];
    assert.deepEqual(
      [parc, bois, parc].map((words) => readWords(reading, words)),
      [7, 12, 7],
    );
    assert.equal(runs, 2);
    assert.equal(readWords(other, parc), 'UN PARC');
    assert.equal(readWords(reading, parc), 7);
  });
});

describe('work that is watched', () => {
  const passage = new Draft('Un parc.').passages[0];
  assert.ok(passage);
  const ask = (times: number) => {
    for (let i = 0; i < times; i++) passage.has(/parc/);
  };
  it('is looked at once in so many questions', () => {
    let looks = 0;
    const result = watched(
      () => {
        looks++;
      },
      () => {
        ask(1024 * 5);
        return 'done';
      },
    );
    assert.deepEqual([result, looks], ['done', 5]);
    ask(2048);
    assert.equal(looks, 5);
  });

  it('is looked at whatever is asked: places of patterns, words', () => {
    for (const question of [() => passage.find(/parc/), () => passage.folded]) {
      let looks = 0;
      watched(
        () => {
          looks++;
        },
        () => {
          for (let i = 0; i < 2048; i++) question();
        },
      );
      assert.equal(looks, 2);
    }
  });

  it('ends by what the look throws, and then is watched by the one around it', () => {
    let outer = 0;
    watched(
      () => {
        outer++;
      },
      () => {
        assert.throws(
          () =>
            watched(
              () => {
                throw new Error('stop');
              },
              () => ask(4096),
            ),
          /stop/,
        );
        assert.equal(outer, 0);
        ask(1024);
        assert.equal(outer, 1);
      },
    );
  });
});
