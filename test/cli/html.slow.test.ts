import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage, textOf } from '../report/page.ts';
import { committed, IGNORED } from './git.ts';
import { dceLint, inFolder } from './terminal.ts';

const check = async (cwd: string, ...args: string[]) => {
  const { out, err, code } = await dceLint(cwd, ['check', '--format', 'html', '--report', 'full', ...args]);
  assert.equal(err, '');
  return { code, ...readPage(out) };
};

describe('dce-lint check --format html', () => {
  // The charts’ library is long to read in; no test is about that.
  before(() => import('../../server/report/main.ts'));

  it('writes the page to a file, with the exit code of any format', () =>
    inFolder({ 'ccap.md': '# CCAP\n\nLe prix est de [à compléter] euros.\n' }, async (cwd) => {
      const text = await dceLint(cwd, ['check', '--fail-on', 'info']);
      const html = await dceLint(cwd, ['check', '--fail-on', 'info', '--format', 'html', '--output', 'r/rapport.html']);
      assert.deepEqual([html.out, html.err, html.code], ['', '', text.code]);
      const { text: words } = readPage(readFileSync(join(cwd, 'r/rapport.html'), 'utf8'));
      assert.match(words('#d1-constats'), /Champ resté à compléter/);
    }));

  it('says who ignored a finding and when, and why', () =>
    inFolder({ 'ccap.md': IGNORED }, async (cwd) => {
      committed(cwd, 'Camille <b>Durand</b>');
      const { text, all } = await check(cwd);
      assert.match(text('#d1-ignores'), /rempli à la signature .*CCAP, ligne 3 .*Camille bDurand\/b/);
      assert.match(text('#d1-ignores'), /05\/10\/2026/);
      assert.deepEqual(all('#d1-ignores b'), []);
    }));

  it('names nobody where the draft is not as it was last committed', () =>
    inFolder({ 'ccap.md': IGNORED, 'cctp.md': '# CCTP\n' }, async (cwd) => {
      committed(cwd, 'Camille Durand');
      appendFileSync(join(cwd, 'ccap.md'), '\nUn mot de plus.\n');
      appendFileSync(join(cwd, 'cctp.md'), IGNORED.replace('# CCAP\n', ''));
      const { text } = await check(cwd);
      assert.match(text('#d1-ignores'), /CCAP, ligne 3 .*inconnu.*CCTP, ligne 3 .*inconnu/);
      assert.doesNotMatch(text('#d1-ignores'), /Camille/);
    }));

  it('knows the draft again whose ends of lines or byte order mark git keeps otherwise', () =>
    inFolder({ 'ccap.md': IGNORED.trimEnd(), 'cctp.md': `\ufeff${IGNORED.replace('CCAP', 'CCTP')}` }, async (cwd) => {
      committed(cwd, 'Camille Durand');
      writeFileSync(join(cwd, 'ccap.md'), IGNORED.replaceAll('\n', '\r\n'));
      const { text } = await check(cwd);
      assert.match(text('#d1-ignores'), /CCAP, ligne 3 .*Camille Durand.*CCTP, ligne 3 .*Camille Durand/);
    }));

  it('does without history, without a word', () =>
    inFolder({ 'ccap.md': IGNORED, '.git': 'gitdir: /nowhere\n' }, async (cwd) => {
      const { text } = await check(cwd);
      assert.match(text('#d1-ignores'), /rempli à la signature .*inconnu/);
    }));

  it('takes a draft on standard input', () =>
    inFolder({}, async (cwd) => {
      const stdin = async () => new TextEncoder().encode(IGNORED);
      const args = ['check', '--stdin', '--stdin-filename', 'ccap.md', '--format', 'html'];
      const { out } = await dceLint(cwd, args, { stdin });
      assert.match(readPage(out).text('#d1-ignores'), /rempli à la signature/);
    }));

  it('tells what has changed since an earlier report', () =>
    inFolder(
      {
        'a/ccap.md': '# CCAP\n\nLa tranche conditionnelle est affermie.\n',
        'b/ccap.md': '# CCAP\n\nLe prix est de [à compléter] euros.\n',
      },
      async (cwd) => {
        await dceLint(cwd, ['check', '--format', 'json', '--output', 'hier.json']);
        writeFileSync(join(cwd, 'a/ccap.md'), '# CCAP\n\nUne ligne de plus.\n\nLa tranche optionnelle est affermie.\n');
        const { text, all } = await check(cwd, '--compare', 'hier.json');
        assert.match(text('#evolution'), /Comparé au rapport hier\.json\./);
        const row = all('#evolution tbody tr')
          .map(textOf)
          .find((t) => t.includes('tranches/terminologie'));
        assert.match(row ?? '', /1 0 −1$/);
        assert.match(text('#classement'), /Évolution des erreurs/);
        const same = await check(cwd, '--compare', 'hier.json', 'b');
        assert.match(same.text('#evolution'), /Absents de celui-ci : a\./);
      },
    ));

  it('refuses what it cannot compare with', () =>
    inFolder({ 'ccap.md': '# CCAP\n', 'note.json': '{}', 'cut.json': '{"tool":' }, async (cwd) => {
      const cases: [string[], RegExp][] = [
        [['--format', 'html', '--compare', 'absent.json'], /absent\.json : ce fichier ou dossier n’existe pas/],
        [['--format', 'html', '--compare', 'note.json'], /note\.json : ce n’est pas un rapport json de dce-lint/],
        [['--format', 'html', '--compare', 'cut.json'], /cut\.json : rapport abîmé/],
        [['--format', 'json', '--compare', 'note.json'], /--compare ne vaut que pour le rapport html/],
      ];
      for (const [args, words] of cases) {
        const { out, err, code } = await dceLint(cwd, ['check', ...args]);
        assert.deepEqual([out, code], ['', 2], args.join(' '));
        assert.match(err, words);
      }
    }));
});
