import assert from 'node:assert/strict';
import { facts } from '../../../rules/facts/index.ts';
import { rules } from '../../../rules/index.ts';
import { plain } from '../../../rules/kit/french/fold.ts';
import type { Consultation } from '../../../rules/kit/piece.ts';
import { lint } from '../../../server/core/lint.ts';
import { SAMPLES } from '../../fuzz/inputs.ts';
import { asExample, filesOf, open, unmark } from '../../rules/tester.ts';

/** Every text in a value that a fact shows, with the key it stands under. */
function textsIn(value: unknown, key: string): (readonly [key: string, text: string])[] {
  if (typeof value === 'string') return [[key, value]];
  if (Array.isArray(value)) return value.flatMap((v) => textsIn(v, key));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([k, v]) => textsIn(v, k));
  return [];
}

const spaced = (text: string): string => text.replace(/[\s*_`>|]+/g, ' ');

/** Tells whether words are those of a draft as they are looked for, not as it has them. One word may be a name of ours. */
function foldedIn({ pieces }: Consultation): (text: string) => boolean {
  const source = spaced(pieces.map((p) => p.draft.text).join('\n'));
  const looked = plain(source);
  return (text) => /\p{L} \p{L}/u.test(text) && !source.includes(spaced(text)) && looked.includes(text);
}

describe('What is shown of a draft is written as the draft has it, capitals and accents kept,', () => {
  const examples = rules.flatMap((rule) =>
    rule.examples.bad.map((example) => ({
      rule,
      files: filesOf(rule, asExample(example)).map(({ path, marked }) => ({ path, text: unmark(marked).text })),
    })),
  );

  it('by facts', () => {
    const samples = Object.entries(SAMPLES).map(([path, text]) => [{ path, text }]);
    const found = [...examples.map((e) => e.files), ...samples].flatMap((files) => {
      const consultation = open(files);
      const isFolded = foldedIn(consultation);
      return consultation.pieces.flatMap((piece) =>
        facts.flatMap((fact) =>
          textsIn(fact.show(piece.ask(fact), piece), fact.id)
            .filter(([, text]) => isFolded(text))
            .map(([key, text]) => `${fact.id} ${key} « ${text} »`),
        ),
      );
    });
    assert.deepEqual([...new Set(found)], []);
  }).timeout(0);

  it('by messages', () => {
    const found = examples.flatMap(({ rule, files }) => {
      const consultation = open(files);
      const isFolded = foldedIn(consultation);
      return lint(consultation, { rules: [{ ...rule, silencedBy: [] }] }).findings.flatMap(({ message }) =>
        [...message.matchAll(/[«(] ?([^«»()]{4,}?) ?[»)]/g)]
          .filter(([, quoted = '']) => isFolded(quoted))
          .map(([quoted]) => `${rule.id} ${quoted}`),
      );
    });
    assert.deepEqual([...new Set(found)], []);
  }).timeout(0);
});
