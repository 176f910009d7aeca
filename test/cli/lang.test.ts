import assert from 'node:assert/strict';
import { select } from 'hast-util-select';
import { readPage, textOf } from '../report/page.ts';
import { isFrench } from '../server/french-left.ts';
import { dceLint, inFolder } from './terminal.ts';

const DRAFT = '# Règlement de la consultation\n\nLa tranche conditionnelle 1 est décrite au CCTP.\n';

describe('dce-lint check --lang', () => {
  it('tells findings and fixes in English', () =>
    inFolder({ 'rc.md': DRAFT }, async (cwd) => {
      const { out } = await dceLint(cwd, ['check', '--lang', 'en', '--format', 'json']);
      assert.match(out, /“Conditionnelle” is the former term/);
      assert.doesNotMatch(out, /est le terme ancien/);
    }));

  it('tells them in English in the text, with its headings and its total, and says so in SARIF', () =>
    inFolder({ 'rc.md': `---\ndce:\n  montant-estime: 300000\n---\n\n${DRAFT}` }, async (cwd) => {
      const { out } = await dceLint(cwd, ['check', '--lang', 'en']);
      assert.match(out, /\(RC, law as at \d{4}-\d\d-\d\d\)/);
      assert.match(out, /^ {2}advice {2}tranches\/terminologie {2}line \d+$/m);
      assert.match(out, /^ {2}Fix proposed: Replace “conditionnelle” with “optionnelle”$/m);
      assert.match(out, /^1 document checked: \d+ errors?, .*\.\nLegal data as at \d+ \p{L}+ \d{4}/mu);
      assert.doesNotMatch(out.replaceAll(/^.*│.*$/gm, ''), /\b(?:ligne|erreur|Sources :|vérifiée)/);
      const sarif = await dceLint(cwd, ['check', '--lang', 'en', '--format', 'sarif']);
      assert.equal(JSON.parse(sarif.out).runs[0].language, 'en');
      assert.equal(JSON.parse((await dceLint(cwd, ['check', '--format', 'sarif'])).out).runs[0].language, 'fr-FR');
    }));

  it('says the page in English too, headings, states and days, and never what the draft says', () =>
    inFolder({ 'rc.md': DRAFT }, async (cwd) => {
      const { out } = await dceLint(cwd, ['check', '--lang', 'en', '--format', 'html', '--date', '2027-01-15']);
      const { root, all, text } = readPage(out);
      assert.equal(select('html', root)?.properties.lang, 'en');
      assert.deepEqual(all('h1, h2, h3, caption, thead th, nav a, .tiles li, .badge').map(textOf).filter(isFrench), []);
      assert.match(text('header'), /Law applied: that of 15 January 2027\./);
      assert.match(text(), /La tranche conditionnelle 1/);
    }));

  it('tells them in French when it is not asked, and refuses another language in one line', () =>
    inFolder({ 'rc.md': DRAFT }, async (cwd) => {
      assert.match((await dceLint(cwd, ['check', '--format', 'json'])).out, /est le terme ancien/);
      const { err, code } = await dceLint(cwd, ['check', '--lang', 'de']);
      assert.equal(code, 2);
      assert.match(err, /^dce-lint : « de » ne convient pas pour --lang.*fr, en.*\n$/);
    }));
});
