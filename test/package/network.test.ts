import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
// @ts-expect-error plain JavaScript, without types
import { bundles } from '../../scripts/build.mjs';
import { inFolder } from '../cli/terminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a program speaks to a network with. `net` is apart: editors may reach a language server by a named pipe. */
const CLIENTS =
  /^(?:node:)?(?:https?|http2|tls|dgram|dns(?:\/promises)?|inspector|undici|ws|axios|got|node-fetch|follow-redirects)$/;
/** The one file that may name `net`. */
const PIPES = /node_modules\/vscode-jsonrpc\/lib\/node\/main\.js$/;
/** Calls that reach the network or run a text as a program, as they stand in a bundle. */
const CALLS =
  /\bfetch\s*\(|\bXMLHttpRequest\b|\bnew WebSocket\b|\bnew EventSource\b|\bsendBeacon\b|\bimportScripts\b|\beval\s*\(|\bnew Function\b|\bFunction\s*\(\s*["'`]/;

interface Meta {
  readonly inputs: Readonly<Record<string, { readonly imports: readonly { path: string; external?: boolean }[] }>>;
}

describe('What is shipped', () => {
  for (const bundle of bundles) {
    it(`holds no network client and runs no text as a program (${bundle.outfile})`, async () => {
      const { metafile, outputFiles } = await build({ ...bundle, metafile: true, write: false, minify: true });
      const taken = Object.entries((metafile as Meta).inputs).flatMap(([from, { imports }]) =>
        imports.filter((i) => i.external).map((i) => [i.path, from] as const),
      );
      assert.deepEqual(
        taken.filter(([path, from]) => CLIENTS.test(path) || (/^(?:node:)?net$/.test(path) && !PIPES.test(from))),
        [],
      );
      for (const { text } of outputFiles as { text: string }[]) {
        const found = CALLS.exec(text);
        assert.equal(found && text.slice(found.index - 80, found.index + 80), null);
      }
    }).timeout(0);
  }
});

/** The calls to the system that open or use a socket, as it saw them from beginning to end. */
function socketsOf(log: string): string[] {
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /\b(?:socket|connect|bind|sendto|sendmsg|accept4?|listen)\(/.test(line));
}

/** Arguments of strace, of the system's own package: it is asked for by name, so that its absence fails the test. */
const traced = (log: string, ...program: string[]) => [
  ...['-f', '-qq', '-e', 'trace=%network', '-o', log, process.execPath],
  ...program,
];

describe('No socket is opened, as Linux sees it (needs the package strace)', () => {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  it('by the command line', () =>
    inFolder({}, async (cwd) => {
      const log = join(cwd, 'trace');
      const args = traced(log, 'dist/cli.cjs', 'check', 'examples', '--fail-on', 'never');
      assert.match(execFileSync('strace', args, { cwd: root, encoding: 'utf8' }), /pièces vérifiées/);
      assert.deepEqual(socketsOf(log), []);
    })).timeout(60_000);

  it('by the language server', () =>
    inFolder({ 'rc.md': '# Règlement de la consultation\n' }, async (cwd) => {
      const log = join(cwd, 'trace');
      const child = spawn('strace', traced(log, 'dist/server.cjs', '--stdio'), { cwd: root });
      const ended = once(child, 'exit');
      const connection = createMessageConnection(
        new StreamMessageReader(child.stdout),
        new StreamMessageWriter(child.stdin),
      );
      connection.listen();
      const capabilities = { textDocument: { diagnostic: {} } };
      await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
      await connection.sendNotification('initialized', {});
      const uri = pathToFileURL(join(cwd, 'rc.md')).href;
      const text = 'Un service innovant, https://exemple.fr <script src="https://exemple.fr/x.js"></script>\n';
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text: `# Règlement de la consultation\n\n${text}` },
      });
      const textDocument = { uri };
      const report = await connection.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', { textDocument });
      assert.ok(report.items.length > 0);
      await connection.sendRequest('textDocument/hover', { textDocument, position: { line: 0, character: 3 } });
      await connection.sendRequest('dce-lint/fichePage', { uri, nonce: 'abc' });
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended;
      connection.dispose();
      assert.deepEqual(socketsOf(log), []);
    })).timeout(60_000);

  it('and one that is opened is seen', () =>
    inFolder({}, async (cwd) => {
      const log = join(cwd, 'trace');
      const open = `require('node:net').createServer().listen(0, function () { this.close(); })`;
      execFileSync('strace', traced(log, '-e', open), { cwd: tmpdir() });
      assert.ok(socketsOf(log).length > 0);
    })).timeout(60_000);
});
