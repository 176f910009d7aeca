import assert from 'node:assert/strict';
import { rules } from '../../rules/index.ts';
import type { NotConverted, Requests } from '../../server/protocol.ts';
import { fileOf, isRendering, renderingOf } from '../../server/rendering.ts';
import { exportWord } from '../../server/word/export.ts';
import { importWord } from '../../server/word/import.ts';
import { Dialogue, type Setup } from './dialogue.ts';

const RC = `# Règlement de la consultation

## Article 1 – Lots

Le marché est divisé en deux lots : lot 1 : étude ; lot 2 : pose.
Les offres sont jugées sur le prix (60 %) et la valeur technique (30 %).
`;
const CCTP = '# CCTP\n\n## Article 1 – Lots\n\nTrois lots : lot 1 : étude ; lot 2 : pose ; lot 3 : suivi.\n';
const DOCX = 'file:///dce/RC.docx';
const SHOWN = 'dce-lint-word:/dce/RC.docx.md';
const loading = () => import('../../server/word/index.ts');

const talkOf = async (files: Record<string, string | Uint8Array>) => {
  const initializationOptions = { wordTexts: true, clientCommands: ['dce-lint.explain', 'dce-lint.ignore'] };
  const talk = await Dialogue.start({ files, rules, initializationOptions } as Setup);
  Object.assign(talk.host, { word: loading });
  return talk;
};

const diagnosticsOf = async (talk: Dialogue, uri: string) => {
  const report = await talk.pull(uri);
  assert.equal(report.kind, 'full');
  return report.kind === 'full' ? report.items : [];
};

describe('the text as which a Word document is shown', () => {
  it('has an address that tells which document it is of, whatever the client writes', () => {
    for (const [document, shown] of [
      [DOCX, SHOWN],
      ['file:///c%3A/d%C3%A9p%C3%B4t/RC.docx', 'dce-lint-word:/c%3A/d%C3%A9p%C3%B4t/RC.docx.md'],
      ['file://serveur/dce/RC.docx', 'dce-lint-word://serveur/dce/RC.docx.md'],
    ] as const) {
      assert.equal(renderingOf(document), shown);
      assert.equal(fileOf(shown), document);
      assert.ok(isRendering(shown) && !isRendering(document));
    }
    assert.equal(fileOf('dce-lint-word:///dce/RC.docx.md'), DOCX);
    assert.equal(fileOf('file:///dce/rc.md'), 'file:///dce/rc.md');
  });
});

describe('the server, beside Word documents', () => {
  it('compares a draft with the pieces that are in Word, and leads to the text as which they are shown', async () => {
    const talk = await talkOf({ [DOCX]: (await exportWord(RC)).bytes });
    talk.open('file:///dce/cctp.md', CCTP);
    const found = (await diagnosticsOf(talk, 'file:///dce/cctp.md')).find((d) => d.code === 'dossier/lots');
    assert.equal(found?.relatedInformation?.[0]?.location.uri, SHOWN);
    talk.end();
  });

  it('reads no Word document where nothing can', async () => {
    const talk = await Dialogue.start({ files: { [DOCX]: (await exportWord(RC)).bytes }, rules });
    talk.open('file:///dce/cctp.md', CCTP);
    assert.ok((await diagnosticsOf(talk, 'file:///dce/cctp.md')).every((d) => d.code !== 'dossier/lots'));
    talk.end();
  });

  it('checks what a document is shown as, and offers nothing that would write there', async () => {
    const document = (await exportWord(RC)).bytes;
    const talk = await talkOf({ [DOCX]: document, 'file:///dce/cctp.md': CCTP });
    const { text } = importWord(document, 'RC.docx');
    talk.open(SHOWN, text);
    const found = await diagnosticsOf(talk, SHOWN);
    assert.ok(found.some((d) => d.code === 'criteres/ponderation-somme'));
    assert.ok(found.some((d) => d.code === 'dossier/lots'));
    const actions = await talk.actions(SHOWN, text.slice(text.indexOf('## Article 1')));
    assert.ok(actions.some((a) => a.title.startsWith('Expliquer')));
    assert.ok(!actions.some((a) => a.title.startsWith('Ignorer')));
    for (const { edit, title } of actions) assert.ok(!JSON.stringify(edit ?? {}).includes('dce-lint-word'), title);
    talk.end();
  });

  it('reads a document and its draft once: the draft, unless the document alone is open', async () => {
    const document = (await exportWord(RC)).bytes;
    const other = RC.replace('deux lots', 'trois lots').replace('lot 2 : pose', 'lot 2 : pose ; lot 3 : suivi');
    const talk = await talkOf({ [DOCX]: document, 'file:///dce/rc.md': other });
    talk.open('file:///dce/cctp.md', CCTP);
    const about = async () => (await diagnosticsOf(talk, 'file:///dce/cctp.md')).some((d) => d.code === 'dossier/lots');
    assert.equal(await about(), false);
    talk.open(SHOWN, importWord(document, 'RC.docx').text);
    assert.equal(await about(), true);
    talk.open('file:///dce/rc.md', other);
    assert.equal(await about(), false);
    assert.deepEqual(await diagnosticsOf(talk, SHOWN), []);
    talk.end();
  });

  it('writes the findings of what is shown in a copy, and says whether it may take the place of what is there', async () => {
    const document = (await exportWord(RC)).bytes;
    const talk = await talkOf({ [DOCX]: document });
    talk.open(SHOWN, importWord(document, 'RC.docx').text);
    const ask = (there?: string) =>
      talk.request<Requests['dce-lint/annotateWord']['result']>('dce-lint/annotateWord', {
        uri: SHOWN,
        ...(there && { there }),
      });
    const made = await ask();
    assert.ok('document' in made);
    assert.equal(made.comments, (await diagnosticsOf(talk, SHOWN)).length);
    assert.equal(made.replaces, false);
    const again = await ask(made.document);
    assert.ok('document' in again && again.replaces);
    const theirs = await ask(Buffer.from(document).toString('base64'));
    assert.ok('document' in theirs && !theirs.replaces);
    talk.host.write(DOCX, 'abîmé');
    assert.match(((await ask()) as NotConverted).error, /pas un document Word/);
    talk.end();
  });

  it('gives the text of a draft in Windows-1252, or says why not', async () => {
    const old = Uint8Array.from('# Règlement', (c) => c.charCodeAt(0));
    const talk = await talkOf({ 'file:///dce/rc.md': old, 'file:///dce/ae.md': '# AE é' });
    const ask = (uri: string) => talk.request('dce-lint/asUtf8', { uri });
    assert.deepEqual(await ask('file:///dce/rc.md'), { text: '# Règlement' });
    assert.match(((await ask('file:///dce/ae.md')) as NotConverted).error, /^Ce fichier est déjà en Unicode/);
    assert.match(((await ask('file:///dce/none.md')) as NotConverted).error, /ne peut pas être lu/);
    talk.end();
  });
});
