import { l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { TurnOffTarget } from '../server/protocol.ts';
import { request } from './messages.ts';

/** Asks why a rule is switched off, has it written in the configuration, and saves the file. */
export async function turnOff(client: BaseLanguageClient, target: TurnOffTarget): Promise<void> {
  const { configuration } = target;
  const open = () => workspace.textDocuments.filter(({ uri }) => uri.path.endsWith(`/${configuration}`));
  // What is written is worked out from the file on disk: words not saved yet would be lost.
  if (open().some((document) => document.isDirty)) {
    void window.showWarningMessage(l10n.t('{0} has unsaved changes: save it first, then start again.', configuration));
    return;
  }
  const reason = await window.showInputBox({
    title: l10n.t('No longer check {0}', target.rule),
    prompt: l10n.t('Why does this rule not apply here? The reason is written in {0}, beside the rule.', configuration),
    validateInput: (text) => (text.trim() === '' ? l10n.t('A reason is required.') : undefined),
    ignoreFocusOut: true,
  });
  if (reason === undefined) return;
  const { applied, refused } = await request(client, 'dce-lint/turnOff', { ...target, reason: reason.trim() });
  if (!applied) {
    void window.showWarningMessage(refused ?? l10n.t('{0} could not be written.', configuration));
    return;
  }
  const written = open().find((document) => document.isDirty);
  await written?.save();
  const show = l10n.t('Open {0}', configuration);
  const said = l10n.t('{0} is no longer checked: see {1}.', target.rule, configuration);
  if (written && (await window.showInformationMessage(said, show)) === show) await window.showTextDocument(written.uri);
}
