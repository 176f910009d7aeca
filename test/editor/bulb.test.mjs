import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openDesk } from './desk.mjs';
import { artifacts, choose, chooseQuickFix, goToFirst, ignore, listProblems, runCommand, save } from './page.mjs';

const HEAD = '---\ndce:\n  piece: rc\n  procedure: appel-offres-ouvert\n  date: 2027-01-18\n---\n\n';
const TITLE = '# Règlement de la consultation\n\n';
const CRITERIA = '## Critères\n\n| Critère | Pondération |\n|---|---|\n| Prix | 45 % |\n| Qualité | 25 % |\n';
const GHOST = '.ghost-text, .ghost-text-decoration, .ghost-text-decoration-preview, .suggest-preview-text';

describe('Ghost text, light bulb and lenses in a real VS Code workbench', { timeout: 300_000 }, () => {
  let desk;
  before(async () => {
    desk = await openDesk();
  });
  after(async () => {
    await desk?.close();
  });
  /** Runs `body` on a folder that holds one RC, open. */
  const onDraft = (text, body) => desk.on((folder) => writeFileSync(join(folder, 'rc.md'), text), 'rc.md', body);

  it('proposes the minimum requirements where variants are authorised; Tab takes them', () =>
    onDraft(`${HEAD}${TITLE}## Variantes\n\nLes variantes sont autorisées`, async (page, folder) => {
      await atEnd(page);
      await page.keyboard.type('.');
      const ghost = page.locator(GHOST).filter({ hasText: /exigences\s+minimales/i });
      // Lines below the cursor stand in a zone that has no height of its own.
      await ghost.first().waitFor({ state: 'attached' });
      await picture(page, 'suggestion');
      await page.keyboard.press('Tab');
      await ghost.first().waitFor({ state: 'detached' });
      await save(page);
      assert.match(read(folder), /Les variantes sont autorisées\.\n\n.*exigences minimales[\s\S]*\[à compléter/i);
    }));

  it('proposes the weight that is missing; Escape refuses it, and it comes back only when asked for', () =>
    onDraft(`${HEAD}${TITLE}## Critères\n\n- Prix : 45 %\n- Qualité : 25 %\n- Déla`, async (page, folder) => {
      await atEnd(page);
      await page.keyboard.type('i');
      const ghost = page.locator(GHOST).filter({ hasText: /30\s%/u });
      await ghost.first().waitFor();
      await picture(page, 'poids');
      await page.keyboard.press('Escape');
      await ghost.first().waitFor({ state: 'detached' });
      await page.keyboard.type('s');
      await runCommand(page, 'Trigger Inline Suggestion');
      await ghost.first().waitFor();
      await page.keyboard.press('Tab');
      await ghost.first().waitFor({ state: 'detached' });
      await save(page);
      assert.match(read(folder), /- Délais : 30 %$/);
    }));

  it('counts above the title, the criteria and after the last weight', () =>
    onDraft(HEAD + TITLE + CRITERIA, async (page) => {
      const lens = page.locator('.codelens-decoration');
      await lens.filter({ hasText: 'Droit au 18/01/2027' }).waitFor();
      await lens.filter({ hasText: /Total des poids : 70.%.–.il manque 30.%/u }).waitFor();
      await page
        .locator('.view-line')
        .filter({ hasText: /25\s%.*total\s:\s70\s%/u })
        .waitFor();
      await picture(page, 'compte');
    }));

  it('switches a rule off in the folder, with the reason, and its finding goes', () =>
    onDraft(`${HEAD}${TITLE}## Variantes\n\nLes variantes sont autorisées.\n`, async (page, folder) => {
      const rule = 'variantes/exigences-minimales';
      const problem = await goTo(page, rule);
      const input = await ignore(page, 'In this folder', 'Marché de travaux simple', 'ampoule-complete', rule);
      await picture(page, 'motif-dossier');
      await input.press('Enter');
      await problem.waitFor({ state: 'detached' });
      await picture(page, 'regle-eteinte');
      assert.equal(
        readFileSync(join(folder, '.dce-lint.yaml'), 'utf8'),
        `rules:\n  ${rule}: off # Marché de travaux simple\n`,
      );
    }));

  it('takes « ce n’est pas cela » on what was heard, with the reason, and its finding goes', () => {
    const late = 'Ces offres, quoique tardives, participent au classement comme les offres arrivées à temps.';
    return onDraft(`${HEAD}${TITLE}## Remise des offres\n\n${late}\n`, async (page, folder) => {
      const problem = await goTo(page, 'offres/hors-delai');
      const input = await ignore(page, 'That is not it', 'Cite un jugement', 'ampoule-lecture');
      await picture(page, 'motif-lecture');
      await input.press('Enter');
      await problem.waitFor({ state: 'detached' });
      await picture(page, 'lecture-refusee');
      const kept = readFileSync(join(folder, '.dce-lint-lectures.yaml'), 'utf8');
      assert.match(kept, /quoique tardives/);
      assert.match(kept, /Cite un jugement/);
    });
  });

  it('takes « voici une tournure manquée » on a selected sentence, and a finding comes', () => {
    const missed = 'Le guichet ne ferme pas à la minute.';
    return onDraft(`${HEAD}${TITLE}## Remise des offres\n\n${missed}`, async (page, folder) => {
      await atEnd(page);
      // The key that closes a menu takes the selection away: the line is selected before each press.
      await chooseQuickFix(page, 'Voici une tournure manquée', 'ampoule-manquee', async () => {
        await page.keyboard.press('Control+End');
        await page.keyboard.press('Shift+Home');
      });
      const row = page.locator('.quick-input-list .monaco-list-row').first();
      await row.waitFor();
      await picture(page, 'notions');
      // What is far down a list is not in the page.
      await page.locator('.quick-input-widget input.input').fill('offres/tardives-acceptees');
      await choose(page, 'offres/tardives-acceptees');
      await row.waitFor({ state: 'hidden' });
      const input = page.locator('.quick-input-widget input.input:visible');
      await input.fill('Dit ainsi chez nous');
      await picture(page, 'motif-manquee');
      await input.press('Enter');
      // The panel is filtered once the finding is there.
      await page.locator('[id="status.problems"]').filter({ hasText: '3' }).waitFor();
      await listProblems(page, 'offres/hors-delai');
      await picture(page, 'tournure-ajoutee');
      const kept = readFileSync(join(folder, '.dce-lint-lectures.yaml'), 'utf8');
      assert.match(kept, /enonce: Le guichet[^\n]*\n {2}notion: offres\/tardives-acceptees\n {2}sens: dit\n/);
      // From the palette, of the sentence at the cursor.
      await page.keyboard.press('Control+1');
      await page.keyboard.press('Control+End');
      await runCommand(page, 'DCE Lint: Report a Missed Wording');
      await row.waitFor();
      await page.locator('.quick-input-widget input.input').fill('offres/tardives-acceptees');
      await row.filter({ hasText: 'offres/tardives-acceptees' }).waitFor();
      await picture(page, 'notions-palette');
    });
  });

  it('leaves a half-written configuration alone, and says why', () =>
    onDraft(`${HEAD}${TITLE}## Variantes\n\nLes variantes sont autorisées.\n`, async (page, folder) => {
      const half = 'rules: [variantes\n';
      writeFileSync(join(folder, '.dce-lint.yaml'), half);
      const rule = 'variantes/exigences-minimales';
      await goTo(page, rule);
      const input = await ignore(page, 'In this folder', 'Motif', 'ampoule', rule);
      await input.press('Enter');
      await page.locator('.notification-toast').filter({ hasText: 'laissée telle quelle' }).waitFor();
      await picture(page, 'configuration-refusee');
      assert.equal(readFileSync(join(folder, '.dce-lint.yaml'), 'utf8'), half);
    }));

  it('goes where a fix writes out of sight of the finding; one undo takes it back', () => {
    const text = `${HEAD}${TITLE}## Objet\n\nLe marché porte sur des balises.\n\n## Durée\n\nUn an.\n`;
    return onDraft(text, async (page, folder) => {
      await goTo(page, 'variantes/non-mentionnees');
      await chooseQuickFix(page, 'Ajouter un article qui autorise les variantes');
      await page
        .locator('.view-line')
        .filter({ hasText: /##\sVariantes/u })
        .waitFor();
      await picture(page, 'ailleurs');
      assert.equal(await page.locator('.bulk-edit-panel').count(), 0);
      await save(page);
      assert.match(read(folder), /Un an\.\n\n## Variantes\n/);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Z');
      await save(page);
      assert.equal(read(folder), text);
    });
  });
});

const read = (folder) => readFileSync(join(folder, 'rc.md'), 'utf8');
const picture = (page, name) => page.screenshot({ path: join(artifacts, `${name}.png`) });

/** Puts the cursor at the end of the draft. */
async function atEnd(page) {
  await page.keyboard.press('Control+1');
  await page.locator('.monaco-editor.focused').waitFor();
  await page.keyboard.press('Control+End');
}

/** Selects the words of the rule's first finding, the light bulb lit; gives its row among the problems. */
async function goTo(page, rule) {
  const problems = await listProblems(page, rule);
  await goToFirst(page, problems);
  return problems.first();
}
