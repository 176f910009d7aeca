/** What an assistant of the editor gets: the tools, through the editor's own API, as a second extension calls them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
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
  async function asking(settings, calls) {
    const answers = join(talk, 'answers.json');
    rmSync(answers, { force: true });
    const named = calls.map(([name, input]) => ({ name: `dce-lint_${name}`, input }));
    writeFileSync(process.env.DCE_TEST_CALLS, JSON.stringify({ calls: named, answers }));
    const editor = await openEditor({ 'chat.disableAIFeatures': false, ...settings });
    let page;
    try {
      page = await editor.open(folder);
      await page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: 'rc.md' }).dblclick();
      await page.locator('.codelens-decoration').first().waitFor();
      await runCommand(page, 'Test: ask every tool');
      await written(answers);
      return JSON.parse(readFileSync(answers, 'utf8'));
    } catch (error) {
      await page?.screenshot({ path: join(artifacts, 'echec-assistants.png') });
      throw error;
    } finally {
      await editor.close();
    }
  }

  it('are offered every tool, and get what the command line says, byte for byte', async () => {
    const { tools, said } = await asking({ 'dceLint.assistants': true }, CALLS);
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

  // The editor knows the names from the manifest, and leaves them out of what a conversation may use.
  it('get nothing from any tool until the buyer says so', async () => {
    const { said } = await asking({}, CALLS);
    assert.deepEqual(
      said,
      CALLS.map(([name]) => ({
        name: `dce-lint_${name}`,
        refused: `Tool dce-lint_${name} does not have an implementation registered.`,
      })),
    );
  });
});

/** Waits until a file is there: it is renamed into its place, whole. */
async function written(path) {
  const changes = watch(dirname(path), { signal: AbortSignal.timeout(60_000) });
  if (existsSync(path)) return;
  for await (const _ of changes) if (existsSync(path)) return;
}
