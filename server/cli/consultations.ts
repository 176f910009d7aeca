import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { SourceFile } from '../../rules/consultation/open.ts';
import { isLookedAt, isTold, MOST_COMPANIONS, printedNotice, readAsCompanion, unreadOf } from '../companions.ts';
import { type Described, Homes } from '../consultation.ts';
import { DCE, type Dce } from '../core/dce.ts';
import { Lines } from '../core/lines.ts';
import type { NotChecked } from '../core/not-checked.ts';
import { readDocument } from '../documents.ts';
import { isCompanion } from '../forms.ts';
import { isWord, kindOf, largestOf, otherText, twinsIn } from '../kinds.ts';
import { nodeHost } from '../node-host.ts';
import { problemsOf, valuesOf } from '../sources.ts';
import { type Access, unsavedBytes, within } from './access.ts';
import type { Folder } from './folder.ts';
import type { LeftOut } from './left-out.ts';
import { CACHE, isCommon } from './not-pieces.ts';
import { unreadable } from './reason.ts';
import { shown } from './shown.ts';

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

const outOfReach = (what: string, refusal: string): NotChecked => ({
  what,
  why: `${refusal}.`,
  remedy: 'Vérifier cette pièce par la ligne de commande, ou en copier le texte dans le dossier.',
  blocking: true,
});

/** One byte more than is read tells that a file is too large, whatever its size. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  const most = largestOf(path);
  return size > most ? new Uint8Array(most + 1) : readFile(path);
}

/** What is not to be read. */
export interface Reading {
  readonly access?: Access | undefined;
  /** What is left out though it is found. */
  readonly leftOut?: LeftOut | undefined;
}

export interface ReadConsultation {
  readonly folder: Folder;
  readonly notChecked: readonly NotChecked[];
}

/** Reads the pieces of a consultation, asked for or not: each is judged with the others. */
export async function readConsultation(
  cwd: string,
  { folder, described, asked }: Group,
  { access, leftOut }: Reading = {},
): Promise<ReadConsultation> {
  const listed = described?.dce.pieces?.map((p) => p.path);
  const isPiece = (path: string) => !listed || listed.includes(path.normalize('NFC'));
  const files = await filesOf(folder, listed, access);
  const notChecked: NotChecked[] = [];
  const where = (path: string) => shown(cwd, join(folder, path));
  const whole = [...asked].some(([path, byName]) => !byName && (path === DCE || dirname(path) === '.'));
  const named = [...asked].filter(([, byName]) => byName).map(([path]) => path);
  const out = new Set<string>();
  if (leftOut)
    for (const path of files.filter((p) => kindOf(p) !== undefined && !named.includes(p)))
      if (await leftOut.of(join(folder, path), false)) out.add(path);
  const drafts = files.filter((path) => kindOf(path) !== undefined && !out.has(path));
  // A file that is named is read under any name, and said when it cannot be.
  const beside: string[] = [];
  for (const path of files.filter((f) => (listed ? isCompanion(f) : isLookedAt(f))).sort()) {
    const why = named.includes(path) ? undefined : await leftOut?.of(join(folder, path), false);
    if (!why) beside.push(path);
    else if (whole) notChecked.push(...why);
  }
  const companions = beside.filter(isPiece).slice(0, MOST_COMPANIONS);
  const every = [...new Set([...drafts.filter(isPiece), ...companions, ...named.filter(isPiece)])];
  const aside = asideOf(every, named);
  const names = every.filter((path) => !aside.has(path));
  const aliases = await aliasesOf(folder, names);
  const sources: SourceFile[] = [];
  const hashes = new Map<string, string>();
  const wanted = whole ? undefined : new Set(asked.keys());
  for (const [path, draft] of aside) {
    if (isWord(path) && (whole || asked.has(path))) notChecked.push(onePiece(where(path), where(draft)));
    wanted?.delete(path);
  }
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
    const refused = await access?.refusal(join(folder, path));
    if (refused) {
      if (isWanted) notChecked.push(outOfReach(where(path), refused));
      continue;
    }
    try {
      const bytes = unsavedBytes(access, join(folder, path)) ?? (await bytesOf(join(folder, path)));
      if (isCompanion(path)) {
        const read = await readAsCompanion(bytes, path);
        if (read.is === 'read') {
          const { text, data } = read;
          sources.push({ path, text, data, ...valuesOf(described, path) });
          hashes.set(path, sha256(bytes));
          const unread = isWanted && unreadOf(data);
          if (unread) notChecked.push({ what: where(path), ...unread, blocking: true });
        } else if (read.is === 'refused' && isWanted) {
          const { why, remedy, grave } = read;
          const blocking = grave || asked.has(path) || listed !== undefined;
          if (blocking || isTold(path)) notChecked.push({ what: where(path), why, remedy, blocking });
        } else if (read.is === 'other' && asked.has(path)) notChecked.push(neither(where(path)));
        continue;
      }
      const decoded = await readDocument(bytes, path, () => import('../word/index.ts'));
      if (decoded.ok && decoded.isCopy && !named.includes(path)) {
        if (isWanted) notChecked.push(copied(where(path)));
        wanted?.delete(path);
      } else if (decoded.ok) {
        const { text, landmarks } = decoded;
        sources.push({ path, text, ...(landmarks && { landmarks }), ...valuesOf(described, path) });
        hashes.set(path, sha256(bytes));
      } else if (isWanted) {
        const { why, remedy } = decoded;
        notChecked.push({ what: where(path), why, remedy, blocking: true });
      }
    } catch (error) {
      if (isWanted) notChecked.push(unreadable(where(path), error));
    }
  }
  for (const [path, draft] of sameTexts(sources.filter((s) => !named.includes(s.path) || !s.landmarks))) {
    sources.splice(
      sources.findIndex((s) => s.path === path),
      1,
    );
    if (wanted?.delete(path) ?? true) notChecked.push(onePiece(where(path), where(draft)));
  }
  sources.sort((a, b) => (a.path < b.path ? -1 : 1));
  const hasNotice = sources.some((s) => s.data?.form === 'avis');
  for (const path of files) {
    const other = otherText(path) ?? (hasNotice ? undefined : printedNotice(path));
    const isTold = other && whole && isPiece(path) && !named.includes(path) && !isRepeated(path, files);
    if (isTold) notChecked.push({ what: where(path), ...other, blocking: false });
  }
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

const neither = (what: string): NotChecked => ({
  what,
  why: 'ni bordereau de prix, ni avis de marché.',
  remedy: 'Donner un fichier .xlsx, .ods ou .csv de prix, ou l’avis au format eForms.',
  blocking: true,
});

const isEmpty = ({ pieces, values }: Dce) => !pieces && Object.keys(values).length === 0;

/** Files of which another tells the same: a Word document and its draft. A document that is named is read in the place of its draft. */
function asideOf(paths: readonly string[], named: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    [...twinsIn(paths)].map(([document, draft]) =>
      named.includes(document) && !named.includes(draft) ? [draft, document] : [document, draft],
    ),
  );
}

/** Word documents that read as a draft beside them reads, under another name: each with that draft. */
function sameTexts(sources: readonly SourceFile[]): ReadonlyMap<string, string> {
  const documents = sources.filter((s) => s.landmarks);
  if (documents.length === 0) return new Map();
  const bodyOf = ({ text }: SourceFile) =>
    text
      .replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '')
      .replace(/\s+/g, ' ')
      .trim();
  const drafts = new Map(sources.filter((s) => !s.landmarks).map((s) => [bodyOf(s), s.path]));
  return new Map(
    documents.flatMap((document) => {
      const draft = drafts.get(bodyOf(document));
      return draft === undefined ? [] : [[document.path, draft] as const];
    }),
  );
}

/** A text of another program that is there in a form that is read too. */
const isRepeated = (path: string, files: readonly string[]): boolean => {
  const stem = path.replace(/\.[a-z]+$/i, '.');
  return files.some((other) => other !== path && kindOf(other) !== undefined && other.startsWith(stem));
};

const onePiece = (what: string, draft: string): NotChecked => ({
  what,
  why: `même pièce que ${draft}, qui est relu à sa place.`,
  remedy: `Pour relire le document Word lui-même : dce-lint check "${what}".`,
  blocking: false,
});

const copied = (what: string): NotChecked => ({
  what,
  why: 'copie annotée par une relecture, et qui n’a pas changé depuis.',
  remedy: 'C’est le document d’origine qui est relu ; pour relire la copie, donner son nom.',
  blocking: false,
});

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
