import assert from 'node:assert/strict';
import { everyRule } from './all.ts';
import { holdCopies } from './copies.ts';
import { asExample, checkBad, checkFix, checkGood, type Trial, tryOn } from './tester.ts';

// RULES=variantes,criteres/absents narrows the run while a rule is written.
const wanted = process.env.RULES?.split(',');
const rules = (await everyRule()).filter(({ path }) => !wanted || wanted.some((w) => path.startsWith(w)));

describe('each rule', () => {
  for (const { path, rule } of rules) {
    describe(path, () => {
      const bad = rule.examples.bad.map(asExample);
      const good = rule.examples.good.map(asExample);
      const limits = rule.examples.limits.map(asExample);
      let trials: readonly Trial[] = [];

      before(() => {
        trials = bad.map((example) => tryOn(rule, example));
      });
      after(() => {
        trials = [];
      });

      it('is well formed: id, reasons, sources, messages and examples', () => {
        assert.equal(rule.id, path);
        assert.match(rule.id, /^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/);
        assert.match(rule.title, /^\p{Lu}[^.]*$/u, 'a title begins with a capital and has no full stop');
        assert.match(rule.why.trim(), /^[\p{Lu}«][\s\S]*[.!]$/u, 'a reason is a sentence');
        assert.ok(rule.sources.length > 0);
        for (const message of Object.values(rule.messages)) assert.match(message, /^[\p{Lu}«{][\s\S]*[.)»]$/u, message);
        assert.ok(bad.length >= 2, 'at least two bad examples');
        assert.ok(good.length >= 2, 'at least two good examples');
        const texts = [...bad, ...good, ...limits].map((e) => JSON.stringify(e));
        assert.equal(new Set(texts).size, texts.length, 'no two equal examples');
      });

      it('finds the marked spans of its bad examples', () => {
        for (const trial of trials) checkBad(rule, trial);
      });

      it('uses every message it declares', () => {
        const seen = new Set(trials.flatMap(({ messages }) => [...messages]));
        assert.deepEqual([...seen].sort(), Object.keys(rule.messages).sort());
      });

      it('is silent on its good examples', () => {
        for (const example of good) checkGood(rule, example);
      });

      it('still misses what it is known to miss', () => {
        for (const example of limits) checkGood(rule, example);
      });

      it('fixes what it says it fixes, once', () => {
        for (const trial of trials) checkFix(rule, trial);
      });

      // Of all rules they take long: `copies.long.test.ts`.
      if (wanted) holdCopies(rule);
    });
  }
});
