/** What the editor shows of the findings, and what the command line says of the same files, in one form. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { root } from './setup.mjs';

/** The command line, as the last build made it. */
export const cli = join(root, 'dist', 'cli.cjs');

/**
 * @param {string} draft path of a file
 * @returns {{ rule: string, level: string, message: string, range: object }[]} its findings, read with its folder
 */
export const checked = (draft) => files(dirname(draft)).find(({ path }) => path === basename(draft)).findings;

/**
 * @param {string} folder
 * @returns {{ rule: string, level: string, message: string, range: object }[]} findings of the pieces in it, those of the
 *   folders below left out: each is a consultation of its own
 */
export const checkedIn = (folder) =>
  files(folder)
    .filter(({ path }) => !path.includes('/'))
    .flatMap(({ findings }) => findings);

/**
 * @param {string} folder
 * @returns {number} findings of all the pieces in it
 */
export const countIn = (folder) => files(folder).reduce((sum, { findings }) => sum + findings.length, 0);

function files(cwd) {
  const run = spawnSync(process.execPath, [cli, 'check', '--format', 'json', '--fail-on', 'never', '.'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  assert.equal(run.status, 0, run.stderr);
  return JSON.parse(run.stdout).files;
}

/** What every client tells of a finding, in an order of our own. */
export function sorted(findings) {
  return findings
    .map(({ rule, level, message, range }) => ({ rule, level, message, range }))
    .toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
}

/** Not the JSON of the range itself: its keys come in any order. */
const keyOf = ({ rule, range: { start, end } }) =>
  JSON.stringify([start.line, start.character, end.line, end.character, rule]);
