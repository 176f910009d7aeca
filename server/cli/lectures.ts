import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decode } from '../core/decode.ts';
import { type Lectures, readLectures } from '../core/lectures.ts';
import { Lines } from '../core/lines.ts';
import type { NotChecked } from '../core/not-checked.ts';
import { type Terminal, UsageError } from './io.ts';

/**
 * The refused readings that the command line names, and says that it goes by; `problems`: what is wrong there. Throws a
 * `UsageError` when the file cannot be read. None that stands beside the drafts is looked for: it may have come with them.
 */
export async function loadLectures(
  file: string,
  terminal: Terminal,
): Promise<{ readonly lectures: Lectures; readonly problems: readonly NotChecked[] }> {
  const bytes = await readFile(resolve(terminal.cwd, file)).catch(() => {
    throw new UsageError(`${file} : lectures écartées introuvables ou illisibles`);
  });
  const decoded = decode(bytes);
  if (!decoded.ok) throw new UsageError(`${file} : ${decoded.reason}`);
  const lectures = readLectures(decoded.text, file);
  const lines = new Lines(decoded.text);
  const count = lectures.lectures.length;
  terminal.err(`dce-lint : ${countOf(lectures)} par ${file}.\n`);
  const problems = lectures.problems.map(({ at, message, harmless }) => ({
    what: file,
    line: lines.positionAt(at.start).line + 1,
    why: message,
    remedy: count > 0 ? 'Le reste de ce fichier s’applique.' : 'Rien de ce fichier n’est appliqué.',
    blocking: !harmless,
  }));
  return { lectures, problems };
}

/** « 2 lectures écartées, 1 tournure ajoutée ». */
export function countOf({ lectures }: Pick<Lectures, 'lectures'>): string {
  const added = lectures.filter(({ says }) => says).length;
  const refused = lectures.length - added;
  const s = (count: number) => (count > 1 ? 's' : '');
  return [
    ...(refused > 0 || added === 0 ? [`${refused} lecture${s(refused)} écartée${s(refused)}`] : []),
    ...(added > 0 ? [`${added} tournure${s(added)} ajoutée${s(added)}`] : []),
  ].join(', ');
}
