import assert from 'node:assert/strict';
import { Dialogue } from './dialogue.ts';

const FOLDER = 'file:///marche';
const RC = `${FOLDER}/rc.md`;
const CONFIGURATION = `${FOLDER}/.dce-lint.yaml`;
const TEXT = '# RC\n\nProjet  innovant.\n';

async function written(d: Dialogue, text: string | Uint8Array): Promise<string[]> {
  d.host.write(CONFIGURATION, text);
  await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIGURATION, type: 2 }] });
  return d.findings(RC);
}

describe('A configuration that is half written', () => {
  let d: Dialogue;
  beforeEach(async () => {
    d = await Dialogue.start({ files: { [CONFIGURATION]: 'rules:\n  test/mot: off\n' } });
    await d.open(RC, TEXT);
    assert.deepEqual(await d.findings(RC), ['test/espaces «    »']);
  });
  afterEach(() => d.end());

  it('leaves the last one that could be read in force, and is named', async () => {
    for (const half of ['rules: [', 'rules:\n  "test/mot', Buffer.from('rules: é', 'latin1'), 'x'.repeat(200_000)]) {
      assert.deepEqual(await written(d, half), ['test/espaces «    »']);
      const told = await d.next<{ uri: string; diagnostics: unknown[] }>(
        'textDocument/publishDiagnostics',
        (p) => p.uri === CONFIGURATION,
      );
      assert.equal(told.diagnostics.length > 0, true);
    }
  });

  it('is replaced as soon as it can be read', async () => {
    await written(d, 'rules: [');
    assert.deepEqual(await written(d, 'rules:\n  test/espaces: off\n'), ['test/mot « innovant »']);
    assert.deepEqual(await written(d, ''), ['test/espaces «    »', 'test/mot « innovant »']);
  });

  it('counts for nothing when it is taken away', async () => {
    await written(d, 'rules: [');
    d.host.remove(CONFIGURATION);
    await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIGURATION, type: 3 }] });
    assert.deepEqual(await d.findings(RC), ['test/espaces «    »', 'test/mot « innovant »']);
  });

  it('leaves nothing behind for one written later', async () => {
    d.host.remove(CONFIGURATION);
    await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIGURATION, type: 3 }] });
    await d.findings(RC);
    assert.deepEqual(await written(d, 'rules: ['), ['test/espaces «    »', 'test/mot « innovant »']);
  });
});
