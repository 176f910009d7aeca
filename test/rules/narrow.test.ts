import assert from 'node:assert/strict';
import { rules } from '../../rules/index.ts';
import { asExample, filesOf, unmark } from './tester.ts';

/** Two lines of a table or of a list, or a paragraph and another: more than what one fault is about. */
const WIDE = /\n[ \t>]*(?:[-*+•|]|\d+[.)])[ \t]|\n[ \t]*\n/;

describe('What a finding is shown at', () => {
  it('is never a whole table or list, which would hide the faults of its lines', () => {
    const wide = rules.flatMap((rule) =>
      rule.examples.bad
        .map(asExample)
        .flatMap((example) => filesOf(rule, example))
        .flatMap(({ marked }) => {
          const { text, marks } = unmark(marked);
          return marks.map(({ start, end }) => text.slice(start, end));
        })
        .filter((words) => WIDE.test(words))
        .map((words) => `${rule.id} « ${words} »`),
    );
    assert.deepEqual(wide, []);
  });
});
