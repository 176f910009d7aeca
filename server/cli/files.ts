import { type Dirent, readdir } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { DCE } from '../core/dce.ts';
import type { NotChecked } from '../core/not-checked.ts';
import { kindOf, PIECES_GLOB } from '../kinds.ts';
import { consultations, type Group, inStep, readConsultation } from './consultations.ts';
import type { Folder } from './folder.ts';
import type { LeftOut } from './left-out.ts';
import type { ReadingLimits } from './opening.ts';
import { unreadable } from './reason.ts';
import { shown } from './shown.ts';
export interface Gathered {
  readonly folders: readonly Folder[];
  /** What could not be read, what is wrong in a `dce.yaml`, and the drafts that it leaves out. */
  readonly notChecked: readonly NotChecked[];
}

const IGNORED = ['**/node_modules/**', '**/.git/**'];
/** Lists folders for a search, and hands on what the search would pass over: a folder that cannot be listed. */
const listing = (refused: (path: string, error: NodeJS.ErrnoException) => void) =>
  ((path: string, options: object, then: (error: NodeJS.ErrnoException | null, entries?: Dirent[]) => void) =>
    readdir(path, { ...options, withFileTypes: true }, (error, entries) => {
      if (error) refused(path, error);
      then(error, entries);
    })) as unknown as typeof readdir;

export interface Sought {
  readonly groups: readonly Group[];
  /** What could not be listed, and what was left out. */
  readonly notChecked: readonly NotChecked[];
}

/**
/** What is not to be sought. */
export interface Seeking extends ReadingLimits {
  /** An absolute folder of which nothing is read unless it is named. */
  readonly except?: string | undefined;
}

/**
 * Finds files, folders and globs, and reads no draft. Each folder is a consultation, or what its `dce.yaml` lists; a file goes with
 * the others of its consultation.
 */
export async function seek(
  cwd: string,
  paths: readonly string[],
  { except, access, leftOut }: Seeking = {},
): Promise<Sought> {
  const notChecked: NotChecked[] = [];
  const fs = { readdir: listing((path, error) => notChecked.push(unreadable(shown(cwd, path), error))) };
  /** Files by path; true: asked for by its own name. */
  const wanted = new Map<string, boolean>();
  const ask = (file: string) => wanted.set(file, !isDescription(file));
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const info = await stat(absolute).catch((error: unknown) => error as NodeJS.ErrnoException);
    if (info instanceof Error) {
      const found = await matching(path, { cwd, fs });
      for (const file of found.filter(isKnown)) ask(resolve(file));
      if (found.length === 0) notChecked.push(unanswered(path, info));
    } else if (info.isDirectory()) {
      const found = await glob([PIECES_GLOB, `**/${DCE}`], {
        cwd: absolute,
        absolute: true,
        ignore: IGNORED,
        caseSensitiveMatch: false,
        followSymbolicLinks: false,
        fs,
      });
      for (const file of found.map((f) => resolve(f)).filter((f) => isSought(f, except)))
        wanted.set(file, wanted.get(file) === true);
    } else ask(absolute);
  }
  notChecked.push(...(await leaveOut(wanted, leftOut)));
  return { groups: await consultations(wanted, access), notChecked };
}

const isDescription = (file: string) => basename(file) === DCE;
/** Files of a folder; none of what is not to be sought, but its description. */
const isSought = (file: string, except: string | undefined) =>
  isDescription(file) || (isKnown(file) && !(except && file.startsWith(`${except}${sep}`)));
const isKnown = (file: string) => isDescription(file) || kindOf(file) !== undefined;

/** What a pattern stands for; nothing for what is no pattern. */
const matching = async (path: string, within: { readonly cwd: string; readonly fs: object }): Promise<string[]> =>
  isDynamicPattern(path) ? glob(path.split('\\').join('/'), { ...within, absolute: true, ignore: IGNORED }) : [];

const unanswered = (path: string, error: Error): NotChecked =>
  isDynamicPattern(path)
    ? { what: path, why: 'aucun fichier ne répond à ce motif.', remedy: 'Vérifier ce motif.', blocking: true }
    : unreadable(path, error);

/** Takes out of the files what is not to be read; what is to be said of it comes back. */
async function leaveOut(wanted: Map<string, boolean>, leftOut: LeftOut | undefined): Promise<NotChecked[]> {
  const said: NotChecked[] = [];
  for (const [file, named] of wanted) {
    const why = await leftOut?.of(file, named);
    if (!why) continue;
    wanted.delete(file);
    said.push(...why);
  }
  return said;
}

/** Reads files, folders and globs, all at once. */
export async function gather(cwd: string, paths: readonly string[], seeking: Seeking = {}): Promise<Gathered> {
  const { groups, notChecked } = await seek(cwd, paths, seeking);
  const read = await inStep(groups, (group) => readConsultation(cwd, group, seeking));
  return { folders: read.map((r) => r.folder), notChecked: [...notChecked, ...read.flatMap((r) => r.notChecked)] };
}
