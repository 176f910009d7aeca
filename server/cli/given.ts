import { basename, dirname } from 'node:path';
import type { SourceFile } from '../../rules/consultation/open.ts';
import { readDocument } from '../documents.ts';
import type { Gathered } from './files.ts';
import type { Folder } from './folder.ts';
import { sha256 } from './sha256.ts';
/** A text that comes without a file. */
export interface Given {
  /** Its name for people. */
  readonly what: string;
  /** Absolute path of the file that it is said to be. */
  readonly file: string;
  /** Metadata, as a `dce.yaml` would give them. */
  readonly values?: SourceFile['values'];
}

/** A text as a consultation of its own, with the settings of the folder it is said to be in. */
export async function given(bytes: Uint8Array, { what, file, values }: Given): Promise<Gathered> {
  const name = basename(file);
  const decoded = await readDocument(bytes, name, () => import('../word/index.ts'));
  if (!decoded.ok) {
    const { why, remedy } = decoded;
    return { folders: [], notChecked: [{ what, why, remedy, blocking: true }] };
  }
  const { text, landmarks } = decoded;
  const folder: Folder = {
    path: dirname(file),
    sources: [{ path: name, text, ...(landmarks && { landmarks }), ...(values && { values }) }],
    wanted: new Set([name]),
    files: [name],
    hashes: new Map([[name, sha256(bytes)]]),
  };
  return { folders: [folder], notChecked: [] };
}
