import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './io.ts';

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** Writes a file whole or not at all, and never over another. `shown`: its path as the user wrote it. */
export async function writeNew(path: string, shown: string, content: string | Uint8Array): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const refused = (error: unknown) => new UsageError(`${shown} : écriture impossible (${codeOf(error)})`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, content);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw refused(error);
  }
  try {
    // A link, unlike a move, fails where a file stands. Some file systems have none.
    await link(draft, path).catch((error) => {
      if (codeOf(error) === 'EEXIST') throw error;
      return writeFile(path, content, { flag: 'wx' });
    });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new UsageError(`${shown} : ce fichier existe déjà, il n’est pas remplacé`);
    throw refused(error);
  } finally {
    await rm(draft, { force: true });
  }
}
