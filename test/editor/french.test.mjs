import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { artifacts, goToFirst, listProblems, openQuickFixes, runCommand, save } from './page.mjs';
import { openEditor } from './workbench.mjs';

const GHOST = '.ghost-text, .ghost-text-decoration, .ghost-text-decoration-preview, .suggest-preview-text';
const DRAFT = `---
dce:
  piece: rc
  procedure: appel-offres-ouvert
  date: 2027-01-18
---

# Règlement de la consultation

## Tranches

Le marché comprend une tranche ferme et une tranche conditionnelle.

## Critères

- Prix : 45 %
- Qualité : 25 %
- Déla

## Variantes

Les variantes sont autorisées`;

/** Each theme, and the start of its file's name. */
const themes = { clair: 'Light Modern', sombre: 'Dark Modern', contraste: 'Default High Contrast' };
/** The colours by which a theme is known once it is in force. */
const kinds = { clair: '.vs', sombre: '.vs-dark', contraste: '.hc-black' };

/** One page for the whole file: the tests follow each other, as a buyer's keys do. */
describe('In a workbench that takes its extensions in French,', { timeout: 300_000 }, () => {
  let editor;
  let page;
  const parent = mkdtempSync(join(tmpdir(), 'dce-lint-francais-'));
  const folder = join(parent, 'balises');
  const wear = (theme) =>
    writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));

  before(async () => {
    mkdirSync(join(folder, '.vscode'), { recursive: true });
    writeFileSync(join(folder, 'rc.md'), DRAFT);
    wear(themes.clair);
    const onSave = { 'editor.codeActionsOnSave': { 'source.fixAll.dce-lint': 'explicit' } };
    editor = await openEditor(onSave, 'fr');
    page = await editor.open(folder, { width: 1280, height: 900 });
    await page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: 'rc.md' }).click();
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await page.locator('.codelens-decoration').first().waitFor();
  });
  after(async () => {
    await editor?.close();
    rmSync(parent, { recursive: true, force: true });
  });
  const check = (name, body) =>
    it(name, async () => {
      try {
        await body();
      } catch (error) {
        await page.screenshot({ path: join(artifacts, 'echec-francais.png') });
        throw error;
      }
    });
  const picture = (name) => page.screenshot({ path: join(artifacts, `${name}.png`) });

  check('ghost text that was refused stays away from its place, and comes at another', async () => {
    await goTo(18, 7);
    const weight = page.locator(GHOST).filter({ hasText: /30\s%/u });
    await page.keyboard.type('i');
    await weight.first().waitFor();
    await page.keyboard.press('Escape');
    await weight.first().waitFor({ state: 'detached' });
    // From here on, each text that the editor shows as ghost is kept.
    await page.evaluate((ghost) => {
      globalThis.ghosts = [];
      const keep = () => {
        for (const shown of document.querySelectorAll(ghost)) globalThis.ghosts.push(shown.textContent);
      };
      new MutationObserver(keep).observe(document.body, { childList: true, subtree: true, characterData: true });
    }, GHOST);
    await page.keyboard.press('Backspace');
    await page.keyboard.type('i');
    await goTo(22, 30);
    await page.keyboard.type('.');
    await page
      .locator(GHOST)
      .filter({ hasText: /exigences\s+minimales/i })
      .first()
      .waitFor({ state: 'attached' });
    const ghosts = await page.evaluate(() => globalThis.ghosts);
    assert.ok(ghosts.some((text) => /exigences\s+minimales/i.test(text)));
    assert.deepEqual(
      ghosts.filter((text) => /30\s%/u.test(text)),
      [],
    );
  });

  check('a save writes the term in force, and nothing that is to be read first', async () => {
    await page.keyboard.press('Escape');
    // VS Code gives up the actions of a save when an extension registers its own meanwhile: its Markdown server, which
    // starts late, is there once the path above the draft shows the heading.
    await page.locator('.breadcrumbs-control').getByText('Variantes').first().waitFor();
    await save(page);
    const written = readFileSync(join(folder, 'rc.md'), 'utf8');
    assert.equal(written, `${DRAFT.replace('Déla\n', 'Délai\n').replace('conditionnelle', 'optionnelle')}.`);
  });

  check('commands, views and their states are in French', async () => {
    await page.locator('.activitybar [aria-label^="DCE Lint"]').first().click();
    await page.locator('[role=tree][aria-label^="Conformité au guide"]').waitFor();
    await page
      .locator('.pane-body [role=treeitem][aria-label^="I.D. Variantes, "]')
      .and(page.locator('[aria-label*="constat"]'))
      .waitFor();
    await runCommand(page, 'DCE Lint: Changer l’état du projet');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'relecture' }).first().waitFor();
    await picture('francais-etat');
    await page.keyboard.press('Escape');
    await runCommand(page, 'DCE Lint: Afficher la fiche de la consultation');
    await page
      .frameLocator('iframe.webview')
      .frameLocator('iframe#active-frame')
      .getByRole('heading', { name: 'Pièces lues' })
      .waitFor();
  });

  for (const [name, theme] of Object.entries(themes))
    check(`the tree, the sheet, the lenses, the light bulb and ghost text show in the theme ${theme}`, async () => {
      wear(theme);
      await page.locator(`.monaco-workbench${kinds[name]}`).waitFor();
      const problems = await listProblems(page, 'variantes/exigences-minimales');
      await goToFirst(page, problems);
      const menu = await openQuickFixes(page, 'Ignorer…');
      await picture(`ampoule-${name}`);
      await page.keyboard.press('Escape');
      await menu.first().waitFor({ state: 'hidden' });
      await page.keyboard.press('Control+Shift+M');
      await page.keyboard.press('Control+1');
      await page.keyboard.press('Control+End');
      await runCommand(page, 'Trigger Inline Suggestion');
      await page.locator(GHOST).first().waitFor({ state: 'attached' });
      await page
        .locator('.codelens-decoration')
        .filter({ hasText: /Total des poids/ })
        .first()
        .waitFor();
      await picture(`suggestion-${name}`);
    });

  /** Puts the cursor at a line and a column, both from 1. */
  async function goTo(line, column) {
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+G');
    const input = page.locator('.quick-input-widget input.input');
    await input.fill(`:${line}:${column}`);
    await input.press('Enter');
    await page
      .locator('[id="status.editor.selection"]')
      .filter({ hasText: `Ln ${line}, Col ${column}` })
      .waitFor();
    await page.locator('.monaco-editor.focused').waitFor();
  }
});
