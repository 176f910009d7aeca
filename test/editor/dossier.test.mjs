import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { countIn } from './findings.mjs';
import { artifacts, chooseQuickFix, save } from './page.mjs';
import { root } from './setup.mjs';
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
/** Beside a faulty consultation, with faults of its own and one that it shares with the RC. */
const faultyAe = `# Acte d'engagement

## Article 1 – Durée

Le marché est conclu pour une durée de trente-six mois à compter de sa notification.

## Article 2 – Paiement

Les factures sont payées dans un délai de soixante jours.
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

describe('A faulty consultation of which the AE alone is open in a real VS Code workbench', {
  timeout: 300_000,
}, () => {
  let editor;
  let page;
  const above = mkdtempSync(join(tmpdir(), 'dce-lint-marches-'));
  const folder = join(above, 'Marché de l’assistant vocal');
  const faulty = join(root, 'examples', 'consultation-fautive');
  const pieces = ['rc', 'ccap', 'cctp'];

  before(async () => {
    mkdirSync(folder);
    for (const name of pieces) copyFileSync(join(faulty, `${name}.md`), join(folder, `${name}.md`));
    writeFileSync(join(folder, 'ae.md'), faultyAe);
    // Eleven more consultations in the workspace, of which nothing is open.
    for (let i = 1; i < 12; i += 1) {
      mkdirSync(join(above, `marche-${i}`));
      copyFileSync(join(faulty, 'rc.md'), join(above, `marche-${i}`, 'rc.md'));
    }
    editor = await openEditor();
    page = await editor.open(above, { width: 1280, height: 1400 });
  });
  after(async () => {
    await page?.screenshot({ path: join(artifacts, 'dossier-entier.png') });
    await editor?.close();
    rmSync(above, { recursive: true, force: true });
  });

  it('has as many findings in Problems and in the tree as the command line gives, and none of the others', async () => {
    const files = page.locator('.explorer-viewlet .monaco-list-row');
    await files.filter({ hasText: 'Marché de l’assistant vocal' }).click();
    await files.filter({ hasText: 'ae.md' }).dblclick();
    await page.locator('.monaco-editor .view-line').first().waitFor();
    const heads = await agrees(page, basename(folder), countIn(folder));
    assert.equal(await heads.count(), 4);
    assert.equal(await heads.filter({ hasText: 'marche-' }).count(), 0);
    const law = page.locator('.pane-body [role=treeitem][aria-label^="Le droit, hors guide, "]');
    await page.locator('.pane-body [role=treeitem]').first().click();
    await page.keyboard.press('End');
    await law.waitFor();
    await page.screenshot({ path: join(artifacts, 'dossier-arbre.png') });
  });

  it('has the findings of the closed pieces left out when the setting says so', async () => {
    const settings = join(above, '.vscode');
    mkdirSync(settings);
    writeFileSync(join(settings, 'settings.json'), JSON.stringify({ 'dceLint.portee': 'pieces-ouvertes' }));
    const heads = await folded(page);
    await heads.filter({ hasText: 'cctp.md' }).waitFor({ state: 'detached' });
    await heads.filter({ hasText: 'ae.md' }).waitFor();
    rmSync(settings, { recursive: true });
    await heads.filter({ hasText: 'cctp.md' }).waitFor();
  });

  it('spread over folders, is put together at one click', async () => {
    const spread = join(above, 'reparti');
    for (const [i, name] of [...pieces, 'ae'].entries()) {
      const below = join(spread, `0${i + 1} - ${name.toUpperCase()}`);
      mkdirSync(below, { recursive: true });
      copyFileSync(join(folder, `${name}.md`), join(below, `${name}.md`));
    }
    const other = await editor.open(spread, { width: 1280, height: 1400 });
    const files = other.locator('.explorer-viewlet .monaco-list-row');
    await files.filter({ hasText: '04 - AE' }).click();
    await files.filter({ hasText: 'ae.md' }).dblclick();
    await other.locator('.notification-toast').filter({ hasText: '01 - RC, 02 - CCAP, 03 - CCTP' }).waitFor();
    await other.screenshot({ path: join(artifacts, 'dossiers-a-reunir.png') });
    await other.locator('.notification-toast .monaco-button').filter({ hasText: 'Put these folders together' }).click();
    await agrees(other, 'reparti', countIn(folder));
    await other.screenshot({ path: join(artifacts, 'dossiers-reunis.png') });
    assert.match(readFileSync(join(spread, 'dce.yaml'), 'utf8'), /pieces:\n {2}- 01 - RC\/rc\.md\n/);
    assert.equal(countIn(spread), countIn(folder));
    await other.close();
  });
});

/** Waits until Problems and the tree have so many findings of the consultation of that name; gives the files of Problems. */
async function agrees(page, name, total) {
  const view = '.activitybar [role=tab][aria-label^="DCE Lint"], .activitybar a[aria-label^="DCE Lint"]';
  await page.locator(view).first().click();
  await page
    .locator('.pane-body .message')
    .filter({ hasText: `${name}: ${total} findings` })
    .waitFor();
  await page.keyboard.press('Control+Shift+M');
  await page
    .locator('.panel .badge-content')
    .filter({ hasText: `${total}` })
    .waitFor();
  const heads = await folded(page);
  const counts = await heads.locator('.monaco-count-badge').allTextContents();
  assert.equal(
    counts.reduce((sum, count) => sum + Number(count), 0),
    total,
  );
  return heads;
}

/** The files of the Problems panel with how many findings each has; folded, so that all of them are on the screen. */
async function folded(page) {
  const heads = page.locator('.markers-panel .monaco-list-row').filter({ has: page.locator('.monaco-count-badge') });
  await heads.first().waitFor();
  await page.locator('.panel').getByRole('button', { name: 'Collapse All' }).click();
  return heads;
}

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
