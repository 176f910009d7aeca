import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { artifacts, chooseQuickFix, save } from './page.mjs';
import { openEditor } from './workbench.mjs';

const rule = 'dossier/criteres';
const criteria = (title) => `# ${title}

## Critères d'attribution

| Critère | Pondération |
|---|---|
| Prix | 60 % |
| Valeur technique | 30 % |
| Environnement | 10 % |
`;
const rc = criteria('Règlement de la consultation');
const ae = criteria("Acte d'engagement");

describe('Two pieces of a consultation in a real VS Code workbench', { timeout: 300_000 }, () => {
  let editor;
  let folder;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dce-lint-dossier-'));
    writeFileSync(join(folder, 'rc.md'), rc);
    writeFileSync(join(folder, 'ae.md'), ae);
    editor = await openEditor();
  });
  after(async () => {
    await editor?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows in the AE what is changed in the RC, and one fix removes it from both', async () => {
    const page = await editor.newPage();
    try {
      await page.goto(editor.url(folder));
      await open(page, 'ae.md');
      await open(page, 'rc.md');
      await page.keyboard.press('Control+Shift+M');
      await page.locator('.markers-panel').waitFor();
      const rows = page.locator('.markers-panel .monaco-list-row');
      // Both pieces have been checked once the RC shows a finding of its own.
      await rows.filter({ hasText: 'rc.md' }).first().waitFor();
      assert.equal(await rows.filter({ hasText: rule }).count(), 0);

      await page.keyboard.press('Control+1');
      await selectOnLine(page, 7, 10, 2);
      await page.keyboard.type('40');
      const differs = rows.filter({ hasText: rule });
      await differs.nth(1).waitFor();
      await rows.filter({ hasText: 'ae.md' }).first().waitFor();
      assert.equal(await page.locator('.tab.dirty').filter({ hasText: 'ae.md' }).count(), 0);
      assert.equal(readFileSync(join(folder, 'ae.md'), 'utf8'), ae);
      await page.screenshot({ path: join(artifacts, 'dossier.png') });

      await page.locator('.tab').filter({ hasText: 'ae.md' }).click();
      await page.locator('.tab.active').filter({ hasText: 'ae.md' }).waitFor();
      await differs.filter({ hasText: /60\s%\sici/ }).click();
      await page.locator('[id="status.editor.selection"]').filter({ hasText: '(' }).waitFor();
      await page.keyboard.press('Control+1');
      await page.locator('.monaco-editor.focused').waitFor();
      await chooseQuickFix(page, 'Reprendre');
      await differs.first().waitFor({ state: 'detached' });
      await page.screenshot({ path: join(artifacts, 'dossier-corrige.png') });
      await save(page);
      assert.equal(readFileSync(join(folder, 'ae.md'), 'utf8'), ae.replace('60 %', '40 %'));
      assert.equal(readFileSync(join(folder, 'rc.md'), 'utf8'), rc, 'the RC waits to be saved');
    } catch (error) {
      await page.screenshot({ path: join(artifacts, 'echec-dossier.png') });
      throw error;
    } finally {
      await page.close();
    }
  });
});

/** Opens a file of the explorer in a tab that stays. */
async function open(page, name) {
  await page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: name }).dblclick();
  await page.locator('.tab.active:not(.preview)').filter({ hasText: name }).waitFor();
  await page.locator('.monaco-editor .view-line').first().waitFor();
}

/** Selects some characters of a line, by its number and column. */
async function selectOnLine(page, line, column, length) {
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget input.input');
  await input.fill(`:${line}:${column}`);
  await input.press('Enter');
  await page
    .locator('[id="status.editor.selection"]')
    .filter({ hasText: `${line}` })
    .waitFor();
  for (let i = 0; i < length; i += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.locator('[id="status.editor.selection"]').filter({ hasText: '(' }).waitFor();
}
