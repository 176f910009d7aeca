import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientId, clientName, clientOptions, type MarkdownExtension, start } from './extension.ts';
import { registerWord } from './word.ts';

/** Entry on the desktop and on remote hosts: the server is a Node process, its bundle beside this one. */
export function activate(context: ExtensionContext): Promise<MarkdownExtension> {
  const server = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  const client = new LanguageClient(clientId, clientName, server, clientOptions());
  context.subscriptions.push(...registerWord(client));
  return start(context, client);
}
