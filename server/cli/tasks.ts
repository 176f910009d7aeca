import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { decode } from '../core/decode.ts';
import type { NotChecked } from '../core/not-checked.ts';
import { type Group, inStep, readConsultation, sha256 } from './consultations.ts';
import { type Folder, seek } from './files.ts';
import type { Terminal } from './io.ts';
import type { Task } from './judge.ts';
import type { LeftOut } from './left-out.ts';

/** What a check is to do. */
export interface Tasks {
  readonly tasks: readonly Task[];
  readonly notChecked: readonly NotChecked[];
  /** Consultations that are left alone because they have not changed. */
  readonly unchanged?: number;
}

/** The consultations of files, folders and globs. */
export async function tasksIn(cwd: string, paths: readonly string[], leftOut: LeftOut): Promise<Tasks> {
  const { groups, notChecked } = await seek(cwd, paths, leftOut);
  const tasks = await inStep(groups, async (group) => ({
    path: group.folder,
    pieces: group.described?.dce.pieces?.map((p) => p.path) ?? [],
    size: await sizeOf(group),
    read: () => readConsultation(cwd, group, leftOut),
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
export async function taskOnStdin(terminal: Terminal, name = 'entree-standard.md'): Promise<Tasks> {
  const bytes = await terminal.stdin();
  const decoded = decode(bytes);
  if (!decoded.ok) {
    const { why, remedy } = decoded;
    return { tasks: [], notChecked: [{ what: 'entrée standard', why, remedy, blocking: true }] };
  }
  const file = resolve(terminal.cwd, name);
  const path = basename(file);
  const folder: Folder = {
    path: dirname(file),
    sources: [{ path, text: decoded.text }],
    wanted: new Set([path]),
    files: [path],
    hashes: new Map([[path, sha256(bytes)]]),
  };
  const read = async () => ({ folder, notChecked: [] });
  return { tasks: [{ path: folder.path, pieces: [], size: bytes.length, read }], notChecked: [] };
}
