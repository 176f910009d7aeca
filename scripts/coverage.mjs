/**
 * Runs the tests that need Node alone and counts the lines and branches of `rules/` and `server/` that they go through, those
 * of threads and child processes included; one file after the other, for a process of mocha's own pool may end before it has written its counts. Fails below what `.c8rc.json` asks. Arguments go to mocha.
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
const alone = `--import=${new URL('modules-alone.mjs', import.meta.url)}`;
const tests = ['npm', 'run', 'test:unit', '--', '--no-parallel', ...process.argv.slice(2)];
const env = { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${alone}`.trim() };
process.exitCode = spawnSync('npx', ['c8', ...exclude, ...tests], { stdio: 'inherit', env }).status ?? 1;
