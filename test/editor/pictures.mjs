/**
 * Takes the pictures of README.md and of the first steps anew, in the workbench, with the extension that the last
 * `npm run package` made: to be run when what they show has changed. The moving one is put together from its frames.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { openQuickFixes, runCommand } from './page.mjs';
import { root } from './setup.mjs';
import { openEditor } from './workbench.mjs';

const small = { width: 960, height: 540 };
const large = { width: 1280, height: 900 };
const docs = (name) => join(root, 'docs', name);
const steps = (name) => join(root, 'media', 'walkthrough', name);
const GHOST = '.ghost-text, .ghost-text-decoration, .ghost-text-decoration-preview';

const rc = (last) => `---
dce:
  piece: rc
  etat: relecture
  procedure: mapa
  date: 2027-01-18
---

# Règlement de la consultation

## Tranches

Le marché comprend une tranche ferme et une tranche optionnelle.

## Critères

- Prix : 45 %
- Qualité : 25 %
- Délai

## Variantes

${last}`;

/** A folder of its own for each picture: what is not saved in one would come back in the next. */
const above = mkdtempSync(join(tmpdir(), 'dce-lint-'));
let folder;
const editor = await openEditor({ 'editor.stickyScroll.enabled': false, 'editor.minimap.enabled': false }, 'fr');
try {
  for (const take of [firstMinute, overview, bulb, skeleton, origins]) {
    folder = join(above, take.name, 'balises');
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(root, 'examples', 'consultation-fautive', 'ccap.md'), join(folder, 'ccap.md'));
    writeFileSync(join(folder, 'rc.md'), rc(take === firstMinute ? '' : 'Les variantes sont autorisées.\n'));
    await take();
  }
} finally {
  await editor.close();
  rmSync(above, { recursive: true, force: true });
}

/** The RC in front, the cursor after its last line. */
async function openRc(size) {
  const page = await editor.open(folder, size);
  await page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: 'rc.md' }).dblclick();
  await page.locator('.squiggly-error, .squiggly-warning').first().waitFor({ state: 'attached' });
  await page.keyboard.press('Control+1');
  await page.locator('.monaco-editor.focused').waitFor();
  await page.keyboard.press('Control+End');
  return page;
}

/** What is proposed stands below the last line: that one is brought up. */
async function scrollUp(page) {
  for (let lines = 0; lines < 8; lines += 1) await page.keyboard.press('Control+ArrowDown');
}

/** Types a sentence, takes the ghost text with Tab, and the finding is gone: eight seconds. */
async function firstMinute() {
  const page = await openRc(small);
  await page.keyboard.press('Control+B');
  await page.locator('.codelens-decoration').first().waitFor();
  await scrollUp(page);
  const frames = [];
  const take = async (delay) => frames.push({ delay, image: await page.screenshot() });
  await take(800);
  for (const words of ['Les ', 'variantes ', 'sont ', 'auto', 'risées.']) {
    await page.keyboard.type(words);
    await take(300);
  }
  const line = page.locator('.view-overlays > div:has(.current-line) [class*="squiggly-"]');
  await line.first().waitFor({ state: 'attached' });
  await page.locator(GHOST).first().waitFor({ state: 'attached' });
  await take(2200);
  const count = () => document.querySelector('.statusbar-item[id$="dce-lint.state"]').textContent;
  const before = await page.evaluate(count);
  await page.keyboard.press('Tab');
  await page.locator(GHOST).first().waitFor({ state: 'detached' });
  await take(1200);
  await page.waitForFunction(`(${count})() !== ${JSON.stringify(before)}`);
  await take(2300);
  const images = frames.map(({ image }) => image);
  const moving = sharp(images, { join: { animated: true } });
  await moving.gif({ delay: frames.map(({ delay }) => delay), loop: 0, colours: 64 }).toFile(docs('frappe.gif'));
  await page.close();
}

/** The tree, the draft with ghost text, the findings of the consultation and its sheet. */
async function overview() {
  const page = await openRc(large);
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'ccap.md' }).first().waitFor();
  await page
    .locator('.activitybar [role=tab][aria-label^="DCE Lint"], .activitybar a[aria-label^="DCE Lint"]')
    .first()
    .click();
  await page.locator('.pane-body [role=treeitem]').nth(5).waitFor();
  await runCommand(page, 'DCE Lint: Afficher la fiche');
  const sheet = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  await sheet.locator('.dce-chart svg').first().waitFor();
  await page.keyboard.press('Control+1');
  await page.locator('.monaco-editor.focused').waitFor();
  await page.keyboard.press('Control+End');
  await scrollUp(page);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('.');
  await page.locator(GHOST).first().waitFor({ state: 'attached' });
  await page.screenshot({ path: docs('capture-editeur.png') });
  await page.close();
}

/** The light bulb on the sentence about variants. */
async function bulb() {
  for (const [size, path] of [
    [small, steps('constat.png')],
    [large, docs('capture-ampoule.png')],
  ]) {
    const page = await openRc(size);
    if (size === small) await page.keyboard.press('Control+B');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    for (let i = 0; i < 6; i += 1) await page.keyboard.press('ArrowRight');
    await openQuickFixes(page, '');
    await page.screenshot({ path });
    await page.close();
  }
}

/** The skeletons that an empty draft proposes. */
async function skeleton() {
  writeFileSync(join(folder, 'nouveau.md'), '');
  const page = await editor.open(folder, small);
  await page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: 'nouveau.md' }).dblclick();
  await page.locator('.monaco-editor.focused').waitFor();
  await page.keyboard.press('Control+B');
  await page.keyboard.type('rc');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget .monaco-list-row').first().waitFor();
  await page.screenshot({ path: steps('squelette.png') });
  await page.close();
}

/** The page that says where each setting comes from. */
async function origins() {
  const page = await openRc(small);
  await page.keyboard.press('Control+B');
  await runCommand(page, 'DCE Lint: D’où vient ce réglage');
  const preview = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  await preview.getByRole('heading', { name: 'Réglages de rc.md' }).waitFor();
  await page.screenshot({ path: steps('reglages.png') });
  await page.close();
}
