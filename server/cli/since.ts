import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { DCE } from '../core/dce.ts';
import { CONFIGURATION } from '../core/settings.ts';
import { askGit, topOf } from './git.ts';
import { UsageError } from './io.ts';
import type { Task } from './judge.ts';
import { shown } from './shown.ts';

/** What changed in a repository since a revision. */
interface Change {
  /** Absolute. */
  readonly paths: readonly string[];
  /** Short names of the commits compared. */
  readonly from: string;
  readonly to: string;
}

/** The consultations that changed, and how that was found. */
export interface Changed {
  readonly tasks: readonly Task[];
  /** Short names of the commits compared, one pair a repository: « a1b2c3d4..e5f6a7b8 ». */
  readonly compared: readonly string[];
}

/** A file that a configuration may extend, wherever it is; those of forges and tools begin with a point. */
const SHARED = /^(?!\.).*\.ya?ml$/i;

/** The consultation of a change: its own files, the pieces that its `dce.yaml` lists, a configuration or a `dce.yaml` above it. */
function concerns(path: string, folder: string, pieces: ReadonlySet<string>): boolean {
  const place = dirname(path);
  if (place === folder || pieces.has(path)) return true;
  const above = folder.startsWith(place.endsWith(sep) ? place : `${place}${sep}`);
  const name = basename(path);
  if (name === DCE || name === CONFIGURATION) return above;
  return SHARED.test(name) && !path.split(sep).includes('.github');
}

/**
 * The consultations that changed between a revision, where the history parted from it, and the last commit: two commits are compared
 * as trees, so that nothing of the working tree is read by git, nor any program run that its configuration names. `also`: files that
 * bear on every consultation (absolute). Throws a `UsageError` where the history cannot tell.
 */
export async function changedSince(
  tasks: readonly Task[],
  revision: string,
  also: readonly string[],
  cwd: string,
): Promise<Changed> {
  const changes = new Map<string, Promise<Change>>();
  const kept: Task[] = [];
  const everywhere = await Promise.all(also.map((path) => realpath(path).catch(() => path)));
  for (const task of tasks) {
    const folder = await realpath(task.path);
    const top = topOf(folder);
    if (top === undefined)
      throw new UsageError(
        `${shown(cwd, task.path)} : --since compare deux états d’un historique git, et ce dossier n’en a pas`,
      );
    const change = changes.get(top) ?? changeIn(top, revision, cwd);
    changes.set(top, change);
    const { paths } = await change;
    const pieces = new Set(task.pieces.map((piece) => resolve(folder, piece)));
    if (paths.some((path) => everywhere.includes(path) || concerns(path, folder, pieces))) kept.push(task);
  }
  const compared = await Promise.all(changes.values());
  return { tasks: kept, compared: compared.map(({ from, to }) => `${from}..${to}`) };
}

async function changeIn(top: string, revision: string, cwd: string): Promise<Change> {
  const where = shown(cwd, top);
  if (revision.startsWith('-')) throw new UsageError(`« ${revision} » n’est pas une révision pour --since`);
  const ask = (...args: string[]) => askGit(top, args).then((out) => out?.trim());
  const commit = (name: string) => ask('rev-parse', '--quiet', '--verify', `${name}^{commit}`);
  const head = await commit('HEAD').catch(() => undefined);
  if (!head) throw new UsageError(`${where} : --since demande git et un historique d’au moins un commit`);
  const other = await commit(revision).catch(() => undefined);
  if (!other)
    throw new UsageError(
      `${where} : --since ${revision} : cette révision n’est pas dans l’historique (dans une chaîne, le demander en entier : fetch-depth: 0)`,
    );
  // Without a common ancestor (a cut history), the revision itself: no change is missed.
  const base = (await ask('merge-base', other, head).catch(() => undefined)) || other;
  const out = await askGit(top, [
    ...['diff-tree', '-r', '-z', '--name-only', '--no-renames', '--no-ext-diff', '--no-textconv'],
    ...['--ignore-submodules=all', base, head],
  ]).catch(() => {
    throw new UsageError(
      `${where} : --since ${revision} : l’historique n’est pas entier, les deux états ne peuvent être comparés`,
    );
  });
  const paths = (out ?? '').split('\0').filter(Boolean);
  return { paths: paths.map((path) => join(top, path)), from: base.slice(0, 8), to: head.slice(0, 8) };
}
