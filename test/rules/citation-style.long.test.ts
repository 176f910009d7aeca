import assert from 'node:assert/strict';
import english from '../../l10n/rules.en.json' with { type: 'json' };
import { rules } from '../../rules/index.ts';
import { notices } from '../../server/core/notices.ts';
import { asExample, filesOf, run, unmark } from './tester.ts';

/** « R. 2151-10 »; what a message quotes is written as the draft writes it. */
const DOTTED = /\b[LRD]\. ?\d/;
const QUOTED = /« [^»]* »|“[^”]*”/g;
const dotted = (texts: Iterable<readonly [string, string]>) =>
  [...texts].filter(([, text]) => DOTTED.test(text.replace(QUOTED, ''))).map(([name, text]) => `${name}: ${text}`);

describe('An article of a code, in what the linter says', () => {
  it('is written R2151-10 in the texts of a rule', () => {
    const texts = [...rules, ...notices].flatMap((rule) => [
      [rule.id, rule.title] as const,
      [rule.id, rule.why] as const,
      ...Object.values<string>(rule.messages).map((text) => [rule.id, text] as const),
    ]);
    assert.deepEqual(dotted(texts), []);
  });

  it('is written so in English too', () => {
    const texts = Object.entries(english.rules).flatMap(([id, { title, messages }]) =>
      [title, ...Object.values<string>(messages)].map((text) => [id, text] as const),
    );
    assert.deepEqual(dotted([...texts, ...Object.entries(english.phrases)]), []);
    assert.deepEqual(dotted(Object.keys(english.phrases).map((text) => [text, text] as const)), []);
  });

  it('is written so in every message of the examples, and in the titles of their fixes', () => {
    const said = rules.flatMap((rule) =>
      rule.examples.bad.flatMap((example) => {
        const files = filesOf(rule, asExample(example)).map(({ path, marked }) => ({
          path,
          text: unmark(marked).text,
        }));
        return run(rule, files).findings.flatMap((f) =>
          [f.message, ...f.fixes.map(({ title }) => title)].map((text) => [rule.id, text] as const),
        );
      }),
    );
    assert.ok(said.length > 1000, String(said.length));
    assert.deepEqual(dotted(said), []);
  });
});
