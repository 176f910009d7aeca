import { commands, type Disposable, l10n, languages, type TextDocument, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, DocumentSelector } from 'vscode-languageclient';
import { request } from './messages.ts';

/** What stands for each byte that is no character of UTF-8. */
const UNREADABLE = '\ufffd';

/** Offers to save in UTF-8 a draft that is not, and that shows unreadable characters; each is offered once. */
export function registerEncoding(client: BaseLanguageClient, drafts: DocumentSelector): Disposable[] {
  const offered = new Set<string>();
  const offer = async (document: TextDocument): Promise<void> => {
    const { uri } = document;
    if (uri.scheme === 'untitled' || languages.match(drafts as never, document) === 0) return;
    if (offered.has(uri.toString()) || !document.getText().includes(UNREADABLE)) return;
    offered.add(uri.toString());
    const save = l10n.t('Save as UTF-8');
    const words = l10n.t('{0} is not in UTF-8: its accents cannot be read.', nameOf(uri));
    if ((await window.showWarningMessage(words, save)) === save) await saveAsUtf8(client, uri);
  };
  for (const document of workspace.textDocuments) void offer(document);
  return [
    workspace.onDidOpenTextDocument((document) => void offer(document)),
    commands.registerCommand('dce-lint.saveAsUtf8', async (uri?: Uri) => {
      const target = uri ?? window.activeTextEditor?.document.uri;
      if (target) await saveAsUtf8(client, target);
    }),
  ];
}

async function saveAsUtf8(client: BaseLanguageClient, uri: Uri): Promise<void> {
  const name = nameOf(uri);
  // What was typed since is not in the file, from which the characters are read.
  if (workspace.textDocuments.some((d) => d.uri.toString() === uri.toString() && d.isDirty)) {
    void window.showWarningMessage(l10n.t('{0} has unsaved changes: save it first, then start again.', name));
    return;
  }
  const read = await request(client, 'dce-lint/asUtf8', { uri: client.code2ProtocolConverter.asUri(uri) });
  if ('error' in read) {
    void window.showErrorMessage(l10n.t('{0}: {1}', name, read.error));
    return;
  }
  await workspace.fs.writeFile(uri, new TextEncoder().encode(read.text));
  void window.showInformationMessage(l10n.t('{0} is saved in UTF-8.', name));
}

const nameOf = (uri: Uri): string => uri.path.split('/').pop() ?? '';
