import { decode, NO_FILE } from './core/decode.ts';
import { LECTURES, type Lectures, readLectures } from './core/lectures.ts';
import type { Host } from './host.ts';
import { child } from './uri.ts';

/** The file of refused readings of a consultation, there or not yet. */
export interface LecturesFile extends Lectures {
  readonly uri: string;
  /** Undefined when there is no such file. */
  readonly text: string | undefined;
  /** False when the file cannot be read as text: `text` is then empty, and `problems` says why. */
  readonly readable: boolean;
}

/** The refused readings of the consultation in a folder (a URI). */
export async function findLectures(host: Host, folder: string): Promise<LecturesFile> {
  const uri = child(folder, LECTURES);
  if (!(await host.stat(uri)))
    return { uri, text: undefined, readable: true, file: LECTURES, lectures: [], problems: [] };
  const bytes = await host.readFile(uri);
  const decoded = bytes ? decode(bytes) : NO_FILE;
  if (decoded.ok) return { uri, text: decoded.text, readable: true, ...readLectures(decoded.text, LECTURES) };
  const problems = [{ at: { start: 0, end: 0 }, message: `Lectures écartées illisibles : ${decoded.reason}` }];
  return { uri, text: '', readable: false, file: LECTURES, lectures: [], problems };
}
