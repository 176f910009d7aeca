import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Draft } from '../../rules/kit/draft.ts';
import { drafts, strike, strokes } from '../drafts.ts';

/** A place of the draft is that of the editor, and so is one a few lines and characters away from it. */
function assertSame(draft: Draft, editor: TextDocument, offset: number, i: number): void {
  const position = editor.positionAt(offset);
  assert.deepEqual(draft.positionAt(offset), position, `offset ${offset}`);
  assert.equal(draft.offsetAt(position), editor.offsetAt(position));
  const far = { line: position.line + i - 10, character: position.character + i * 7 };
  if (far.line >= 0) assert.equal(draft.offsetAt(far), editor.offsetAt(far), JSON.stringify(far));
}

describe('lines of a draft', () => {
  it('are those that an editor counts, after any edit', () => {
    fc.assert(
      fc.property(drafts, strokes, fc.boolean(), (start, edits, bom) => {
        let text = bom ? `\ufeff${start}` : start;
        let draft = new Draft(text);
        for (const stroke of edits) {
          text = strike(text, stroke);
          if (!draft.edit(text)) draft = new Draft(text);
          const editor = TextDocument.create('', '', 0, text);
          for (let i = 0; i <= 20; i++) assertSame(draft, editor, Math.floor((text.length * i) / 20), i);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('end in one mark or two, and a place between the two is still on the line', () => {
    const draft = new Draft('Un.\r\nDeux.\rTrois.\n\nFin.');
    const at = (offset: number) => Object.values(draft.positionAt(offset));
    assert.deepEqual([0, 3, 4, 5, 10, 11, 17, 18, 19, 23].map(at), [
      [0, 0],
      [0, 3],
      [0, 3],
      [1, 0],
      [1, 5],
      [2, 0],
      [2, 6],
      [3, 0],
      [4, 0],
      [4, 4],
    ]);
    assert.deepEqual([-7, 99].map(at), [
      [0, 0],
      [4, 4],
    ]);
    const from = (line: number, character: number) => draft.offsetAt({ line, character });
    assert.deepEqual([from(0, 2), from(0, 99), from(1, 0), from(1, 99), from(2, 1)], [2, 3, 5, 10, 12]);
    assert.deepEqual([from(4, 2), from(4, 99), from(99, 0), from(1, -3)], [21, 23, 23, 5]);
  });

  it('count a mark of byte order as editors do', () => {
    const draft = new Draft('\ufeff# RC\n\nUn.');
    assert.deepEqual(draft.positionAt(1), { line: 0, character: 1 });
    assert.deepEqual(draft.positionAt(7), { line: 2, character: 0 });
    assert.equal(draft.offsetAt({ line: 0, character: 1 }), 1);
    assert.equal(draft.offsetAt({ line: 2, character: 1 }), 8);
  });

  it('are those of a text without a block too', () => {
    const draft = new Draft('\n\n');
    assert.deepEqual(draft.positionAt(1), { line: 1, character: 0 });
    assert.equal(draft.offsetAt({ line: 1, character: 0 }), 1);
  });
});
