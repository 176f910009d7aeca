import { createHash } from 'node:crypto';
import { InvalidArgumentError } from 'commander';
import type { NotChecked } from '../core/not-checked.ts';
import type { Folder } from './folder.ts';
import { UsageError } from './io.ts';
import type { Task } from './judge.ts';
import type { ShardOf } from './reporters/report.ts';
import { shown } from './shown.ts';

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

/** Bytes that a consultation costs beside its drafts: a folder to list, settings to read, its rules to run. */
const FIXED = 20_000;

/**
 * The consultations of a part. None is cut: its rules compare its pieces. The heaviest first, each goes to the part that has the
 * least to read, so that parts last alike; that depends on nothing but sizes and paths, and every runner, alone, takes its own.
 */
export function partOf<T extends { readonly path: string; readonly size: number }>(
  all: readonly T[],
  { index, count }: Shard,
): readonly T[] {
  const loads = new Array<number>(count).fill(0);
  const own = new Set<T>();
  for (const one of [...all].sort((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1))) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] as number) + one.size + FIXED;
    if (least === index - 1) own.add(one);
  }
  return all.filter((one) => own.has(one));
}

/** A part with what tells its whole from another: every runner finds the same. The consultations are read one by one. */
export async function shardOf(all: readonly Task[], { index, count }: Shard, cwd: string): Promise<ShardOf> {
  const hash = createHash('sha256');
  for (const task of all) hash.update(digestOf((await task.read()).folder, cwd));
  return { index, count, whole: hash.digest('hex') };
}

/** Of the path and the words of a consultation. */
function digestOf(folder: Folder, cwd: string): Buffer {
  const hash = createHash('sha256').update(`${shown(cwd, folder.path)}\0${folder.described?.text ?? ''}`);
  for (const { path, text } of folder.sources) hash.update(`\0${path}\0${text}`);
  return hash.digest();
}

const nameOf = ({ index, count }: Shard) => `${index}/${count}`;

/**
 * The parts that reports lack to make a whole; none where they are no parts. Throws a `UsageError` for a part that is there
 * twice, or of another whole, and for one that is missing unless that is allowed. `names`: of the reports, in their order.
 */
export function missingParts(
  names: readonly string[],
  shards: readonly (ShardOf | undefined)[],
  allowMissing: boolean,
): NotChecked[] {
  const first = shards.find((s) => s !== undefined);
  if (!first) return [];
  const seen = new Map<number, string>();
  for (const [i, shard] of shards.entries()) {
    const name = names[i] as string;
    if (!shard) throw new UsageError(`${name} : ce rapport n’est pas une part, et d’autres le sont`);
    if (shard.count !== first.count || shard.whole !== first.whole)
      throw new UsageError(
        `${name} : part ${nameOf(shard)} d’un autre ensemble que ${names[0]} (autres pièces, autre dossier de travail ou autre nombre de parts)`,
      );
    const before = seen.get(shard.index);
    if (before !== undefined) throw new UsageError(`part ${nameOf(shard)} donnée deux fois : ${before} et ${name}`);
    seen.set(shard.index, name);
  }
  const { count } = first;
  const missing = Array.from({ length: count }, (_, i) => ({ index: i + 1, count })).filter((s) => !seen.has(s.index));
  if (missing.length > 0 && !allowMissing)
    throw new UsageError(
      `part${missing.length > 1 ? 's' : ''} ${missing.map(nameOf).join(', ')} absente${missing.length > 1 ? 's' : ''} : donner toutes les parts, ou --allow-missing pour s’en passer`,
    );
  return missing.map((shard) => ({
    what: `part ${nameOf(shard)}`,
    why: 'cette part n’a pas été donnée : ses consultations ne sont pas dans ce rapport.',
    remedy: 'Réunir de nouveau, avec cette part.',
    blocking: true,
  }));
}
