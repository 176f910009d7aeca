import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { SourceFile } from '../../rules/facts/piece.ts';
import { decode } from '../core/decode.ts';

/** One folder to check: its Markdown files, which of them were asked for, and the names of all its files. */
export interface Folder {
  /** Absolute. */
  readonly path: string;
  readonly sources: readonly SourceFile[];
  /** Names of the files whose findings are wanted; undefined: all. */
  readonly wanted: ReadonlySet<string> | undefined;
  readonly files: readonly string[];
}

export interface Gathered {
  readonly folders: readonly Folder[];
  /** What could not be read: one French line each. */
  readonly problems: readonly string[];
}

const IGNORED = ['**/node_modules/**', '**/.git/**'];
const isMarkdown = (name: string) => /\.(?:md|markdown)$/i.test(name);

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

/** Reads files, folders and globs. Each folder is a consultation; a file is read with the others of its folder. */
export async function gather(cwd: string, paths: readonly string[]): Promise<Gathered> {
  const problems: string[] = [];
  const wanted = new Map<string, Set<string> | 'all'>();
  const ask = (file: string) => {
    const folder = dirname(file);
    const names = wanted.get(folder);
    if (names === 'all') return;
    wanted.set(folder, (names ?? new Set()).add(basename(file)));
  };
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const info = await stat(absolute).catch((error: unknown) => error as NodeJS.ErrnoException);
    if (info instanceof Error) {
      const found = isDynamicPattern(path)
        ? await glob(path.split('\\').join('/'), { cwd, absolute: true, ignore: IGNORED })
        : [];
      for (const file of found.filter(isMarkdown)) ask(resolve(file));
      if (found.length === 0)
        problems.push(`${path} : ${isDynamicPattern(path) ? 'aucun fichier ne répond à ce motif' : reason(info)}.`);
    } else if (info.isDirectory()) {
      const found = await glob('**/*.{md,markdown}', {
        cwd: absolute,
        absolute: true,
        ignore: IGNORED,
        caseSensitiveMatch: false,
        followSymbolicLinks: false,
      });
      for (const file of found) wanted.set(dirname(resolve(file)), 'all');
    } else ask(absolute);
  }
  const folders: Folder[] = [];
  for (const [path, names] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const files = await readdir(path).catch(() => [] as string[]);
    const only = names === 'all' ? undefined : names;
    const sources: SourceFile[] = [];
    for (const name of new Set([...files.filter(isMarkdown), ...(only ?? [])])) {
      const file = join(path, name);
      try {
        const decoded = decode(await readFile(file));
        if (decoded.ok) sources.push({ path: name, text: decoded.text });
        else if (!only || only.has(name)) problems.push(`${shown(cwd, file)} : ${decoded.reason}`);
      } catch (error) {
        if (!only || only.has(name)) problems.push(`${shown(cwd, file)} : ${reason(error)}.`);
      }
    }
    sources.sort((a, b) => (a.path < b.path ? -1 : 1));
    folders.push({ path, sources, wanted: only, files });
  }
  return { folders, problems };
}
