import assert from 'node:assert/strict';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { avisExemple } from '../../rules/facts/avis/exemple.ts';
import { rules } from '../../rules/index.ts';
import { renderingOf } from '../../server/renderings.ts';
import { FAULTY, xlsx } from '../bordereau/workbooks.ts';
import { Dialogue, type Setup } from './dialogue.ts';

const FOLDER = 'file:///marches/2027';
const RC = `${FOLDER}/rc.md`;
const DPGF = `${FOLDER}/dpgf.xlsx`;
const AVIS = `${FOLDER}/avis.xml`;
const rc =
  '# RC\n\n## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : mobilier ;\n- lot 2 : éclairage.\n\n## Remise\n\nLes offres sont remises au plus tard le 5 mars 2027 à 12 heures.\n';
const avis = avisExemple({ lots: [{ limite: '2027-03-12T12:00:00+01:00' }, {}] });

describe('price schedules and notices beside an open draft', () => {
  let dialogue: Dialogue;
  afterEach(() => dialogue.end());
  const start = async (more: Setup = {}) => {
    const files = { [DPGF]: await xlsx(FAULTY), [AVIS]: avis };
    dialogue = await Dialogue.start({ rules, files, ...more });
    await dialogue.open(RC, rc);
    return dialogue;
  };
  const pulled = async (d: Dialogue): Promise<readonly Diagnostic[]> => {
    const report = await d.pull(RC);
    return report.kind === 'full' ? report.items : [];
  };
  const said = (d: Dialogue, uri: string) =>
    d.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics', (p) => p.uri === uri);

  it('show what is said of a spreadsheet in its rendering, and lead there from the draft', async () => {
    const d = await start({ initializationOptions: { renderings: true } });
    const items = await pulled(d);
    const shown = renderingOf(DPGF);
    const { diagnostics } = await said(d, shown);
    assert.deepEqual(
      diagnostics.map((one) => one.code),
      ['bordereau/total'],
    );
    const made = await d.request<{ text: string } | null>('dce-lint/rendering', { uri: DPGF });
    const { start: from, end } = (diagnostics[0] as Diagnostic).range;
    assert.equal(made?.text.split('\n')[from.line]?.slice(from.character, end.character), '0 (=SUM(F4:F5))');
    const lots = items.find((one) => one.code === 'bordereau/lots');
    assert.equal(lots?.relatedInformation?.[0]?.location.uri, shown);
    const date = items.find((one) => one.code === 'avis/date');
    assert.equal(date?.relatedInformation?.[0]?.location.uri, AVIS);
    assert.equal(await d.request('dce-lint/rendering', { uri: RC }), null);
  });

  it('are at their own address in an editor that shows no rendering', async () => {
    const d = await start();
    await pulled(d);
    const { diagnostics } = await said(d, DPGF);
    assert.equal(diagnostics.length, 1);
  });

  it('have the date of the notice written in the draft, and in nothing else', async () => {
    const d = await start();
    await pulled(d);
    const [fix] = (await d.actions(RC, '5 mars 2027')).filter((a) => /comme l’avis/.test(a.title));
    assert.match(d.after(RC, fix?.edit), /au plus tard le 12 mars 2027 à 12 h 00\./);
    assert.deepEqual(
      fix?.edit?.documentChanges?.map((c) => 'textDocument' in c && c.textDocument.uri),
      [RC],
    );
  });

  it('are read again when they change, and their findings go', async () => {
    const d = await start();
    await pulled(d);
    assert.equal((await said(d, DPGF)).diagnostics.length, 1);
    const [first = []] = Object.values(FAULTY);
    const whole = first.map((row, i) => (i === 6 ? [...row.slice(0, 5), { formula: 'SUM(F4:F6)' }] : row));
    d.host.write(DPGF, await xlsx({ 'Lot 1': whole }));
    await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: DPGF, type: 2 }] });
    await pulled(d);
    assert.equal((await said(d, DPGF)).diagnostics.length, 0);
  });

  it('say what cannot be read, at the file', async () => {
    const d = await start({ files: { [DPGF]: (await xlsx(FAULTY)).slice(0, -60) } });
    await pulled(d);
    const { diagnostics } = await said(d, DPGF);
    assert.match(String(diagnostics[0]?.message), /^Ce classeur est endommagé[^\n]*\.$/);
  });

  it('are in the sheet of the consultation', async () => {
    const d = await start({ initializationOptions: { renderings: true } });
    const answer = await d.request<{ fiche: { pieces: { path: string }[] }; uris: Record<string, string> }>(
      'dce-lint/fiche',
      { uri: RC },
    );
    assert.deepEqual(
      answer.fiche.pieces.map((p) => p.path),
      ['rc.md', 'avis.xml', 'dpgf.xlsx'],
    );
    assert.equal(answer.uris['dpgf.xlsx'], renderingOf(DPGF));
  });
});
