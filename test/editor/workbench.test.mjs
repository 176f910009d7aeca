import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { artifacts, chooseQuickFix, goToFirst, listProblems, runCommand, save } from './page.mjs';
import { root } from './setup.mjs';
import { openBrowser, startWorkbench } from './workbench.mjs';

const rule = 'criteres/caractere-innovant';

describe('The extension in a real VS Code workbench', { timeout: 300_000 }, () => {
  let workbench;
  let browser;
  before(async () => {
    mkdirSync(artifacts, { recursive: true });
    workbench = await startWorkbench();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await workbench?.stop();
  });

  it('underlines the criterion, lists it among the problems, replaces it from the light bulb, and saves', () =>
    onDraft('rc.md', async (page, draft) => {
      const problems = await listProblems(page, rule);
      const before = await problems.count();
      await goToFirst(page, problems);
      await page.locator('.view-overlays > div:has(.selected-text) .squiggly-warning').first().waitFor();
      await page.screenshot({ path: join(artifacts, 'constat.png') });

      await chooseQuickFix(page, 'Remplacer par');
      await problems.nth(before - 1).waitFor({ state: 'detached' });
      await save(page);
      await page.screenshot({ path: join(artifacts, 'corrige.png') });

      const [line, ...others] = draft.changedLines();
      assert.deepEqual(others, []);
      assert.match(line.before, /caractère innovant/i);
      assert.doesNotMatch(line.after, /caractère innovant/i);
    }));

  it('asks for a reason, and writes it in the draft for the finding that is ignored', () =>
    onDraft('rc.md', async (page, draft) => {
      const problems = await listProblems(page, rule);
      const before = await problems.count();
      await goToFirst(page, problems);
      await chooseQuickFix(page, `Ignorer ici, avec motif : ${rule}`);
      const input = page.locator('.quick-input-widget input.input');
      await input.fill('Critère défini en annexe');
      await page.screenshot({ path: join(artifacts, 'motif.png') });
      await input.press('Enter');
      await problems.nth(before - 1).waitFor({ state: 'detached' });
      await save(page);

      assert.match(draft.read(), new RegExp(`<!-- dce-lint-ignore\\S* ${rule} ?: Critère défini en annexe -->`));
    }));

  it('shows the page of the rule', () =>
    onDraft('rc.md', async (page) => {
      await goToFirst(page, await listProblems(page, rule));
      await runCommand(page, 'DCE Lint: Explain');
      // The table has a finding of its own around this one: the narrowest comes first.
      await page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: rule }).waitFor();
      await page.locator('.quick-input-widget input.input').press('Enter');
      const preview = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
      await preview.getByText(rule).first().waitFor();
      await page.screenshot({ path: join(artifacts, 'regle.png') });
    }));

  it('tells how the draft was understood', () =>
    onDraft('rc.md', async (page) => {
      await listProblems(page, rule);
      await page.locator('[id="status.languageStatus"]').hover();
      const status = page.locator('.hover-language-status').filter({ hasText: 'RC' });
      await status.first().waitFor();
      await page.screenshot({ path: join(artifacts, 'etat.png') });
    }));

  /**
   * Runs `body` on a draft of a copy of the sample consultation; keeps a picture of the page where it fails.
   *
   * @param {string} name
   * @param {(page: import('playwright-core').Page, draft: Draft) => Promise<void>} body
   */
  async function onDraft(name, body) {
    const folder = mkdtempSync(join(tmpdir(), 'dce-lint-consultation-'));
    cpSync(join(root, 'examples', 'consultation-fautive'), folder, { recursive: true });
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    page.setDefaultTimeout(30_000);
    try {
      await page.goto(workbench.url(folder));
      await page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: name }).click();
      await page.locator('.monaco-editor .view-line').first().waitFor();
      await body(page, new Draft(join(folder, name)));
    } catch (error) {
      await page.screenshot({ path: join(artifacts, 'echec.png') });
      throw error;
    } finally {
      await page.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
});

/** The draft on disk, and what it was when it was opened. */
class Draft {
  constructor(path) {
    this.path = path;
    this.original = this.read();
  }

  read() {
    return readFileSync(this.path, 'utf8');
  }

  changedLines() {
    const before = this.original.split('\n');
    return this.read()
      .split('\n')
      .map((after, index) => ({ before: before[index], after }))
      .filter((line) => line.before !== line.after);
  }
}
