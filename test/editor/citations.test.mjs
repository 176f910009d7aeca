import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { artifacts } from './page.mjs';
import { openEditor } from './workbench.mjs';

const rc = `---
dce:
  date: 2026-10-01
---

# Règlement de la consultation

## 1. Prix

Le prix suit l'article 5.2 du CCAP, selon l'article R. 2112-6 du code de la commande publique.

`;
const ccap = '# CCAP\n\n## Article 5 – Prix\n\n### 5.2 Révision\n\nLe prix est ferme.\n';

describe('Citations in a real VS Code workbench', { timeout: 300_000 }, () => {
  let editor;
  let folder;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dce-lint-citations-'));
    writeFileSync(join(folder, 'rc.md'), rc);
    writeFileSync(join(folder, 'ccap.md'), ccap);
    editor = await openEditor();
  });
  after(async () => {
    await editor?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('completes an article as it is typed, to its last figure, and goes from a reference to its heading', async () => {
    const page = await editor.newPage();
    try {
      await page.goto(editor.url(folder));
      await page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: 'rc.md' }).dblclick();
      await page.locator('.monaco-editor .detected-link').first().waitFor();

      await page.keyboard.press('Control+End');
      await page.keyboard.type("Voir l'article ");
      const rows = page.locator('.suggest-widget.visible .monaco-list-row');
      await rows.first().waitFor();
      await page.keyboard.type('R2152-7');
      await page.locator('.suggest-widget.visible .monaco-list-row.focused').filter({ hasText: 'R2152-7' }).waitFor();
      await page.screenshot({ path: join(artifacts, 'articles.png') });
      await page.keyboard.press('Enter');
      const last = page.locator('.view-line').filter({ hasText: /Voir.l'article.R2152-7$/ });
      await last.waitFor();

      await goToLine(page, 10, 26);
      await page.keyboard.press('F12');
      await page.locator('.tab.active').filter({ hasText: 'ccap.md' }).waitFor();
      await page.locator('[id="status.editor.selection"]').filter({ hasText: '5' }).waitFor();
      await page.screenshot({ path: join(artifacts, 'definition.png') });
    } catch (error) {
      await page.screenshot({ path: join(artifacts, 'echec-citations.png') });
      throw error;
    } finally {
      await page.close();
    }
  });
});

/** Puts the cursor on a line and column. */
async function goToLine(page, line, column) {
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget input.input');
  await input.fill(`:${line}:${column}`);
  await input.press('Enter');
  await page
    .locator('[id="status.editor.selection"]')
    .filter({ hasText: `${line}` })
    .waitFor();
}
