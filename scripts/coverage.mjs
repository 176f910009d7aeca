/**
 * Runs the tests that need Node alone and counts the lines and branches of `rules/` and `server/` that they go through, child
 * processes included. Fails below what `.c8rc.json` asks. `--report` only prints again what the last run counted.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { globSync } from 'tinyglobby';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** Files of types alone: there is nothing in them to run. */
const types = globSync(['rules/**/*.ts', 'server/**/*.ts']).filter(
  (file) => transformSync(readFileSync(file, 'utf8'), { loader: 'ts' }).code.trim() === '',
);
const exclude = types.flatMap((file) => ['--exclude', file]);
const command = process.argv.includes('--report') ? ['report'] : ['npm', 'run', 'test:unit'];
const { status } = spawnSync('npx', ['c8', ...exclude, ...command], { stdio: 'inherit' });
process.exitCode = status ?? 1;
