import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { above } from './left-out.ts';
import { programOutside } from './program-outside.ts';

const run = promisify(execFile);

/** Milliseconds after which a history that does not answer is left alone. */
const PATIENCE = 20_000;
/** Over what the folder's own configuration says: a bare repository that it carries is none, and nothing watches or hooks in. */
const DEAF = ['safe.bareRepository=explicit', 'core.fsmonitor=false', `core.hooksPath=${devNull}`];
/** Nothing is asked, nothing is fetched: what fetches may be a program that the folder names. */
const SILENT = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  // The same for a git that does not know the former.
  GIT_ALLOW_PROTOCOL: 'none',
  // A hook of git's sets these for the repository that it runs in; which one is asked is said by its place.
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
};

/** The folder of the nearest `.git` upwards; undefined where there is none. `folder`: absolute, without links. */
export const topOf = (folder: string): string | undefined =>
  above(folder).find((place) => existsSync(join(place, '.git')));

/**
 * What git answers, asked in `top` (where its `.git` is: a folder below could pass for a repository). It is to be asked about
 * commits alone, never about the files: to compare them with the history, git runs the filters that the folder is set up with.
 * Undefined where there is no git but in the folder itself. Throws what git fails with.
 */
export async function askGit(top: string, args: readonly string[]): Promise<string | undefined> {
  const outermost = above(top).findLast((place) => existsSync(join(place, '.git')));
  const git = outermost && programOutside(outermost, 'git');
  if (!git) return undefined;
  const { stdout } = await run(git, ['--no-pager', ...DEAF.flatMap((setting) => ['-c', setting]), '-C', top, ...args], {
    env: { ...process.env, ...SILENT },
    timeout: PATIENCE,
    maxBuffer: 1 << 28,
    windowsHide: true,
  });
  return stdout;
}
