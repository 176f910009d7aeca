import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { artifacts, comes, cutWords, runCommand } from './page.mjs';
import { here, root } from './setup.mjs';
import { openEditor } from './workbench.mjs';

/** The kind of theme, as a web view is told, and a theme of that kind. */
const themes = { light: 'Light Modern', dark: 'Dark Modern', 'high-contrast': 'Default High Contrast' };

/** One page for the whole file: the tests follow each other, as a buyer's clicks do. */
describe('The views in a real VS Code workbench', { timeout: 300_000 }, () => {
  let editor;
  let page;
  const folder = mkdtempSync(join(tmpdir(), 'dce-lint-vues-'));
  const settings = (theme) =>
    writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));

  before(async () => {
    cpSync(join(root, 'examples', 'consultation-conforme'), folder, { recursive: true });
    change('ccap.md', 'une durée de trente mois', 'une durée de deux ans');
    change('rc.md', /## Article 6 [\s\S]*?(?=## Article 7 )|\| E \| Variante.*\n|, variante comprise,/g, '');
    mkdirSync(join(folder, '.vscode'));
    settings(themes.light);
    editor = await openEditor();
    page = await editor.open(folder, { width: 1600, height: 1000 });
    await page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: 'rc.md' }).click();
    await page.locator('.monaco-editor .view-line').first().waitFor();
  });
  after(async () => {
    await editor?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const check = (name, body) =>
    it(name, async () => {
      try {
        await body();
      } catch (error) {
        await page.screenshot({ path: join(artifacts, 'vues-echec.png') });
        throw error;
      }
    });

  function change(file, words, by) {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const text = before.replace(words, by);
    assert.notEqual(text, before, file);
    writeFileSync(path, text);
  }

  const item = (label) => page.locator(`.pane-body [role=treeitem][aria-label^="${label}"]`);

  check('lists the parts of the guide as a tree that a screen reader can read', async () => {
    await page
      .locator('.activitybar [role=tab][aria-label^="DCE Lint"], .activitybar a[aria-label^="DCE Lint"]')
      .first()
      .click();
    await item('I. ').waitFor();
    const tree = page.locator('[role=tree][aria-label^="Conformity"]');
    await tree.waitFor();
    await item('I.D. Variantes, ').waitFor();
    // The state is in words, not in the icon alone.
    assert.match(await item('I.D. Variantes, ').getAttribute('aria-label'), /\d+ findings?$/);
    assert.match(await item('Variantes passées sous silence').getAttribute('aria-label'), /, manque\. Le règlement/);
    await page.screenshot({ path: join(artifacts, 'conformite-light.png') });
  });

  check('goes from the tree to the place, and inserts the clause', async () => {
    const missing = item('Variantes passées sous silence');
    await missing.click();
    await page.locator('[id="status.editor.selection"]').filter({ hasText: '(' }).waitFor();
    await missing.hover();
    await missing.locator('.action-label[aria-label^="Apply"]').click();
    await page.locator('.tab.active.dirty').waitFor();
    // Met, it is ticked where the buyer has it under the eyes: the whole part is without remark.
    await item('Variantes passées sous silence, rien ne manque').waitFor();
    await item('I.D. Variantes, without remark').waitFor();
    await page.screenshot({ path: join(artifacts, 'conformite-corrige.png') });
  });

  check('shows the sheet with its charts, and goes from a value to its place', async () => {
    await runCommand(page, 'DCE Lint: Show the Sheet');
    const sheet = await sheetFrame();
    await sheet.getByRole('heading', { name: 'Contradictions' }).waitFor();
    await sheet.locator('.dce-chart svg').nth(1).waitFor();
    const draft = page.locator('.tab.active').filter({ hasText: 'ccap.md' });
    // A sheet that is written anew while the key goes down drops it.
    for (let presses = 1; presses <= 3; presses += 1) {
      await sheet.getByRole('link', { name: 'Deux ans' }).first().press('Enter');
      if (await comes(draft, 'visible', 8_000)) break;
    }
    await draft.waitFor();
    await page.locator('[id="status.editor.selection"]').filter({ hasText: 'selected' }).waitFor();
  });

  check('refreshes the sheet when a piece changes, without moving the reader', async () => {
    const sheet = await sheetFrame();
    const draft = page.locator('.editor-group-container').first().locator('.monaco-editor').first();
    await draft.locator('.view-line').filter({ hasText: 'deux ans' }).first().waitFor();
    await page.keyboard.press('Control+1');
    await page.locator('.monaco-editor.focused').waitFor();
    await page.keyboard.type('trente mois');
    await sheet.getByRole('heading', { name: 'Contradictions' }).waitFor({ state: 'detached' });
    for (const _ of 'trente mois'.split(' ')) await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.type('deux ans');
    await sheet.getByRole('heading', { name: 'Contradictions' }).waitFor();
  });

  for (const [kind, theme] of Object.entries(themes))
    check(`has no fault that axe finds in the sheet, in ${kind}`, async () => {
      settings(theme);
      const sheet = await sheetFrame();
      await sheet.locator(`body.vscode-${kind}`).waitFor();
      for (const [part, title] of [
        ['haut', 'Pièces lues'],
        ['calendrier', 'Calendrier et tranches'],
      ]) {
        await sheet.getByRole('heading', { name: title }).evaluate((heading) => heading.scrollIntoView());
        await page.screenshot({ path: join(artifacts, `fiche-${kind}-${part}.png`) });
      }
      // Evaluated by the browser and not by the page, whose policy lets in no script but its own.
      await sheet.evaluate(readFileSync(join(here, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'));
      const { violations, passes } = await sheet.evaluate(() => globalThis.axe.run(document));
      assert.ok(passes.length > 10);
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`),
        [],
      );
    });

  for (const [kind, theme] of Object.entries(themes))
    check(`fits a window of 860 px, no word cut, in ${kind}`, async () => {
      settings(theme);
      await page.setViewportSize({ width: 860, height: 900 });
      const sheet = await sheetFrame();
      await sheet.locator(`body.vscode-${kind}`).waitFor();
      await sheet.waitForFunction(() => innerWidth < 500);
      await page.screenshot({ path: join(artifacts, `fiche-${kind}-860.png`) });
      assert.ok(await sheet.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      assert.deepEqual(await cutWords(sheet), []);
    });

  /** The document that the extension wrote, inside the frames of the web view. */
  async function sheetFrame() {
    const element = await page.frameLocator('iframe.webview').locator('iframe#active-frame').elementHandle();
    return element.contentFrame();
  }
});
