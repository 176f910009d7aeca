import assert from 'node:assert/strict';
import { LARGEST } from '../../server/core/decode.ts';
import { Dialogue, type Setup } from './dialogue.ts';

const FOLDER = 'vscode-vfs://github/ville/marche';
const RC = `${FOLDER}/rc.md`;
const CCTP = `${FOLDER}/cctp.md`;
const TEXT = '# RC\n\nDurée : 12 mois.\n';

describe('The server, for files that only the client has', () => {
  let dialogue: Dialogue;
  const start = async (clientFiles: Setup['clientFiles'], more: Setup = {}) => {
    dialogue = await Dialogue.start({ clientFiles, ...more });
  };
  afterEach(() => dialogue.end());

  it('reads the pieces beside the open one', async () => {
    await start({ [CCTP]: '# CCTP\n\nDurée : 24 mois.\n' });
    await dialogue.open(RC, TEXT);
    assert.deepEqual(await dialogue.findings(RC), ['dossier/duree-de-test « Durée : 12 mois »']);
  });

  it('reads names and texts with accents', async () => {
    await start({
      [`${FOLDER}/pi%C3%A8ce%20n%C2%B0%201.md`]: '---\ndce:\n  piece: cctp\n---\n\nDurée : 24 mois – déjà.\n',
    });
    await dialogue.open(RC, TEXT);
    assert.deepEqual(await dialogue.findings(RC), ['dossier/duree-de-test « Durée : 12 mois »']);
  });

  it('obeys the configuration of the folder', async () => {
    await start({ [`${FOLDER}/.dce-lint.yaml`]: 'date: 2027-06-01\n' });
    await dialogue.open(RC, TEXT);
    await dialogue.pull(RC);
    assert.equal((await dialogue.status(RC)).date, '2027-06-01');
  });

  it('takes what has changed when the client says so', async () => {
    await start({ [CCTP]: '# CCTP\n\nDurée : 12 mois.\n' });
    await dialogue.open(RC, TEXT);
    assert.deepEqual(await dialogue.findings(RC), []);
    dialogue.clientHost?.write(CCTP, '# CCTP\n\nDurée : 36 mois.\n');
    await dialogue.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: CCTP, type: 2 }] });
    await dialogue.next('workspace/diagnostic/refresh');
    assert.deepEqual(await dialogue.findings(RC), ['dossier/duree-de-test « Durée : 12 mois »']);
  });

  it('asks for no text of a file that is too large', async () => {
    await start({ [CCTP]: new Uint8Array(LARGEST + 1) });
    await dialogue.open(RC, TEXT);
    assert.deepEqual(await dialogue.findings(RC), []);
    assert.notEqual(dialogue.count('dce-lint/stat'), 0);
    assert.equal(dialogue.count('dce-lint/readFile'), 0);
  });

  it('checks the open draft by itself, and logs why, when the client fails', async () => {
    await start(new Error('réseau coupé'));
    await dialogue.open(RC, '# RC\n\nProjet innovant.\n');
    assert.deepEqual(await dialogue.findings(RC), ['test/mot « innovant »']);
    assert.match(dialogue.host.logged.join('\n'), /réseau coupé/);
  });

  it('asks nothing of a client that does not offer its files', async () => {
    await start(undefined);
    await dialogue.open(RC, '# RC\n\nProjet innovant.\n');
    assert.deepEqual(await dialogue.findings(RC), ['test/mot « innovant »']);
    assert.equal(dialogue.count('dce-lint/stat') + dialogue.count('dce-lint/readDirectory'), 0);
  });

  it('asks nothing for what it reaches by itself', async () => {
    const [rc, cctp] = ['file:///marche/rc.md', 'file:///marche/cctp.md'];
    await start({}, { files: { [cctp]: '# CCTP\n\nDurée : 24 mois.\n' } });
    await dialogue.open(rc, TEXT);
    assert.deepEqual(await dialogue.findings(rc), ['dossier/duree-de-test « Durée : 12 mois »']);
    assert.equal(dialogue.count('dce-lint/stat') + dialogue.count('dce-lint/readDirectory'), 0);
  });

  it('asks nothing for a draft that is in no folder', async () => {
    await start({});
    await dialogue.open('untitled:Untitled-1', '# RC\n\nProjet innovant.\n');
    assert.deepEqual(await dialogue.findings('untitled:Untitled-1'), ['test/mot « innovant »']);
    assert.equal(dialogue.count('dce-lint/stat') + dialogue.count('dce-lint/readDirectory'), 0);
  });
});
