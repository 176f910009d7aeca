import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { here } from './setup.mjs';
import { openEditor } from './workbench.mjs';

const artifacts = join(here, 'artifacts');

/** A PNG of one pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('Word documents in a real VS Code workbench', { timeout: 300_000 }, () => {
  let editor;
  let folder;
  let page;
  const row = (name) => page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: name });
  const choose = async (file, command) => {
    await row(file).click({ button: 'right' });
    const item = page.locator('.context-view .action-item').filter({ hasText: command });
    await item.waitFor();
    await page.screenshot({ path: join(artifacts, `word-menu-${file}.png`) });
    await item.click();
  };
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dce-lint-word-'));
    copyFileSync(fileURLToPath(new URL('../../docs/tour/RC.docx', import.meta.url)), join(folder, 'RC.docx'));
    copyFileSync(join(folder, 'RC.docx'), join(folder, 'Consultation.docx'));
    writeFileSync(join(folder, 'plan.md'), '# Règlement de la consultation\n\n![Plan](site.png)\n');
    writeFileSync(join(folder, 'site.png'), Buffer.from(PIXEL, 'base64'));
    editor = await openEditor();
    page = await editor.open(folder);
    await row('RC.docx').waitFor();
    // A menu opened before the extension is known has nothing of it.
    await page.locator('.activitybar [aria-label*="DCE Lint"]').first().waitFor();
  });
  after(async () => {
    await page?.screenshot({ path: join(artifacts, 'word.png') });
    await editor?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('become drafts from the explorer, opened and checked at once', async () => {
    await choose('RC.docx', 'Convert to a Markdown Draft');
    await page.locator('.tab').filter({ hasText: 'RC.md' }).waitFor();
    await page.keyboard.press('Control+Shift+M');
    await page
      .locator('.markers-panel .monaco-list-row')
      .filter({ hasText: 'criteres/ponderation-somme' })
      .first()
      .waitFor();
    await page.screenshot({ path: join(artifacts, 'word-draft.png') });
    assert.match(readFileSync(join(folder, 'RC.md'), 'utf8'), /^---\ndce:\n {2}piece: rc\n---\n\n# Règlement/);
  });

  it('are never written over without a question', async () => {
    const before = readFileSync(join(folder, 'RC.docx'));
    await choose('RC.md', 'Export to Word');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Without a template' }).click();
    // Its own document stands there: the place is asked for.
    const input = page.locator('.quick-input-widget input.input');
    await page.waitForFunction(() =>
      document.querySelector('.quick-input-widget input.input')?.value.endsWith('RC.docx'),
    );
    await page.screenshot({ path: join(artifacts, 'word-save.png') });
    await input.fill(join(folder, 'corrige.docx'));
    await input.press('Enter');
    await row('corrige.docx').waitFor();
    await page.locator('.notification-toast').filter({ hasText: 'corrige.docx' }).waitFor();
    assert.deepEqual(readFileSync(join(folder, 'RC.docx')), before);
    assert.ok(existsSync(join(folder, 'corrige.docx')));
  });

  it('are reviewed as texts that nobody writes in, and in a copy with comments', async () => {
    const before = readFileSync(join(folder, 'Consultation.docx'));
    await choose('Consultation.docx', 'Review This Word File');
    await page.locator('.tab').filter({ hasText: 'Consultation.docx.md' }).waitFor();
    await page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'Consultation.docx.md' }).first().waitFor();
    await page.screenshot({ path: join(artifacts, 'word-review.png') });
    const toast = page.locator('.notification-toast').filter({ hasText: 'it is corrected in Word' });
    await toast.getByText('Annotated Copy').click();
    await page
      .locator('.notification-toast')
      .filter({ hasText: /with \d+ comments/ })
      .waitFor();
    await page.screenshot({ path: join(artifacts, 'word-annotated.png') });
    const copy = unzipSync(readFileSync(join(folder, 'relecture', 'Consultation.docx')));
    assert.match(Buffer.from(copy['word/comments.xml']).toString(), /w:author="dce-lint"/);
    assert.deepEqual(readFileSync(join(folder, 'Consultation.docx')), before);
  });

  it('take the pictures that lie beside the draft', async () => {
    await choose('plan.md', 'Export to Word');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Without a template' }).click();
    await row('plan.docx').waitFor();
    await page.locator('.notification-toast').filter({ hasText: 'plan.docx' }).waitFor();
    const names = Object.keys(unzipSync(readFileSync(join(folder, 'plan.docx'))));
    assert.ok(names.includes('word/media/image1.png'), names.join(' '));
  });
});
