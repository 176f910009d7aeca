import { commands, type Disposable, l10n, type Memento, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { onNotification, request } from './messages.ts';

/** Folders for which the buyer wants to hear no more of it, kept with the workspace. */
const REFUSED = 'dce-lint.gather.refused';

/** Offers to put together the folders over which a consultation is spread, once for each; and the command that does it. */
export function registerGather(client: BaseLanguageClient, memory: Memento): Disposable[] {
  const asked = new Set<string>();
  return [
    commands.registerCommand('dce-lint.gather', () => gatherInFront(client)),
    onNotification(client, 'dce-lint/status', ({ uri, checked }) => {
      const folder = uri.replace(/\/[^/]*$/, '');
      const above = folder.replace(/\/[^/]*$/, '');
      if (!checked || asked.has(above)) return;
      asked.add(above);
      if (!memory.get<string[]>(REFUSED, []).includes(above)) void offer(client, memory, uri, above);
    }),
  ];
}

async function offer(client: BaseLanguageClient, memory: Memento, uri: string, above: string): Promise<void> {
  const parts = await request(client, 'dce-lint/parts', { uri });
  if (!parts) return;
  const yes = l10n.t('Put these folders together');
  const no = l10n.t('Not this one');
  const question = l10n.t(
    'The consultation “{0}” seems to be spread over several folders: {1}. Put together, its pieces are checked as one.',
    parts.dossier,
    parts.folders.join(', '),
  );
  const answer = await window.showInformationMessage(question, yes, no);
  if (answer === yes) await gather(client, uri);
  if (answer === no) await memory.update(REFUSED, [...memory.get<string[]>(REFUSED, []), above]);
}

async function gatherInFront(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document) await gather(client, client.code2ProtocolConverter.asUri(document.uri));
}

async function gather(client: BaseLanguageClient, uri: string): Promise<void> {
  const { written } = await request(client, 'dce-lint/gather', { uri });
  if (written === undefined) {
    void window.showInformationMessage(
      l10n.t('There is nothing to put together: the folders beside hold no other piece.'),
    );
    return;
  }
  const address = client.protocol2CodeConverter.asUri(written).toString();
  const file = workspace.textDocuments.find((document) => document.uri.toString() === address);
  await file?.save();
}
