import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { artifacts } from './page.mjs';
import { here, root } from './setup.mjs';
import { openBrowser } from './workbench.mjs';

/** A dossier with contradictions and an ignored finding, by the command line as it is shipped. */
describe('The HTML report in Chromium', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'dce-lint-rapport-'));
  let browser;

  before(async () => {
    mkdirSync(artifacts, { recursive: true });
    for (const name of ['consultation-conforme', 'consultation-fautive'])
      cpSync(join(root, 'examples', name), join(folder, name), { recursive: true });
    const ccap = join(folder, 'consultation-conforme', 'ccap.md');
    const text = readFileSync(ccap, 'utf8').replace('une durée de trente mois', 'une durée de deux ans');
    const ignored = '<!-- dce-lint-ignore-next redaction/champ-a-completer : rempli à la signature -->';
    writeFileSync(ccap, `${text}\n${ignored}\nLe prix est de [à compléter] euros.\n`);
    const check = (...args) => {
      const command = [join(root, 'dist', 'cli.cjs'), 'check', '--fail-on', 'never', ...args];
      execFileSync(process.execPath, command, { cwd: folder, stdio: 'pipe' });
    };
    check('consultation-conforme', '--format', 'html', '--output', 'dossier.html');
    check('.', '--format', 'json', '--output', 'hier.json');
    check('.', '--format', 'html', '--compare', 'hier.json', '--output', 'corpus.html');
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a report; gives the page, all it asks for and all it complains of. */
  async function open(name, options) {
    const page = await browser.newPage(options);
    const asked = [];
    const said = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    const url = pathToFileURL(join(folder, `${name}.html`)).href;
    await page.goto(url);
    return { page, asked, said, url };
  }

  async function faults(page) {
    await page.evaluate(readFileSync(join(here, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'));
    const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document));
    assert.ok(passes.length > 10);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
  }

  for (const name of ['dossier', 'corpus'])
    for (const colorScheme of ['light', 'dark'])
      it(`has no fault that axe finds in a ${name}, in ${colorScheme}, and asks for nothing else`, async () => {
        const { page, asked, said, url } = await open(name, { viewport: { width: 1100, height: 1400 }, colorScheme });
        await page.screenshot({ path: join(artifacts, `rapport-${name}-${colorScheme}.png`) });
        assert.deepEqual([asked, said], [[url], []]);
        // The style is in force: its policy lets it in.
        const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        assert.equal(ground, colorScheme === 'dark' ? 'rgb(21, 25, 31)' : 'rgb(255, 255, 255)');
        assert.deepEqual(await faults(page), []);
        await page.close();
      });

  it('fits a narrow window, and stays without fault there', async () => {
    for (const name of ['dossier', 'corpus']) {
      const { page } = await open(name, { viewport: { width: 400, height: 800 } });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 400, `${name}: ${wide}`);
      assert.deepEqual(await faults(page), []);
      await page.close();
    }
  });

  it('prints, dark on white, with nothing cut at the side', async () => {
    const { page } = await open('corpus', { viewport: { width: 690, height: 1000 }, colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).color), 'rgb(28, 33, 40)');
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 690);
    const pdf = await page.pdf({ path: join(artifacts, 'rapport.pdf'), preferCSSPageSize: true });
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    await page.close();
  });
});
