import { stat } from 'node:fs/promises';
import { basename, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { SourceFile } from '../../rules/facts/piece.ts';
import type { Described } from '../consultation.ts';
import { DCE } from '../core/dce.ts';
import { isMarkdown } from '../sources.ts';
import { consultations, inStep, readConsultation } from './consultations.ts';

/** One consultation to check: its Markdown files, which of them were asked for, and the paths of all the files beside them. */
export interface Folder {
  /** Absolute: where the paths of the pieces start. */
  readonly path: string;
  readonly sources: readonly SourceFile[];
  /** Paths of the pieces whose findings are wanted; undefined: all. */
  readonly wanted: ReadonlySet<string> | undefined;
  readonly files: readonly string[];
  /** SHA-256 of the bytes of each source, in hexadecimal. */
  readonly hashes: ReadonlyMap<string, string>;
  /** The `dce.yaml` of the consultation, when it has one. */
  readonly described?: Described | undefined;
}

export interface Gathered {
  readonly folders: readonly Folder[];
  /** What could not be read, and what is wrong in a `dce.yaml`: one French line each. */
  readonly problems: readonly string[];
  /** Drafts that the `dce.yaml` beside them leaves out, as shown. */
  readonly unlisted: readonly string[];
}

const IGNORED = ['**/node_modules/**', '**/.git/**'];
/** Path relative to the working directory, with `/`. */
export const shown = (cwd: string, path: string): string => relative(cwd, path).split(sep).join('/') || '.';

/** Why the system refused, in French. */
export const reason = (error: unknown): string => {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'ce fichier ou dossier n’existe pas';
    case 'EACCES':
    case 'EPERM':
      return 'lecture refusée par le système';
    case 'EISDIR':
      return 'c’est un dossier';
    case 'ELOOP':
      return 'lien symbolique qui tourne en rond';
    default:
      return (error as Error).message;
  }
};

/**
 * Reads files, folders and globs. Each folder is a consultation, or what its `dce.yaml` lists; a file is read with the others
 * of its consultation.
 */
export async function gather(cwd: string, paths: readonly string[]): Promise<Gathered> {
  const problems: string[] = [];
  /** Files by path; true: asked for by its own name. */
  const wanted = new Map<string, boolean>();
  const ask = (file: string) => wanted.set(file, basename(file) !== DCE);
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const info = await stat(absolute).catch((error: unknown) => error as NodeJS.ErrnoException);
    if (info instanceof Error) {
      const found = isDynamicPattern(path)
        ? await glob(path.split('\\').join('/'), { cwd, absolute: true, ignore: IGNORED })
        : [];
      for (const file of found.filter((f) => isMarkdown(f) || basename(f) === DCE)) ask(resolve(file));
      if (found.length === 0)
        problems.push(`${path} : ${isDynamicPattern(path) ? 'aucun fichier ne répond à ce motif' : reason(info)}.`);
    } else if (info.isDirectory()) {
      const found = await glob(['**/*.{md,markdown}', `**/${DCE}`], {
        cwd: absolute,
        absolute: true,
        ignore: IGNORED,
        caseSensitiveMatch: false,
        followSymbolicLinks: false,
      });
      for (const file of found.map((f) => resolve(f))) wanted.set(file, wanted.get(file) ?? false);
    } else ask(absolute);
  }
  const groups = await consultations(wanted);
  const folders: Folder[] = [];
  const unlisted: string[] = [];
  for (const read of await inStep(groups, (group) => readConsultation(cwd, group))) {
    folders.push(read.folder);
    problems.push(...read.problems);
    unlisted.push(...read.unlisted);
  }
  return { folders, problems, unlisted };
}
