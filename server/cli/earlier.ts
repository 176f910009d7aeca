import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Earlier, earlierOf } from '../core/evolution.ts';
import { type Terminal, UsageError } from './io.ts';
import { reason } from './reason.ts';

/** Reads the report of an earlier check. Throws a `UsageError` that says what is wrong with it. */
export async function loadEarlier(path: string, { cwd }: Terminal): Promise<Earlier> {
  const text = await readFile(resolve(cwd, path), 'utf8').catch((error: unknown) => {
    throw new UsageError(`${path} : ${reason(error)}`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new UsageError(`${path} : rapport abîmé (ce n’est pas du JSON)`);
  }
  const earlier = earlierOf(path, value);
  if (!earlier) throw new UsageError(`${path} : ce n’est pas un rapport json de dce-lint`);
  return earlier;
}
