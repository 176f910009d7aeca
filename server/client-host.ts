import type { Connection, InitializeParams } from 'vscode-languageserver';
import { LARGEST } from './core/decode.ts';
import type { Host } from './host.ts';
import type { FileRequests, InitializationOptions } from './protocol.ts';

/**
 * The server's own host, with the files out of its reach asked of the client: those of a virtual workspace, and all of
 * them in a web worker. A client that does not offer its files is never asked.
 */
export function withClientFiles(own: Host, connection: Connection, { initializationOptions }: InitializeParams): Host {
  if ((initializationOptions as InitializationOptions | null | undefined)?.files !== true) return own;
  const ask = async <M extends keyof FileRequests>(method: M, uri: string): Promise<FileRequests[M]['result']> => {
    try {
      return await connection.sendRequest<FileRequests[M]['result']>(method, { uri });
    } catch (error) {
      own.log(`${uri} : ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  };
  const stat = async (uri: string) => (await ask('dce-lint/stat', uri)) ?? undefined;
  return {
    reaches: () => true,
    stat: (uri) => (own.reaches(uri) ? own.stat(uri) : stat(uri)),
    async readFile(uri) {
      if (own.reaches(uri)) return own.readFile(uri);
      const { size } = (await stat(uri)) ?? {};
      if (size === undefined) return undefined;
      // One byte more than is read tells that the file is too large, and spares its journey.
      if (size > LARGEST) return new Uint8Array(LARGEST + 1);
      const file = await ask('dce-lint/readFile', uri);
      return file ? fromBase64(file.base64) : undefined;
    },
    async listDirectory(uri) {
      if (own.reaches(uri)) return own.listDirectory(uri);
      return (await ask('dce-lint/readDirectory', uri))?.files;
    },
    async listFolders(uri) {
      if (own.reaches(uri)) return own.listFolders(uri);
      return (await ask('dce-lint/readDirectory', uri))?.folders;
    },
    word: own.word,
    today: () => own.today(),
    log: (message) => own.log(message),
  };
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
