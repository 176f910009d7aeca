import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openDesk } from './desk.mjs';
import { artifacts, chooseQuickFix, goToFirst, ignore, listProblems, openQuickFixes, save } from './page.mjs';

const CCAP = `---
dce:
  piece: ccap
  date: 2027-01-18
---

# CCAP

## Article 1 – Objet

Réalisation d’un logiciel de gestion.

## Article 9 – Propriété intellectuelle

Le titulaire cède à l’acheteur tous ses droits sur les résultats.
`;
const RC = `---
dce:
  piece: rc
  procedure: mapa
  date: 2027-01-18
---

# Règlement de la consultation

## Critères

| Critère | Pondération |
|---|---|
| Prix | 45 % |
| Caractère innovant | 25 % |
| Originalité de la solution | 20 % |
`;
/** The start of each picture's name: the theme, and the colours by which it is known once in force. */
const THEMES = {
  clair: { label: 'Light Modern', kind: '.vs' },
  sombre: { label: 'Dark Modern', kind: '.vs-dark' },
  contraste: { label: 'Default High Contrast', kind: '.hc-black' },
};

describe('Applying, ignoring and hovering in a real VS Code workbench', { timeout: 600_000 }, () => {
  let desk;
  before(async () => {
    desk = await openDesk();
  });
  after(async () => {
    await desk?.close();
  });

  it('completes a clause of assignment in one go, in its order, and one undo takes it back', () =>
    onDraft('ccap.md', CCAP, 'sombre', async (page, read) => {
      await goToFirst(page, await listProblems(page, 'pi/droits-distincts'));
      await chooseQuickFix(page, 'Compléter la clause de cession (5 constats)', 'cession-ampoule');
      await page
        .locator('.view-line')
        .filter({ hasText: /Sont\sdes\srésultats/u })
        .waitFor();
      await picture(page, 'cession-ecrite');
      await save(page);
      const written = read();
      const order = ['Sont des résultats', 'Les droits cédés', 'dans les limites', 'La rémunération', 'la jouissance'];
      const places = order.map((words) => written.indexOf(words));
      assert.deepEqual(
        places.filter((at) => at < 0),
        [],
      );
      assert.deepEqual(
        [...places].sort((a, b) => a - b),
        places,
      );
      await undo(page);
      await save(page);
      assert.equal(read(), CCAP);
    }));

  it('ignores one row of a table, and not the next', () =>
    onDraft('rc.md', RC, 'sombre', async (page, read) => {
      const problems = await listProblems(page, 'criteres/caractere-innovant');
      assert.equal(await problems.count(), 2);
      await picture(page, 'souligne');
      await goToFirst(page, problems);
      const input = await ignore(page, 'Here, with a reason', 'Défini en annexe', 'ignorer-ligne');
      await input.press('Enter');
      await problems.nth(1).waitFor({ state: 'detached' });
      await save(page);
      assert.match(
        read(),
        /\n<!-- dce-lint-ignore-next criteres\/caractere-innovant « Caractère innovant » : Défini en annexe -->\n\| Critère/,
      );
      await picture(page, 'ligne-ignoree');
    }));

  for (const name of Object.keys(THEMES))
    it(`shows the light bulb and the hover of a sentence with many findings, at 860 px, in ${THEMES[name].label}`, () =>
      onDraft('ccap.md', CCAP, name, async (page) => {
        await page.setViewportSize({ width: 860, height: 900 });
        await goToFirst(page, await listProblems(page, 'pi/droits-distincts'));
        await page.keyboard.press('Control+J');
        const menu = await openQuickFixes(page, 'Expliquer…');
        // The editor's own, that surround what is selected, come after.
        const own = menu.locator('.monaco-list-row.action').filter({ hasNotText: /^(?:Insert|More)/ });
        assert.ok((await own.count()) <= 12);
        await picture(page, `bulle-${name}`);
        await page.keyboard.press('Escape');
        await menu.first().waitFor({ state: 'hidden' });
        await page.keyboard.press('Control+K');
        await page.keyboard.press('Control+I');
        const hover = page.locator('.monaco-hover:visible').filter({ hasText: 'Sources, droit au' });
        await hover.first().waitFor();
        const folded = hover.locator('details');
        assert.ok((await folded.count()) >= 3);
        assert.equal(await hover.locator('details[open]').count(), 0);
        await picture(page, `survol-${name}`);
        await folded.first().locator('summary').click();
        await hover.locator('details[open]').first().waitFor();
        await picture(page, `survol-ouvert-${name}`);
      }));

  /**
   * Runs `body` on a folder that holds one piece, open.
   *
   * @param {string} name
   * @param {string} text
   * @param {string} theme
   * @param {(page: import('playwright-core').Page, read: () => string) => Promise<void>} body
   */
  function onDraft(name, text, theme, body) {
    const fill = (folder) => {
      writeFileSync(join(folder, name), text);
      mkdirSync(join(folder, '.vscode'));
      const settings = { 'workbench.colorTheme': THEMES[theme].label };
      writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
    };
    return desk.on(fill, name, async (page, folder) => {
      await page.locator(`.monaco-workbench${THEMES[theme].kind}`).waitFor();
      await body(page, () => readFileSync(join(folder, name), 'utf8'));
    });
  }
});

const picture = (page, name) => page.screenshot({ path: join(artifacts, `${name}.png`) });

/** Undoes once, the tab stops of a snippet left first. */
async function undo(page) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Z');
}
