import { createHash } from 'node:crypto';
import { InvalidArgumentError } from 'commander';
import { type Folder, shown } from './files.ts';

/** Part `index` (from 1) of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Reads `I/N`; throws the library's error for anything else. */
export function parseShard(value: string): Shard {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (!(shard.index >= 1 && shard.index <= shard.count))
    throw new InvalidArgumentError('écrire I/N, I allant de 1 à N (3/8 : la troisième part sur huit).');
  return shard;
}

/**
 * The folders of a part. A consultation is never cut: its rules compare its pieces. The part depends on nothing but the
 * path and the words of the consultation, so that every runner, alone, takes its own.
 */
export const partOf = (folders: readonly Folder[], { index, count }: Shard, cwd: string): readonly Folder[] =>
  folders.filter((folder) => {
    const hash = createHash('sha256').update(`${shown(cwd, folder.path)}\0${folder.described?.text ?? ''}`);
    for (const { path, text } of folder.sources) hash.update(`\0${path}\0${text}`);
    return hash.digest().readUInt32BE(0) % count === index - 1;
  });
