import assert from 'node:assert/strict';
import type { Rule } from '../../rules/kit/rule.ts';
import { type Finding, lint } from '../../server/core/lint.ts';
import { FAULT, faultOf, remedyOf } from '../../server/core/message.ts';
import { notices } from '../../server/core/notices.ts';
import { LANGUAGES, phrasebookOf } from '../../server/english.ts';
import { everyRule } from './all.ts';
import { asExample, filesOf, open, unmark } from './tester.ts';

/** Units that a value of the draft needs in a fault to be known again. */
const VALUE = 12;

const rules = (await everyRule()).map(({ rule }) => rule);

describe('The message of each rule', () => {
  for (const language of LANGUAGES) {
    it(`says the fault in ${FAULT} characters at most, then what to do, in every example (${language})`, async () => {
      const phrasebook = await phrasebookOf(language);
      const found = (rule: Rule): readonly Finding[] =>
        rule.examples.bad.map(asExample).flatMap((example) => {
          const files = filesOf(rule, example).map(({ path, marked }) => ({ path, text: unmark(marked).text }));
          return lint(open(files), { rules: [{ ...rule, silencedBy: [] }], phrasebook, rethrow: true }).findings;
        });
      for (const rule of rules)
        for (const { message } of found(rule)) {
          const fault = faultOf(message);
          assert.ok(fault.length <= FAULT, `${rule.id}: ${fault.length} characters: ${fault}`);
          // Of two values that are cut, nobody sees how they differ: they are whole in the remedy.
          assert.ok((fault.match(/…\s?[»”]/g)?.length ?? 0) < 2, `${rule.id}: ${fault}`);
          // A fault that was cut elsewhere than in what it quotes has lost its end.
          assert.match(fault, /^[\p{Lu}«“\d][^\n]*\.$/u, rule.id);
          assert.match(remedyOf(message), /^[\p{Lu}«“\d][^\n]*[.)]$/u, `${rule.id}: ${message}`);
        }
    });

    it(`leaves room in the fault for what it quotes (${language})`, async () => {
      const { rule: shown } = await phrasebookOf(language);
      for (const rule of [...rules, ...notices].map(shown))
        for (const message of Object.values(rule.messages)) {
          const fault = faultOf(message);
          const least = fault.replace(/\{\w+\}/g, '').length + VALUE * (fault.match(/[«“]\s?\{/g)?.length ?? 0);
          if (fault !== '{problem}') assert.ok(least <= FAULT, `${rule.id}: ${least} characters: ${fault}`);
        }
    });
  }
});
