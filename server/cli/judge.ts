import { availableParallelism } from 'node:os';
import { InvalidArgumentError } from 'commander';
import { rules } from '../../rules/index.ts';
import type { Rule } from '../../rules/kit/rule.ts';
import { notices } from '../core/notices.ts';
import type { Phrasebook } from '../core/phrasebook.ts';
import type { Cache } from './cache.ts';
import type { Examiner, Judged } from './examine.ts';
import type { Folder } from './files.ts';
import { type Packed, pack, unpack } from './wire.ts';
import { type Setup, ThreadDied, Workers } from './workers.ts';

/** Most threads that are started unasked, and that may be asked for. */
const MOST_UNASKED = 8;
const MOST_ASKED = 64;

/** UTF-16 units of drafts that make a thread worth its start: 25 drafts of 40 KB (`scripts/bench/jobs.ts`). */
const WORTH = 1_000_000;

/** Reads a number of threads; throws the library's error for anything else. */
export function parseJobs(value: string): number {
  const jobs = /^\d{1,2}$/.test(value) ? Number(value) : 0;
  if (!(jobs >= 1 && jobs <= MOST_ASKED))
    throw new InvalidArgumentError(`écrire un nombre entier de 1 à ${MOST_ASKED} (1 : tout l’un après l’autre).`);
  return jobs;
}

const unitsOf = (folders: readonly Folder[]) =>
  folders.reduce((n, { sources }) => n + sources.reduce((m, s) => m + s.text.length, 0), 0);

/** How many threads check folders: as asked, else one a core where there is enough to read. One: no thread is started. */
export function jobsFor(folders: readonly Folder[], asked: number | undefined, cores = availableParallelism()): number {
  const unasked = Math.min(cores, MOST_UNASKED, Math.floor(unitsOf(folders) / WORTH));
  return Math.max(1, Math.min(asked ?? unasked, folders.length));
}

export interface Means {
  readonly examiner: Examiner;
  readonly phrasebook: Phrasebook;
  readonly setup: Setup;
  /** Threads asked for. */
  readonly jobs: number | undefined;
  readonly cache: Cache | undefined;
}

/** Checks folders one after the other and keeps their consultations whole. */
export async function judgeHere(folders: readonly Folder[], examiner: Examiner, step: () => void): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const folder of folders) {
    judged.push(await examiner.examine(folder));
    step();
  }
  return judged;
}

/** What a thread found in a folder; nothing, and that it is not checked, when the thread died of it. */
export async function byThread(workers: Workers, folder: Folder): Promise<Packed> {
  try {
    return await workers.examine(folder);
  } catch (error) {
    if (!(error instanceof ThreadDied)) throw error;
    const nothing = { pieces: [], findings: [], suppressed: [], fixed: [], notRun: [] };
    return { ...nothing, key: '', failed: true, notChecked: [error.notChecked] };
  }
}

/**
 * Checks folders, with threads and from the cache where that helps: the same comes back, in the order of the folders, on
 * pieces that keep nothing but their text. `step` is called as each is done.
 */
export async function judge(folders: readonly Folder[], means: Means, step: () => void): Promise<readonly Judged[]> {
  const { examiner, phrasebook, setup, jobs, cache } = means;
  const byId = new Map([...rules, ...notices].map((rule) => [rule.id, phrasebook.rule(rule)]));
  const open = (packed: Packed, folder: Folder): Judged => {
    step();
    return unpack(packed, folder.sources, (id) => byId.get(id) as Rule);
  };
  const judged = new Map<Folder, Judged>();
  for (const folder of cache ? folders : []) {
    const packed = await cache?.read(await examiner.keyOf(folder));
    if (packed) judged.set(folder, open(packed, folder));
  }
  const left = folders.filter((f) => !judged.has(f));
  const count = jobsFor(left, jobs);
  const workers = count > 1 ? new Workers(count, setup) : undefined;
  const one = async (folder: Folder) => {
    const packed = workers ? await byThread(workers, folder) : pack(await examiner.examine(folder), folder.sources);
    if (!packed.failed) await cache?.write(packed);
    judged.set(folder, open(packed, folder));
  };
  try {
    if (workers) await Promise.all(left.map(one));
    else for (const folder of left) await one(folder);
  } finally {
    await workers?.end();
  }
  await cache?.prune();
  return folders.map((folder) => judged.get(folder) as Judged);
}
