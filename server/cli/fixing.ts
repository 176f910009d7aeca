import { link, lstat, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { SourceFile } from '../../rules/consultation/open.ts';
import { decode, encode } from '../core/decode.ts';
import type { Folder } from './folder.ts';
import type { Terminal } from './io.ts';
import { replaceFile, whyNot } from './output.ts';
import { shown } from './shown.ts';

/** A file that safe fixes have changed. */
export interface FixedFile {
  /** Absolute. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** Other names of the same file, absolute. */
  readonly also: readonly string[];
}

/** The files of a folder that differ from what they were. */
export const fixedFiles = (
  folder: Pick<Folder, 'path' | 'aliases'>,
  before: readonly SourceFile[],
  after: readonly SourceFile[],
): readonly FixedFile[] =>
  after.flatMap(({ path, text }) => {
    const was = before.find((s) => s.path === path)?.text;
    if (was === undefined || was === text) return [];
    const also = [...(folder.aliases ?? [])].flatMap(([name, of]) => (of === path ? [join(folder.path, name)] : []));
    return [{ path: join(folder.path, path), before: was, after: text, also }];
  });

/** What is written takes the place of a file: its other names are made anew, those that are links to it by name are right. */
async function nameAgain(path: string, also: readonly string[]): Promise<void> {
  for (const name of also) {
    if ((await lstat(name)).isSymbolicLink()) continue;
    const draft = `${name}.${process.pid}.tmp`;
    await link(path, draft);
    await rename(draft, name);
  }
}

/** What became of fixed files. */
export interface Written {
  readonly written: readonly FixedFile[];
  /** `why`: in French, without a full stop. */
  readonly refused: readonly { readonly path: string; readonly why: string }[];
}

/** Writes fixed files in the encoding they had, each whatever becomes of the others. One that has changed is left alone. */
export async function writeFixed(files: readonly FixedFile[]): Promise<Written> {
  const written: FixedFile[] = [];
  const refused: { path: string; why: string }[] = [];
  for (const file of files) {
    const { path, before, after, also } = file;
    try {
      const decoded = decode(await readFile(path));
      // It was written under another name: the piece of two consultations.
      const isDone = decoded.ok && decoded.text === after;
      if (!isDone && decoded.ok && decoded.text === before) {
        await replaceFile(path, encode(after, decoded));
        await nameAgain(path, also);
      } else if (!isDone) {
        refused.push({ path, why: 'ce fichier a changé pendant la vérification, il n’est pas corrigé' });
        continue;
      }
      written.push(file);
    } catch (error) {
      refused.push({ path, why: `écriture impossible, ${whyNot(error)}` });
    }
  }
  return { written, refused };
}

/** What the fixes would change, as a unified diff. */
export const differences = (files: readonly FixedFile[], { cwd }: Terminal): string =>
  files
    .map(({ path, before, after }) => {
      const name = shown(cwd, path);
      return createTwoFilesPatch(name, name, before, after, 'avant', 'après');
    })
    .join('');
