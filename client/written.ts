import { l10n, window, workspace } from 'vscode';

/** What the buyer is asked and told when a file beside the drafts is written. */
interface Words {
  readonly title: string;
  readonly prompt: string;
  readonly done: string;
}

/** Asks the buyer why, has that written in a file by the server, and saves the file. `file`: its name. */
export async function writeWithReason(
  file: string,
  { title, prompt, done }: Words,
  write: (reason: string) => Promise<{ applied: boolean; refused?: string }>,
): Promise<void> {
  const open = () => workspace.textDocuments.filter(({ uri }) => uri.path.endsWith(`/${file}`));
  // What is written is worked out from the file on disk: words not saved yet would be lost.
  if (open().some((document) => document.isDirty)) {
    void window.showWarningMessage(l10n.t('{0} has unsaved changes: save it first, then start again.', file));
    return;
  }
  const reason = await window.showInputBox({
    title,
    prompt,
    validateInput: (text) => (text.trim() === '' ? l10n.t('A reason is required.') : undefined),
    ignoreFocusOut: true,
  });
  if (reason === undefined) return;
  const { applied, refused } = await write(reason.trim());
  if (!applied) {
    void window.showWarningMessage(refused ?? l10n.t('{0} could not be written.', file));
    return;
  }
  const written = open().find((document) => document.isDirty);
  await written?.save();
  const show = l10n.t('Open {0}', file);
  if (written && (await window.showInformationMessage(done, show)) === show) await window.showTextDocument(written.uri);
}
