import {
  commands,
  type Disposable,
  EventEmitter,
  env,
  FileSystemError,
  l10n,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { request } from './messages.ts';
import { choose, free, LARGEST, nameOf, refused, WORD } from './word.ts';

/** Scheme of the texts as which Word documents are shown; the server knows it too. */
const scheme = 'dce-lint-word';
/** Folder beside a document for its annotated copy. */
const COPIES = 'relecture';

/** Registers « Relire ce fichier Word »: a read-only text to which Problems lead, and a copy with comments. */
export function registerWordReview(client: BaseLanguageClient): Disposable[] {
  const renderings = new Renderings(client);
  const watcher = workspace.createFileSystemWatcher('**/*.docx');
  return [
    workspace.registerTextDocumentContentProvider(scheme, renderings),
    watcher,
    watcher.onDidChange((document) => renderings.changed(document)),
    commands.registerCommand('dce-lint.reviewWord', (uri?: Uri) => review(renderings, uri)),
    commands.registerCommand('dce-lint.annotateWord', (uri?: Uri) => annotate(client, uri)),
  ];
}

const renderingOf = (document: Uri): Uri => document.with({ scheme, path: `${document.path}.md` });
const documentOf = (rendering: Uri): Uri =>
  rendering.with({ scheme: 'file', path: rendering.path.replace(/\.md$/, '') });

/** The texts of Word documents, made by the server. */
class Renderings implements TextDocumentContentProvider {
  private readonly client: BaseLanguageClient;
  private readonly change = new EventEmitter<Uri>();
  readonly onDidChange = this.change.event;

  constructor(client: BaseLanguageClient) {
    this.client = client;
  }

  changed(document: Uri): void {
    this.change.fire(renderingOf(document));
  }

  /** The text of a document; undefined, and said, when it cannot be read. */
  async textOf(document: Uri): Promise<string | undefined> {
    const name = nameOf(document);
    const { size } = await workspace.fs.stat(document);
    if (size > LARGEST) {
      void window.showErrorMessage(l10n.t('{0}: the document is too large (more than 60 MB).', name));
      return undefined;
    }
    const bytes = await workspace.fs.readFile(document);
    const params = { name, document: Buffer.from(bytes).toString('base64') };
    const made = await request(this.client, 'dce-lint/importWord', params);
    return refused(made, name) ? undefined : made.text;
  }

  async provideTextDocumentContent(rendering: Uri): Promise<string> {
    return (await this.textOf(documentOf(rendering))) ?? '';
  }
}

/** From the palette there is no argument: the document is then asked for. */
async function review(renderings: Renderings, uri?: Uri): Promise<void> {
  const document = uri ?? (await choose(l10n.t('Review This Word File')));
  if (!document || (await renderings.textOf(document)) === undefined) return;
  await window.showTextDocument(renderingOf(document), { preview: false });
  const copy = l10n.t('Annotated Copy');
  const words = l10n.t('{0} is shown to be read: it is corrected in Word.', nameOf(document));
  if ((await window.showInformationMessage(words, copy)) === copy)
    await commands.executeCommand('dce-lint.annotateWord', renderingOf(document));
}

/** Writes the copy in a folder of its own beside the document, over an earlier one that nobody has changed. */
async function annotate(client: BaseLanguageClient, uri?: Uri): Promise<void> {
  const rendering = uri ?? window.activeTextEditor?.document.uri;
  if (rendering?.scheme !== scheme) return;
  const document = documentOf(rendering);
  const target = Uri.joinPath(document, '..', COPIES, nameOf(document));
  const there = await bytesOf(target);
  const params = {
    uri: client.code2ProtocolConverter.asUri(rendering),
    ...(there && { there: Buffer.from(there).toString('base64') }),
  };
  const made = await request(client, 'dce-lint/annotateWord', params);
  if (refused(made, nameOf(document))) return;
  const place = made.replaces ? target : await free(target, WORD);
  // The document itself may be chosen: it is never written.
  if (!place || place.toString() === document.toString()) return;
  await workspace.fs.writeFile(place, Buffer.from(made.document, 'base64'));
  const open = l10n.t('Open');
  const words = l10n.t('{0} is written, with {1} comments.', nameOf(place), made.comments);
  if ((await window.showInformationMessage(words, open)) === open) await env.openExternal(place);
}

async function bytesOf(uri: Uri): Promise<Uint8Array | undefined> {
  try {
    return await workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof FileSystemError) return undefined;
    throw error;
  }
}
