import { DCE, type Dce, readDce } from './core/dce.ts';
import { decode, NO_FILE } from './core/decode.ts';
import type { Host } from './host.ts';
import { fileOf } from './rendering.ts';
import { child, folderOf, keyOf, pathFrom, upwards } from './uri.ts';

/** A `dce.yaml` as it stands in the editor, else on disk. */
export interface Described {
  readonly uri: string;
  readonly text: string;
  readonly dce: Dce;
}

/** Where the consultation of a document is. */
export interface Home {
  /** Address of the folder that its paths start from. */
  readonly folder: string;
  /** Undefined when the folder has no `dce.yaml`. */
  readonly described: Described | undefined;
}

/** Texts open in the editor, by `keyOf` of their address. */
export type OpenTexts = (key: string) => string | undefined;

/** Finds the consultations of documents, each `dce.yaml` looked for once in the life of the object. */
export class Homes {
  private readonly host: Host;
  private readonly open: OpenTexts;
  private readonly found = new Map<string, Promise<Described | undefined>>();

  constructor(host: Host, open: OpenTexts) {
    this.host = host;
    this.open = open;
  }

  /**
   * The folder of the nearest `dce.yaml` upwards, when it is beside the document or lists it; else the document's own.
   * Undefined for a document that is in no folder (`untitled:`).
   */
  async of(uri: string): Promise<Home | undefined> {
    const file = fileOf(uri);
    const own = folderOf(file);
    if (own === undefined) return undefined;
    const folders = upwards(own);
    // All at once: it is asked at every keystroke, and each waits for the disk.
    const all = await Promise.all(folders.map((folder) => this.describedIn(folder)));
    const nearest = all.findIndex((described) => described !== undefined);
    const [folder, described] = [folders[nearest], all[nearest]];
    if (folder === undefined || !described) return { folder: own, described: undefined };
    const path = pathFrom(folder, file);
    const listed = folder === own || described.dce.pieces?.some((p) => p.path === path);
    return listed ? { folder, described } : { folder: own, described: undefined };
  }

  private describedIn(folder: string): Promise<Described | undefined> {
    const known = this.found.get(folder) ?? this.read(child(folder, DCE));
    this.found.set(folder, known);
    return known;
  }

  private async read(uri: string): Promise<Described | undefined> {
    const open = this.open(keyOf(uri));
    if (open !== undefined) return { uri, text: open, dce: readDce(open) };
    if (!(await this.host.stat(uri))) return undefined;
    const bytes = await this.host.readFile(uri);
    const decoded = bytes ? decode(bytes) : NO_FILE;
    if (decoded.ok) return { uri, text: decoded.text, dce: readDce(decoded.text) };
    const problems = [{ at: { start: 0, end: 0 }, message: `« ${DCE} » ne peut pas être lu : ${decoded.reason}` }];
    return { uri, text: '', dce: { pieces: undefined, values: {}, spans: {}, problems } };
  }
}
