import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Draft } from '../../rules/kit/draft.ts';
import { drafts, strike, strokes } from '../drafts.ts';

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
          for (let i = 0; i <= 20; i++) {
            const offset = Math.floor((text.length * i) / 20);
            const position = editor.positionAt(offset);
            assert.deepEqual(draft.positionAt(offset), position, `offset ${offset}`);
            assert.equal(draft.offsetAt(position), editor.offsetAt(position));
            const far = { line: position.line + i - 10, character: position.character + i * 7 };
            if (far.line >= 0) assert.equal(draft.offsetAt(far), editor.offsetAt(far), JSON.stringify(far));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
