import {
  CodeActionKind,
  CodeLensRefreshRequest,
  type CompletionParams,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticParams,
  type ExecuteCommandParams,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rules as everyRule } from '../rules/index.ts';
import type { Rule } from '../rules/kit/rule.ts';
import { withClientFiles } from './client-host.ts';
import { DCE } from './core/dce.ts';
import { LECTURES } from './core/lectures.ts';
import { CONFIGURATION } from './core/settings.ts';
import { annotateWord } from './features/annotate.ts';
import { APPLY_FIX, fix } from './features/applyFix.ts';
import { insertClause, listClauses } from './features/clauses.ts';
import { codeActions, FIX_ALL } from './features/codeActions.ts';
import { codeLenses } from './features/codeLens.ts';
import { completion, TRIGGERS } from './features/completion.ts';
import { conformite } from './features/conformite.ts';
import { abilitiesOf, type Context, clientCommandsOf, rendersIn, shownBy } from './features/context.ts';
import { type About, askAgain, current } from './features/current.ts';
import { definition } from './features/definition.ts';
import { Diagnostics } from './features/diagnostics.ts';
import { documentLinks } from './features/documentLinks.ts';
import { asUtf8 } from './features/encoding.ts';
import { fiche } from './features/fiche.ts';
import { fichePage } from './features/fichePage.ts';
import { gather, parts } from './features/gather.ts';
import { hover } from './features/hover.ts';
import { inlayHints } from './features/inlayHints.ts';
import { Suggestions } from './features/inlineCompletion.ts';
import { missed, sayable } from './features/missed.ts';
import { documentSymbols, foldingRanges } from './features/outline.ts';
import { type Standard, validated, wellFormed } from './features/parameters.ts';
import { references } from './features/references.ts';
import {
  type Answer,
  explain,
  ignore,
  misread,
  rendering,
  settings as settingsOrigin,
  turnOff,
} from './features/requests.ts';
import { EditorSettings } from './features/settings.ts';
import { setState } from './features/state.ts';
import { yamlCompletion, yamlHover } from './features/yaml.ts';
import type { Host } from './host.ts';
import { PIECES_GLOB } from './kinds.ts';
import type { InitializationOptions, Requests } from './protocol.ts';
import type { Clock } from './steps.ts';
import { Workspace } from './workspace.ts';

export interface ServerOptions {
  /** All the rules when left out. */
  readonly rules?: readonly Rule[];
  readonly version?: string;
  /** Milliseconds of quiet before diagnostics are sent to a client that does not ask for them. */
  readonly delay?: number;
  /** By which work is cut; that of the machine when left out. */
  readonly clock?: Clock;
}

/** Serves one client over a connection, until it hangs up. Everything of the world comes from the host. */
export function startServer(connection: Connection, own: Host, options: ServerOptions = {}): void {
  const documents = new TextDocuments(TextDocument);
  const initialize = (params: InitializeParams): InitializeResult => {
    const host = withClientFiles(own, connection, params);
    const settings = new EditorSettings(connection, params);
    const rules = options.rules ?? everyRule;
    const { wordTexts } = (params.initializationOptions ?? {}) as InitializationOptions;
    const editor = {
      documents: () => documents.all(),
      settingsFor: (uri: string) => settings.of(uri),
      renders: rendersIn(params),
      showsWord: wordTexts === true,
    };
    const context: Context = {
      connection,
      host,
      rules,
      documents,
      workspace: new Workspace(host, editor, rules, options.clock),
      abilities: abilitiesOf(params),
      settingsOf: (uri) => settings.of(uri),
      clientCommands: clientCommandsOf(params),
      shows: shownBy(params),
      recheck() {
        context.workspace.forget();
        diagnostics.recheck();
        refreshHelps(context, params);
      },
    };
    const pull = params.capabilities.textDocument?.diagnostic !== undefined;
    const refresh = params.capabilities.workspace?.diagnostics?.refreshSupport === true;
    const diagnostics = new Diagnostics(context, { pull, refresh, delay: options.delay ?? 150 });
    listen(context, diagnostics, settings, params);
    return capabilities(pull, options.version);
  };
  connection.onInitialize(wellFormed('initialize', initialize));
  documents.listen(connection);
  connection.listen();
}

const capabilities = (pull: boolean, version: string | undefined): InitializeResult => ({
  serverInfo: { name: 'DCE Lint', ...(version && { version }) },
  capabilities: {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    ...(pull && {
      diagnosticProvider: { identifier: 'dce-lint', interFileDependencies: true, workspaceDiagnostics: true },
    }),
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
    executeCommandProvider: { commands: [APPLY_FIX] },
    hoverProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentLinkProvider: {},
    definitionProvider: true,
    referencesProvider: true,
    completionProvider: { triggerCharacters: TRIGGERS },
    inlineCompletionProvider: true,
    codeLensProvider: {},
    inlayHintProvider: true,
  },
});

/** Answers a request of the protocol about a document, once looked at, for the text it was asked of. */
const answering =
  (context: Context) =>
  <P extends About, R>(method: Standard, answer: (asked: P) => R | Promise<R>) =>
    wellFormed(method, current(context, answer));

/** Ties each message of the client to its feature. */
function listen(context: Context, diagnostics: Diagnostics, settings: EditorSettings, params: InitializeParams): void {
  const { connection, documents } = context;
  documents.onDidOpen(({ document }) => {
    context.workspace.forget();
    diagnostics.opened(document.uri);
  });
  documents.onDidClose(() => context.workspace.forget());
  documents.onDidChangeContent(({ document }) => diagnostics.changed(document.uri));
  documents.onDidClose(({ document }) => diagnostics.closed(document.uri));
  const pull = current(context, (asked: DocumentDiagnosticParams, token) => diagnostics.pull(asked, token), askAgain);
  connection.languages.diagnostics.on(wellFormed('textDocument/diagnostic', pull));
  connection.languages.diagnostics.onWorkspace(
    wellFormed('workspace/diagnostic', (asked, token) => diagnostics.pullWorkspace(asked, token)),
  );
  const on = answering(context);
  connection.onCodeAction(on('textDocument/codeAction', (asked) => codeActions(context, asked)));
  const execute = ({ arguments: [asked] = [] }: ExecuteCommandParams) => {
    context.workspace.forget();
    return fix(context, validated('dce-lint/fix', asked));
  };
  connection.onExecuteCommand(wellFormed('workspace/executeCommand', execute));
  connection.onDocumentLinks(on('textDocument/documentLink', (asked) => documentLinks(context, asked)));
  connection.onDocumentSymbol(on('textDocument/documentSymbol', (asked) => documentSymbols(context, asked)));
  connection.onFoldingRanges(on('textDocument/foldingRange', (asked) => foldingRanges(context, asked)));
  connection.onDefinition(on('textDocument/definition', (asked) => definition(context, asked)));
  connection.onReferences(on('textDocument/references', (asked) => references(context, asked)));
  connection.onHover(on('textDocument/hover', (asked) => yamlHover(context, asked) ?? hover(context, asked)));
  const snippets = params.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
  // Never refused for its age: an editor that is refused a list while the next letter comes closes it, and does not ask again.
  const complete = (asked: CompletionParams) => yamlCompletion(context, asked) ?? completion(context, asked, snippets);
  connection.onCompletion(wellFormed('textDocument/completion', complete));
  const asks = <M extends keyof Requests>(method: M, answer: Answer<M>) =>
    connection.onRequest(method as string, (asked: unknown): Promise<unknown> => {
      // A command may write files: it goes by what they say now.
      context.workspace.forget();
      return answer(context, validated(method, asked));
    });
  asks('dce-lint/explain', explain);
  asks('dce-lint/rendering', rendering);
  asks('dce-lint/ignore', ignore);
  asks('dce-lint/conformite', conformite);
  asks('dce-lint/fix', fix);
  asks('dce-lint/fichePage', fichePage);
  asks('dce-lint/settings', settingsOrigin);
  asks('dce-lint/fiche', fiche);
  asks('dce-lint/setState', setState);
  asks('dce-lint/clauses', listClauses);
  asks('dce-lint/insertClause', insertClause);
  asks('dce-lint/misread', misread);
  asks('dce-lint/sayable', sayable);
  asks('dce-lint/missed', missed);
  asks('dce-lint/turnOff', turnOff);
  asks('dce-lint/parts', parts);
  asks('dce-lint/gather', gather);
  asks('dce-lint/annotateWord', annotateWord);
  asks('dce-lint/asUtf8', asUtf8);
  helps(context);
  connection.onDidChangeConfiguration(({ settings: given }) => {
    settings.changed(given);
    context.recheck();
  });
  connection.onDidChangeWatchedFiles(() => context.recheck());
  connection.onShutdown(() => diagnostics.dispose());
  connection.onInitialized(() => register(context, params));
}

/** What is shown in the text itself: ghost text, lenses, hints. */
function helps(context: Context): void {
  const { connection, documents } = context;
  const on = answering(context);
  const suggestions = new Suggestions(context);
  documents.onDidChangeContent(({ document }) => suggestions.changed(document.uri, document.getText()));
  connection.languages.inlineCompletion.on(on('textDocument/inlineCompletion', (asked) => suggestions.at(asked)));
  const refuse: keyof Requests = 'dce-lint/refuse';
  connection.onRequest(refuse, (asked: unknown) => suggestions.refuse(validated(refuse, asked).uri));
  connection.onCodeLens(on('textDocument/codeLens', (asked) => codeLenses(context, asked)));
  connection.languages.inlayHint.on(on('textDocument/inlayHint', (asked) => inlayHints(context, asked)));
}

/** Has lenses and hints asked for again, where the client can: settings or files beside a draft have changed. */
function refreshHelps({ connection, host }: Context, { capabilities: { workspace } }: InitializeParams): void {
  const failed = (error: unknown) => host.log(String(error));
  if (workspace?.codeLens?.refreshSupport) connection.sendRequest(CodeLensRefreshRequest.type).catch(failed);
  if (workspace?.inlayHint?.refreshSupport) connection.languages.inlayHint.refresh().catch(failed);
}

/** Asks the client to tell of what it sees change: files beside the drafts, configuration, settings. */
function register({ connection, host }: Context, { capabilities: { workspace } }: InitializeParams): void {
  const failed = (error: unknown) => host.log(String(error));
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const watchers = [
      PIECES_GLOB,
      '**/*.{xlsx,xlsm,ods,csv,xml}',
      `**/${CONFIGURATION}`,
      `**/${DCE}`,
      `**/${LECTURES}`,
    ].map((globPattern) => ({ globPattern }));
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(failed);
  }
  if (workspace?.didChangeConfiguration?.dynamicRegistration)
    connection.client.register(DidChangeConfigurationNotification.type, { section: 'dceLint' }).catch(failed);
}
