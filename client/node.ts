import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { CommandLine } from './assistants/program.ts';
import { clientId, clientName, clientOptions, type MarkdownExtension, start } from './extension.ts';
import { registerSample } from './sample.ts';
import { registerWord } from './word.ts';
import { registerWordReview } from './wordReview.ts';

/**
 * What can only be said before the engine starts. Patterns are compiled once, to machine code, when they first run: a first
 * check runs most of them for the first time, and would else interpret them, then compile them again. What is new has 16 MiB
 * from the start, in place of one: else a check stops every few milliseconds to clear up.
 */
const ENGINE = ['--no-regexp-tier-up', '--min-semi-space-size=16'];

/** Entry on the desktop and on remote hosts: the server is a Node process, its bundle beside this one. */
export function activate(context: ExtensionContext): Promise<MarkdownExtension> {
  const module = context.asAbsolutePath('dist/server.cjs');
  const server = { module, transport: TransportKind.ipc, options: { execArgv: [...ENGINE] } };
  const client = new LanguageClient(clientId, clientName, server, clientOptions());
  context.subscriptions.push(...registerWord(client), ...registerWordReview(client), registerSample(context));
  const program = new CommandLine(context.asAbsolutePath('dist/cli.cjs'), ENGINE);
  return start(context, client, program);
}
