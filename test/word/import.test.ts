import assert from 'node:assert/strict';
import { importWord } from '../../server/word/import.ts';
import { RC_DRAFT, rcDocument } from './rc-ooxml.ts';

describe('importing hand-written OOXML', () => {
  it('keeps headings, printed numbers, lists, tables, notes, comments and tracked changes', () => {
    assert.equal(importWord(rcDocument(), 'RC.docx').text, RC_DRAFT);
  });
});
