import type { Rule } from '../../rules/kit/rule.ts';
import { asExample, checkCopies } from './tester.ts';

/** The test of a rule on its bad examples broken over lines, in lists, in capitals… */
export function holdCopies(rule: Rule): void {
  it('finds the same words in every copy of its bad examples', () => {
    for (const example of rule.examples.bad.map(asExample)) checkCopies(rule, example);
  });
}
