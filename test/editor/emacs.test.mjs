import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { documentedSettings, emptyHome } from './editors.mjs';
import { checked, sorted } from './findings.mjs';
import { here, installEmacs, root } from './setup.mjs';

it('Emacs, set as the documentation says, shows the findings that the command line gives', {
  timeout: 300_000,
}, (t) => {
  const draft = join(root, 'examples', 'consultation-fautive', 'rc.md');
  const { home, env } = emptyHome(t);
  const init = join(home, 'init.el');
  const [settings] = documentedSettings('elisp');
  writeFileSync(init, settings);
  const script = ['-Q', '--batch', '-l', join(here, 'diagnostics.el'), init, draft];
  const shown = spawnSync(installEmacs(), script, { encoding: 'utf8', env });
  assert.equal(shown.status, 0, shown.stderr);

  const findings = checked(draft);
  assert.notEqual(findings.length, 0);
  assert.deepEqual(sorted(JSON.parse(shown.stdout)), sorted(findings));
});
