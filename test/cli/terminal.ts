import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Terminal } from '../../server/cli/io.ts';
import { run } from '../../server/cli/program.ts';

/** The program as it is shipped, which the last build made: it starts in a third of the time that the sources take. */
export const BUILT = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

export interface Outcome {
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
}

/** A folder of files that lasts for one test. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): {
  readonly path: string;
  remove(): void;
} {
  const path = mkdtempSync(join(tmpdir(), 'dce-lint-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs a command line in a folder, on the law of 2026-12-01. */
export async function dceLint(cwd: string, args: readonly string[], more: Partial<Terminal> = {}): Promise<Outcome> {
  let out = '';
  let err = '';
  const code = await run(args, {
    cwd,
    today: '2026-12-01',
    colour: false,
    out: (s) => {
      out += s;
    },
    err: (s) => {
      err += s;
    },
    stdin: async () => new Uint8Array(),
    ...more,
  });
  return { code, out, err };
}

/** Files for one test, removed whatever happens. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  test: (cwd: string) => Promise<T>,
): Promise<T> {
  const made = folder(files);
  try {
    return await test(made.path);
  } finally {
    made.remove();
  }
}
