import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SourceFile } from '../../rules/consultation/open.ts';
import { isLookedAt, isTold, MOST_COMPANIONS, printedNotice, readAsCompanion, unreadOf } from '../companions.ts';
import type { Described } from '../consultation.ts';
import { DCE, type Dce } from '../core/dce.ts';
import { Lines } from '../core/lines.ts';
import type { NotChecked } from '../core/not-checked.ts';
import { readDocument } from '../documents.ts';
import { isCompanion } from '../forms.ts';
import { isWord, kindOf, largestOf, otherText } from '../kinds.ts';
import { problemsOf, valuesOf } from '../sources.ts';
import { type Access, unsavedBytes } from './access.ts';
import type { LeftOut } from './left-out.ts';
import { isCommon } from './not-pieces.ts';
import { unreadable } from './reason.ts';
import { sha256 } from './sha256.ts';
import { shown } from './shown.ts';
/** What is not to be read. */
export interface ReadingLimits {
  readonly access?: Access | undefined;
  /** What is left out though it is found. */
  readonly leftOut?: LeftOut | undefined;
}

/** What a consultation is opened by: see `Group`. */
interface Asked {
  readonly folder: string;
  readonly described: Described | undefined;
  readonly asked: ReadonlyMap<string, boolean>;
}

/** A consultation while its files are read, with what is to be said of those that are not. */
export class Opening {
  readonly sources: SourceFile[] = [];
  readonly hashes = new Map<string, string>();
  readonly notChecked: NotChecked[] = [];
  /** Files asked for by their own name. */
  readonly named: readonly string[];
  /** Of which findings are wanted; undefined: of all. */
  readonly wanted: Set<string> | undefined;
  private readonly listed: readonly string[] | undefined;
  /** The folder is asked for, or all that is in it. */
  private readonly whole: boolean;

  constructor(
    private readonly cwd: string,
    private readonly group: Asked,
    private readonly reading: ReadingLimits,
  ) {
    const { asked, described } = group;
    this.listed = described?.dce.pieces?.map((p) => p.path);
    this.whole = [...asked].some(([path, byName]) => !byName && (path === DCE || dirname(path) === '.'));
    this.named = [...asked].filter(([, byName]) => byName).map(([path]) => path);
    this.wanted = this.whole ? undefined : new Set(asked.keys());
  }

  readonly isPiece = (path: string): boolean => !this.listed || this.listed.includes(path.normalize('NFC'));

  private where(path: string): string {
    return shown(this.cwd, join(this.group.folder, path));
  }

  private isWanted(path: string): boolean {
    return this.wanted?.has(path) ?? true;
  }

  private isAsked(path: string): boolean {
    return this.whole || this.group.asked.has(path);
  }

  /** Why a file is left out; undefined where it is not. One that is named is read whatever leaves it out. */
  private async leftOut(path: string): Promise<readonly NotChecked[] | undefined> {
    const { leftOut } = this.reading;
    return this.named.includes(path) ? undefined : await leftOut?.of(join(this.group.folder, path), false);
  }

  /** The files that a draft may be, without those that are left out. */
  async draftsAmong(files: readonly string[]): Promise<readonly string[]> {
    const drafts: string[] = [];
    for (const path of files.filter((p) => kindOf(p) !== undefined)) if (!(await this.leftOut(path))) drafts.push(path);
    return drafts;
  }

  /** The files that are looked at beside the drafts, the first of them. */
  async companionsAmong(files: readonly string[]): Promise<readonly string[]> {
    const beside: string[] = [];
    for (const path of files.filter((f) => (this.listed ? isCompanion(f) : isLookedAt(f))).sort()) {
      const why = await this.leftOut(path);
      if (!why) beside.push(path);
      else if (this.whole) this.notChecked.push(...why);
    }
    return beside.filter(this.isPiece).slice(0, MOST_COMPANIONS);
  }

  /** Files of which another tells the same, each with that one. */
  putAside(aside: ReadonlyMap<string, string>): void {
    for (const [path, draft] of aside) {
      if (isWord(path) && this.isAsked(path)) this.notChecked.push(onePiece(this.where(path), this.where(draft)));
      this.wanted?.delete(path);
    }
  }

  /** Files that have two names are read under one. */
  readOnce(names: readonly string[], aliases: ReadonlyMap<string, string>): void {
    for (const path of names) {
      const same = aliases.get(path);
      if (same === undefined) continue;
      if (this.isAsked(path)) this.notChecked.push(twice(this.where(path), this.where(same)));
      if (this.wanted?.delete(path)) this.wanted.add(same);
    }
  }

  async read(path: string): Promise<void> {
    const { access } = this.reading;
    const full = join(this.group.folder, path);
    const refused = await access?.refusal(full);
    if (refused) {
      if (this.isWanted(path)) this.notChecked.push(outOfReach(this.where(path), refused));
      return;
    }
    const isWanted = this.isWanted(path);
    try {
      const bytes = unsavedBytes(access, full) ?? (await bytesOf(full));
      await (isCompanion(path) ? this.readCompanion(path, bytes) : this.readDraft(path, bytes));
    } catch (error) {
      if (isWanted) this.notChecked.push(unreadable(this.where(path), error));
    }
  }

  private async readCompanion(path: string, bytes: Uint8Array): Promise<void> {
    const { described, asked } = this.group;
    const read = await readAsCompanion(bytes, path);
    if (read.is === 'read') {
      const { text, data } = read;
      this.sources.push({ path, text, data, ...valuesOf(described, path) });
      this.hashes.set(path, sha256(bytes));
      const unread = this.isWanted(path) && unreadOf(data);
      if (unread) this.notChecked.push({ what: this.where(path), ...unread, blocking: true });
    } else if (read.is === 'refused' && this.isWanted(path)) {
      const { why, remedy, grave } = read;
      const blocking = grave || asked.has(path) || this.listed !== undefined;
      if (blocking || isTold(path)) this.notChecked.push({ what: this.where(path), why, remedy, blocking });
    } else if (read.is === 'other' && asked.has(path)) this.notChecked.push(neither(this.where(path)));
  }

  private async readDraft(path: string, bytes: Uint8Array): Promise<void> {
    const decoded = await readDocument(bytes, path, () => import('../word/index.ts'));
    if (decoded.ok && decoded.isCopy && !this.named.includes(path)) {
      if (this.isWanted(path)) this.notChecked.push(copied(this.where(path)));
      this.wanted?.delete(path);
    } else if (decoded.ok) {
      const { text, landmarks } = decoded;
      this.sources.push({ path, text, ...(landmarks && { landmarks }), ...valuesOf(this.group.described, path) });
      this.hashes.set(path, sha256(bytes));
    } else if (this.isWanted(path)) {
      const { why, remedy } = decoded;
      this.notChecked.push({ what: this.where(path), why, remedy, blocking: true });
    }
  }

  /** Takes away the Word documents that read as a draft does. */
  dropRepeated(): void {
    const unnamed = this.sources.filter((s) => !this.named.includes(s.path) || !s.landmarks);
    for (const [path, draft] of sameTexts(unnamed)) {
      this.sources.splice(
        this.sources.findIndex((s) => s.path === path),
        1,
      );
      if (this.wanted?.delete(path) ?? true) this.notChecked.push(onePiece(this.where(path), this.where(draft)));
    }
  }

  /** Says what of the folder is no piece of the consultation, and what is wrong in its description. */
  sayLeft(files: readonly string[], drafts: readonly string[]): void {
    this.sayOtherTexts(files);
    for (const path of this.named.filter((p) => !this.isPiece(p)))
      this.notChecked.push({
        what: this.where(path),
        why: `ce fichier n’est pas dans la liste « pieces » de ${DCE}.`,
        remedy: 'L’y ajouter si c’est une pièce.',
        blocking: true,
      });
    this.sayProblems(files);
    const isLeft = (name: string) => !this.isPiece(name) && !this.named.includes(name) && !isCommon(basename(name));
    for (const path of drafts.filter(isLeft))
      this.notChecked.push({
        what: this.where(path),
        why: `absent de la liste « pieces » de ${DCE}.`,
        remedy: 'L’y ajouter si c’est une pièce.',
        blocking: false,
      });
  }

  private sayOtherTexts(files: readonly string[]): void {
    if (!this.whole) return;
    const hasNotice = this.sources.some((s) => s.data?.form === 'avis');
    for (const path of files) {
      const other = otherText(path) ?? (hasNotice ? undefined : printedNotice(path));
      const isToSay = other && this.isPiece(path) && !this.named.includes(path) && !isRepeated(path, files);
      if (isToSay) this.notChecked.push({ what: this.where(path), ...other, blocking: false });
    }
  }

  private sayProblems(files: readonly string[]): void {
    const { described } = this.group;
    if (!described) return;
    const lines = new Lines(described.text);
    for (const { at, message } of problemsOf(described, files))
      this.notChecked.push({
        what: this.where(DCE),
        line: lines.positionAt(at.start).line + 1,
        why: message,
        remedy: isEmpty(described.dce) ? 'Rien de ce fichier n’est appliqué.' : 'Le reste de ce fichier s’applique.',
        blocking: true,
      });
  }
}

/** One byte more than is read tells that a file is too large, whatever its size. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  const most = largestOf(path);
  return size > most ? new Uint8Array(most + 1) : readFile(path);
}

const outOfReach = (what: string, refusal: string): NotChecked => ({
  what,
  why: `${refusal}.`,
  remedy: 'Vérifier cette pièce par la ligne de commande, ou en copier le texte dans le dossier.',
  blocking: true,
});

const neither = (what: string): NotChecked => ({
  what,
  why: 'ni bordereau de prix, ni avis de marché.',
  remedy: 'Donner un fichier .xlsx, .ods ou .csv de prix, ou l’avis au format eForms.',
  blocking: true,
});

const isEmpty = ({ pieces, values }: Dce) => !pieces && Object.keys(values).length === 0;

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
