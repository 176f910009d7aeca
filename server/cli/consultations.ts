import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Described, Homes } from '../consultation.ts';
import type { NotChecked } from '../core/not-checked.ts';
import { twinsIn } from '../kinds.ts';
import { nodeHost } from '../node-host.ts';
import { type Access, within } from './access.ts';
import type { Folder } from './folder.ts';
import { CACHE } from './not-pieces.ts';
import { Opening, type ReadingLimits } from './opening.ts';
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
export async function consultations(files: ReadonlyMap<string, boolean>, access?: Access): Promise<Group[]> {
  const homes = new Homes(
    within(
      nodeHost(() => {}),
      access,
    ),
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
  group: Group,
  reading: ReadingLimits = {},
): Promise<ReadConsultation> {
  const { folder, described } = group;
  const opening = new Opening(cwd, group, reading);
  const { isPiece, named } = opening;
  const files = await filesOf(
    folder,
    described?.dce.pieces?.map((p) => p.path),
    reading.access,
  );
  const drafts = await opening.draftsAmong(files);
  const companions = await opening.companionsAmong(files);
  const every = [...new Set([...drafts.filter(isPiece), ...companions, ...named.filter(isPiece)])];
  const aside = asideOf(every, named);
  const names = every.filter((path) => !aside.has(path));
  const aliases = await aliasesOf(folder, names);
  opening.putAside(aside);
  opening.readOnce(names, aliases);
  for (const path of names.filter((name) => !aliases.has(name))) await opening.read(path);
  opening.dropRepeated();
  opening.sayLeft(files, drafts);
  const { sources, wanted, hashes, notChecked } = opening;
  sources.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { folder: { path: folder, sources, wanted, files, hashes, aliases, described }, notChecked };
}

/** Files of which another tells the same: a Word document and its draft. A document that is named is read in the place of its draft. */
function asideOf(paths: readonly string[], named: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    [...twinsIn(paths)].map(([document, draft]) =>
      named.includes(document) && !named.includes(draft) ? [draft, document] : [document, draft],
    ),
  );
}

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

/** Paths of the files of a folder, and of the folders below it that hold listed pieces. */
async function filesOf(folder: string, listed: readonly string[] | undefined, access?: Access): Promise<string[]> {
  const folders = new Set([
    '',
    ...(listed ?? []).filter((p) => p.includes('/')).map((p) => p.slice(0, -basename(p).length)),
  ]);
  const all = await Promise.all(
    [...folders].map(async (under) => {
      if (await access?.refusal(join(folder, under))) return [];
      return (await readdir(join(folder, under)).catch(() => [])).map((name) => under + name);
    }),
  );
  // What this program keeps for itself is no piece of a file: it would change what it is kept of.
  return all.flat().filter((path) => path !== CACHE);
}
