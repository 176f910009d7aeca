/** The command line and the server say the same of the same files. */
import assert from 'node:assert/strict';
import { dceLint, inFolder } from '../cli/terminal.ts';
import type { Texts } from './examine.ts';
import { served } from './sessions.ts';

interface Json {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly { readonly rule: string; readonly message: string; readonly range: unknown }[];
  }[];
}

export const assertSameMouths = (texts: Texts): Promise<void> =>
  inFolder(texts, async (cwd) => {
    const { out, err } = await dceLint(cwd, ['check', '--format', 'json']);
    const files = out === '' ? [] : (JSON.parse(out) as Json).files;
    const printed = Object.fromEntries(
      files.map((f) => [f.path, f.findings.map(({ rule, message, range }) => ({ rule, message, range }))]),
    );
    const shown = Object.fromEntries(
      Object.entries(await served(texts))
        .filter(([name]) => name in printed)
        .map(([name, all]) => [name, all.map(({ code, message, range }) => ({ rule: code, message, range }))]),
    );
    assert.deepEqual(shown, printed, err);
  });
