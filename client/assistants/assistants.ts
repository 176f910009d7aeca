import { Disposable, EventEmitter, type ExtensionContext, l10n, workspace } from 'vscode';
import { registerServer, registerTool, type Server } from './api.ts';
import { consent, SETTINGS } from './consent.ts';

/** A call to a tool of ours. */
export interface Call {
  readonly name: string;
  readonly input: unknown;
  /** Paths of the folders that may be read. */
  readonly folders: readonly string[];
  /** Texts that are not saved yet, by path. */
  readonly unsaved: Readonly<Record<string, string>>;
  readonly language: 'fr' | 'en';
}

/** What came of it: a text, or why there is none. */
export type Outcome = { readonly text: string } | { readonly refused: string };

/** The program, where there is one to run: not in a browser. */
export interface Program extends Disposable {
  call(call: Call): Promise<Outcome>;
  server(folders: readonly string[], version: string): Server;
}

/** Names of the tools in the editor: those of the program behind this. */
const PREFIX = 'dce-lint_';
const SERVER = 'dce-lint';

/** Folders that may be read: on the disk, in a workspace that is trusted. */
const folders = (): string[] =>
  workspace.isTrusted
    ? (workspace.workspaceFolders ?? []).flatMap(({ uri }) => (uri.scheme === 'file' ? [uri.fsPath] : []))
    : [];

const unsaved = (): Record<string, string> =>
  Object.fromEntries(
    workspace.textDocuments
      .filter(({ isDirty, uri }) => isDirty && uri.scheme === 'file')
      .map((document) => [document.uri.fsPath, document.getText()]),
  );

/** Why a call that needs files has none; undefined when it may have them. */
function whyNoFiles(): string | undefined {
  if (!workspace.isTrusted)
    return l10n.t(
      'This workspace is not trusted: no file of it is read for an assistant. Give the text itself (“text”), or trust the workspace.',
    );
  if (folders().length > 0) return undefined;
  return workspace.workspaceFolders
    ? l10n.t('This workspace is virtual: no file of it is read for an assistant. Give the text itself (“text”).')
    : l10n.t('No folder is open: open the folder of the consultation, or give the text itself (“text”).');
}

const asksForFiles = (input: unknown): boolean => typeof input === 'object' && input !== null && 'path' in input;

/** Offers the tools to the assistants of the editor, for as long as the buyer and the policies let it. */
export function registerAssistants(context: ExtensionContext, program: Program | undefined): Disposable {
  const changed = new EventEmitter<void>();
  let offered: Disposable | undefined;
  let served: Disposable | undefined;
  const answer = (name: string) => async (input: unknown) => {
    if (!program)
      throw new Error(l10n.t('In a browser, assistants have no tools of DCE Lint: open the folder on the desktop.'));
    const refused = asksForFiles(input) ? whyNoFiles() : undefined;
    if (refused) throw new Error(refused);
    const language = workspace.getConfiguration('dceLint').get('langue') === 'en' ? 'en' : 'fr';
    const outcome = await program.call({ name, input, folders: folders(), unsaved: unsaved(), language });
    if ('refused' in outcome) throw new Error(outcome.refused);
    return outcome.text;
  };
  const { version, contributes } = context.extension.packageJSON as {
    readonly version: string;
    readonly contributes: { readonly languageModelTools: readonly { readonly name: string }[] };
  };
  // Asked for again at each change: it is then gone where it is no longer consented to.
  const definition = () => {
    const open = folders();
    return program && consent().server && open.length > 0 ? program.server(open, version) : undefined;
  };
  const offer = () => {
    const { tools, server } = consent();
    if (tools && !offered) {
      const registered = contributes.languageModelTools.map(({ name }) =>
        registerTool(name, l10n.t('DCE Lint is reading, on this machine'), answer(name.slice(PREFIX.length))),
      );
      offered = Disposable.from(...registered.filter((one) => one !== undefined));
    } else if (!tools) {
      offered?.dispose();
      offered = undefined;
    }
    if (server) served ??= registerServer(SERVER, 'DCE Lint', changed.event, definition);
    changed.fire();
  };
  offer();
  return Disposable.from(
    changed,
    workspace.onDidChangeConfiguration((e) => SETTINGS.some((name) => e.affectsConfiguration(name)) && offer()),
    workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    ...(program ? [program] : []),
    {
      dispose() {
        offered?.dispose();
        served?.dispose();
      },
    },
  );
}
