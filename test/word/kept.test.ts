import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { exportWord } from '../../server/word/export.ts';
import { importWord } from '../../server/word/import.ts';
import { ooxml, p, r, style, t, table } from './ooxml.ts';
import { rcDocument } from './rc-ooxml.ts';

const back = async (text: string, template?: Uint8Array): Promise<string> =>
  importWord((await exportWord(text, template ? { template } : {})).bytes, 'texte.docx').text;
const read = (body: string, more = {}) => importWord(ooxml({ body, ...more }), 'texte.docx');

const HEADED = `---
dce:
  piece: ccap
  date: 2026-12-14
  procedure: appel-offres-ouvert # é « guillemets »
note: ${'une note du service, '.repeat(30)}fin
---

# CCAP

<!-- clause: pi-code-source -->

Le titulaire remet le code source<!-- dce-lint-ignore pi/x : motif --> à l’acheteur.
`;

describe('what a draft says to the program, in Word', () => {
  it('comes back as it was: front matter and marks of clauses, in a template too', async () => {
    assert.equal(await back(HEADED), HEADED);
    assert.equal(await back(HEADED, rcDocument()), HEADED);
    // A template that was itself a draft has a front matter of its own, which goes.
    const template = (await exportWord('---\ndce:\n  piece: rc\n---\n\n# RC\n')).bytes;
    assert.equal(await back(HEADED, template), HEADED);
    assert.equal(await back('# CCTP\n', template), '---\ndce:\n  piece: cctp\n---\n\n# CCTP\n');
  });

  it('is no comment in the margin, and is not there without comments', async () => {
    const { bytes, comments } = await exportWord(HEADED);
    assert.equal(comments, 0);
    assert.doesNotMatch(
      strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array),
      /pi-code-source|commentReference/,
    );
    const published = (await exportWord(HEADED, { comments: false })).bytes;
    const words = Object.values(unzipSync(published))
      .map((part) => strFromU8(part))
      .join('');
    assert.doesNotMatch(words, /appel-offres-ouvert|pi-code-source|dceLint/);
  });

  it('is in values that Word does not cut', async () => {
    const { bytes } = await exportWord(HEADED);
    const custom = strFromU8(unzipSync(bytes)['docProps/custom.xml'] as Uint8Array);
    for (const [, value = ''] of custom.matchAll(/<vt:lpwstr>([^<]*)</g)) assert.ok(value.length < 256, value);
  });
});

describe('forms, code and rules of Word', () => {
  const control = (properties: string, content: string) =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

  it('have blanks to fill where a control is not filled, named as it is', () => {
    const empty = '<w:showingPlcHdr/>';
    const prompt = r('Cliquez ou appuyez ici pour entrer du texte.');
    assert.equal(read(p(r('Date : ') + control(empty, prompt) + r('.'))).text, 'Date : [à compléter].\n');
    const named = `<w:alias w:val="date limite"/>${empty}`;
    assert.equal(read(p(r('Date : ') + control(named, prompt) + r('.'))).text, 'Date : [à compléter : date limite].\n');
    assert.equal(read(p(control(empty, r('nom de ') + r('l’acheteur')))).text, '[à compléter : nom de l’acheteur]\n');
    assert.equal(read(control(named, p(prompt)) + p(r('Suite'))).text, '[à compléter : date limite]\n\nSuite\n');
  });

  it('have a control for each blank of a draft, that comes back as it was', async () => {
    const draft =
      '# Notes\n\nRemise le [à compléter : jour], à **[à compléter]** : [à compléter : lieu](https://a.example).\n\n| Lot | Prix |\n| - | - |\n| 1 | [à compléter : prix] |\n';
    const { bytes } = await exportWord(draft, {});
    const document = strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array);
    assert.deepEqual(
      [...document.matchAll(/<w:sdt><w:sdtPr>(?:<w:alias w:val="([^"]*)"\/>)?<w:showingPlcHdr\/><w:text\/>/g)].map(
        (m) => m[1],
      ),
      ['jour', undefined, 'prix'],
    );
    assert.equal(await back(draft), draft);
    assert.equal(await back(draft, rcDocument()), draft);
  });

  it('have the words of a control that is filled, and say that it is one no more', () => {
    const { text, lost } = read(p(control('<w:alias w:val="date"/>', r('15 juin'))));
    assert.equal(text, '15 juin\n');
    assert.deepEqual(lost, ['1 champ de formulaire : repris en texte : remplis, ils ne sont plus des champs']);
  });

  it('keep code and rules', async () => {
    const draft = 'La clé `dce_lint` :\n\n```\nligne 1\n  ligne  2\n```\n\n---\n\nFin.\n';
    assert.equal(await back(draft), draft);
    assert.equal(await back(draft, rcDocument()), draft);
    const rule = p('', '<w:pBdr><w:bottom w:val="single"/></w:pBdr>');
    assert.equal(read(p(r('a')) + rule + p(r('b'))).text, 'a\n\n---\n\nb\n');
  });

  it('keep lists in lists, numbered or not', async () => {
    const draft = '1. un\n   - a\n     1. alpha\n     2. bêta\n   - b\n2. deux\n';
    assert.equal(await back(draft), draft);
  });

  it('have rows that were merged, comments and tracked changes in a table', () => {
    const changed = `<w:ins w:id="1" w:author="Léa" w:date="2026-11-03T09:00:00Z">${r('60')}</w:ins><w:r>${t(' %')}</w:r>`;
    const { text } = read(table([p(r('Critère')), p(r('Poids'))], [p(r('Prix')), p(changed)]));
    assert.match(text, /\| Prix \| 60<!-- ajout de Léa, 2026-11-03 : « 60 » --> % \|/);
    assert.equal(read(p(r('a'), style('Normal'))).text, 'a\n');
  });
});
