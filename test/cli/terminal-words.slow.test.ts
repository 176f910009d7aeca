import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reason } from '../../server/cli/reason.ts';
import { ooxml, p, r } from '../word/ooxml.ts';
import { dceLint, inFolder } from './terminal.ts';

const CCAP = (body: string) => `---\ndce:\n  piece: ccap\n---\n\n# CCAP\n\n${body}\n`;
const IGNORED =
  '<!-- dce-lint-ignore-next redaction/champ-a-completer : rempli à la signature -->\n\nLe prix est de [à compléter] euros.';

describe('the words of the terminal', () => {
  it('count what is ignored and what is known, one or many', () =>
    inFolder({ 'a.md': CCAP(IGNORED), 'b.md': CCAP(`${IGNORED}\n\n${IGNORED}`) }, async (cwd) => {
      const rule = ['--rule', 'redaction/champ-a-completer=info'];
      const one = await dceLint(cwd, ['check', 'a.md', ...rule]);
      const two = await dceLint(cwd, ['check', 'b.md', ...rule]);
      assert.match(one.out, /1 pièce vérifiée : .*, 1 constat ignoré\.\n/);
      assert.match(two.out, /1 pièce vérifiée : .*, 2 constats ignorés\.\n/);
      assert.match((await dceLint(cwd, ['check', ...rule])).out, /2 pièces vérifiées : .*, 3 constats ignorés\.\n/);
      await dceLint(cwd, ['check', '--write-baseline', 'connu.json']);
      assert.match((await dceLint(cwd, ['check', '--baseline', 'connu.json'])).out, /constats? déjà connus?\.\n/);
      const page = await dceLint(cwd, ['check', '--baseline', 'connu.json', '--format', 'markdown']);
      assert.match(page.out, /ignorés avec un motif : 3 ; déjà connus : \d+/);
    }));

  it('say who set a finding aside by the calendar of the author, west of Greenwich too', () =>
    inFolder({ 'a.md': CCAP(IGNORED) }, async (cwd) => {
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=Léa', '-c', 'user.email=x@example.org', ...args], {
          cwd,
          env: {
            ...process.env,
            GIT_CONFIG_GLOBAL: '/dev/null',
            GIT_CONFIG_NOSYSTEM: '1',
            GIT_AUTHOR_DATE: '2026-10-05T23:30:00-0330',
          },
          stdio: 'pipe',
        });
      git('init', '-q');
      git('add', '.');
      git('commit', '-q', '-m', 'un');
      const { out } = await dceLint(cwd, ['check', '--format', 'html']);
      assert.match(out.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '), /Léa[^.]{0,40}05\/10\/2026/);
    }));

  it('say why the system refuses, in French where it is known', () => {
    const error = (code: string) => Object.assign(new Error('said by the system'), { code });
    assert.deepEqual(
      ['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ELOOP', 'EIO'].map((code) => reason(error(code))),
      [
        'ce fichier ou dossier n’existe pas',
        'lecture refusée par le système',
        'lecture refusée par le système',
        'c’est un dossier',
        'lien symbolique qui tourne en rond',
        'said by the system',
      ],
    );
  });

  it('refuse a configuration and a draft that are no text, and a level that is none', () =>
    inFolder({ 'a.md': CCAP('Un.') }, async (cwd) => {
      const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x00, 0x00]);
      writeFileSync(join(cwd, 'image.yaml'), bytes);
      writeFileSync(join(cwd, 'image.md'), bytes);
      const config = await dceLint(cwd, ['check', '--config', 'image.yaml']);
      assert.match(config.err, /^dce-lint : image\.yaml : [^\n]+\n$/);
      assert.equal(config.code, 2);
      const draft = await dceLint(cwd, ['export', 'image.md']);
      assert.match(draft.err, /^dce-lint : image\.md : [^\n]+\n$/);
      assert.equal(draft.code, 2);
      const level = await dceLint(cwd, ['check', '--rule', 'redaction/champ-a-completer']);
      assert.match(level.err, /« redaction\/champ-a-completer » ne convient pas pour --rule/);
      assert.equal(level.code, 2);
    }));

  it('give a draft of Word on the output, or say of which piece it is in a file', () =>
    inFolder(
      {
        'rc.docx': ooxml({ body: p(r('Règlement de la consultation'), '<w:outlineLvl w:val="0"/>') }),
        'note.docx': ooxml({ body: p(r('Penser au café.')) }),
      },
      async (cwd) => {
        assert.deepEqual(await dceLint(cwd, ['import', 'note.docx']), { code: 0, out: 'Penser au café.\n', err: '' });
        assert.match(
          (await dceLint(cwd, ['import', 'rc.docx', '--output', 'rc.md'])).out,
          /^rc\.md : pièce « [^»]+ »\n$/,
        );
        assert.equal(
          (await dceLint(cwd, ['import', 'note.docx', '--output', 'note.md'])).out,
          'note.md : pièce non reconnue, à indiquer en tête\n',
        );
      },
    ));

  it('say that a document cannot be written where a file stands for a folder', () =>
    inFolder({ 'a.md': CCAP('Un.'), b: 'un fichier' }, async (cwd) => {
      const { err, code } = await dceLint(cwd, ['export', 'a.md', '--output', 'b/a.docx']);
      assert.match(err, /^dce-lint : b\/a\.docx : écriture impossible \(E[A-Z]+\)\n$/);
      assert.equal(code, 2);
    }));

  it('take a pattern for the drafts and descriptions that it names, and nothing else', () =>
    inFolder({ 'd/a.md': CCAP('Un.'), 'd/dce.yaml': 'pieces:\n  - a.md\n', 'd/notes.txt': 'Rien.' }, async (cwd) => {
      const named = async (pattern: string) => {
        const { out } = await dceLint(cwd, ['check', pattern, '--format', 'json', '--fail-on', 'never']);
        return (JSON.parse(out) as { files: { path: string }[] }).files.map((f) => f.path);
      };
      assert.deepEqual(await named('d/*'), ['d/a.md']);
      assert.deepEqual(await named('d/*.yaml'), ['d/a.md']);
      const none = await dceLint(cwd, ['check', 'x/*']);
      assert.match(none.err, /^dce-lint : x\/\* : aucun fichier ne répond à ce motif\. Vérifier ce motif\.$/m);
    }));
});
