import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { documentedSettings, emptyHome } from './editors.mjs';
import { checked, sorted } from './findings.mjs';
import { here, installNeovim, root } from './setup.mjs';

const [settings, settingsSince11] = documentedSettings('lua');

it('Neovim, set as the documentation says, shows the findings that the command line gives', {
  timeout: 300_000,
}, (t) => {
  const draft = join(root, 'examples', 'consultation-fautive', 'rc.md');
  const { home, env } = emptyHome(t);
  const init = join(home, 'init.lua');
  writeFileSync(init, settings);
  const script = ['--clean', '--headless', '-l', join(here, 'diagnostics.lua'), init, draft];
  const shown = spawnSync(installNeovim(), script, { encoding: 'utf8', env });
  assert.equal(shown.status, 0, shown.stderr);

  const findings = checked(draft);
  assert.notEqual(findings.length, 0);
  assert.deepEqual(sorted(JSON.parse(shown.stdout)), sorted(findings));
});

it('The settings for Neovim 0.11 and later are well-formed', (t) => {
  const { home, env } = emptyHome(t);
  const init = join(home, 'init.lua');
  writeFileSync(init, settingsSince11);
  const parse = join(home, 'parse.lua');
  writeFileSync(parse, 'assert(loadfile(arg[1]))');
  const parsed = spawnSync(installNeovim(), ['--clean', '--headless', '-l', parse, init], { encoding: 'utf8', env });
  assert.equal(parsed.status, 0, parsed.stderr);
});
