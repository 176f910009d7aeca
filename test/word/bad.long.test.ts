import assert from 'node:assert/strict';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { importWord } from '../../server/word/import.ts';
import { dceLint, inFolder } from '../cli/terminal.ts';
import { compound } from '../compound.ts';
import { ooxml, p, r, zipped } from './ooxml.ts';

const good = ooxml({ body: p(r('Règlement de la consultation')) });
/** A part that says of itself, in the archive, that it is `size` bytes long. */
const lying = (bytes: Uint8Array, from: number, size: number): Uint8Array => {
  const out = new Uint8Array(bytes);
  const view = new DataView(out.buffer);
  for (let i = 0; i + 46 < out.length; i++) {
    if (view.getUint32(i, true) === 0x02014b50 && view.getUint32(i + 24, true) === from)
      view.setUint32(i + 24, size, true);
  }
  return out;
};
/** The text of a document with a few bytes turned. */
const spoilt = (bytes: Uint8Array): Uint8Array => {
  const at = Buffer.from(bytes).indexOf('word/document.xml') + 'word/document.xml'.length;
  return bytes.map((b, i) => (i >= at + 8 && i < at + 40 ? b ^ 0x55 : b));
};
const entities = (count: number) =>
  `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: count }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};">`).join('')}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a${count};</w:t></w:r></w:p></w:body></w:document>`;
const spaces = (n: number) => ooxml({ body: ' '.repeat(n) });

const REFUSED: readonly (readonly [what: string, bytes: () => Uint8Array, message: RegExp])[] = [
  ['nothing at all', () => new Uint8Array(), /ce n’est pas un document Word/],
  ['a text', () => strToU8('Règlement de la consultation'), /ce n’est pas un document Word/],
  ['a document with a password', () => compound('EncryptedPackage'), /protégé par un mot de passe/],
  ['an old .doc', () => compound('WordDocument'), /ancien format Word \(\.doc\)/],
  [
    'a .doc of LibreOffice',
    () => readFileSync(new URL('fixtures/libreoffice.doc', import.meta.url)),
    /ancien format Word/,
  ],
  [
    'an OpenDocument text',
    () => zipped({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }),
    /\.odt/,
  ],
  ['an archive of something else', () => zipped({ 'a.txt': 'a' }), /il n’a pas de texte/],
  ['a document cut short', () => good.slice(0, good.length - 60), /endommagé/],
  ['a document with spoilt bytes', () => spoilt(good), /endommagé/],
  [
    'a text that is no XML',
    () => ooxml({ body: '', files: { 'word/document.xml': '<w:document>' } }),
    /n’est pas du XML/,
  ],
  ['a text without a body', () => ooxml({ body: '', files: { 'word/document.xml': '<a/>' } }), /corps de texte/],
  ['entities in entities', () => ooxml({ body: '', files: { 'word/document.xml': entities(40) } }), /entités XML/],
  [
    'elements in elements without end',
    () => ooxml({ body: '<w:p>'.repeat(200_000) + '</w:p>'.repeat(200_000) }),
    /endommagé/,
  ],
  ['a part that swells a thousand times', () => spaces(20_000_000), /démesuré/],
  ['a part that swells without measure', () => spaces(100_000_000), /démesuré/],
  [
    'a part larger than it says',
    () => lying(spaces(20_000_000), spaces(20_000_000).length, 5000),
    /démesuré|endommagé/,
  ],
  [
    'thousands of entries',
    () => zipped(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`a${i}`, '']))),
    /trop d’entrées/,
  ],
];

describe('dce-lint import refuses, with a clear line and nothing written,', () => {
  for (const [what, bytes, message] of REFUSED)
    it(what, () =>
      inFolder({ 'RC.docx': bytes() }, async (cwd) => {
        const { code, out, err } = await dceLint(cwd, ['import', 'RC.docx', '--output', 'rc.md']);
        assert.match(err, /^dce-lint : RC\.docx : [^\n]*\n$/);
        assert.match(err, message);
        assert.equal(out, '');
        assert.equal(code, 2);
        assert.ok(!existsSync(join(cwd, 'rc.md')));
      }),
    );

  it('a document of a hundred megabytes', () =>
    inFolder({ 'RC.docx': good }, async (cwd) => {
      truncateSync(join(cwd, 'RC.docx'), 100 * 1024 * 1024);
      const { code, err } = await dceLint(cwd, ['import', 'RC.docx', '--output', 'rc.md']);
      assert.equal(err, 'dce-lint : RC.docx : document trop gros (plus de 60 Mo)\n');
      assert.equal(code, 2);
    }));

  it('a file that is not there, or a folder', () =>
    inFolder({ 'a/b.md': '' }, async (cwd) => {
      assert.match(
        (await dceLint(cwd, ['import', 'RC.docx'])).err,
        /^dce-lint : RC\.docx : ce fichier .* n’existe pas\n$/,
      );
      assert.match((await dceLint(cwd, ['import', 'a'])).err, /^dce-lint : a : c’est un dossier\n$/);
    }));
});

describe('dce-lint export', () => {
  it('refuses a template that is no document, and writes nothing', () =>
    inFolder({ 'rc.md': '# RC\n', 'modele.docx': compound('EncryptedPackage') }, async (cwd) => {
      const { code, err } = await dceLint(cwd, ['export', 'rc.md', '--template', 'modele.docx']);
      assert.match(err, /^dce-lint : modele\.docx : document protégé par un mot de passe/);
      assert.equal(code, 2);
      assert.ok(!existsSync(join(cwd, 'rc.docx')));
    }));

  it('never writes over a document', () =>
    inFolder({ 'rc.md': '# RC\n', 'rc.docx': 'déjà là' }, async (cwd) => {
      const { code, err } = await dceLint(cwd, ['export', 'rc.md']);
      assert.equal(err, 'dce-lint : rc.docx : ce fichier existe déjà, il n’est pas remplacé\n');
      assert.equal(code, 2);
      assert.equal(readFileSync(join(cwd, 'rc.docx'), 'utf8'), 'déjà là');
    }));

  it('says that comments are in the margin, and leaves them out when asked', () =>
    inFolder({}, async (cwd) => {
      writeFileSync(join(cwd, 'rc.md'), 'Le marché dure un an<!-- à revoir -->.\n\n<!-- note -->\n');
      const { err } = await dceLint(cwd, ['export', 'rc.md', '--output', 'a.docx']);
      assert.match(err, /^2 commentaire\(s\) dans la marge/);
      assert.equal((await dceLint(cwd, ['export', 'rc.md', '--no-comments', '--output', 'b.docx'])).err, '');
      assert.equal(importWord(readFileSync(join(cwd, 'b.docx')), 'b.docx').text, 'Le marché dure un an.\n');
    }));
});
