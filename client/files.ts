import { type Disposable, type DocumentSelector, FileSystemError, FileType, languages, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileRequests } from '../server/protocol.ts';
import { isWithin } from './bounds.ts';

/** Gives the server the files that it has no way to, through VS Code's own file system. */
export function serveFiles(client: BaseLanguageClient, drafts: DocumentSelector): Disposable[] {
  const answer = <M extends keyof FileRequests>(method: M, look: (uri: Uri) => Promise<FileRequests[M]['result']>) =>
    client.onRequest(method as string, async (params: unknown): Promise<unknown> => {
      const uri = allowed(params, drafts);
      if (!uri) return null;
      try {
        return await look(uri);
      } catch (error) {
        if (!isAbsence(error)) client.warn(`${uri}: ${String(error)}`, undefined, false);
        return null;
      }
    });
  return [
    answer('dce-lint/readFile', async (uri) => ({ base64: toBase64(await workspace.fs.readFile(uri)) })),
    answer('dce-lint/stat', async (uri) => {
      const { mtime, size } = await workspace.fs.stat(uri);
      return { mtime, size };
    }),
    answer('dce-lint/readDirectory', async (uri) => {
      const entries = await workspace.fs.readDirectory(uri);
      const names = (isFolder: boolean) =>
        entries.filter(([, type]) => ((type & FileType.Directory) !== 0) === isFolder).map(([name]) => name);
      return { files: names(false), folders: names(true) };
    }),
  ];
}

/** The address asked for, when it is one and the server may look at it. */
function allowed(params: unknown, drafts: DocumentSelector): Uri | undefined {
  const { uri } = (params ?? {}) as { uri?: unknown };
  if (typeof uri !== 'string') return undefined;
  const asked = Uri.parse(uri);
  const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  const open = workspace.textDocuments.filter((document) => languages.match(drafts, document) > 0);
  return isWithin(
    asked,
    folders,
    open.map((document) => document.uri),
  )
    ? asked
    : undefined;
}

const isAbsence = (error: unknown): boolean =>
  error instanceof FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code);

/** In slices: the units of a whole file would be too many arguments. */
function toBase64(bytes: Uint8Array): string {
  const slice = 0x8000;
  let units = '';
  for (let at = 0; at < bytes.length; at += slice) units += String.fromCharCode(...bytes.subarray(at, at + slice));
  return btoa(units);
}
