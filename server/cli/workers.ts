import { fileURLToPath } from 'node:url';
import { workerData } from 'node:worker_threads';
import { type Pool, pool, worker } from 'workerpool';
import type { Lectures } from '../core/lectures.ts';
import type { NotChecked } from '../core/not-checked.ts';
import { expectThreads } from '../engine.ts';
import { type Language, phrasebookOf } from '../english.ts';
import { Examiner } from './examine.ts';
import type { Folder } from './folder.ts';
import { UsageError } from './io.ts';
import { commandLine, type SettingOptions } from './settings.ts';
import { shown } from './shown.ts';
import { type Packed, pack } from './wire.ts';

/** What a worker makes its examiner from: plain data. */
export interface Setup {
  readonly options: SettingOptions;
  readonly lectures?: Lectures | undefined;
  readonly lang: Language | undefined;
  readonly build: string;
  readonly cwd: string;
  readonly today: string;
}

/** What a worker gives back: an error would lose its class on the way. */
type Answer = { readonly packed: Packed } | { readonly refused: string };

const here = import.meta.url;

/** A thread died of a folder; the others go on, and another takes its place. */
export class ThreadDied extends Error {
  readonly notChecked: NotChecked;

  /** `what`: the folder, as shown. */
  constructor(what: string) {
    super(what);
    const why = 'un fil de vérification s’est arrêté (mémoire épuisée, ou erreur du programme).';
    this.notChecked = { what, why, remedy: 'Relancer ce dossier seul, avec --jobs 1.', blocking: true };
  }
}

/** The program itself: a thread of it serves instead of reading a command line. */
const PROGRAM = fileURLToPath(here.endsWith('.ts') ? new URL('./thread.mjs', here) : here);

/**
 * MiB that a thread may hold: room for a draft of several MB. Below 2 GiB, the engine also clears up before its heap has
 * doubled, where it would let it grow four times; measured on 500 drafts.
 */
const MOST_MEMORY = 1024;

/**
 * MiB in each of the halves of a thread's heap where what is new stands: twice the engine's, for half the clearing up.
 * The engine reckons three of them to a thread.
 */
const NEW = 16;

/** Threads that check folders, started as work comes. `end` must be called. */
export class Workers {
  private readonly pool: Pool;
  private readonly cwd: string;

  /** `script`: what the threads run; tests give their own. */
  constructor(jobs: number, setup: Setup, script = PROGRAM) {
    this.cwd = setup.cwd;
    expectThreads(NEW);
    const resourceLimits = { maxOldGenerationSizeMb: MOST_MEMORY, maxYoungGenerationSizeMb: 3 * NEW };
    const workerThreadOpts = { workerData: setup, resourceLimits };
    this.pool = pool(script, { workerType: 'thread', maxWorkers: jobs, workerThreadOpts });
  }

  /** Throws a `UsageError` when the folder cannot be checked, a `ThreadDied` when the thread dies of it. */
  async examine({ path, sources, wanted, files, hashes }: Folder): Promise<Packed> {
    const folder: Folder = { path, sources, wanted, files, hashes };
    let answer: Answer;
    try {
      answer = await this.pool.exec('examine', [folder]);
    } catch {
      throw new ThreadDied(shown(this.cwd, path));
    }
    if ('refused' in answer) throw new UsageError(answer.refused);
    return answer.packed;
  }

  /** Stops the threads, whatever they are at. */
  async end(): Promise<void> {
    await this.pool.terminate(true);
  }
}

/** The other end: answers folders for ever, in a thread. */
export function serve(): void {
  const { options, lectures, lang, build, cwd, today } = workerData as Setup;
  const made = phrasebookOf(lang).then(
    (phrasebook) =>
      new Examiner({ ...options, lectures, fixing: false, phrasebook, build }, commandLine(options), { cwd, today }),
  );
  worker({
    async examine(folder: Folder): Promise<Answer> {
      try {
        return { packed: pack(await (await made).examine(folder), folder.sources) };
      } catch (error) {
        if (error instanceof UsageError) return { refused: error.message };
        throw error;
      }
    },
  });
}
