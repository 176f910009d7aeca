import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { SourceFile } from '../../rules/facts/piece.ts';
import { type Described, Homes } from '../consultation.ts';
import { DCE, type Dce } from '../core/dce.ts';
import { decode, LARGEST } from '../core/decode.ts';
import { Lines } from '../core/lines.ts';
import type { NotChecked } from '../core/not-checked.ts';
import { nodeHost } from '../node-host.ts';
import { isMarkdown, problemsOf, valuesOf } from '../sources.ts';
import { CACHE } from './cache.ts';
import { type Folder, shown, unreadable } from './files.ts';
import type { LeftOut } from './left-out.ts';

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
  const asked = await inStep([...files], async ([file, named]) => {
    const home = await homes.of(pathToFileURL(file).href);
    const folder = home ? fileURLToPath(`${home.folder}/`).replace(/(.)[\\/]$/, '$1') : dirname(file);
    // A folder that is asked for under two names is one.
    const real = await realpath(folder).catch(() => folder);
    return { file, named, folder, real, described: home?.described };
  });
  for (const { file, named, folder, real, described } of asked) {
    const group = groups.get(real) ?? { folder, described, asked: new Map() };
    const path = relative(folder, file).split(sep).join('/');
    group.asked.set(path, named || (group.asked.get(path) ?? false));
    groups.set(real, group);
  }
  return [...groups.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

export interface ReadConsultation {
  readonly folder: Folder;
  readonly notChecked: readonly NotChecked[];
}

/** Reads the pieces of a consultation, asked for or not: each is judged with the others. */
export async function readConsultation(
  cwd: string,
  { folder, described, asked }: Group,
  leftOut?: LeftOut,
): Promise<ReadConsultation> {
  const listed = described?.dce.pieces?.map((p) => p.path);
  const isPiece = (path: string) => !listed || listed.includes(path.normalize('NFC'));
  const files = await filesOf(folder, listed);
  const notChecked: NotChecked[] = [];
  const where = (path: string) => shown(cwd, join(folder, path));
  const named = [...asked].filter(([, byName]) => byName).map(([path]) => path);
  const out = new Set<string>();
  if (leftOut)
    for (const path of files.filter((p) => isMarkdown(p) && !named.includes(p)))
      if (await leftOut.of(join(folder, path), false)) out.add(path);
  const drafts = files.filter((path) => isMarkdown(path) && !out.has(path));
  // A file that is named is read under any name, and said when it cannot be.
  const names = [...new Set([...drafts.filter(isPiece), ...named.filter(isPiece)])];
  const aliases = await aliasesOf(folder, names);
  const sources: SourceFile[] = [];
  const hashes = new Map<string, string>();
  const whole = [...asked].some(([path, byName]) => !byName && (path === DCE || dirname(path) === '.'));
  const wanted = whole ? undefined : new Set(asked.keys());
  for (const path of names) {
    const isWanted = whole || asked.has(path);
    const same = aliases.get(path);
    if (same !== undefined) {
      if (isWanted) notChecked.push(twice(where(path), where(same)));
      if (wanted?.delete(path)) wanted.add(same);
    }
  }
  for (const path of names.filter((name) => !aliases.has(name))) {
    const isWanted = wanted?.has(path) ?? true;
    try {
      const { size } = await stat(join(folder, path));
      const bytes = size > LARGEST ? new Uint8Array(LARGEST + 1) : await readFile(join(folder, path));
      const decoded = decode(bytes);
      if (decoded.ok) {
        sources.push({ path, text: decoded.text, ...valuesOf(described, path) });
        hashes.set(path, sha256(bytes));
      } else if (isWanted) {
        const { why, remedy } = decoded;
        notChecked.push({ what: where(path), why, remedy, blocking: true });
      }
    } catch (error) {
      if (isWanted) notChecked.push(unreadable(where(path), error));
    }
  }
  sources.sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const path of named.filter((p) => !isPiece(p)))
    notChecked.push({
      what: where(path),
      why: `ce fichier n’est pas dans la liste « pieces » de ${DCE}.`,
      remedy: 'L’y ajouter si c’est une pièce.',
      blocking: true,
    });
  if (described) {
    const lines = new Lines(described.text);
    for (const { at, message } of problemsOf(described, files))
      notChecked.push({
        what: where(DCE),
        line: lines.positionAt(at.start).line + 1,
        why: message,
        remedy: isEmpty(described.dce) ? 'Rien de ce fichier n’est appliqué.' : 'Le reste de ce fichier s’applique.',
        blocking: true,
      });
  }
  for (const path of drafts.filter((name) => !isPiece(name) && !named.includes(name) && !isCommon(basename(name))))
    notChecked.push({
      what: where(path),
      why: `absent de la liste « pieces » de ${DCE}.`,
      remedy: 'L’y ajouter si c’est une pièce.',
      blocking: false,
    });
  return { folder: { path: folder, sources, wanted, files, hashes, aliases, described }, notChecked };
}

/** Files that nobody takes for a piece. */
const COMMON = /^(?:readme|lisez-?moi|changelog|licen[cs]e|contributing|security)\b/i;

export const isCommon = (name: string): boolean => COMMON.test(name);

const isEmpty = ({ pieces, values }: Dce) => !pieces && Object.keys(values).length === 0;

const twice = (what: string, same: string): NotChecked => ({
  what,
  why: `même fichier que ${same} (lien), lu une seule fois.`,
  remedy: 'Ôter ce lien s’il est de trop.',
  blocking: false,
});

/** Names of a file that has another name in the list, each with the one it is read under: no link, if one of them is none. */
async function aliasesOf(folder: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (names.length < 2) return new Map();
  const all = await inStep([...names].sort(), async (name) => {
    const path = join(folder, name);
    const [own, link] = await Promise.all([
      stat(path, { bigint: true }).catch(() => undefined),
      lstat(path).catch(() => undefined),
    ]);
    // Some file systems do not number their files.
    return { name, id: own?.ino ? `${own.dev}:${own.ino}` : name, isLink: link?.isSymbolicLink() === true };
  });
  const aliases = new Map<string, string>();
  const first = new Map<string, string>();
  for (const { name, id } of [...all.filter((f) => !f.isLink), ...all.filter((f) => f.isLink)]) {
    const same = first.get(id);
    if (same === undefined) first.set(id, name);
    else aliases.set(name, same);
  }
  return aliases;
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
