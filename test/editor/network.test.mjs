import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { installStrace, root } from './setup.mjs';

describe('No socket is opened, as Linux sees it,', { timeout: 300_000 }, () => {
  let folder;
  let log;
  let strace;
  before(() => {
    strace = installStrace();
    folder = mkdtempSync(join(tmpdir(), 'dce-lint-reseau-'));
    log = join(folder, 'trace');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const traced = (...program) => [...['-f', '-qq', '-e', 'trace=%network', '-o', log, process.execPath], ...program];

  /** The calls to the system that open or use a socket, as it saw them from beginning to end. */
  const sockets = () =>
    readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => /\b(?:socket|connect|bind|sendto|sendmsg|accept4?|listen)\(/.test(line));

  it('by the command line', () => {
    const args = traced('dist/cli.cjs', 'check', 'examples', '--fail-on', 'never');
    assert.match(execFileSync(strace, args, { cwd: root, encoding: 'utf8' }), /pièces vérifiées/);
    assert.deepEqual(sockets(), []);
  });

  it('by the language server', async () => {
    const text = `# Règlement de la consultation

Un service innovant, https://exemple.fr <script src="https://exemple.fr/x.js"></script>
`;
    writeFileSync(join(folder, 'rc.md'), text);
    const uri = pathToFileURL(join(folder, 'rc.md')).href;
    const child = spawn(strace, traced('dist/server.cjs', '--stdio'), { cwd: root });
    const ended = once(child, 'exit');
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const capabilities = { textDocument: { diagnostic: {} } };
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    const textDocument = { uri };
    const report = await connection.sendRequest('textDocument/diagnostic', { textDocument });
    assert.ok(report.items.length > 0);
    await connection.sendRequest('textDocument/hover', { textDocument, position: { line: 0, character: 3 } });
    await connection.sendRequest('dce-lint/fichePage', { uri, nonce: 'abc' });
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await ended;
    connection.dispose();
    assert.deepEqual(sockets(), []);
  });

  it('and one that is opened is seen', () => {
    const open = `require('node:net').createServer().listen(0, function () { this.close(); })`;
    execFileSync(strace, traced('-e', open), { cwd: folder });
    assert.notEqual(sockets().length, 0);
  });
});
