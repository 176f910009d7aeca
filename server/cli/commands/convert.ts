import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LARGEST } from '../../core/decode.ts';
import { readWindows1252 } from '../../core/windows-1252.ts';
import { OK, type Terminal, UsageError } from '../io.ts';
import { reason } from '../reason.ts';
import { writeNew } from '../write.ts';

/** A draft in Windows-1252 as UTF-8, on standard output or in a new file. The exit code comes back. */
export async function convertCommand(
  path: string,
  { output }: { readonly output?: string },
  terminal: Terminal,
): Promise<number> {
  const converted = readWindows1252(await bytesOf(path, terminal));
  if (!converted.ok) throw new UsageError(`${path} : ${converted.why}`);
  if (output === undefined) terminal.out(converted.text);
  else {
    await writeNew(resolve(terminal.cwd, output), output, converted.text);
    terminal.out(`${output} : écrit en UTF-8\n`);
  }
  return OK;
}

async function bytesOf(path: string, { cwd }: Terminal): Promise<Uint8Array> {
  try {
    const { size } = await stat(resolve(cwd, path));
    return size > LARGEST ? new Uint8Array(LARGEST + 1) : await readFile(resolve(cwd, path));
  } catch (error) {
    throw new UsageError(`${path} : ${reason(error)}`);
  }
}
