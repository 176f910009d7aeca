import assert from 'node:assert/strict';
import { compiled, find, findAll, handedOut, has } from '../../rules/kit/text.ts';
import { newNumber, Words, wordsOf } from '../../rules/kit/words.ts';

describe('a pattern in folded words', () => {
  const text = 'le lot 2, puis le lot 3';
  it('is held or not, asked again and again', () => {
    for (let again = 0; again < 2; again++) {
      assert.equal(has(text, /lot \d$/), true);
      assert.equal(has(text, /lot 4/), false);
      assert.equal(has(text, /lot \d/g), true);
    }
  });

  it('is found first, or from a place on', () => {
    const first = find(text, /lot (?<n>\d)/);
    assert.deepEqual([first?.from, first?.to, first?.text, first?.groups.n], [3, 8, 'lot 2', '2']);
    assert.equal(find(text, /lot (?<n>\d)/, 4)?.groups.n, '3');
    assert.equal(find(text, /lot (?<n>\d)/, 3)?.groups.n, '2');
    assert.equal(find(text, /lot 2/, 4), undefined);
    assert.deepEqual(find(text, /lot/)?.groups, {});
  });

  it('is found each time, though it be empty', () => {
    assert.deepEqual(
      findAll(text, /lot \d/).map((m) => [m.from, m.to, m.text]),
      [
        [3, 8, 'lot 2'],
        [18, 23, 'lot 3'],
      ],
    );
    assert.deepEqual(
      findAll('ab', /x*/).map((m) => m.from),
      [0, 1, 2],
    );
    assert.deepEqual(
      findAll('xab', /x*/).map((m) => [m.from, m.to]),
      [
        [0, 1],
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    );
  });

  it('keeps its own place, and is run as one for all those of one source', () => {
    const own = /lot \d/g;
    own.lastIndex = 5;
    assert.equal(find(text, own)?.from, 3);
    assert.equal(own.lastIndex, 5);
    assert.equal(compiled(/lot un/), compiled(/lot un/g));
    assert.notEqual(compiled(/lot un/), compiled(/lot un/i));
    assert.equal(compiled(compiled(/lot un/)), compiled(/lot un/));
    assert.equal(compiled(/lot un/i).flags, 'gi');
  });

  it('is not sought in a text that is known to lack it, as long as no other is handed out', () => {
    const words = handedOut({ text: 'un parc', lacks: (pattern) => pattern.source === 'parc' });
    assert.equal(words, 'un parc');
    assert.deepEqual([has(words, /parc/), find(words, /parc/), findAll(words, /parc/)], [false, undefined, []]);
    assert.deepEqual([has(words, /un/), has('un parc neuf', /parc/)], [true, true]);
    handedOut({ text: 'un bois', lacks: () => true });
    assert.equal(has('un parc', /parc/), true);
  });
});

describe('words', () => {
  it('answer as the pattern does, whatever was asked before', () => {
    const has = (words: Words) => assert.deepEqual([words.has(/lot 2/), words.has(/lot 4/)], [true, false]);
    const first = (words: Words) => assert.deepEqual([words.find(/lot 2/)?.from, words.find(/lot 4/)], [3, undefined]);
    const all = (words: Words) =>
      assert.deepEqual([words.findAll(/lot 2/).length, words.findAll(/lot 4/).length], [1, 0]);
    const later = (words: Words) =>
      assert.deepEqual([words.find(/lot 2/, 8), words.find(/lot 3/, 8)?.from], [undefined, 18]);
    for (const order of [
      [has, first, all, later],
      [later, all, first, has],
      [all, has, later, first],
    ]) {
      const words = new Words('le lot 2, puis le lot 3');
      for (const ask of [...order, ...order]) ask(words);
      assert.equal(words.lacks(/lot 4/), true);
      assert.equal(words.lacks(/lot 2/), false);
    }
  });

  it('seek a pattern that they lack, or hold, but once', () => {
    const words = new Words('le lot 2 est un parc');
    let runs = 0;
    const counting = (source: string): RegExp => {
      const pattern = compiled(new RegExp(source));
      const { exec } = RegExp.prototype;
      pattern.exec = function (text) {
        runs++;
        return exec.call(this, text);
      };
      return pattern;
    };
    for (const [source, times] of [
      ['parc$|un cas', 1],
      ['bois$|un cas', 1],
    ] as const) {
      const pattern = counting(source);
      runs = 0;
      for (let i = 0; i < 5; i++) words.has(pattern);
      assert.equal(runs, times, source);
    }
    const absent = counting('lac$|un cas');
    runs = 0;
    words.find(absent, 3);
    words.find(absent);
    words.findAll(absent);
    words.has(absent);
    assert.equal(runs, 2);
  });

  it('keep under a number what is made of them', () => {
    const words = new Words('un parc');
    const [first, second, ...more] = Array.from({ length: 40 }, newNumber) as [number, number, ...number[]];
    assert.equal(new Set([first, second, ...more]).size, 40);
    let runs = 0;
    const take = (value: unknown) => words.take(first, () => [++runs, value][1]);
    assert.deepEqual(
      [words.isTaken(first), take('a'), take('b'), words.isTaken(first), runs],
      [false, 'a', 'a', true, 1],
    );
    assert.equal(words.isTaken(second), false);
    // Nothing is kept too.
    assert.equal(
      words.take(second, () => undefined),
      undefined,
    );
    assert.equal(
      words.take(second, () => 'later'),
      undefined,
    );
    for (const number of more) {
      assert.equal(words.isTaken(number), false);
      words.keep(number, undefined);
      assert.equal(words.isTaken(number), true);
    }
    const other = new Words('un bois');
    assert.deepEqual(
      [first, second, ...more].filter((number) => other.isTaken(number)),
      [],
    );
  });

  it('are one object as long as they are not forgotten', () => {
    const known = wordsOf('un parc de cinq hectares');
    const fill = (from: number, count: number) => {
      for (let i = from; i < from + count; i++) wordsOf(`le lot ${i}`);
    };
    fill(0, 5000);
    // Asked in time, they are kept.
    assert.equal(wordsOf('un parc de cinq hectares'), known);
    fill(5000, 5000);
    assert.equal(wordsOf('un parc de cinq hectares'), known);
    fill(10_000, 10_001);
    assert.notEqual(wordsOf('un parc de cinq hectares'), known);
    const long = 'a'.repeat(1001);
    assert.notEqual(wordsOf(long), wordsOf(long));
    assert.equal(wordsOf(long.slice(1)), wordsOf(long.slice(1)));
  });
});
