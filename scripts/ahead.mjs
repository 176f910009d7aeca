/**
 * Works out, when a program is built, what it would else have to at each start: which strings its patterns cannot do
 * without, and how these are found.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** What `scripts/look-ahead.ts` finds, as JSON. */
export async function lookAhead(/** @type {string} */ root) {
  const folder = mkdtempSync(join(tmpdir(), 'dce-lint-ahead-'));
  try {
    const outfile = join(folder, 'look-ahead.cjs');
    await build({
      absWorkingDir: root,
      entryPoints: ['scripts/look-ahead.ts'],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'warning',
    });
    const { lookAheadOn } = createRequire(import.meta.url)(outfile);
    return JSON.stringify(lookAheadOn(join(root, 'examples')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A plugin that puts it in the place of `rules/kit/ahead.ts`. */
export async function knownAhead(/** @type {string} */ root) {
  const text = await lookAhead(root);
  return {
    name: 'known-ahead',
    /** @param {import('esbuild').PluginBuild} build */
    setup(build) {
      build.onLoad({ filter: /[/\\]rules[/\\]kit[/\\]ahead\.ts$/ }, () => ({
        contents: `export const ahead = JSON.parse(${JSON.stringify(text)});`,
      }));
    },
  };
}
