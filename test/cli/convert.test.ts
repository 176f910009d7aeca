import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWindows1252 } from '../../server/core/windows-1252.ts';
import { dceLint, inFolder } from './terminal.ts';

const latin = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const RC = '# Règlement de la consultation\r\n\r\nL’œuvre coûte 10 000 € – « ferme ».\r\n';
/** The same in Windows-1252. */
const OLD = latin(RC.replace(/[’œ€–]/g, (c) => ({ '’': '\x92', œ: '\x9c', '€': '\x80', '–': '\x96' })[c] ?? c));

describe('dce-lint convert', () => {
  it('writes in UTF-8 a draft in Windows-1252, which is then checked, and leaves the first as it was', () =>
    inFolder({ 'old/RC.md': OLD }, async (cwd) => {
      const refused = await dceLint(cwd, ['check', 'old']);
      assert.match(refused.err, /Windows-1252 ou Latin-1\)\. L’enregistrer en UTF-8 .*dce-lint convert/);
      const { out, code } = await dceLint(cwd, ['convert', 'old/RC.md', '--output', 'new/RC.md']);
      assert.deepEqual([out, code], ['new/RC.md : écrit en UTF-8\n', 0]);
      assert.equal(readFileSync(join(cwd, 'new/RC.md'), 'utf8'), RC);
      assert.deepEqual(new Uint8Array(readFileSync(join(cwd, 'old/RC.md'))), OLD);
      assert.equal((await dceLint(cwd, ['convert', 'old/RC.md'])).out, RC);
      assert.doesNotMatch((await dceLint(cwd, ['check', 'new'])).err, /UTF-8/);
    }));

  it('never writes over a file, itself included', () =>
    inFolder({ 'RC.md': OLD }, async (cwd) => {
      const { err, code } = await dceLint(cwd, ['convert', 'RC.md', '--output', 'RC.md']);
      assert.match(err, /RC\.md : ce fichier existe déjà/);
      assert.equal(code, 2);
      assert.deepEqual(new Uint8Array(readFileSync(join(cwd, 'RC.md'))), OLD);
    }));

  it('refuses in one line what is not there, is UTF-8 already, is no text or is too large', () =>
    inFolder({ 'utf8.md': RC, 'binary.md': new Uint8Array([0, 1, 0xe9]) }, async (cwd) => {
      writeFileSync(join(cwd, 'large.md'), new Uint8Array(9 * 1024 * 1024).fill(0xe9));
      for (const [name, why] of [
        ['none.md', /n’existe pas/],
        ['utf8.md', /déjà en Unicode/],
        ['binary.md', /pas un fichier de texte/],
        ['large.md', /trop gros/],
      ] as const) {
        const { err, code } = await dceLint(cwd, ['convert', name, '--output', 'x.md']);
        assert.match(err, new RegExp(`^dce-lint : ${name} : [^\\n]*\\n$`));
        assert.match(err, why);
        assert.equal(code, 2);
      }
    }));

  it('refuses where it could be another encoding', () => {
    const ODD: Readonly<Record<string, string>> = {
      'Mac: « marché », é is 8E': 'march\x8e public',
      'DOS: é is 82': 'march\x82 public',
      'DOS: « à » is 85, between letters « ç » is 87': 'la fa\x87ade',
      'Latin-9: œ is BD': 'le c\xbdur du sujet',
      'Latin-9: € is A4': '10 000 \xa4',
      'no character': 'a\x81b',
      'UTF-8 in part': 'r\xc3\xa8glement, marché',
    };
    for (const [what, text] of Object.entries(ODD)) {
      const read = readWindows1252(latin(text));
      assert.ok(!read.ok && /indécidable à la ligne 1/.test(read.why), `${what}: ${JSON.stringify(read)}`);
    }
  });

  it('takes what French drafts hold: half, degrees, quotes, dashes, dots', () => {
    const text = 'Délai : 2 ½ mois ; 20 °C ; n° 3 ; § 2 ; “oui”\x85 – l’État';
    const bytes = latin(
      text.replace(/[“”’–]/g, (c) => ({ '“': '\x93', '”': '\x94', '’': '\x92', '–': '\x96' })[c] ?? c),
    );
    const read = readWindows1252(bytes);
    assert.ok(read.ok);
    assert.equal(read.text, text.replace('\x85', '…'));
  });
});
