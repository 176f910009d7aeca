import { type ExtensionContext, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { ClientCommand, InitializationOptions } from '../server/protocol.ts';
import { type Program, registerAssistants } from './assistants/assistants.ts';
import { registerClauses } from './clauses.ts';
import { registerCommands } from './commands.ts';
import { registerEncoding } from './encoding.ts';
import { serveFiles } from './files.ts';
import { registerGather } from './gather.ts';
import { extendMarkdownIt } from './preview.ts';
import { registerRenderings } from './renderings.ts';
import { restarting } from './restarts.ts';
import { registerRulePages } from './rulePages.ts';
import { registerSettingsPages } from './settingsPages.ts';
import { registerState } from './state.ts';
import { registerStatus } from './status.ts';
import { registerSuggestions } from './suggestions.ts';
import { registerConformite } from './views/conformite.ts';
import { registerFiche } from './views/fiche.ts';

/** Also the settings section: the client library reads the trace level from `dceLint.trace.server`. */
export const clientId = 'dceLint';
export const clientName = 'DCE Lint';

/**
 * Schemes of the texts that a buyer writes. A list, not a wildcard: the old versions that a comparison shows (`git:`)
 * and the rule pages are Markdown too, and are not drafts. The folders of the workspace may add their own.
 */
const schemes = new Set(['file', 'untitled', 'vscode-vfs']);
/** As which Word documents are shown. */
const shown = [{ language: 'markdown', scheme: 'dce-lint-word' }];
for (const { uri } of workspace.workspaceFolders ?? []) schemes.add(uri.scheme);
const drafts = [...schemes].map((scheme) => ({ language: 'markdown', scheme }));
/** Completed and explained, never checked as drafts. */
const settingsFiles = [...schemes].map((scheme) => ({ scheme, pattern: '**/{.dce-lint,dce}.yaml' }));

/** Options common to every host. */
export function clientOptions(): LanguageClientOptions {
  const clientCommands: ClientCommand[] = [
    'dce-lint.ignore',
    'dce-lint.explain',
    'dce-lint.moreFixes',
    'dce-lint.missed',
  ];
  return {
    documentSelector: [...drafts, ...shown, ...settingsFiles],
    synchronize: { configurationSection: clientId },
    errorHandler: restarting(),
    markdown: { supportHtml: true },
    initializationOptions: {
      clientCommands,
      files: true,
      renderings: true,
      wordTexts: true,
      shows: ['messages', 'headings', 'details'],
    } satisfies InitializationOptions,
  };
}

/** What VS Code's Markdown preview takes from an extension. */
export interface MarkdownExtension {
  readonly extendMarkdownIt: typeof extendMarkdownIt;
}

/**
 * Starts the server, and all that shows in the editor what it says. `program`: the command line, where it can be run.
 * Rejects when the server does not start.
 */
export async function start(
  context: ExtensionContext,
  client: BaseLanguageClient,
  program: Program | undefined,
): Promise<MarkdownExtension> {
  context.subscriptions.push(
    client,
    ...serveFiles(client, [...drafts, ...settingsFiles]),
    ...registerStatus(client, [...drafts, ...shown]),
    ...registerCommands(client),
    registerState(client),
    ...registerClauses(client),
    registerRulePages(client),
    registerRenderings(client),
    ...registerConformite(client, drafts),
    ...registerFiche(client, drafts),
    ...registerSettingsPages(client),
    registerSuggestions(client),
    ...registerGather(client, context.workspaceState),
    ...registerEncoding(client, drafts),
    registerAssistants(context, program),
  );
  await client.start();
  return { extendMarkdownIt };
}
