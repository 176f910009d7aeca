/** One page of a real workbench for a whole suite: opening one takes longer than what most tests do in it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
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
        for (const entry of readdirSync(folder)) rmSync(join(folder, entry), { recursive: true });
        fill(folder);
        // Filled first: a workbench that has just started is not told of every file.
        if (!isOpen) await page.goto(editor.url(folder));
        isOpen = true;
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
