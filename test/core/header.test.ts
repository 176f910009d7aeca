import assert from 'node:assert/strict';
import type { Piece } from '../../rules/kit/piece.ts';
import { headerEdit } from '../../server/core/header.ts';
import { applyEdits } from '../../server/core/lint.ts';
import { open } from '../rules/tester.ts';

/** The text once a key is written in its front matter; undefined when nothing is to be written. */
const written = (text: string, key = 'piece', value = 'rc') => {
  const piece = open([{ path: 'a.md', text }]).pieces[0] as Piece;
  const edit = headerEdit(piece.draft, key, value);
  return edit && applyEdits(text, [edit]);
};

describe('a value written in the front matter', () => {
  it('makes the front matter that is not there, with the ends of lines of the draft', () => {
    assert.equal(written('# RC\n'), '---\ndce:\n  piece: rc\n---\n\n# RC\n');
    assert.equal(written('# RC\r\n'), '---\r\ndce:\r\n  piece: rc\r\n---\r\n\r\n# RC\r\n');
    assert.equal(written('\ufeff# RC\n'), '\ufeff---\ndce:\n  piece: rc\n---\n\n# RC\n');
  });

  it('makes the block that is not there, above what is', () => {
    assert.equal(written('---\ntitle: a\n---\n'), '---\ndce:\n  piece: rc\ntitle: a\n---\n');
    assert.equal(written('---\n---\n'), '---\ndce:\n  piece: rc\n---\n');
    assert.equal(written('---\ndce:\n---\n'), '---\ndce:\n  piece: rc\n---\n');
  });

  it('stands first in the block, with the indent of the others, on the line where all are on one', () => {
    assert.equal(written('---\ndce:\n    etat: projet\n---\n'), '---\ndce:\n    piece: rc\n    etat: projet\n---\n');
    assert.equal(written('---\ndce: { etat: projet }\n---\n'), '---\ndce: { piece: rc, etat: projet }\n---\n');
    assert.equal(written('---\ndce: {}\n---\n'), '---\ndce: {piece: rc}\n---\n');
  });

  it('takes the place of another value, or of none', () => {
    assert.equal(written('---\ndce:\n  piece: ae # ici\n---\n'), '---\ndce:\n  piece: rc # ici\n---\n');
    assert.equal(written('---\ndce:\n  piece: "ae"\n---\n'), '---\ndce:\n  piece: rc\n---\n');
    assert.equal(
      written('---\ndce:\n  piece:\n  etat: projet\n---\n'),
      '---\ndce:\n  piece: rc\n  etat: projet\n---\n',
    );
  });

  it('is nothing where the text says so already, or cannot be read', () => {
    for (const text of [
      '---\ndce:\n  piece: rc\n---\n',
      '---\ndce: texte\n---\n',
      '---\ndce:\n  piece: [rc]\n---\n',
      '---\n- a\n---\n',
      '---\ndce: {\n---\n',
      `---\ndce: ${'['.repeat(500)}\n---\n`,
    ])
      assert.equal(written(text), undefined, text);
  });
});
