import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { it } from 'node:test';
import { checked, cli, sorted } from './findings.mjs';
import { here, installNeovim, root } from './setup.mjs';

it('Neovim shows the findings that the command line gives', { timeout: 120_000 }, () => {
  const draft = join(root, 'examples', 'consultation-fautive', 'rc.md');
  const script = ['--clean', '--headless', '-l', join(here, 'diagnostics.lua'), cli, draft];
  const shown = spawnSync(installNeovim(), script, { encoding: 'utf8' });
  assert.equal(shown.status, 0, shown.stderr);

  const findings = checked(draft);
  assert.notEqual(findings.length, 0);
  assert.deepEqual(sorted(JSON.parse(shown.stdout)), sorted(findings));
});
