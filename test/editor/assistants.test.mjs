/** What an assistant of the editor gets: the tools, through the editor's own API, as a second extension calls them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import manifest from '../../package.json' with { type: 'json' };
import { artifacts, runCommand } from './page.mjs';
import { root } from './setup.mjs';
import { openEditor } from './workbench.mjs';

const DAY = '2026-11-02';
const NAMES = manifest.contributes.languageModelTools.map(({ name }) => name).sort();

const CALLS = [
  ['check', { path: '.', date: DAY }, ['check', '.', '--format', 'json', '--date', DAY]],
  ['check', { path: 'rc.md', date: DAY }, ['check', 'rc.md', '--format', 'json', '--date', DAY]],
  ['explain', { what: 'R2152-7', date: DAY }, ['explain', 'R2152-7', '--date', DAY]],
  ['facts', { path: 'rc.md', date: DAY }, ['facts', 'rc.md', '--format', 'json', '--date', DAY]],
  ['validate_citations', { citations: ['R. 2152-99'], date: DAY }],
  ['propose_fix', { path: 'rc.md', date: DAY }],
  ['clauses', { action: 'find', query: 'variantes' }],
  ['check', { path: '/etc' }],
];

describe('The assistants of the editor', { timeout: 300_000 }, () => {
  let folder;
  let talk;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'dce-lint-consultation-'));
    cpSync(join(root, 'examples', 'consultation-fautive'), folder, { recursive: true });
    talk = mkdtempSync(join(tmpdir(), 'dce-lint-assistant-'));
    process.env.DCE_TEST_CALLS = join(talk, 'calls.json');
  });
  after(() => {
    for (const path of [folder, talk]) rmSync(path, { recursive: true, force: true });
  });

  /** Opens a workbench on the folder, and has the assistant ask what is asked. */
  async function asking(settings, path, calls, use = async (_page) => {}) {
    const answers = join(talk, `answers-${performance.now()}.json`);
    const named = calls.map(([name, input]) => ({ name: `dce-lint_${name}`, input }));
    writeFileSync(process.env.DCE_TEST_CALLS, JSON.stringify({ calls: named, answers }));
    const editor = await openEditor({ 'chat.disableAIFeatures': false, ...settings });
    try {
      const page = await editor.open(path);
      await page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: 'rc.md' }).dblclick();
      await page
        .locator('[id="dce-lint.dce-lint"]')
        .first()
        .waitFor({ state: 'attached' })
        .catch(() => {});
      await page.locator('.squiggly-error, .squiggly-warning').first().waitFor({ state: 'attached' });
      await use(page);
      await runCommand(page, 'Test: ask every tool');
      const until = performance.now() + 60_000;
      while (!existsSync(answers) || readFileSync(answers, 'utf8') === '') {
        if (performance.now() > until) {
          await page.screenshot({ path: join(artifacts, 'echec assistants.png') });
          throw new Error('the assistant has no answer');
        }
        await pause(100);
      }
      return JSON.parse(readFileSync(answers, 'utf8'));
    } finally {
      await editor.close();
    }
  }

  it('are offered every tool, and get what the command line says, byte for byte', async () => {
    const { tools, said } = await asking({ 'dceLint.assistants': true }, folder, CALLS);
    assert.deepEqual(tools.map(({ name }) => name).sort(), NAMES);
    for (const [i, [name, , command]] of CALLS.entries()) {
      if (!command) continue;
      const cli = spawnSync(process.execPath, [join(root, 'dist/cli.cjs'), ...command], {
        cwd: folder,
        encoding: 'utf8',
      });
      assert.equal(said[i].text, cli.stdout, `${name} ${said[i].refused}`);
    }
    assert.equal(JSON.parse(said[4].text).allSupported, false);
    assert.ok(JSON.parse(said[5].text).proposals.length > 0);
    assert.ok(JSON.parse(said[6].text).clauses.length > 0);
    assert.match(said[7].refused, /hors des dossiers/);
  });

  it('are offered nothing until the buyer says so', async () => {
    const { tools } = await asking({}, folder, []);
    assert.deepEqual(tools, []);
  });
});
