import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { SourceFile } from '../../rules/facts/piece.ts';
import { type Described, Homes } from '../consultation.ts';
import { DCE } from '../core/dce.ts';
import { decode } from '../core/decode.ts';
import { Lines } from '../core/lines.ts';
import { nodeHost } from '../node-host.ts';
import { isMarkdown, problemsOf, valuesOf } from '../sources.ts';
import { CACHE } from './cache.ts';
import { type Folder, reason, shown } from './files.ts';

/** Files asked for, put together by consultation. */
export interface Group {
  /** Absolute. */
  readonly folder: string;
  readonly described: Described | undefined;
  /** By path from the folder; true: asked for by its own name. */
  readonly asked: ReadonlyMap<string, boolean>;
}

/** What is asked of the disk at once: more would only wait for one another. */
const AT_ONCE = 16;

/** What becomes of each, in their order; a few are under way at a time. */
export async function inStep<T, U>(all: readonly T[], use: (one: T) => Promise<U>): Promise<U[]> {
  const done: U[] = [];
  for (let i = 0; i < all.length; i += AT_ONCE) done.push(...(await Promise.all(all.slice(i, i + AT_ONCE).map(use))));
  return done;
}

/** The consultations of files (absolute paths), in the order of their folders. */
export async function consultations(files: ReadonlyMap<string, boolean>): Promise<Group[]> {
  const homes = new Homes(
    nodeHost(() => {}),
    () => undefined,
  );
  const groups = new Map<string, Group & { asked: Map<string, boolean> }>();
  const asked = await inStep([...files], async ([file, named]) => ({
    file,
    named,
    home: await homes.of(pathToFileURL(file).href),
  }));
  for (const { file, named, home } of asked) {
    const folder = home ? fileURLToPath(`${home.folder}/`).replace(/(.)[\\/]$/, '$1') : dirname(file);
    const group = groups.get(folder) ?? { folder, described: home?.described, asked: new Map() };
    group.asked.set(relative(folder, file).split(sep).join('/'), named);
    groups.set(folder, group);
  }
  return [...groups.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

export interface ReadConsultation {
  readonly folder: Folder;
  readonly problems: readonly string[];
  readonly unlisted: readonly string[];
}

/** Reads the pieces of a consultation, asked for or not: each is judged with the others. */
export async function readConsultation(cwd: string, { folder, described, asked }: Group): Promise<ReadConsultation> {
  const listed = described?.dce.pieces?.map((p) => p.path);
  const isPiece = (path: string) => !listed || listed.includes(path.normalize('NFC'));
  const files = await filesOf(folder, listed);
  const problems: string[] = [];
  const where = (path: string) => shown(cwd, join(folder, path));
  const named = [...asked].filter(([, byName]) => byName).map(([path]) => path);
  const drafts = files.filter(isMarkdown);
  // A file that is named is read under any name, and said when it cannot be.
  const read = new Set([...drafts.filter(isPiece), ...named.filter(isPiece)]);
  const sources: SourceFile[] = [];
  const hashes = new Map<string, string>();
  const whole = [...asked].some(([path, byName]) => !byName && (path === DCE || dirname(path) === '.'));
  for (const path of read) {
    const isWanted = whole || asked.has(path);
    try {
      const bytes = await readFile(join(folder, path));
      const decoded = decode(bytes);
      if (decoded.ok) {
        sources.push({ path, text: decoded.text, ...valuesOf(described, path) });
        hashes.set(path, sha256(bytes));
      } else if (isWanted) problems.push(`${where(path)} : ${decoded.reason}`);
    } catch (error) {
      if (isWanted) problems.push(`${where(path)} : ${reason(error)}.`);
    }
  }
  sources.sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const path of named.filter((p) => !isPiece(p)))
    problems.push(`${where(path)} : ce fichier n’est pas dans la liste « pieces » de ${DCE}.`);
  if (described) {
    const lines = new Lines(described.text);
    for (const { at, message } of problemsOf(described, files))
      problems.push(`${where(DCE)}, ligne ${lines.positionAt(at.start).line + 1} : ${message}`);
  }
  const wanted = whole ? undefined : new Set(asked.keys());
  const unlisted = drafts.filter((path) => !isPiece(path) && !named.includes(path)).map(where);
  return { folder: { path: folder, sources, wanted, files, hashes, described }, problems, unlisted };
}

/** In hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Paths of the files of a folder, and of the folders below it that hold listed pieces. */
async function filesOf(folder: string, listed: readonly string[] | undefined): Promise<string[]> {
  const folders = new Set([
    '',
    ...(listed ?? []).filter((p) => p.includes('/')).map((p) => p.slice(0, -basename(p).length)),
  ]);
  const all = await Promise.all(
    [...folders].map(async (under) => (await readdir(join(folder, under)).catch(() => [])).map((name) => under + name)),
  );
  // What this program keeps for itself is no piece of a file: it would change what it is kept of.
  return all.flat().filter((path) => path !== CACHE);
}
