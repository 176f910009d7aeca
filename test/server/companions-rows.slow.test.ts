import assert from 'node:assert/strict';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { rules } from '../../rules/index.ts';
import { FAULTY, xlsx } from '../bordereau/workbooks.ts';
import { Dialogue } from './dialogue.ts';

const RC = 'file:///marches/2027/rc.md';
const DPGF = 'file:///marches/2027/dpgf.xlsx';

describe('price schedules beside an open draft', () => {
  it('say what is not read of one that has too many rows, beside its findings', async () => {
    const lines = Array.from({ length: 20_001 }, () => ['1', 'Tonte', 'm2', 4, null, null]);
    const files = { [DPGF]: await xlsx({ 'Lot 1': [...(FAULTY['Lot 1'] ?? []), ...lines] }) };
    const dialogue = await Dialogue.start({ rules, files });
    await dialogue.open(RC, '# RC\n\nLes offres sont remises au plus tard le 5 mars 2027 à 12 heures.\n');
    await dialogue.pull(RC);
    const { diagnostics } = await dialogue.next<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      (p) => p.uri === DPGF,
    );
    dialogue.end();
    assert.equal(diagnostics.length, 2);
    assert.match(String(diagnostics.at(-1)?.message), /^Les lignes qui suivent la 20\s000ᵉ ne sont pas lues\. .+\.$/);
  });
});
