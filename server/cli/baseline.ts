import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { BASELINE_VERSION, type Baseline, type KnownFinding, readBaseline } from '../core/baseline.ts';
import { type Terminal, UsageError } from './io.ts';
import { writeWhole } from './output.ts';
import { reason } from './reason.ts';
import { asText } from './reporters/json.ts';
import { version } from './version.ts';

/** Reads a baseline. Throws a `UsageError` that says what is wrong with it. */
export async function loadBaseline(path: string, { cwd }: Terminal): Promise<Baseline> {
  const text = await readFile(resolve(cwd, path), 'utf8').catch((error: unknown) => {
    throw new UsageError(`${path} : ${reason(error)}`);
  });
  const read = readBaseline(text.replace(/^\ufeff/, ''));
  if ('refused' in read) throw new UsageError(`${path} : ${read.refused}`);
  return read.baseline;
}

/** Writes what is known now, folders and findings in an order that leaves small differences between two states. */
export async function saveBaseline(
  path: string,
  known: ReadonlyMap<string, readonly KnownFinding[]>,
  { cwd }: Terminal,
): Promise<void> {
  const folders = [...known].filter(([, list]) => list.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const baseline: Baseline = {
    version: BASELINE_VERSION,
    tool: { name: 'dce-lint', version },
    consultations: Object.fromEntries(folders),
  };
  await writeWhole(resolve(cwd, path), path, asText(baseline));
}
