import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Level } from '../../../rules/kit/rule.ts';
import { reason } from '../files.ts';
import { FOUND, OK, type Terminal, UsageError } from '../io.ts';
import { writeWhole } from '../output.ts';
import { merge, type Part } from '../reporters/merge.ts';
import { reaches } from '../reporters/report.ts';

export interface MergeOptions {
  readonly output?: string;
  readonly failOn: Level | 'never';
}

/** Puts the reports of `check --shard` together. The exit code is the one the whole run would have had. */
export async function mergeCommand(
  paths: readonly string[],
  options: MergeOptions,
  terminal: Terminal,
): Promise<number> {
  const { text, levels } = merge(await Promise.all(paths.map((path) => read(path, terminal))));
  if (options.output) await writeWhole(resolve(terminal.cwd, options.output), options.output, text);
  else terminal.out(text);
  return levels.some((level) => reaches(level, options.failOn)) ? FOUND : OK;
}

async function read(name: string, { cwd }: Terminal): Promise<Part> {
  const text = await readFile(resolve(cwd, name), 'utf8').catch((error: unknown) => {
    throw new UsageError(`${name} : ${reason(error)}`);
  });
  try {
    return { name, value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch {
    throw new UsageError(`${name} : rapport abîmé (ce n’est pas du JSON)`);
  }
}
