/** One page of a real workbench for a whole suite: opening one takes longer than what most tests do in it. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { artifacts, runCommand } from './page.mjs';
import { openEditor } from './workbench.mjs';

const SIZE = { width: 1280, height: 860 };

/**
 * A workbench with one page, on one folder.
 *
 * @returns {Promise<{ on(fill: (folder: string) => void, name: string, body: (page: import('playwright-core').Page,
 *   folder: string) => Promise<void>): Promise<void>, close(): Promise<void> }>} `on` runs a test on what `fill` puts in
 *   the empty folder, `name` alone being open and read; a picture of the page is kept where it fails
 */
export async function openDesk() {
  const editor = await openEditor();
  const folder = mkdtempSync(join(tmpdir(), 'dce-lint-consultation-'));
  const page = await editor.newPage(SIZE);
  let isOpen = false;
  return {
    async on(fill, name, body) {
      try {
        if (isOpen) await clear(page);
        replace(folder, fill);
        // Filled first: a workbench that has just started is not told of every file.
        if (!isOpen) await page.goto(editor.url(folder));
        isOpen = true;
        await find(page, name);
        await page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: name }).click();
        await page.locator('.monaco-editor .view-line').first().waitFor();
        // From the top, wherever the test before had left a draft of this name.
        await page.keyboard.press('Control+1');
        await page.keyboard.press('Control+Home');
        // The server has read the draft once its day is shown.
        await page.locator('.codelens-decoration:visible').first().waitFor();
        await body(page, folder);
      } catch (error) {
        await page.screenshot({ path: join(artifacts, 'echec.png') });
        throw error;
      }
    },
    async close() {
      await editor.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Leaves in `folder` what `fill` writes, and nothing else. A file that stays is written over: one that goes and comes back
 * at once is sometimes only seen to go.
 */
function replace(folder, fill) {
  const wanted = mkdtempSync(join(tmpdir(), 'dce-lint-voulu-'));
  fill(wanted);
  for (const entry of readdirSync(folder))
    if (!existsSync(join(wanted, entry))) rmSync(join(folder, entry), { recursive: true });
  for (const entry of readdirSync(wanted, { recursive: true })) {
    const from = join(wanted, entry);
    if (statSync(from).isDirectory()) mkdirSync(join(folder, entry), { recursive: true });
    else copyFileSync(from, join(folder, entry));
  }
  rmSync(wanted, { recursive: true });
}

/** Waits for `name` in the explorer, which reads the folder again where it was not told of the file. */
async function find(page, name) {
  const row = page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: name });
  try {
    await row.waitFor({ timeout: 10_000 });
  } catch {
    await runCommand(page, 'Refresh Explorer');
    await row.waitFor();
  }
}

/** Closes what the test before left open, saved or not. */
async function clear(page) {
  await page.setViewportSize(SIZE);
  await page.locator('.explorer-viewlet').waitFor();
  await page.keyboard.press('Escape');
  const tabs = page.locator('.editor-group-container .tab');
  for (let open = await tabs.count(); open > 0; open -= 1) {
    await runCommand(page, 'View: Revert and Close Editor');
    await tabs.nth(open - 1).waitFor({ state: 'detached' });
  }
  const panel = page.locator('.part.panel:visible');
  if ((await panel.count()) > 0) await runCommand(page, 'View: Hide Panel');
  await panel.waitFor({ state: 'hidden' });
  if ((await page.locator('.notification-toast:visible').count()) > 0)
    await runCommand(page, 'Notifications: Clear All Notifications');
}
