import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkedIn } from './findings.mjs';
import { artifacts } from './page.mjs';
import { root } from './setup.mjs';
import { openEditor } from './workbench.mjs';

const files = {
  'rc.md':
    '---\ndce:\n  piece: rc\n  \n---\n\n# Règlement de la consultation\n\nSelon l’article R. 2152-7, le lot 1 vaut 90 000 € HT pour la tranche ferme : [à compléter : durée].\n',
  '.dce-lint.yaml': 'rules:\n  \n',
  'vide.md': '',
};

describe('Front matter, settings, preview and walkthrough in a real workbench', { timeout: 300_000 }, () => {
  let editor;
  let page;
  let folder;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dce-lint-yaml-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    editor = await openEditor();
    page = await editor.open(folder);
  });
  after(async () => {
    await editor?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });
  /** Runs a step; keeps a picture of the page where it fails. */
  const step = (name, body) =>
    it(name, async () => {
      try {
        await body();
      } catch (error) {
        await page.screenshot({ path: join(artifacts, 'echec-yaml.png') });
        throw error;
      }
    });
  const shoot = (name) => page.screenshot({ path: join(artifacts, `${name}.png`) });
  const suggestion = (words) => page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: words });

  step('proposes the keys of the front matter, then the values of the key taken', async () => {
    await openFile(page, 'rc.md');
    await goTo(page, '4:3');
    await suggest(page, suggestion('procedure'));
    await shoot('cles');
    await page.keyboard.type('proc');
    // The list stands before it is narrowed: only the row that Enter would take tells that it is.
    await page.locator('.suggest-widget.visible .monaco-list-row.focused').filter({ hasText: 'procedure' }).waitFor();
    await page.keyboard.press('Enter');
    await suggestion('dialogue-competitif').first().waitFor();
    await shoot('valeurs');
    await page.keyboard.type('mapa');
    await page.locator('.suggest-widget.visible .monaco-list-row.focused').filter({ hasText: 'mapa' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor .view-line').filter({ hasText: 'procedure: mapa' }).waitFor();
  });

  step('explains a key under the pointer', async () => {
    await goTo(page, '4:5');
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.locator('.monaco-hover:visible').filter({ hasText: 'Procédure de passation' }).first().waitFor();
    await shoot('survol-cle');
    await page.keyboard.press('Escape');
  });

  step('colours articles, amounts, lots, tranches and fields in the preview', async () => {
    await page.keyboard.press('Control+Shift+V');
    const preview = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    await preview.locator('.dce-article').first().waitFor();
    for (const kind of ['article', 'amount', 'lot', 'tranche', 'field'])
      assert.equal(await preview.locator(`.dce-${kind}`).count(), 1, kind);
    const colour = (selector) =>
      preview
        .locator(selector)
        .first()
        .evaluate((e) => getComputedStyle(e).color);
    assert.notEqual(await colour('.dce-article'), await colour('p'));
    await shoot('apercu');
  });

  step('proposes rules by their title in the configuration file', async () => {
    await openFile(page, '.dce-lint.yaml');
    await goTo(page, '2:3');
    // The list draws only the rows in sight: the rule is typed.
    await suggest(page, suggestion('accord-cadre/duree'));
    await page.keyboard.type('pi/garantie');
    await page.locator('.suggest-widget.visible .monaco-list-row.focused').filter({ hasText: 'pi/garantie' }).waitFor();
    await shoot('regles');
    await page.keyboard.press('Escape');
  });

  step('opens the walkthrough in five steps, with their pictures', async () => {
    // Beside the side bar the pictures have no room.
    await page.keyboard.press('Control+B');
    await run(page, 'Welcome: Open Walkthrough');
    const entry = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Get Started with DCE Lint' });
    await entry.first().waitFor();
    await page.locator('.quick-input-widget input.input').fill('DCE Lint');
    await page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: 'DCE Lint' }).waitFor();
    await page.keyboard.press('Enter');
    const steps = page.locator('.gettingStartedContainer .getting-started-step');
    await steps.first().waitFor();
    assert.equal(await steps.count(), 5);
    const drawing = page.frameLocator('iframe.webview:visible').frameLocator('iframe#active-frame').locator('svg');
    for (let i = 0; i < 5; i += 1) {
      await steps.nth(i).click();
      await page.locator('.gettingStartedContainer .getting-started-media').first().waitFor();
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.getting-started-media img')].every((img) => img.naturalWidth > 0),
      );
      // The drawing has a frame of its own.
      if (i === 2) await drawing.waitFor();
      await shoot(`pas-${i + 1}`);
    }
  });

  step('opens the sample consultation from the first of them, with its findings', async () => {
    await page.locator('.gettingStartedContainer .getting-started-step').first().click();
    const button = page.locator('.gettingStartedContainer .monaco-button');
    await button.filter({ hasText: 'Open a Sample Consultation' }).click();
    await page.locator('.tab.active').filter({ hasText: 'rc.md' }).waitFor();
    const total = checkedIn(join(root, 'examples', 'consultation-fautive')).length;
    const tree = page.locator('.pane-body .message');
    await tree.filter({ hasText: `Consultation d’exemple: ${total} findings` }).waitFor();
    await shoot('exemple');
  });
});

async function openFile(page, name) {
  await page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: name }).first().dblclick();
  await page.locator('.tab.active').filter({ hasText: name }).waitFor();
  await page.locator('.monaco-editor .view-line').first().waitFor();
}

/** Puts the cursor at `line:column`. */
async function goTo(page, place) {
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget input.input');
  await input.fill(`:${place}`);
  await input.press('Enter');
  await page.locator('.monaco-editor.focused').waitFor();
}

/** Asks for completion until the server, which may still be starting, answers. */
async function suggest(page, wanted) {
  for (let tries = 0; tries < 20; tries += 1) {
    await page.keyboard.press('Control+Space');
    if (
      await wanted
        .first()
        .waitFor({ timeout: 1500 })
        .then(
          () => true,
          () => false,
        )
    )
      return;
    await page.keyboard.press('Escape');
  }
  throw new Error('nothing was proposed');
}

async function run(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input.input');
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: title }).waitFor();
  await input.press('Enter');
}
