import assert from 'node:assert/strict';
import { openConsultation } from '../../rules/consultation/open.ts';
import type { Fix } from '../../rules/kit/rule.ts';
import { wordingsOf } from '../../server/core/wording.ts';

const HEAD = '# RC\n\n';

/** The wordings of edits, each words to find and words to put there; what is new between brackets. */
function told(body: string, ...edits: readonly (readonly [words: string, text: string, after?: boolean])[]) {
  const text = HEAD + body;
  const [piece] = openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  const fix: Fix = {
    title: 'Corriger',
    grade: 'review',
    edits: edits.map(([words, written, after]) => {
      const start = text.indexOf(words);
      assert.ok(start >= 0, words);
      const end = start + words.length;
      return { at: after ? { start: end, end } : { start, end }, text: written };
    }),
  };
  return wordingsOf(fix, piece).map(({ added, sentences = [] }) =>
    added === undefined ? sentences.map((s) => (s.marked ? `[${s.text}]` : s.text)).join('') : { added },
  );
}

describe('The wording that a fix proposes', () => {
  it('is the whole sentence, what is new marked, without marks of Markdown', () => {
    assert.deepEqual(
      told('Une phrase. Chaque **tranche conditionnelle** est affermie. Une autre.\n', [
        'conditionnelle',
        'optionnelle',
      ]),
      ['Chaque tranche [optionnelle] est affermie.'],
    );
    assert.deepEqual(told('La certification ISO 27001 est exigée.\n', ['ISO 27001', ' ou équivalente', true]), [
      'La certification ISO 27001[ ou équivalente] est exigée.',
    ]);
  });

  it('puts together what changes in one sentence, and tells apart two places', () => {
    assert.deepEqual(
      told(
        'Les deux lots sont un et deux.\n\nIl y a deux tours.\n',
        ['deux lots', 'trois lots'],
        ['un et deux', 'un, deux et trois'],
        ['deux tours', 'trois tours'],
      ),
      ['Les [trois lots] sont [un, deux et trois].', 'Il y a [trois tours].'],
    );
  });

  it('is the Markdown of whole paragraphs that are added, and the cells of a row', () => {
    assert.deepEqual(
      told('Les variantes sont admises.\n', ['admises.', '\n\nElles respectent :\n\n- le délai.', true]),
      [{ added: 'Elles respectent :\n\n- le délai.' }],
    );
    const table = '| Critère | Poids |\n| --- | --- |\n| Prix | 60 % |\n';
    assert.deepEqual(told(table, ['| Prix | 60 % |', '\n| Environnement | 40 % |', true]), ['[Environnement · 40 %]']);
    assert.deepEqual(told(table, ['60 %', '50 %']), ['Prix · [50 %]']);
  });

  it('has no sentence left where all of it goes', () => {
    assert.deepEqual(told('Une tolérance est admise. Le reste vaut.\n', ['Une tolérance est admise.', '']), ['']);
  });
});
