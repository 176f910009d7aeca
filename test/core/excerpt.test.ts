import assert from 'node:assert/strict';
import { openConsultation } from '../../rules/facts/piece.ts';
import { excerptOf } from '../../server/core/excerpt.ts';

/** Half a character. */
const LONE = /\p{Cs}/u;

const excerpt = (text: string, words: string) => {
  const [piece] = openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  const start = text.indexOf(words);
  assert.ok(start >= 0);
  return excerptOf(piece, { start, end: start + words.length });
};

describe('The excerpt of a finding', () => {
  it('is its words with the rest of their lines', () => {
    assert.deepEqual(excerpt('# RC\r\n\r\nLe prix est de dix euros.\r\nAutre ligne.\r\n', 'dix euros'), {
      before: 'Le prix est de ',
      words: 'dix euros',
      after: '.',
    });
  });

  it('goes over lines where the words do', () => {
    assert.deepEqual(excerpt('# RC\n\nLe prix\nest ferme.\nSuite.\n', 'prix\nest'), {
      before: 'Le ',
      words: 'prix est',
      after: ' ferme.',
    });
  });

  it('is cut where it is long, never inside a word or a character', () => {
    const long = 'mot '.repeat(200);
    const { before, words, after } = excerpt(`# RC\n\n${long}ICI ${long}\n`, 'ICI');
    assert.match(before, /^…mot (?:mot )+$/);
    assert.equal(words, 'ICI');
    assert.match(after, /^(?: mot)+…$/);
    const emoji = '🏛'.repeat(400);
    const cut = excerpt(`# RC\n\n${emoji}X${emoji}\n`, 'X');
    for (const part of Object.values(cut)) assert.doesNotMatch(part, LONE);
    assert.doesNotMatch(excerpt(`# RC\n\n${emoji}\n`, emoji).words, LONE);
  });
});
