import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { NotChecked } from '../core/not-checked.ts';
import { type Group, inStep, readConsultation } from './consultations.ts';
import { type Seeking, seek } from './files.ts';
import { type Given, given } from './given.ts';
import type { Terminal } from './io.ts';
import type { Task } from './judge.ts';

/** What a check is to do. */
export interface Tasks {
  readonly tasks: readonly Task[];
  readonly notChecked: readonly NotChecked[];
  /** Consultations that are left alone because they have not changed. */
  readonly unchanged?: number;
}

/** The consultations of files, folders and globs. */
export async function tasksIn(cwd: string, paths: readonly string[], seeking: Seeking): Promise<Tasks> {
  const { groups, notChecked } = await seek(cwd, paths, seeking);
  const tasks = await inStep(groups, async (group) => ({
    path: group.folder,
    pieces: group.described?.dce.pieces?.map((p) => p.path) ?? [],
    size: await sizeOf(group),
    read: () => readConsultation(cwd, group, seeking),
  }));
  return { tasks, notChecked };
}

async function sizeOf({ folder, asked }: Group): Promise<number> {
  let size = 0;
  for (const path of asked.keys())
    size += await stat(join(folder, path)).then(
      (info) => info.size,
      () => 0,
    );
  return size;
}

/** The piece on standard input: a consultation of its own, with the settings of the folder it is said to be in. */
export async function taskOnStdin(
  terminal: Terminal,
  name = 'entree-standard.md',
  values?: Given['values'],
): Promise<Tasks> {
  const bytes = await terminal.stdin();
  const file = resolve(terminal.cwd, name);
  const { folders, notChecked } = await given(bytes, { what: 'entrée standard', file, ...(values && { values }) });
  const tasks = folders.map((folder) => ({
    ...{ path: folder.path, pieces: [], size: bytes.length },
    read: async () => ({ folder, notChecked: [] }),
  }));
  return { tasks, notChecked };
}
