import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { UsageError } from './io.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'accès refusé par le système',
  EPERM: 'accès refusé par le système',
  EROFS: 'disque en lecture seule',
  EISDIR: 'c’est un dossier',
  ENOTDIR: 'un fichier tient la place d’un dossier',
  EEXIST: 'un fichier tient la place d’un dossier',
  ENOSPC: 'disque plein',
  ENAMETOOLONG: 'nom trop long',
  EPIPE: 'le programme qui lisait s’est arrêté',
};

/** Why the system would not write, in French. */
export function whyNot(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}

/** Writes a file whole or not at all, as the system would have it. */
export const replaceFile = (path: string, content: string | Uint8Array): Promise<void> =>
  writeFileAtomic(path, typeof content === 'string' ? content : Buffer.from(content));

/**
 * Writes a file whole or not at all, over the one that is there. `shown`: its path as the user wrote it. Throws a
 * `UsageError` that says why it cannot.
 */
export async function writeWhole(path: string, shown: string, content: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, content);
  } catch (error) {
    throw new UsageError(`${shown} : écriture impossible, ${whyNot(error)}`);
  }
}
