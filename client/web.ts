/// <reference lib="webworker" />
import { type ExtensionContext, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import type { Learnt } from '../server/protocol.ts';
import { clientId, clientName, clientOptions, type MarkdownExtension, start } from './extension.ts';

/** Entry in a browser, where there is no Node: the server is a web worker, its bundle beside this one. What the reader has learnt is read here and given to it. */
export async function activate(context: ExtensionContext): Promise<MarkdownExtension> {
  const script = await scriptAddress(Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js'));
  // Without its files the server says so, and reads by expressions alone.
  const beside = (name: string) =>
    Promise.resolve(workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', name))).catch(
      () => new Uint8Array(),
    );
  const connect = async (): Promise<MessageTransports> => {
    const learnt: Learnt = { model: await beside('model.bin'), wordings: await beside('wordings.json') };
    const worker = new Worker(script, { name: clientName });
    worker.postMessage(learnt);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return start(context, new LanguageClient(clientId, clientName, connect, clientOptions()), undefined);
}

/**
 * An address that a worker can be started from. That of an extension installed on a remote machine cannot: its code is
 * read here, and given an address of this page.
 */
async function scriptAddress(bundle: Uri): Promise<string> {
  if (bundle.scheme !== 'vscode-remote') return bundle.toString(true);
  const code = await workspace.fs.readFile(bundle);
  return URL.createObjectURL(new Blob([new Uint8Array(code)], { type: 'text/javascript' }));
}
