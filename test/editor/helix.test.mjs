import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { documentedSettings, emptyHome } from './editors.mjs';
import { checked } from './findings.mjs';
import { installHelix, root } from './setup.mjs';

const draft = join(root, 'examples', 'consultation-fautive', 'rc.md');

describe('Helix, set as the documentation says,', { timeout: 300_000 }, () => {
  it('finds the server', (t) => {
    const health = spawnSync(installHelix(), ['--health', 'markdown'], { encoding: 'utf8', env: configured(t) });
    assert.match(health.stdout, /✓\S* dce-lint: /);
  });

  it('lists the findings that the command line gives', async (t) => {
    const screen = openScreen(t, [installHelix(), draft]);
    await screen.shows('●');
    screen.type(' d');
    const rules = checked(draft).map(({ rule }) => rule);
    assert.notEqual(rules.length, 0);
    for (const rule of rules) await screen.shows(rule);
  });
});

/** The environment of a home where the settings of the page are Helix's. */
function configured(t) {
  const { home, env } = emptyHome(t);
  mkdirSync(join(home, 'helix'));
  writeFileSync(join(home, 'helix', 'languages.toml'), documentedSettings('toml')[0]);
  return env;
}

/** Runs Helix, which needs a terminal; `shows` waits, as long as the test may last, for words on its screen. */
function openScreen(t, command) {
  const inTerminal = ['-qec', `stty rows 40 cols 160; exec ${command.join(' ')}`, '/dev/null'];
  const terminal = spawn('script', inTerminal, { env: configured(t) });
  t.after(() => terminal.kill());
  let written = '';
  let look = () => {};
  terminal.stdout.on('data', (chunk) => {
    written += chunk;
    look();
  });
  terminal.on('exit', () => look());
  return {
    type: (keys) => terminal.stdin.write(keys),
    shows: (words) =>
      new Promise((resolve, reject) => {
        look = () => {
          const text = stripVTControlCharacters(written);
          if (text.includes(words)) resolve(undefined);
          else if (terminal.exitCode !== null) reject(new Error(`the terminal ended without « ${words} »:\n${text}`));
        };
        look();
      }),
  };
}
