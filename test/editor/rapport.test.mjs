import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inflateSync } from 'node:zlib';
import { artifacts, cutWords } from './page.mjs';
import { here, root } from './setup.mjs';
import { openBrowser } from './workbench.mjs';

/** Articles that ask for norms without equivalent and leave fields blank, among others that do not. */
const LONG = Array.from(
  { length: 40 },
  (_, i) =>
    `## Article ${i + 20} – Prestation ${i}\n\nLe titulaire exécute la prestation ${i} selon le calendrier remis avec son offre. ${
      i % 3 === 0 ? 'Il est titulaire de la certification ISO 9001.' : 'Il en rend compte chaque mois.'
    }\n${i % 5 === 0 ? '\nLe plafond est de [à compléter] € HT.\n' : ''}`,
).join('\n');

/** How much text each page of a PDF by Chromium shows. */
function shownOn(pdf) {
  const bytes = pdf.toString('latin1');
  return [...bytes.matchAll(/\/Type\s*\/Page\b[\s\S]*?\/Contents (\d+) 0 R/g)].map(([, id]) => {
    const head = new RegExp(`(?:^|\\s)${id} 0 obj[\\s\\S]*?stream\\r?\\n`).exec(bytes);
    const from = head.index + head[0].length;
    const drawn = inflateSync(pdf.subarray(from, bytes.indexOf('endstream', from))).toString('latin1');
    return drawn.match(/\bT[jJ]\b/g)?.length ?? 0;
  });
}

/** A dossier with contradictions and an ignored finding, by the command line as it is shipped. */
describe('The HTML report in Chromium', { timeout: 300_000 }, () => {
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
    // Four pieces with faults, one of them long.
    const four = join(folder, 'quatre');
    cpSync(join(folder, 'consultation-fautive'), four, { recursive: true });
    for (const name of ['relance-lot-2', 'relance-lot-3']) rmSync(join(four, name), { recursive: true });
    cpSync(join(folder, 'consultation-conforme', 'ae.md'), join(four, 'ae.md'));
    writeFileSync(join(four, 'cctp.md'), `${readFileSync(join(four, 'cctp.md'), 'utf8')}\n${LONG}`);
    for (const form of ['short', 'full'])
      check('quatre', '--format', 'html', '--report', form, '--output', `quatre-${form}.html`);
    check('consultation-fautive', 'quatre', '--format', 'html', '--output', 'pages/');
    rmSync(four, { recursive: true });
    check('consultation-conforme', '--format', 'html', '--report', 'full', '--output', 'dossier.html');
    check('consultation-fautive', '--format', 'html', '--output', 'fautive.html');
    check('.', '--format', 'json', '--output', 'hier.json');
    check('.', '--format', 'html', '--report', 'full', '--compare', 'hier.json', '--output', 'corpus.html');
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

  for (const name of ['dossier', 'corpus', 'quatre-short', 'quatre-full', 'fautive', 'pages/index'])
    for (const colorScheme of ['light', 'dark'])
      it(`has no fault that axe finds in a ${name}, in ${colorScheme}, and asks for nothing else`, async () => {
        const { page, asked, said, url } = await open(name, { viewport: { width: 1100, height: 1400 }, colorScheme });
        await page.screenshot({ path: join(artifacts, `rapport-${name.replace('/', '-')}-${colorScheme}.png`) });
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

  it('holds on six sheets in its short form, none of them empty, the block for the signature on the first', async () => {
    for (const name of ['quatre-short', 'fautive']) {
      const { page } = await open(name, { viewport: { width: 688, height: 1000 } });
      const pdf = await page.pdf({ path: join(artifacts, `rapport-court-${name}.pdf`), preferCSSPageSize: true });
      const sheets = shownOn(pdf);
      assert.ok(sheets.length >= 3 && sheets.length <= 6, `${name}: ${sheets.length} sheets`);
      assert.ok(
        sheets.every((n) => n > 8),
        `${name}: ${sheets}`,
      );
      await page.emulateMedia({ media: 'print' });
      const bottom = await page.evaluate(() => document.querySelector('.visa')?.getBoundingClientRect().bottom);
      // 263 mm of an A4 sheet are printed on; three consultations together are signed by nobody.
      if (name === 'fautive') assert.equal(bottom, undefined);
      else assert.ok(bottom < (263 / 25.4) * 96, `${bottom}`);
      await page.close();
    }
  });

  it('leaves no sheet empty in its long form, and cuts no word in any', async () => {
    for (const name of ['quatre-full', 'quatre-short', 'fautive', 'corpus', 'pages/index']) {
      const { page } = await open(name, { viewport: { width: 688, height: 1000 } });
      const sheets = shownOn(await page.pdf({ preferCSSPageSize: true }));
      assert.ok(
        sheets.every((n) => n > 4),
        `${name}: ${sheets}`,
      );
      await page.emulateMedia({ media: 'print' });
      assert.deepEqual(await cutWords(page), [], name);
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
