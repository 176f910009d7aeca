import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openDesk } from './desk.mjs';
import { artifacts, chooseQuickFix, goToFirst, ignore, listProblems, runCommand, save } from './page.mjs';
import { root } from './setup.mjs';

const rule = 'criteres/caractere-innovant';

describe('The extension in a real VS Code workbench', { timeout: 300_000 }, () => {
  let desk;
  before(async () => {
    desk = await openDesk();
  });
  after(async () => {
    await desk?.close();
  });
  const sample = (folder) => cpSync(join(root, 'examples', 'consultation-fautive'), folder, { recursive: true });
  /** Runs `body` on a draft of a copy of the sample consultation. */
  const onDraft = (name, body) => desk.on(sample, name, (page, folder) => body(page, new Draft(join(folder, name))));

  it('underlines the criterion, lists it among the problems, replaces it from the light bulb, and saves', () =>
    onDraft('rc.md', async (page, draft) => {
      const problems = await listProblems(page, rule);
      const before = await problems.count();
      await goToFirst(page, problems);
      await page.locator('.view-overlays > div:has(.selected-text) .squiggly-warning').first().waitFor();
      await page.screenshot({ path: join(artifacts, 'constat.png') });

      await chooseQuickFix(page, 'Remplacer par');
      await problems.nth(before - 1).waitFor({ state: 'detached' });
      await save(page);
      await page.screenshot({ path: join(artifacts, 'corrige.png') });

      const [line, ...others] = draft.changedLines();
      assert.deepEqual(others, []);
      assert.match(line.before, /caractère innovant/i);
      assert.doesNotMatch(line.after, /caractère innovant/i);
    }));

  it('asks for a reason, and writes it in the draft for the finding that is ignored', () =>
    onDraft('rc.md', async (page, draft) => {
      const problems = await listProblems(page, rule);
      const before = await problems.count();
      await goToFirst(page, problems);
      const input = await ignore(page, 'Here, with a reason', 'Critère défini en annexe');
      await page.screenshot({ path: join(artifacts, 'motif.png') });
      await input.press('Enter');
      await problems.nth(before - 1).waitFor({ state: 'detached' });
      await save(page);

      assert.match(
        draft.read(),
        new RegExp(`<!-- dce-lint-ignore\\S* ${rule} « [^»]+ » : Critère défini en annexe -->`),
      );
    }));

  it('shows the page of the rule', () =>
    onDraft('rc.md', async (page) => {
      await goToFirst(page, await listProblems(page, rule));
      await runCommand(page, 'DCE Lint: Explain');
      const preview = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
      await preview.getByText(rule).first().waitFor();
      await page.screenshot({ path: join(artifacts, 'regle.png') });
    }));

  it('inserts a clause that is searched, previewed and asked about, with tab stops for what is left', () =>
    onDraft('ccap.md', async (page, draft) => {
      await listProblems(page, 'pi/remuneration');
      await page.keyboard.press('Control+J');
      await runCommand(page, 'DCE Lint: Insert a Clause');
      const questions = page.locator('.quick-input-widget');
      const input = questions.locator('input.input');
      await input.fill('exploitation commerciale des');
      await questions.locator('.monaco-list-row.focused').filter({ hasText: 'Exploitation commerciale des' }).waitFor();
      await page.locator('.editor-group-container').nth(1).getByText('redevance du titulaire').first().waitFor();
      await page.screenshot({ path: join(artifacts, 'clause-choix.png') });
      await input.press('Enter');
      for (const [step, value] of ['cinq ans', 'la France', '', '', ''].entries()) {
        await questions.filter({ hasText: `(${step + 1}/5)` }).waitFor();
        await input.fill(value);
        if (step === 0) await page.screenshot({ path: join(artifacts, 'clause-variable.png') });
        await input.press('Enter');
      }
      await page.locator('.snippet-placeholder').first().waitFor();
      await page.screenshot({ path: join(artifacts, 'clause-commande.png') });
      await page.keyboard.type('abonnement');
      await save(page);

      const added = draft.read();
      // The last part of the article was 9.4.
      assert.match(added, /### 9\.5 Exploitation commerciale par l.acheteur\n[\s\S]*\n## Article 10 /);
      assert.match(added, /- durée : cinq ans ;\n- territoire : la France ;\n/);
      assert.match(added, /et distribution, par abonnement ;\n/);
      assert.match(added, /dans la limite de \[à compléter : plafond/);
    }));

  it('inserts a clause from the light bulb, with its tab stop', () =>
    onDraft('ccap.md', async (page, draft) => {
      await goToFirst(page, await listProblems(page, 'pi/remuneration'));
      await chooseQuickFix(page, 'Prix distinct de celui');
      await page.locator('.snippet-placeholder').first().waitFor();
      await page.screenshot({ path: join(artifacts, 'clause-ampoule.png') });
      await page.keyboard.type('12 000');
      await save(page);

      assert.match(draft.read(), /<!-- clause: pi-prix-complementaire -->\n\n.*12 000/);
    }));

  it('completes « clause: » with the clauses of the piece, and writes the one chosen', () =>
    onDraft('ccap.md', async (page, draft) => {
      await listProblems(page, 'pi/remuneration');
      await page.keyboard.press('Control+J');
      await page.locator('.monaco-editor .view-line').first().click();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.keyboard.type('clause:');
      const list = page.locator('.suggest-widget.visible');
      await list.locator('.monaco-list-row').first().waitFor();
      await page.keyboard.type(' garantie');
      await list.locator('.monaco-list-row.focused').filter({ hasText: 'Garantie de jouissance' }).waitFor();
      await page.screenshot({ path: join(artifacts, 'clause-completion.png') });
      await page.keyboard.press('Enter');
      await page.locator('.snippet-placeholder').first().waitFor();
      await save(page);

      assert.match(
        draft.read(),
        /\n\n## Article 12 – Garantie\n\n<!-- clause: pi-garantie -->\n\nLe titulaire garantit/,
      );
      assert.doesNotMatch(draft.read(), /^clause:/m);
    }));

  it('tells how the draft was understood', () =>
    onDraft('rc.md', async (page) => {
      await listProblems(page, rule);
      await page.locator('[id="status.languageStatus"]').hover();
      const status = page.locator('.hover-language-status').filter({ hasText: 'RC' });
      await status.first().waitFor();
      await page.screenshot({ path: join(artifacts, 'etat.png') });
    }));
});

/** The draft on disk, and what it was when it was opened. */
class Draft {
  constructor(path) {
    this.path = path;
    this.original = this.read();
  }

  read() {
    return readFileSync(this.path, 'utf8');
  }

  changedLines() {
    const before = this.original.split('\n');
    return this.read()
      .split('\n')
      .map((after, index) => ({ before: before[index], after }))
      .filter((line) => line.before !== line.after);
  }
}
