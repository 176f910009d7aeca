import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf } from '../../server/cli/site.ts';
import { readPage, textOf } from '../report/page.ts';
import { dceLint, inFolder } from './terminal.ts';

const ccap = (words: string) => `# CCAP\n\n${words}\n`;
const FILES = {
  'a é/ccap.md': ccap('Le prix est de [à compléter] euros.'),
  'b/ccap.md': ccap('La tranche conditionnelle est affermie.'),
  'c/ccap.md': ccap('Le titulaire livre.'),
};
const check = (cwd: string, ...more: string[]) =>
  dceLint(cwd, ['check', '--format', 'html', '--fail-on', 'never', ...more, 'a é', 'b', 'c']);

describe('An html report in a folder', () => {
  // The charts’ library is long to read in; no test is about that.
  before(() => import('../../server/report/main.ts'));

  it('is an index, and a page a consultation that leads back to it', () =>
    inFolder(FILES, async (cwd) => {
      assert.deepEqual(await check(cwd, '--output', 'rapport/'), { out: '', err: '', code: 0 });
      const index = readPage(readFileSync(join(cwd, 'rapport/index.html'), 'utf8'));
      const links = index.all('#classement tbody a');
      assert.deepEqual(links.map(textOf).sort(), ['a é', 'b', 'c']);
      assert.match(index.text('#ensemble'), /3 dossiers, 3 pièces/);
      for (const link of links) {
        const href = String(link.properties.href);
        assert.match(href, /^dossiers\/[\w-]+\.html$/);
        const own = readPage(readFileSync(join(cwd, 'rapport', href), 'utf8'));
        assert.equal(own.one('body > nav a').properties.href, '../index.html');
        assert.match(own.text('#d1-synthese'), /Avis et visa/);
      }
    }));

  it('goes to a folder that is there, in the form that is asked for, and to a file otherwise', () =>
    inFolder(FILES, async (cwd) => {
      mkdirSync(join(cwd, 'r'));
      await check(cwd, '--output', 'r', '--report', 'full');
      assert.match(readFileSync(join(cwd, 'r', addressOf('b')), 'utf8'), /Règles appliquées/);
      await check(cwd, '--output', 'r.html');
      assert.ok(existsSync(join(cwd, 'r.html')));
    }));

  it('says which file cannot be written, and writes no index that would lead nowhere', () =>
    inFolder(FILES, async (cwd) => {
      mkdirSync(join(cwd, 'r'));
      writeFileSync(join(cwd, 'r/dossiers'), '');
      const { code, err } = await check(cwd, '--output', 'r/');
      assert.equal(code, 2);
      assert.match(err, /r\/dossiers\/.* : écriture impossible, un fichier tient la place d’un dossier/);
      assert.ok(!existsSync(join(cwd, 'r/index.html')));
    }));

  it('names pages by letters that every file system takes, one a path', () => {
    for (const path of ['.', '../é à/ç', 'a/b', 'A/B', `${'long/'.repeat(60)}fin`, 'CON'])
      assert.match(addressOf(path), /^dossiers\/(?:[\w-]{1,60}-)?[0-9a-f]{12}\.html$/);
    assert.notEqual(addressOf('a/b'), addressOf('a-b'));
  });
});
