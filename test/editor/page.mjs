/** What the tests of the workbench do in its page. */
import { join } from 'node:path';
import { here } from './setup.mjs';

/** Where pictures of the page go. */
export const artifacts = join(here, 'artifacts');

/** Whether what is looked for comes to that state within so many milliseconds. */
export const comes = (locator, state, timeout) =>
  locator.waitFor({ state, timeout }).then(
    () => true,
    () => false,
  );

/** Opens the Problems panel on a rule: its rows, each on two lines, have the whole panel; gives them once there is one. */
export async function listProblems(page, rule) {
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel').waitFor();
  const filter = page.locator('.panel .viewpane-filter input:visible');
  const rows = page.locator('.markers-panel .monaco-list-row').filter({ hasText: /dce-lint\S+\[Ln/ });
  const problems = rows.filter({ hasText: rule });
  const others = rows.filter({ hasNotText: rule }).first();
  // A panel that is still being drawn drops what it is to show: it is told again until it leaves the others out. Where it
  // shows them all, the rows asked for may be below what is drawn.
  for (let tries = 1; ; tries += 1) {
    await filter.fill('');
    await filter.fill(rule);
    if ((await comes(problems.first(), 'visible', 15_000)) && (await comes(others, 'detached', 8_000))) return problems;
    if (tries === 5) throw new Error(`Problems does not show ${rule} alone`);
  }
}

/**
 * Goes to the place of the first problem; resolves once its words are selected and the light bulb is lit. A click shows
 * the place and leaves the keyboard where it is; a double click would move it at a moment of the editor's choosing.
 */
export async function goToFirst(page, problems) {
  const selected = page.locator('[id="status.editor.selection"]').filter({ hasText: '(' });
  const editor = page.locator('.monaco-editor.focused');
  const bulb = editor.locator('.lightBulbWidget:visible, [class*="codicon-gutter-lightbulb"]:visible').first();
  // A panel that is being drawn drops the click; an answer that comes before the editor has the keyboard lights nothing.
  for (let tries = 1; ; tries += 1) {
    await problems.first().click();
    const isThere = await comes(selected, 'visible', 8_000);
    await page.keyboard.press('Control+1');
    await editor.waitFor();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowRight');
    if (isThere && (await comes(bulb, 'visible', 8_000))) return;
    if (tries === 8) throw new Error('Problems does not lead to words with a light bulb');
    // Elsewhere first: the same selection made again asks for nothing.
    await page.keyboard.press('Control+Home');
  }
}

/** Opens the light bulb's menu and gives it, once it has an entry whose text starts so. `select`: selects what it is asked of. */
export async function openQuickFixes(page, title, select = async () => {}) {
  const menu = page.locator('.action-widget');
  const entry = menu.locator('.monaco-list-row').filter({ hasText: title }).first();
  // An editor that is still reading the draft drops the key: it is pressed again until the menu is there.
  for (let presses = 1; ; presses += 1) {
    await select();
    await page.keyboard.press('Control+.');
    if (await comes(entry, 'visible', 8_000)) return menu;
    if (presses === 4) throw new Error(`the light bulb does not offer ${title}`);
    await page.keyboard.press('Escape');
  }
}

/**
 * Opens the light bulb's menu and chooses, with the keyboard, the first entry whose text starts so. `picture`: the name
 * under which the menu is kept. `select`: selects what the menu is asked of, where a key pressed again would lose it.
 */
export async function chooseQuickFix(page, title, picture = 'ampoule', select = undefined) {
  const menu = await openQuickFixes(page, title, select);
  await page.screenshot({ path: join(artifacts, `${picture}.png`) });
  const entries = await menu.locator('.monaco-list-row.action').count();
  for (let moves = 0; moves < entries; moves += 1) {
    const focused = await menu.locator('.monaco-list-row.focused').textContent();
    if (focused.startsWith(title)) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`no entry of the light bulb starts with ${title}`);
}

/** Chooses, in the list that asks for something, the entry whose text starts so. */
export async function choose(page, label) {
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first();
  await row.waitFor();
  await page.locator('.quick-input-widget input.input').fill(label);
  await page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: label }).waitFor();
  await page.keyboard.press('Enter');
}

/**
 * Ignores the finding under the cursor: `how` starts the name of how far, `rule` is the one chosen where there are several.
 * The reason is left to be sent.
 */
export async function ignore(page, how, reason, picture, rule) {
  await chooseQuickFix(page, 'Ignorer…', picture);
  if (rule) await choose(page, rule);
  await choose(page, how);
  const input = page.locator('.quick-input-widget input.input:visible');
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor({ state: 'hidden' });
  await input.fill(reason);
  return input;
}

/** Saves the draft in front; resolves once the editor says that it is on disk. */
export async function save(page) {
  const dirty = page.locator('.tab.active.dirty');
  await dirty.waitFor();
  // An editor that is still reading the draft drops the key: it is pressed again until the draft is on disk.
  for (let presses = 1; ; presses += 1) {
    await page.keyboard.press('Control+S');
    if (await comes(dirty, 'detached', 8_000)) return;
    if (presses === 4) throw new Error('the draft is not saved');
  }
}

/** Runs the command of the palette whose title starts so. */
export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input.input');
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: title }).waitFor();
  await input.press('Enter');
}

/** Words that a page shows over two lines; a path or a hash is none. */
export const cutWords = (page) =>
  page.evaluate(() => {
    const cut = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest('code, svg')) continue;
      for (const word of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const tops = new Set([...range.getClientRects()].map((r) => Math.round(r.top)));
        if (tops.size > 1) cut.push(word[0]);
      }
    }
    return cut;
  });
