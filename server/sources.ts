import type { PieceData } from '../rules/kit/piece.ts';
import { isLookedAt, MOST_COMPANIONS, readAsCompanion } from './companions.ts';
import type { Described, Home } from './consultation.ts';
import { DCE, type DceProblem, missing } from './core/dce.ts';
import { decode, LARGEST } from './core/decode.ts';
import { readDocument } from './documents.ts';
import { isCompanion } from './forms.ts';
import type { Host, Stamp } from './host.ts';
import { isMarkdown, isWord, twinsIn } from './kinds.ts';
import { fileOf, renderingOf } from './rendering.ts';
import { below, folderOf, keyOf, nameOf, pathFrom } from './uri.ts';

export { isMarkdown } from './kinds.ts';

/** A document as the editor holds it. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  getText(): string;
}

/** A file that is a piece, or why it cannot be read. */
export interface Source {
  readonly uri: string;
  /** Path from the folder of the consultation. */
  readonly name: string;
  readonly version: number | null;
  readonly text: string | undefined;
  /** What was read of a file that is no draft; `text` is then its text or a rendering of it. */
  readonly data?: PieceData | undefined;
  readonly refused: string | undefined;
}

/** A folder with more Markdown files is no consultation: those beyond, by name, are read only when they are open. */
const MOST_FILES = 200;

const UNLISTED = `ce fichier n’est pas dans la liste « pieces » de ${DCE} : il n’est pas vérifié.`;

/** The files of consultations as they are on disk; each is read again only when its stamp has changed. */
export class Disk {
  private readonly host: Host;
  private readonly showsWord: boolean;
  private readonly known = new Map<string, { readonly stamp: Stamp; readonly source: Source | undefined }>();

  /** `showsWord`: the client shows Word documents as texts, to which findings lead. */
  constructor(host: Host, showsWord = false) {
    this.host = host;
    this.showsWord = showsWord;
  }

  /** Forgets the files that are not to be kept, by `keyOf` of their address. */
  keep(isKept: (key: string) => boolean): void {
    for (const key of this.known.keys()) if (!isKept(key)) this.known.delete(key);
  }

  /** Names of all the files beside the pieces, and the drafts among them that are pieces. */
  async read({ folder, described }: Home): Promise<{ names: readonly string[]; sources: readonly Source[] }> {
    const listed = described?.dce.pieces?.map((p) => p.path);
    const within = new Set(listed?.map((path) => path.replace(/[^/]*$/, '')) ?? []);
    const folders = [...new Set(['', ...within])];
    const files = await Promise.all(
      folders.map(async (under) => {
        const found = (await this.host.listDirectory(below(folder, under.slice(0, -1)))) ?? [];
        return found.map((name) => under + name);
      }),
    );
    const names = files.flat();
    const wanted = listed && new Set(listed);
    const isPiece = (name: string) => !wanted || wanted.has(name.normalize('NFC'));
    const isRead = (name: string) => isMarkdown(name) || (this.host.word !== undefined && isWord(name));
    const drafts = names.filter((name) => isRead(name) && isPiece(name));
    // A Word document and its draft are one piece: the draft.
    const twins = twinsIn(drafts);
    const texts = drafts.filter((name) => !twins.has(name)).sort();
    const beside = names.filter((name) => isPiece(name) && (wanted ? isCompanion(name) : isLookedAt(name))).sort();
    const sources = await Promise.all(
      [...texts.slice(0, MOST_FILES), ...beside.slice(0, MOST_COMPANIONS)].map((name) => this.readFile(folder, name)),
    );
    return { names, sources: sources.filter((s) => s !== undefined) };
  }

  private async readFile(folder: string, name: string): Promise<Source | undefined> {
    const uri = below(folder, name);
    const stamp = await this.host.stat(uri);
    if (!stamp) return undefined;
    const known = this.known.get(keyOf(uri));
    if (known && known.stamp.mtime === stamp.mtime && known.stamp.size === stamp.size) return known.source;
    const bytes = await this.host.readFile(uri);
    if (!bytes) return undefined;
    const source = isCompanion(name)
      ? await this.readBeside(uri, name, bytes)
      : await this.readDocument(uri, name, bytes);
    this.known.set(keyOf(uri), { stamp, source });
    return source;
  }

  /** Undefined for what is no piece. */
  private async readBeside(uri: string, name: string, bytes: Uint8Array): Promise<Source | undefined> {
    const read = await readAsCompanion(bytes, name);
    if (read.is === 'other' || (read.is === 'refused' && !read.grave)) return undefined;
    if (read.is === 'read') return { uri, name, version: null, text: read.text, data: read.data, refused: undefined };
    return { uri, name, version: null, text: undefined, refused: `${read.why} ${read.remedy}` };
  }

  /** Undefined for a copy that a check has annotated. */
  private async readDocument(uri: string, name: string, bytes: Uint8Array): Promise<Source | undefined> {
    const { word } = this.host;
    const decoded = word ? await readDocument(bytes, name, word) : decode(bytes);
    if (decoded.ok && 'isCopy' in decoded && decoded.isCopy) return undefined;
    return {
      uri: this.showsWord && isWord(name) ? renderingOf(uri) : uri,
      name,
      version: null,
      text: decoded.ok ? decoded.text : undefined,
      refused: decoded.ok ? undefined : `${decoded.why} ${decoded.remedy}`,
    };
  }
}

const listing = (described: Described | undefined, path: string) =>
  described?.dce.pieces?.find((p) => p.path === path.normalize('NFC'));

/** Metadata that `dce.yaml` gives a piece. */
export function valuesOf(described: Described | undefined, path: string) {
  const values = listing(described, path)?.values ?? described?.dce.values;
  return values && { values };
}

/** What is wrong in a `dce.yaml`, the files that are not there included. */
export function problemsOf({ dce }: Described, names: readonly string[]): readonly DceProblem[] {
  const known = new Set(names.map((n) => n.normalize('NFC')));
  return [...dce.problems, ...missing(dce, (path) => known.has(path), names.filter(isMarkdown))];
}

/** Of a Word document and its draft one is read: the draft, unless the document alone is open. */
export function once(sources: readonly Source[]): Source[] {
  const byName = new Map(sources.map((s) => [s.name, s]));
  const twins = twinsIn([...byName.keys()]);
  const aside = new Set<Source>();
  const refused = new Map<Source, string>();
  for (const [document, draft] of twins) {
    const [shown, written] = [byName.get(document) as Source, byName.get(draft) as Source];
    if (shown.version !== null && written.version === null) aside.add(written);
    else if (shown.version === null) aside.add(shown);
    else
      refused.set(shown, `ce document et ${draft} sont une seule pièce : c’est ${draft}, ouvert aussi, qui est relu.`);
  }
  return sources.flatMap((s) => {
    const why = refused.get(s);
    return aside.has(s) ? [] : [why === undefined ? s : { ...s, text: undefined, refused: why }];
  });
}

export function toSource(document: OpenDocument, home: Home | undefined): Source {
  const text = document.getText();
  const { uri, version } = document;
  const file = fileOf(uri);
  const name = (home && folderOf(file) !== home.folder && pathFrom(home.folder, file)) || nameOf(file);
  const tooLarge =
    text.length > LARGEST ? 'ce fichier est trop gros pour une pièce : il n’est pas vérifié.' : undefined;
  const unlisted = home?.described?.dce.pieces && !listing(home.described, name) ? UNLISTED : undefined;
  return { uri, name, version, text, refused: unlisted ?? tooLarge };
}
