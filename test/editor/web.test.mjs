import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checked } from './findings.mjs';
import { here, root } from './setup.mjs';
import { openBrowser, startWorkbench } from './workbench.mjs';

const artifacts = join(here, 'artifacts');

/** Everything of the extension runs in the page, as on vscode.dev: no Node, files through the editor's file system. */
describe('The extension in the web extension host', { timeout: 300_000 }, () => {
  let workbench;
  let browser;
  let folder;
  before(async () => {
    mkdirSync(artifacts, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'dce-lint-consultation-'));
    cpSync(join(root, 'examples', 'consultation-fautive'), folder, { recursive: true });
    const ccap = join(folder, 'ccap.md');
    writeFileSync(ccap, readFileSync(ccap, 'utf8').replace('durée de vingt-quatre mois', 'durée de trente-six mois'));
    workbench = await startWorkbench({ 'remote.extensionKind': { 'dce-lint.dce-lint': ['web'] } });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await workbench?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives from a web worker the findings of the command line, those between pieces included', async (t) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    page.setDefaultTimeout(30_000);
    const opened = performance.now();
    await page.goto(workbench.url(folder));
    await page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: 'rc.md' }).click();
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await page.keyboard.press('Control+Shift+M');
    const problems = page.locator('.markers-panel .monaco-list-row').filter({ hasText: /dce-lint\S+\[Ln/ });
    await problems.first().waitFor();
    t.diagnostic(`first findings ${Math.round(performance.now() - opened)} ms after the address was entered`);
    await page.screenshot({ path: join(artifacts, 'web.png') });

    const expected = checked(join(folder, 'rc.md'));
    assert.ok(expected.some(({ rule }) => rule.startsWith('dossier/')));
    await problems.nth(expected.length - 1).waitFor();
    assert.deepEqual((await problems.allTextContents()).map(place).sort(), expected.map(placeOf).sort());

    const names = await Promise.all(page.workers().map((worker) => worker.evaluate(() => globalThis.name)));
    assert.equal(names.filter((name) => name.includes('DCE Lint')).length, 1, names.join(', '));
  });
});

/** Rule and place of a row of the Problems panel: « …dce-lintrule[Ln 12, Col 3] ». */
const place = (row) => row.replace(/^.*dce-lint(\S+)\[Ln (\d+), Col (\d+)\].*$/s, '$1 $2:$3');

const placeOf = ({ rule, range: { start } }) => `${rule} ${start.line + 1}:${start.character + 1}`;
