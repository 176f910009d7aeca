import { commands, type Disposable, type ExtensionContext, Uri, window, workspace } from 'vscode';

const FOLDER = 'Consultation d’exemple';
/** The piece that is shown first, then the others of its consultation. */
const PIECES = ['rc.md', 'ccap.md', 'cctp.md'];

/** Registers the command that opens a faulty consultation to try things on: a copy, made anew each time. */
export function registerSample({ extensionUri, globalStorageUri }: ExtensionContext): Disposable {
  return commands.registerCommand('dce-lint.openSample', async () => {
    const from = Uri.joinPath(extensionUri, 'examples', 'consultation-fautive');
    const to = Uri.joinPath(globalStorageUri, FOLDER);
    for (const name of PIECES)
      await workspace.fs.copy(Uri.joinPath(from, name), Uri.joinPath(to, name), { overwrite: true });
    await window.showTextDocument(Uri.joinPath(to, PIECES[0] as string), { preview: false });
    await commands.executeCommand('dce-lint.conformite.focus');
  });
}
