import { availableParallelism } from 'node:os';
import { InvalidArgumentError } from 'commander';
import { rules } from '../../rules/index.ts';
import type { Rule } from '../../rules/kit/rule.ts';
import { notices } from '../core/notices.ts';
import type { Phrasebook } from '../core/phrasebook.ts';
import type { Cache } from './cache.ts';
import type { ReadConsultation } from './consultations.ts';
import type { Examiner, Judged } from './examine.ts';
import type { Folder } from './folder.ts';
import { type Packed, pack, unpack } from './wire.ts';
import { type Setup, ThreadDied, Workers } from './workers.ts';

/** Most threads that are started unasked, and that may be asked for. */
const MOST_UNASKED = 8;
const MOST_ASKED = 64;

/** Bytes of drafts that make a thread worth its start: 25 drafts of 40 KB (`scripts/bench/jobs.ts`). */
const WORTH = 1_000_000;

/** Reads a number of threads; throws the library's error for anything else. */
export function parseJobs(value: string): number {
  const jobs = /^\d{1,2}$/.test(value) ? Number(value) : 0;
  if (!(jobs >= 1 && jobs <= MOST_ASKED))
    throw new InvalidArgumentError(`écrire un nombre entier de 1 à ${MOST_ASKED} (1 : tout l’un après l’autre).`);
  return jobs;
}

/** A consultation to check, whose drafts are read when its turn comes. */
export interface Task {
  /** Its folder, absolute. */
  readonly path: string;
  /** Paths from there of the pieces that its `dce.yaml` lists. */
  readonly pieces: readonly string[];
  /** Bytes of the drafts that were asked for. */
  readonly size: number;
  read(): Promise<ReadConsultation>;
}

/** How many threads check so many folders of so many bytes: as asked, else one a core where there is enough to read. One: none is started. */
export function jobsFor(
  folders: number,
  bytes: number,
  asked: number | undefined,
  cores = availableParallelism(),
): number {
  const unasked = Math.min(cores, MOST_UNASKED, Math.floor(bytes / WORTH));
  return Math.max(1, Math.min(asked ?? unasked, folders));
}

export interface Means {
  readonly examiner: Examiner;
  readonly phrasebook: Phrasebook;
  readonly setup: Setup;
  /** Threads asked for. */
  readonly jobs: number | undefined;
  readonly cache: Cache | undefined;
}

/** A consultation that was checked, with its drafts. */
export interface Done extends ReadConsultation {
  readonly judged: Judged;
}

/** Checks folders one after the other, their consultations whole. */
export async function* judgeHere(tasks: readonly Task[], examiner: Examiner): AsyncGenerator<Done> {
  for (const task of tasks) {
    const read = await task.read();
    yield { ...read, judged: await examiner.examine(read.folder) };
  }
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

/** Consultations that wait for each thread: it is never idle, and few drafts are held. */
const WAITING = 3;

/**
 * Checks folders, with threads and from the cache where that helps: the same comes of it, on pieces that keep nothing but their
 * text, as each is done. Few consultations are held at a time, however many there are.
 */
export async function* judge(tasks: readonly Task[], means: Means): AsyncGenerator<Done> {
  const { examiner, phrasebook, setup, jobs, cache } = means;
  const byId = new Map([...rules, ...notices].map((rule) => [rule.id, phrasebook.rule(rule)]));
  const bytes = tasks.reduce((n, { size }) => n + size, 0);
  const count = jobsFor(tasks.length, bytes, jobs);
  const workers = count > 1 ? new Workers(count, setup) : undefined;
  const found = async (folder: Folder): Promise<Packed> => {
    const known = cache && (await cache.read(await examiner.keyOf(folder)));
    if (known) return known;
    const packed = workers ? await byThread(workers, folder) : pack(await examiner.examine(folder), folder.sources);
    if (!packed.failed) await cache?.write(packed);
    return packed;
  };
  const one = async (task: Task): Promise<Done> => {
    const read = await task.read();
    const { folder } = read;
    return { ...read, judged: unpack(await found(folder), folder.sources, (id) => byId.get(id) as Rule) };
  };
  try {
    const under = new Map<Task, Promise<readonly [Task, Done]>>();
    for (const task of tasks) {
      under.set(
        task,
        one(task).then((done) => [task, done] as const),
      );
      if (under.size < (workers ? count * WAITING : 1)) continue;
      const [ended, done] = await Promise.race(under.values());
      under.delete(ended);
      yield done;
    }
    while (under.size > 0) {
      const [ended, done] = await Promise.race(under.values());
      under.delete(ended);
      yield done;
    }
  } finally {
    await workers?.end();
  }
  await cache?.prune();
}
