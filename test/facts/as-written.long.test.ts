import assert from 'node:assert/strict';
import { facts } from '../../rules/facts/index.ts';
import { rules } from '../../rules/index.ts';
import { fold } from '../../rules/kit/french/fold.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import type { Example, Rule } from '../../rules/kit/rule.ts';
import { asExample, filesOf, open, unmark } from '../rules/tester.ts';

/** Each word of a line but the first with a capital: text that was folded is known by its small letters. */
const capitals = (text: string) =>
  text.replace(/([^\p{L}\n-])(\p{Ll})(?=\p{Ll}{4})/gu, (_, before, letter) => before + letter.toUpperCase());
/** Without the marks of Markdown, which are not shown. */
const bare = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[’']/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/[*_`\\]/g, '')
    .trim();

function wordsOf(shown: unknown): string[] {
  if (typeof shown === 'string') return [shown];
  return shown !== null && typeof shown === 'object' ? Object.values(shown).flatMap(wordsOf) : [];
}

/** Words, and no value nor name of the program. */
const isTold = (words: string): boolean => / /.test(words) && !/^\d/.test(words) && words === words.toLowerCase();

const shownOf = (piece: Piece) =>
  facts.flatMap((fact) =>
    wordsOf(fact.show(piece.ask(fact), piece)).map((words) => ({ id: fact.id, words: bare(words) })),
  );

/** What facts show of the draft of an example as it is compared, each under its fact. */
function foldedIn(rule: Rule, example: Example): string[] {
  const files = filesOf(rule, example).map(({ path, marked }) => ({ path, text: capitals(unmark(marked).text) }));
  const text = bare(files.map((f) => f.text).join('\n'));
  const compared = fold(text).text;
  return open(files)
    .pieces.flatMap(shownOf)
    .filter(({ words }) => isTold(words) && !text.includes(words) && compared.includes(fold(words).text))
    .map(({ id, words }) => `${id}: ${words}`);
}

describe('What facts show of a draft', () => {
  it('is written as the draft has it, never as it is compared, in every example', () => {
    const folded = rules.flatMap((rule) =>
      [...rule.examples.bad, ...rule.examples.good].flatMap((example) => foldedIn(rule, asExample(example))),
    );
    assert.deepEqual([...new Set(folded)], []);
  }).timeout(300_000);
});
