import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkedIn } from './findings.mjs';
import { artifacts } from './page.mjs';
import { root } from './setup.mjs';
import { openEditor } from './workbench.mjs';

/** What the workbench is told so that everything of the extension runs in the page, as on vscode.dev. */
const inThePage = { 'remote.extensionKind': { 'dce-lint.dce-lint': ['web'] } };

for (const [host, settings, workers] of /** @type {const} */ ([
  ['the web extension host', inThePage, 1],
  ['the extension host of the desktop', {}, 0],
])) {
  describe(`In ${host}, the findings are those of the command line, those between pieces included,`, {
    timeout: 300_000,
  }, () => {
    let editor;
    let folder;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'dce-lint-consultation-'));
      cpSync(join(root, 'examples', 'consultation-fautive'), folder, { recursive: true });
      const ccap = join(folder, 'ccap.md');
      writeFileSync(ccap, readFileSync(ccap, 'utf8').replace('durée de vingt-quatre mois', 'durée de trente-six mois'));
      editor = await openEditor(settings);
    });
    after(async () => {
      await editor?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('in a folder', (t) => showsFindings(t, folder));

    it('in a virtual workspace', (t) => showsFindings(t, `dce-test://consultation${folder}`));

    async function showsFindings(t, path) {
      // High enough for every row of the Problems panel: the editor makes only those that are in sight.
      const page = await editor.newPage({ width: 1280, height: 3000 });
      t.after(async () => {
        if (!t.passed) await page.screenshot({ path: join(artifacts, `echec ${t.name} (${workers}).png`) });
        await page.close();
      });
      const opened = performance.now();
      await page.goto(editor.url(path));
      await page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: 'rc.md' }).click();
      await page.locator('.monaco-editor .view-line').first().waitFor();
      await page.keyboard.press('Control+Shift+M');
      const problems = page.locator('.markers-panel .monaco-list-row').filter({ hasText: /dce-lint\S+\[Ln/ });
      await problems.first().waitFor();
      t.diagnostic(`first findings ${Math.round(performance.now() - opened)} ms after the address was entered`);
      await page.screenshot({ path: join(artifacts, `${t.name} (${workers}).png`) });

      const expected = checkedIn(folder);
      assert.ok(expected.some(({ rule }) => rule.startsWith('dossier/')));
      await problems.nth(expected.length - 1).waitFor();
      assert.deepEqual((await problems.allTextContents()).map(place).sort(), expected.map(placeOf).sort());

      const names = await Promise.all(page.workers().map((worker) => worker.evaluate(() => globalThis.name)));
      assert.equal(names.filter((name) => name.includes('DCE Lint')).length, workers, names.join(', '));
    }
  });
}

/** Rule and place of a row of the Problems panel: « …dce-lintrule[Ln 12, Col 3] ». */
const place = (row) => row.replace(/^.*dce-lint(\S+)\[Ln (\d+), Col (\d+)\].*$/s, '$1 $2:$3');

const placeOf = ({ rule, range: { start } }) => `${rule} ${start.line + 1}:${start.character + 1}`;
