/** The examples of every rule as they are written: what `test/rules` does without its copies, for many runs in a row. */
import { everyRule } from '../rules/all.ts';
import { asExample, checkBad, checkFix, checkGood } from '../rules/tester.ts';

const rules = await everyRule();

describe('each rule, on its examples as written', () => {
  for (const { path, rule } of rules) {
    it(`${path} finds what is marked, nothing else, and repairs it`, () => {
      for (const example of rule.examples.bad.map(asExample)) {
        checkBad(rule, example);
        checkFix(rule, example);
      }
      for (const example of [...rule.examples.good, ...rule.examples.limits].map(asExample)) checkGood(rule, example);
    });
  }
});
