import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { it } from 'node:test';
import { here, installNeovim, root } from './setup.mjs';

const cli = join(root, 'dist', 'cli.cjs');
const folder = join(root, 'examples', 'consultation-fautive');

it('Neovim shows the findings that the command line gives', { timeout: 120_000 }, () => {
  const draft = join(folder, 'rc.md');
  const script = ['--clean', '--headless', '-l', join(here, 'diagnostics.lua'), cli, draft];
  const shown = spawnSync(installNeovim(), script, { encoding: 'utf8' });
  assert.equal(shown.status, 0, shown.stderr);

  const checked = spawnSync(process.execPath, [cli, 'check', '--format', 'json', '--fail-on', 'never', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(checked.status, 0, checked.stderr);
  const { findings } = JSON.parse(checked.stdout).files.find(({ path }) => path === 'rc.md');

  assert.notEqual(findings.length, 0);
  assert.deepEqual(sorted(JSON.parse(shown.stdout)), sorted(findings));
});

/** What both clients tell of a finding, in an order of our own. */
function sorted(findings) {
  return findings
    .map(({ rule, level, message, range }) => ({ rule, level, message, range }))
    .toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
}

/** Not the JSON of the range itself: its keys come in any order. */
const keyOf = ({ rule, range: { start, end } }) =>
  JSON.stringify([start.line, start.character, end.line, end.character, rule]);
