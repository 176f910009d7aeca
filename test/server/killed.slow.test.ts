import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { inFolder } from '../cli/terminal.ts';

const SERVER = fileURLToPath(new URL('../../dist/server.cjs', import.meta.url));
const TEXT = '# Règlement de la consultation\n\nLes variantes sont autorisées.\n';

interface Report {
  readonly items: readonly { readonly code: string; readonly range: unknown }[];
}

/** The server as a process, with one document open. */
async function serve(uri: string, text: string) {
  const child = spawn(process.execPath, [SERVER, '--stdio']);
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  // Writing to a process that is no more fails: that is what is tried here.
  child.stdin.on('error', () => {});
  connection.onError(() => {});
  connection.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  const ask = async () =>
    (await connection.sendRequest<Report>('textDocument/diagnostic', { textDocument: { uri } })).items;
  return { child, connection, ask };
}

describe('A server that is killed while the buyer types', () => {
  it('has written nothing, and the next one says of the text what it said', () =>
    inFolder({ 'rc.md': TEXT }, async (cwd) => {
      const uri = pathToFileURL(join(cwd, 'rc.md')).href;
      const first = await serve(uri, TEXT);
      const typed = `${TEXT}\nUn mot de plus.`;
      const before = await first.ask();
      assert.ok(before.length > 0);
      const ended = once(first.child, 'exit');
      for (const [i, unit] of [...'\nUn mot de plus.'].entries()) {
        const line = i === 0 ? 3 : 4;
        const at = { line, character: i === 0 ? 0 : i - 1 };
        void first.connection
          .sendNotification('textDocument/didChange', {
            textDocument: { uri, version: i + 2 },
            contentChanges: [{ range: { start: at, end: at }, text: unit }],
          })
          .catch(() => {});
        first.ask().catch(() => {});
        if (i === 7) first.child.kill('SIGKILL');
      }
      assert.deepEqual(await ended, [null, 'SIGKILL']);
      first.connection.dispose();
      assert.equal(readFileSync(join(cwd, 'rc.md'), 'utf8'), TEXT);
      assert.deepEqual(readdirSync(cwd), ['rc.md']);

      const second = await serve(uri, typed);
      assert.deepEqual(
        (await second.ask()).map((d) => [d.code, d.range]),
        before.map((d) => [d.code, d.range]),
      );
      second.child.kill('SIGKILL');
      await once(second.child, 'exit');
      second.connection.dispose();
    })).timeout(60_000);
});
