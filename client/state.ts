import { commands, type Disposable, l10n, type QuickPickItem, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Requests } from '../server/protocol.ts';
import { request } from './messages.ts';

type Etat = Requests['dce-lint/setState']['params']['etat'];

/** Registers the command that chooses the state of the draft in the active editor. */
export function registerState(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('dce-lint.setState', () => chooseState(client));
}

async function chooseState(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  const items: (QuickPickItem & { etat: Etat })[] = [
    { etat: 'brouillon', label: l10n.t('Draft'), detail: l10n.t('What is missing is shown one level lower.') },
    { etat: 'relecture', label: l10n.t('In review'), detail: l10n.t('Everything is shown at its level.') },
    { etat: 'final', label: l10n.t('Final'), detail: l10n.t('A field left to fill is an error.') },
  ];
  const chosen = await window.showQuickPick(items, { title: l10n.t('State of the draft') });
  if (!chosen) return;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const { applied } = await request(client, 'dce-lint/setState', { uri, etat: chosen.etat });
  if (!applied)
    void window.showWarningMessage(
      l10n.t('The state was not written: the front matter of the draft cannot be read, or the text has just changed.'),
    );
}
