/// <reference lib="webworker" />
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { version } from '../package.json';
import { takeModel } from '../rules/reading/hear.ts';
import { unpack } from '../rules/reading/packed.ts';
import { takeWordings } from '../rules/reading/wordings.ts';
import { today } from './clock.ts';
import type { Learnt } from './protocol.ts';
import { startServer } from './server.ts';

// Entry as a web worker. It reaches no file by itself: they are all asked of the client, who first of all gives what the reader has learnt.
const page = globalThis as unknown as DedicatedWorkerGlobalScope;
page.addEventListener('message', ({ data }: MessageEvent<Learnt>) => begin(data), { once: true });

function begin({ model, wordings }: Learnt): void {
  takeModel(() => unpack(model));
  takeWordings(() => JSON.parse(new TextDecoder().decode(wordings)));
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(page),
    new BrowserMessageWriter(page),
  );
  const log = (message: string) => connection.console.error(message);
  const nothing = async () => undefined;
  // What no handler foresaw is logged, and the server goes on: the buyer's other documents are still read.
  page.addEventListener('error', ({ message }) => log(message));
  page.addEventListener('unhandledrejection', ({ reason }) =>
    log(reason instanceof Error ? (reason.stack ?? '') : String(reason)),
  );
  connection.onExit(() => page.close());
  startServer(
    connection,
    {
      reaches: () => false,
      readFile: nothing,
      stat: nothing,
      listDirectory: nothing,
      listFolders: nothing,
      today,
      log,
    },
    { version },
  );
}
