import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { SourceFile } from '../../rules/facts/piece.ts';
import { decode, encode } from '../core/decode.ts';
import { shown } from './files.ts';
import { type Terminal, UsageError } from './io.ts';
import { writeWhole } from './output.ts';

/** A file that safe fixes have changed. */
export interface FixedFile {
  /** Absolute. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** The files of a folder that differ from what they were. */
export const fixedFiles = (
  folder: string,
  before: readonly SourceFile[],
  after: readonly SourceFile[],
): readonly FixedFile[] =>
  after.flatMap(({ path, text }) => {
    const was = before.find((s) => s.path === path)?.text;
    return was === undefined || was === text ? [] : [{ path: join(folder, path), before: was, after: text }];
  });

/** Writes fixed files in the encoding they had. Throws a `UsageError` for one that has changed since it was read. */
export async function writeFixed(files: readonly FixedFile[], { cwd }: Terminal): Promise<void> {
  for (const { path, before, after } of files) {
    const name = shown(cwd, path);
    const decoded = decode(await readFile(path));
    if (!decoded.ok || decoded.text !== before)
      throw new UsageError(`${name} : ce fichier a changé pendant la vérification, il n’est pas corrigé`);
    await writeWhole(path, name, encode(after, decoded));
  }
}

/** What the fixes would change, as a unified diff. */
export const differences = (files: readonly FixedFile[], { cwd }: Terminal): string =>
  files
    .map(({ path, before, after }) => {
      const name = shown(cwd, path);
      return createTwoFilesPatch(name, name, before, after, 'avant', 'après');
    })
    .join('');
