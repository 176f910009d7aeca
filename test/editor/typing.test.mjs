import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checked } from './findings.mjs';
import { longCctp } from './longDraft.mjs';
import { artifacts } from './page.mjs';
import { openEditor } from './workbench.mjs';

/** 200 keys: two line ends, and a sentence with faults, which every later finding is moved by. */
const typed = `

Chaque poste est livré avec un clavier certifié ISO 9001 et un écran de marque Dell. Le titulaire répond selon l'article 57 du code des marchés publics, de façon rapide, sur les 6 sites de la ville.`;

describe('In a CCTP of 200 KB,', { timeout: 300_000 }, () => {
  const draft = longCctp(200 * 1024);
  const at = draft.indexOf('\n\n### 1.3');
  const expected = draft.slice(0, at) + typed + draft.slice(at);
  let editor;
  let folder;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dce-lint-consultation-'));
    editor = await openEditor();
  });
  after(async () => {
    await editor?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('typing 200 characters loses no key, and leaves the findings of the text as it is', async (t) => {
    assert.equal(typed.length, 200);
    const path = join(folder, 'cctp.md');
    writeFileSync(path, expected);
    const places = placesOf(checked(path));
    writeFileSync(path, draft);
    const placesBefore = placesOf(checked(path));
    assert.notDeepEqual(places, placesBefore);

    // High enough for every row of the Problems panel: the editor makes only those that are in sight.
    const page = await editor.newPage({ width: 1280, height: 6000 });
    page.setDefaultTimeout(60_000);
    await page.goto(editor.url(folder));
    await page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: 'cctp.md' }).click();
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await page.keyboard.press('Control+Shift+M');
    await shows(page, placesBefore);

    await goToEndOf(page, draft.slice(0, at).split('\n'));
    const started = performance.now();
    await page.keyboard.type(typed, { delay: 40 });
    const rested = performance.now();
    await shows(page, places);
    t.diagnostic(`typed in ${Math.round(rested - started)} ms`);
    t.diagnostic(`findings of the final text ${Math.round(performance.now() - rested)} ms after the last key`);
    await page.screenshot({ path: join(artifacts, 'frappe.png') });

    await page.keyboard.press('Control+S');
    await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    const saved = readFileSync(path, 'utf8');
    assert.equal(saved.slice(at, at + typed.length), typed);
    assert.ok(saved === expected, 'the text has changed elsewhere');
    await shows(page, places);
  });
});

/** Puts the cursor after these lines. */
async function goToEndOf(page, lines) {
  const place = [lines.length, lines.at(-1).length + 1];
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget input.input');
  await input.fill(`:${place.join(':')}`);
  await input.press('Enter');
  await page
    .locator('[id="status.editor.selection"]')
    .filter({ hasText: `Ln ${place[0]}, Col ${place[1]}` })
    .waitFor();
  await page.locator('.monaco-editor.focused').waitFor();
}

/** What the Problems panel has of the findings: `rule line:column`, and `line:column` for the other places of each. */
function placesOf(findings) {
  const place = ({ start }) => `${start.line + 1}:${start.character + 1}`;
  return findings
    .flatMap(({ rule, range, related }) => [
      `${rule} ${place(range)}`,
      ...related.map((other) => ` ${place(other.range)}`),
    ])
    .sort();
}

/** Waits until the Problems panel has these places and no other. */
async function shows(page, places) {
  const rows = () =>
    [...document.querySelectorAll('.markers-panel .monaco-list-row')]
      .map((row) => /(?:dce-lint(\S+)|cctp\.md)\[Ln (\d+), Col (\d+)\]/.exec(row.textContent))
      .filter((found) => found !== null)
      .map(([, rule = '', line, column]) => `${rule} ${line}:${column}`)
      .sort();
  try {
    await page.waitForFunction(`JSON.stringify((${rows})()) === ${JSON.stringify(JSON.stringify(places))}`);
  } catch (error) {
    assert.deepEqual(await page.evaluate(`(${rows})()`), places, String(error));
  }
}
