import { createWriteStream } from 'node:fs';
import { mkdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
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

/** As `writeWhole`, from bits that come one after the other: no more than one of them is held. */
export async function writeBits(path: string, shown: string, bits: AsyncIterable<string>): Promise<void> {
  const refused = (error: unknown) => new UsageError(`${shown} : écriture impossible, ${whyNot(error)}`);
  let draft: string | undefined;
  try {
    await mkdir(dirname(path), { recursive: true });
    const target = await realpath(path).catch(() => path);
    draft = join(dirname(target), `.dce-lint.${process.pid}.tmp`);
    const before = await stat(target).catch(() => undefined);
    if (before?.isDirectory()) throw Object.assign(new Error(shown), { code: 'EISDIR' });
    await pipeline(Readable.from(bits), createWriteStream(draft, { mode: before?.mode ?? 0o666, flush: true }));
    await rename(draft, target);
  } catch (error) {
    if (draft) await rm(draft, { force: true }).catch(() => {});
    throw error instanceof UsageError ? error : refused(error);
  }
}
