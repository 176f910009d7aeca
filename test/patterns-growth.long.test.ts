import assert from 'node:assert/strict';
import { growthOf } from './patterns/growth.ts';
import { allPatterns, describeJudged, type Judged, judge } from './patterns/judge.ts';

const isBad = ({ degree, reports }: Judged) => !(degree <= 2) || reports.some((r) => r.exponential);

describe('what is said of an expression without running it', () => {
  const DEGREES: readonly [number, RegExp][] = [
    [1, /^a*$/],
    [1, /a{0,40}b/],
    [1, /^(?: [a-z]+)*x/],
    [1, /\bfoo\w*/],
    [1, /(?<![a-z])[a-z]+x/],
    [1, /(?<![a-z])(?:[a-z]+ ){0,6}x(?![a-z])/],
    [1, /^(?:a(?!b)|ab)*$/],
    [1, /a*b/y],
    [2, /a*b/],
    [2, /^(?:ab)*(?:ab)*$/],
    [2, /(?:a?)*b/],
    [2, /(?=.*b)a/],
    [2, /(?<=c.*)a/],
    [2, /(?<![a-z])(?:[a-z]+ )*x/],
    [3, /^a*a*a*$/],
    [2, /a+ba+c/],
    [3, /a+ba*a*c/],
    [3, /^(?:a+){0,3}b/],
    [9, /(?: ?[a-z]+){0,8}(?![a-z0-9])/],
    [Number.POSITIVE_INFINITY, /(?:a+)+$/],
    [Number.POSITIVE_INFINITY, /(?:a*)*b/],
    [Number.POSITIVE_INFINITY, /(?:ab|a|b)*$/],
    [Number.POSITIVE_INFINITY, /(?:un|a un|a| )*$/],
    [Number.POSITIVE_INFINITY, /^(?: (?:note|notee?))*$/],
    [Number.POSITIVE_INFINITY, /(?<![a-z])(?: ?[a-z]+)*x/],
  ];
  for (const [degree, pattern] of DEGREES)
    it(`${pattern} takes ${degree === Number.POSITIVE_INFINITY ? 'twice as long for each turn' : `the length to the ${degree}`}`, () => {
      const growth = growthOf(pattern.source, pattern.flags);
      assert.equal(growth.degree, degree);
      assert.equal(growth.pumps.length, degree === Number.POSITIVE_INFINITY ? 1 : degree - 1);
    });

  it('is too much of one that takes twice as long for each character, by the linter and by its automaton', () => {
    const judged = judge(/(?:a+)+$/);
    assert.deepEqual(judged.pumps, ['a']);
    assert.deepEqual(judged.reports[0], { character: 'a', exponential: true });
    assert.ok(isBad(judged));
  });

  it('is too much of one that cannot be judged', () => {
    assert.match(judge(/(a+)\1/).failure ?? '', /not judged/);
    assert.ok(isBad(judge(/(a+)\1/)));
  });
});

describe('every expression of rules and kit', () => {
  it('takes at most the square of the length of a text, whatever the text', () => {
    const { run, made, literal, all } = allPatterns();
    assert.ok(Math.min(run, made, literal) > 800, `only ${run} seen to run, ${made} made, ${literal} written`);
    assert.deepEqual(all.map(judge).filter(isBad).map(describeJudged), []);
  }).timeout(300_000);
});
