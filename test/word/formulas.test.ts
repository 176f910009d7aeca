import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { exportWord } from '../../server/word/export.ts';
import { importWord } from '../../server/word/import.ts';
import { by, ooxml, p, r } from './ooxml.ts';
import { rcDocument } from './rc-ooxml.ts';

const MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const read = (body: string) => importWord(ooxml({ body }), 'texte.docx');
const m = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
const formula = (inside: string) => `<m:oMath ${MATH}>${inside}</m:oMath>`;
const fraction = (over: string, under: string) => `<m:f><m:num>${over}</m:num><m:den>${under}</m:den></m:f>`;
const sub = (of: string, index: string) => `<m:sSub><m:e>${m(of)}</m:e><m:sub>${m(index)}</m:sub></m:sSub>`;
const draftOf = (inside: string) => read(p(formula(inside)));
const documentOf = async (draft: string) =>
  strFromU8(unzipSync((await exportWord(draft)).bytes)['word/document.xml'] as Uint8Array);
const elementsOf = async (draft: string) =>
  [...(await documentOf(draft)).matchAll(/<m:(\w+)/g)].map((found) => found[1]).join(' ');

/** What Word has, what the draft has, the elements that Word has back. */
const KEPT: Readonly<Record<string, readonly [word: string, draft: string, again: string]>> = {
  'an equation': [m('P = 2 × q'), '$P = 2 × q$', 'oMath r t'],
  'a fraction': [
    m('Note = 20 × ') + fraction(m('P min'), m('P')),
    '$Note = 20 × (P min)/(P)$',
    'oMath r t f num r t den r t',
  ],
  'an exponent': [
    `<m:sSup><m:e>${m('x')}</m:e><m:sup>${m('2')}</m:sup></m:sSup>`,
    '$x^(2)$',
    'oMath sSup e r t sup r t',
  ],
  'an index': [sub('P', 'n') + m('=1'), '$P_(n)=1$', 'oMath sSub e r t sub r t r t'],
  'an index and an exponent': [
    `<m:sSubSup><m:e>${m('S')}</m:e><m:sub>${m('0')}</m:sub><m:sup>${m('2')}</m:sup></m:sSubSup>`,
    '$S_(0)^(2)$',
    'oMath sSubSup e r t sub r t sup r t',
  ],
  'a root': [
    `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${m('x')}</m:e></m:rad>`,
    '$√(x)$',
    'oMath rad radPr degHide deg e r t',
  ],
  'a sum': [
    `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${m('i=1')}</m:sub><m:sup>${m('n')}</m:sup><m:e>${sub('p', 'i')}</m:e></m:nary>`,
    '$∑[i=1 à n] (p_(i))$',
    'oMath nary naryPr chr limLoc sub r t sup r t e sSub e r t sub r t',
  ],
  'a fraction in brackets': [
    `<m:sSup><m:e><m:d><m:e>${fraction(m('a'), m('b'))}</m:e></m:d></m:e><m:sup>${m('2')}</m:sup></m:sSup>`,
    '$((a)/(b))^(2)$',
    'oMath sSup e d e f num r t den r t sup r t',
  ],
};

describe('the formulas of a document of Word', () => {
  for (const [what, [word, draft, again]] of Object.entries(KEPT))
    it(`go to a draft and back: ${what}`, async () => {
      const { text, lost } = draftOf(word);
      assert.equal(text, `${draft}\n`);
      assert.deepEqual(lost, []);
      assert.equal(await elementsOf(text), again);
      assert.equal(importWord((await exportWord(text)).bytes, 'texte.docx').text, text);
    });

  it('are kept in a table, a title, a template and beside words', async () => {
    const draft =
      '# Note de $N = 2$\n\nSoit $x^(2)$, puis **$y^(2)$**.\n\n| Lot | Note |\n| - | - |\n| 1 | $(a)/(b)$ |\n';
    const bold = draft.replace('**$y^(2)$**', '$y^(2)$');
    for (const options of [{}, { template: rcDocument() }]) {
      const { bytes } = await exportWord(draft, options);
      assert.equal(importWord(bytes, 'texte.docx').text, bold);
    }
  });

  it('are on a line of their own, and said to be lost, where a draft cannot tell all of them', () => {
    const accent = draftOf(`<m:acc><m:e>${m('x')}</m:e></m:acc>${m('=2')}`);
    assert.equal(accent.text, 'x=2\n');
    assert.deepEqual(accent.lost, ['1 formule : reprises en une ligne de texte']);
    assert.equal(draftOf(m('x')).text, 'x\n');
    assert.equal(draftOf(m('2 $ × 3')).text, '2 $ × 3\n');
    assert.equal(draftOf(m('a = b) c')).text, 'a = b) c\n');
    const changed = draftOf(`${m('P=2')}<w:del ${by('A', 1)}>${m('3')}</w:del>`);
    assert.equal(changed.text, 'P=2\n');
    assert.equal(changed.lost.length, 1);
  });

  it('may be on a line of their own in Word too, and be empty', () => {
    assert.equal(read(p(`<m:oMathPara ${MATH}>${formula(m('P = 2'))}</m:oMathPara>`)).text, '$P = 2$\n');
    assert.deepEqual(read(p(formula('') + r('a'))).lost, []);
  });
});

describe('the formulas of a draft in Word', () => {
  it('may be written as people write them', async () => {
    assert.equal(await elementsOf('Soit $P_0 = x^{2}$.\n'), 'oMath sSub e r t sub r t r t sSup e r t sup r t');
  });

  it('are not amounts in dollars, nor what does not close', async () => {
    for (const draft of [
      'De $100 à 200 $US = peu.',
      'Entre $100 et $200.',
      'Le prix US$ = 100$ hors taxes.',
      'Soit $x = (2$ et $y$.',
      'Soit $ x = 2 $.',
      'Soit \\\\$\\frac{a}{b}$.',
      'Soit `$x = 2$`.',
    ]) {
      assert.equal(await elementsOf(`${draft}\n`), '', draft);
      assert.match(await documentOf(`${draft}\n`), /\$/, draft);
    }
  });
});
