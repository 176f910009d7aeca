/** The examples of every rule as they are written: what `test/rules` does without its copies, for many runs in a row. */
import { rules } from '../../rules/index.ts';
import { asExample, checkBad, checkFix, checkGood, tryOn } from '../rules/tester.ts';

describe('each rule, on its examples as written', () => {
  for (const rule of rules) {
    it(`${rule.id} finds what is marked, nothing else, and repairs it`, () => {
      for (const example of rule.examples.bad.map(asExample)) {
        const trial = tryOn(rule, example);
        checkBad(rule, trial);
        checkFix(rule, trial);
      }
      for (const example of [...rule.examples.good, ...rule.examples.limits].map(asExample)) checkGood(rule, example);
    });
  }
});
