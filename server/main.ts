import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import manifest from '../package.json' with { type: 'json' };
import { prepareEngine } from './engine.ts';
import { serveWord } from './features/word.ts';
import { nodeHost } from './node-host.ts';
import { startServer } from './server.ts';

function start(connection: Connection): void {
  prepareEngine();
  const log = (message: string) => connection.console.error(message);
  // What no handler foresaw is logged, and the server goes on: the buyer's other documents are still read.
  process.on('uncaughtException', (error) => log(error.stack ?? String(error)));
  process.on('unhandledRejection', (error) => log(error instanceof Error ? (error.stack ?? '') : String(error)));
  serveWord(connection);
  startServer(connection, nodeHost(log), { version: manifest.version });
}

/** Serves one client on standard input and output: `dce-lint lsp --stdio`. */
export function runStdio(): void {
  start(createConnection(ProposedFeatures.all, process.stdin, process.stdout));
}

// Run by an editor, the transport is the first argument (`--node-ipc`, `--stdio`, `--pipe=…`); the command line, which
// imports this file, has a command there.
if (/^--(?:node-ipc|stdio|pipe|socket|clientProcessId)\b/.test(process.argv[2] ?? ''))
  start(createConnection(ProposedFeatures.all));
