import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { artifacts } from './page.mjs';
import { openEditor } from './workbench.mjs';

const duree = (title, months) => `# ${title}\n\n## 1. Durée\n\nLa durée du marché est de ${months} mois.\n`;

describe('A consultation described by dce.yaml in a real VS Code workbench', { timeout: 300_000 }, () => {
  let editor;
  let folder;
  let page;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dce-lint-dce-'));
    mkdirSync(join(folder, 'technique'));
    writeFileSync(join(folder, 'rc.md'), duree('RC', 24));
    writeFileSync(join(folder, 'technique', 'besoin.md'), duree('Besoin', 36));
    writeFileSync(
      join(folder, 'dce.yaml'),
      'dat: 2027-01-15\npieces:\n  - rc.md\n  - fichier: technique/besoin.md\n    piece: cctp\n',
    );
    editor = await openEditor();
    // High enough for the findings of three files, each on two lines.
    page = await editor.open(folder, { width: 1280, height: 1800 });
    await page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: 'rc.md' }).dblclick();
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel').waitFor();
  });
  after(async () => {
    await page?.screenshot({ path: join(artifacts, 'consultation.png') });
    await editor?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads a piece of a folder below with the RC, and shows the faults of dce.yaml in it', async () => {
    const rows = page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: 'dossier/duree' }).first().waitFor();
    await rows.filter({ hasText: 'dce.yaml' }).first().waitFor();
    await rows.filter({ hasText: '« dat »' }).filter({ hasText: 'Ln 1, Col 1' }).first().waitFor();
    await page.screenshot({ path: join(artifacts, 'dce-yaml.png') });
  });

  it('has the state of a draft written in its front matter, as chosen in a list', async () => {
    await page.keyboard.press('Control+1');
    await page.keyboard.press('F1');
    const input = page.locator('.quick-input-widget input.input');
    const title = 'DCE Lint: Change the State of the Draft';
    await input.fill(`>${title}`);
    await page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: title }).waitFor();
    await input.press('Enter');
    const choice = page.locator('.quick-input-list .monaco-list-row');
    await choice.filter({ hasText: 'In review' }).first().waitFor();
    await page.screenshot({ path: join(artifacts, 'choix-etat.png') });
    await choice.filter({ hasText: 'In review' }).first().click();
    await page.locator('.tab.active.dirty').waitFor();
    await page.keyboard.press('Control+S');
    await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    const text = readFileSync(join(folder, 'rc.md'), 'utf8');
    assert.equal(text, `---\ndce:\n  etat: relecture\n---\n\n${duree('RC', 24)}`);
    await page.locator('[id="status.languageStatus"]').hover();
    await page.locator('.hover-language-status').filter({ hasText: 'relecture' }).first().waitFor();
    await page.screenshot({ path: join(artifacts, 'etat-relecture.png') });
  });

  it('has the state of the whole consultation changed from the status bar, in one click and a choice', async () => {
    const item = page.locator('.statusbar-item[id$="dce-lint.state"]');
    await item.filter({ hasText: 'RC · relecture · ' }).waitFor();
    await item.locator('a').click();
    const whole = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'for the whole consultation' });
    await whole.filter({ hasText: 'Final' }).waitFor();
    await page.screenshot({ path: join(artifacts, 'etat-dossier.png') });
    await whole.filter({ hasText: 'Final' }).click();
    await item.filter({ hasText: 'RC · final · ' }).waitFor();
    for (const path of ['rc.md', join('technique', 'besoin.md')])
      await becomes(join(folder, path), /^---\ndce:\n {2}etat: final\n---\n/);
  });
});

/** Waits until a file is saved with such a text. */
async function becomes(path, pattern) {
  const isThere = () => pattern.test(readFileSync(path, 'utf8'));
  const changes = watch(dirname(path), { signal: AbortSignal.timeout(30_000) });
  if (isThere()) return;
  for await (const _ of changes) if (isThere()) return;
}
