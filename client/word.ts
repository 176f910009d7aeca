import {
  commands,
  type Disposable,
  FileSystemError,
  l10n,
  ProgressLocation,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { NotConverted } from '../server/protocol.ts';
import { request } from './messages.ts';

/** Larger documents are refused before they are read, in bytes. */
export const LARGEST = 60 * 1024 * 1024;
export const WORD = { Word: ['docx'] };

/** Registers the conversions from and to Word. They need the server to be a Node process. */
export function registerWord(client: BaseLanguageClient): Disposable[] {
  return [
    commands.registerCommand('dce-lint.importWord', (uri?: Uri) => importWord(client, uri)),
    commands.registerCommand('dce-lint.exportWord', (uri?: Uri) => exportWord(client, uri)),
  ];
}

/** From the palette there is no argument: the document is then asked for. */
async function importWord(client: BaseLanguageClient, uri?: Uri): Promise<void> {
  const source = uri ?? (await choose(l10n.t('Convert to a Markdown Draft')));
  const document = source && (await read(source));
  if (!source || document === undefined) return;
  const name = nameOf(source);
  const made = await converting(() => request(client, 'dce-lint/importWord', { name, document }));
  if (refused(made, name)) return;
  const target = await free(beside(source, '.md'), { Markdown: ['md'] });
  if (!target) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(made.text));
  await window.showTextDocument(target);
  await sayLost(made.lost);
}

async function exportWord(client: BaseLanguageClient, uri?: Uri): Promise<void> {
  const source = uri ?? window.activeTextEditor?.document.uri;
  if (!source) return;
  const draft = await workspace.openTextDocument(source);
  const plain = l10n.t('Without a template');
  const styled = l10n.t('Choose a template…');
  const style = await window.showQuickPick([plain, styled], { title: l10n.t('Export to Word') });
  const model = style === styled ? await choose(styled) : undefined;
  if (style === undefined || (style === styled && !model)) return;
  const template = model && (await read(model));
  if (model && template === undefined) return;
  const text = draft.getText();
  const params = { text, uri: source.toString(), ...(template !== undefined && { template }) };
  const made = await converting(() => request(client, 'dce-lint/exportWord', params));
  if (refused(made, nameOf(model ?? source))) return;
  const target = await free(beside(source, '.docx'), WORD);
  if (!target) return;
  await workspace.fs.writeFile(target, Buffer.from(made.document, 'base64'));
  if (made.comments > 0)
    void window.showWarningMessage(
      l10n.t('{0}: comments are in the margin. Remove them before publication.', nameOf(target)),
    );
  else void window.showInformationMessage(l10n.t('{0} is written.', nameOf(target)));
  await sayLost(made.lost);
}

/** Asks for a Word document. */
export async function choose(title: string): Promise<Uri | undefined> {
  return (await window.showOpenDialog({ title, filters: WORD }))?.[0];
}

export const nameOf = (uri: Uri): string => uri.path.split('/').pop() ?? '';
const beside = (uri: Uri, extension: string): Uri => uri.with({ path: uri.path.replace(/(?:\.\w+)?$/, extension) });

/** Bytes of a document in base 64; undefined, and said, when it is too large. */
async function read(uri: Uri): Promise<string | undefined> {
  const { size } = await workspace.fs.stat(uri);
  if (size <= LARGEST) return Buffer.from(await workspace.fs.readFile(uri)).toString('base64');
  void window.showErrorMessage(l10n.t('{0}: the document is too large (more than 60 MB).', nameOf(uri)));
  return undefined;
}

/** The address, when nothing is there; else where the user says, who is asked before anything is replaced. */
export async function free(uri: Uri, filters: Record<string, string[]>): Promise<Uri | undefined> {
  try {
    if (uri.scheme !== 'untitled') await workspace.fs.stat(uri);
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return uri;
    throw error;
  }
  return window.showSaveDialog({ ...(uri.scheme !== 'untitled' && { defaultUri: uri }), filters });
}

const converting = <T>(convert: () => Promise<T>): Thenable<T> =>
  window.withProgress({ location: ProgressLocation.Window, title: l10n.t('Word conversion') }, convert);

/** Says why a document could not be converted. */
export function refused<T extends object>(made: T | NotConverted, name: string): made is NotConverted {
  if (!('error' in made)) return false;
  void window.showErrorMessage(l10n.t('{0}: {1}', name, made.error));
  return true;
}

async function sayLost(lost: readonly string[]): Promise<void> {
  if (lost.length === 0) return;
  const detail = lost.map((line) => `– ${line}`).join('\n');
  await window.showWarningMessage(l10n.t('To check: the conversion does not keep everything.'), {
    modal: true,
    detail,
  });
}
