import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { git } from './git.ts';
import { folder } from './terminal.ts';

/** A folder beside the one that is checked, with a program that leaves a mark where it runs. */
export function trap(): { readonly program: string; readonly mark: string; remove(): void } {
  const { path, remove } = folder({});
  const mark = join(path, 'mark');
  const program = join(path, 'trap.sh');
  writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${mark}'\ncat\n`);
  chmodSync(program, 0o755);
  return { program, mark, remove };
}

/** All that a configuration of git may name to have a program run. */
const settingsOf = (program: string): string => `
[core]
	fsmonitor = ${program}
	pager = ${program}
	editor = ${program}
	askPass = ${program}
	sshCommand = ${program}
	gitProxy = ${program}
	hooksPath = hooks
	alternateRefsCommand = ${program}
[filter "x"]
	clean = ${program}
	smudge = ${program}
	required = true
[filter "y"]
	process = ${program}
	required = true
[diff]
	external = ${program}
[diff "x"]
	textconv = ${program}
	command = ${program}
[merge "x"]
	driver = ${program}
[pager]
	blame = ${program}
[alias]
	blame = !${program}
[gpg]
	program = ${program}
[gpg "ssh"]
	program = ${program}
	defaultKeyCommand = ${program}
[log]
	showSignature = true
[credential]
	helper = !${program}
[uploadpack]
	packObjectsHook = ${program}
[interactive]
	diffFilter = ${program}
[trace2]
	eventTarget = ${program}
[protocol]
	allow = always
[protocol "ext"]
	allow = always
[extensions]
	partialClone = far
[remote "far"]
	url = "ext::${program}"
	promisor = true
	uploadpack = ${program}
[submodule "far"]
	url = "ext::${program}"
	update = !${program}
	active = true
`;
export const ATTRIBUTES = '*.md filter=x diff=x merge=x\ncctp.md filter=y diff=x\n';
/** Sets a repository of git up to run a program whenever it can. */
export function arm(repository: string, program: string): void {
  // By way of another file, which a reader of the first would not see.
  appendFileSync(join(repository, 'config'), '[include]\n\tpath = more\n');
  writeFileSync(join(repository, 'more'), settingsOf(program));
  mkdirSync(join(repository, 'info'), { recursive: true });
  writeFileSync(join(repository, 'info/attributes'), ATTRIBUTES);
  for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout', 'fsmonitor-watchman'])
    symlinkSync(program, join(repository, 'hooks', hook));
}

/** Makes of a repository what files alone can be: a folder that is its own bare repository, and says that it is none. */
export function embed(cwd: string): void {
  for (const name of readdirSync(join(cwd, '.git'))) renameSync(join(cwd, '.git', name), join(cwd, name));
  rmSync(join(cwd, '.git'), { recursive: true });
  git(cwd, 'Camille', 'config', '--file', 'config', 'core.bare', 'false');
  git(cwd, 'Camille', 'config', '--file', 'config', 'core.worktree', cwd);
}
