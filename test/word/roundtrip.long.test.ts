import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { skeleton, skeletons } from '../../rules/clauses/skeletons.ts';
import { exportWord } from '../../server/word/export.ts';
import { importWord } from '../../server/word/import.ts';
import { DRAFTS } from './drafts.ts';
import { RC_DRAFT, rcDocument } from './rc-ooxml.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const back = async (text: string, template?: Uint8Array): Promise<string> =>
  importWord((await exportWord(text, template ? { template } : {})).bytes, 'RC.docx').text;
const body = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n\n/, '');
/** The words, one by one: what layout cannot change. Links side by side to one address become one. */
const words = (text: string) =>
  body(text)
    .replace(/^\|[-:| ]+\|$/gm, '')
    .replace(/\]\([^)]*\)/g, ']')
    .match(/[\p{L}\p{N}%€]+/gu);

describe('a draft exported to Word and imported again', () => {
  for (const name of readdirSync(new URL('../../examples/', import.meta.url), { recursive: true, encoding: 'utf8' }))
    if (/\/[a-z]+\.md$/.test(name))
      it(`is the same text: ${name}`, async () => {
        const text = readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8');
        const rules = /^\|(?: ?:?-+:? ?\|)+$/gm;
        const cells = (t: string) => body(t).replace(rules, (r) => r.replace(/-+/g, '-').replace(/ /g, ''));
        assert.equal(cells(await back(text)), cells(text).replace(/\n{3,}/g, '\n\n'));
      });

  for (const { piece } of skeletons)
    it(`keeps every word of the skeleton ${piece}`, async () => {
      const text = skeleton(piece, skeletons.find((s) => s.piece === piece)?.procedures[0] as never);
      assert.deepEqual(words(await back(text)), words(text));
    });

  it('is the same text, comments and tracked changes with it', async () => {
    assert.equal(
      await back(RC_DRAFT),
      RC_DRAFT.replace('\n4) suite', '\n4. suite').replace('signer.\n\n4.', 'signer.\n\n4)'),
    );
  });

  it('is the same text in a template', async () => {
    assert.equal(await back(RC_DRAFT, rcDocument()), RC_DRAFT);
    assert.equal(await back(RC_DRAFT, fixture('libreoffice-rc.docx')), RC_DRAFT);
  });

  it('is the same whatever the draft', () =>
    fc.assert(
      fc.asyncProperty(DRAFTS, async (draft) => {
        const once = await back(draft);
        assert.deepEqual(words(once), words(draft), draft);
        assert.equal(await back(once), once, draft);
      }),
      { numRuns: 60 },
    ));
});

describe('a document written by LibreOffice', () => {
  it('gives the draft that the hand-written one gives', () => {
    for (const name of ['libreoffice-rc.docx', 'libreoffice-2007.docx'])
      assert.equal(importWord(fixture(name), 'RC.docx').text, RC_DRAFT, name);
  });

  it('gives the headings, lists and merged cells of a web page', () => {
    const { text, piece, lost } = importWord(fixture('libreoffice-page.docx'), 'RC.docx');
    assert.equal(piece, 'rc');
    assert.match(text, /^1\. un\n {3}- a\n2\. deux\n\n- a\. alpha\n- b\. beta\n\n\| Critère \| Poids \|$/m);
    assert.match(text, /R&D \[à compléter : date\]/);
    assert.deepEqual(lost, []);
  });

  it('is written, linted and read again without losing a word', async () => {
    const text = importWord(fixture('libreoffice-rc.docx'), 'RC.docx').text;
    assert.equal(await back(text), text);
  });
});
