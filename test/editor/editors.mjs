/** What the tests of other editors share: the settings that docs/editeurs.md gives, and the command that they name. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { cli } from './findings.mjs';
import { root } from './setup.mjs';

/**
 * @param {string} language
 * @returns {string[]} the code blocks of docs/editeurs.md in that language, in order
 */
export function documentedSettings(language) {
  const page = readFileSync(join(root, 'docs', 'editeurs.md'), 'utf8');
  return [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter((m) => m[1] === language).map((m) => m[2]);
}

/**
 * A home with nothing in it, and `dce-lint` in the path.
 *
 * @param {import('node:test').TestContext} t it is removed when the test ends
 */
export function emptyHome(t) {
  const home = mkdtempSync(join(tmpdir(), 'dce-lint-home-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  const bin = join(home, 'bin');
  mkdirSync(bin);
  symlinkSync(cli, join(bin, 'dce-lint'));
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, LANG: 'C.UTF-8', TERM: 'xterm-256color' };
  return { home, env: { ...env, PATH: `${bin}${delimiter}${process.env.PATH}` } };
}
