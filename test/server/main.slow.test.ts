import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type DocumentDiagnosticReport,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { nodeHost } from '../../server/node-host.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

describe('the server as a process', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dce é-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('speaks on standard input and output, reads the folder, and ends when told to', async () => {
    writeFileSync(join(folder, '.dce-lint.yaml'), 'date: 2027-06-01\n');
    const uri = pathToFileURL(join(folder, 'rc.md')).href;
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', '--stdio'], { cwd: root });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const status = new Promise<{ date?: string }>((resolve) => {
      connection.onNotification('dce-lint/status', resolve);
    });
    connection.listen();
    const capabilities = { textDocument: { diagnostic: {} } };
    const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
    });
    assert.equal(serverInfo?.name, 'DCE Lint');
    await connection.sendNotification('initialized', {});
    const text = '---\ndce:\n  piece: rc\n  procdure: mapa\n---\n\n# RC\n';
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    assert.ok(report.kind === 'full');
    assert.ok(report.items.some((i) => i.code === 'redaction/entete-invalide'));
    assert.equal((await status).date, '2027-06-01');
    const ended = once(child, 'exit');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.deepEqual(await ended, [0, null]);
    connection.dispose();
  });

  it('sees the files of a folder, and nothing where there is none', async () => {
    const logged: string[] = [];
    const host = nodeHost((message) => logged.push(message));
    writeFileSync(join(folder, 'cctp.md'), '# CCTP\n');
    const uri = pathToFileURL(folder).href;
    assert.deepEqual(await host.listDirectory(uri), ['cctp.md']);
    assert.equal((await host.stat(`${uri}/cctp.md`))?.size, 7);
    assert.equal(new TextDecoder().decode(await host.readFile(`${uri}/cctp.md`)), '# CCTP\n');
    assert.equal(await host.readFile(`${uri}/rc.md`), undefined);
    assert.equal(await host.listDirectory(`${uri}/cctp.md`), undefined);
    assert.equal(await host.listDirectory('vscode-vfs://github/a/b'), undefined);
    assert.deepEqual(logged, []);
    assert.match(host.today(), /^\d{4}-\d{2}-\d{2}$/);
  });
});
