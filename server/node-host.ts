import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { today } from './clock.ts';
import type { Host } from './host.ts';
import { largestOf } from './kinds.ts';

/** The file system and clock of Node. Knows `file:` addresses; `log` goes where the entry says. */
export function nodeHost(log: (message: string) => void): Host {
  const reaches = (uri: string) => uri.startsWith('file:');
  const at = async <T>(uri: string, use: (path: string) => Promise<T>): Promise<T | undefined> => {
    if (!reaches(uri)) return undefined;
    try {
      return await use(fileURLToPath(uri));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') log(`${uri} : ${message}`);
      return undefined;
    }
  };
  return {
    reaches,
    readFile: (uri) =>
      at(uri, async (path) => {
        // One byte more than is read tells that the file is too large, whatever its size.
        const { size } = await stat(path);
        const most = largestOf(path);
        return size > most ? new Uint8Array(most + 1) : readFile(path);
      }),
    stat: (uri) =>
      at(uri, async (path) => {
        // A link to nothing stands there all the same, and cannot be read.
        const { mtimeMs, size } = await stat(path).catch(() => lstat(path));
        return { mtime: mtimeMs, size };
      }),
    listDirectory: (uri) =>
      at(uri, async (path) => {
        const entries = await readdir(path, { withFileTypes: true });
        return entries.filter((e) => e.isFile() || e.isSymbolicLink()).map((e) => e.name);
      }),
    listFolders: (uri) =>
      at(uri, async (path) => {
        const entries = await readdir(path, { withFileTypes: true });
        return entries.filter((e) => e.isDirectory()).map((e) => e.name);
      }),
    word: () => import('./word/index.ts'),
    today,
    log,
  };
}
