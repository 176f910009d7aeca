import { execFileSync } from 'node:child_process';

/** Runs git on its own, whatever this machine is set up with. */
export const git = (cwd: string, name: string, ...args: string[]): Buffer =>
  execFileSync('git', ['-c', `user.name=${name}`, '-c', 'user.email=x@example.org', ...args], {
    cwd,
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: '2026-10-05T23:30:00+0200',
    },
    stdio: 'pipe',
  });

/** Makes a folder the history of its own files. */
export function committed(cwd: string, name: string): void {
  git(cwd, name, 'init', '-q');
  git(cwd, name, 'add', '.');
  git(cwd, name, 'commit', '-qm', 'draft');
}

/** A draft with a comment that sets a finding aside: whoever wrote it is looked for in the history. */
export const IGNORED = [
  '# CCAP',
  '',
  '<!-- dce-lint-ignore-next redaction/champ-a-completer : rempli à la signature -->',
  'Le prix est de [à compléter] euros.',
  '',
].join('\n');
