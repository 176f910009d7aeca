import { commands, type Disposable, l10n, type QuickPickItem, QuickPickItemKind, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Requests } from '../server/protocol.ts';
import { request } from './messages.ts';

type Asked = Requests['dce-lint/setState']['params'];
type Choice = QuickPickItem & Pick<Partial<Asked>, 'etat' | 'portee'>;

/** Registers the command that chooses the state of the draft in the active editor, or of its whole consultation. */
export function registerState(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('dce-lint.setState', () => chooseState(client));
}

async function chooseState(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  const states: Choice[] = [
    { etat: 'brouillon', label: l10n.t('Draft'), detail: l10n.t('What is missing is shown one level lower.') },
    { etat: 'relecture', label: l10n.t('In review'), detail: l10n.t('Everything is shown at its level.') },
    { etat: 'final', label: l10n.t('Final'), detail: l10n.t('A field left to fill is an error.') },
  ];
  const forDossier = l10n.t('for the whole consultation');
  const items: Choice[] = [
    ...states,
    { kind: QuickPickItemKind.Separator, label: forDossier },
    ...states.map(({ etat, label }): Choice => ({ etat, label, portee: 'dossier', description: forDossier })),
  ];
  const chosen = await window.showQuickPick(items, { title: l10n.t('State of the draft') });
  if (!chosen?.etat) return;
  const { etat, portee = 'piece' } = chosen;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const dirty = new Set(workspace.textDocuments.filter((d) => d.isDirty).map((d) => d.uri.toString()));
  const { applied, written: changed } = await request(client, 'dce-lint/setState', { uri, etat, portee });
  if (!applied) {
    void window.showWarningMessage(
      l10n.t('The state was not written: a front matter cannot be read, or the text has just changed.'),
    );
    return;
  }
  // Pieces that are not in front would stay unsaved behind the buyer's back. What has other changes is left for the buyer to save.
  const addresses = new Set(changed.map((address) => client.protocol2CodeConverter.asUri(address).toString()));
  if (portee === 'dossier')
    for (const written of [...workspace.textDocuments])
      if (addresses.has(written.uri.toString()) && !dirty.has(written.uri.toString())) await written.save();
}
