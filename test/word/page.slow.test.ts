import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { importWord } from '../../server/word/index.ts';
import { dceLint, inFolder } from '../cli/terminal.ts';

const FAULTY = Object.fromEntries(
  ['rc', 'ccap', 'cctp'].map((name) => [
    `${name}.md`,
    readFileSync(new URL(`../../examples/consultation-fautive/${name}.md`, import.meta.url), 'utf8'),
  ]),
);

describe('The report as a Word document', () => {
  it('has the words of the page, a contents, a header with its title, and numbered pages', () =>
    inFolder(FAULTY, async (cwd) => {
      const { code, err } = await dceLint(cwd, [
        'check',
        '--format',
        'docx',
        '--output',
        'rapport.docx',
        '--fail-on',
        'never',
      ]);
      assert.deepEqual([code, err], [0, '']);
      const bytes = new Uint8Array(readFileSync(join(cwd, 'rapport.docx')));
      const files = Object.entries(unzipSync(bytes));
      const part = (name: RegExp) =>
        files
          .filter(([path]) => name.test(path))
          .map(([, b]) => strFromU8(b))
          .join('');
      assert.match(part(/document\.xml$/), /TOC \\o &quot;1-2&quot;|TOC [^<]*1-2/);
      assert.match(part(/header\d*\.xml$/), /Rapport de relecture/);
      assert.match(part(/footer\d*\.xml$/), /PAGE[\s\S]*NUMPAGES/);
      const { text } = importWord(bytes, 'rapport.docx');
      assert.match(text, /\| Acheteur \| Urssaf des Marches de l'Est \|/);
      assert.match(text, /Toute variante respecte, sous peine de rejet, les exigences minimales suivantes/);
      assert.match(text, /\| Visa \|/);
      assert.match(text, /\[CCP, art\. R2113-4\]\(https:\/\/www\.legifrance/);
    })).timeout(20_000);

  it('begins its contents on the first page, which they share, and leaves out the columns of drawings', () =>
    inFolder(
      Object.fromEntries(
        ['a', 'b'].flatMap((f) => Object.entries(FAULTY).map(([name, text]) => [`${f}/${name}`, text])),
      ),
      async (cwd) => {
        const report = async (...folders: string[]) => {
          const options = ['--format', 'docx', '--output', `${folders.join('')}.docx`, '--fail-on', 'never'];
          await dceLint(cwd, ['check', ...options, ...folders]);
          return new Uint8Array(readFileSync(join(cwd, `${folders.join('')}.docx`)));
        };
        const contents = (bytes: Uint8Array) =>
          /<w:p>(?:(?!<w:p>).)*Sommaire/s.exec(strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array))?.[0];
        const both = await report('a', 'b');
        assert.doesNotMatch(contents(both) ?? '', /pageBreakBefore/);
        assert.match(contents(await report('a')) ?? '', /pageBreakBefore/);
        const { text } = importWord(both, 'rapport.docx');
        assert.match(text, /\| Rang \| Dossier \|/);
        assert.doesNotMatch(text, /Répartition/);
      },
    )).timeout(20_000);

  it('is refused where there is no file to write it to, and its form where there is no page', () =>
    inFolder(FAULTY, async (cwd) => {
      const screen = await dceLint(cwd, ['check', '--format', 'docx']);
      assert.deepEqual([screen.code, screen.out], [2, '']);
      assert.match(screen.err, /un document Word ne s’affiche pas/);
      const form = await dceLint(cwd, ['check', '--report', 'full']);
      assert.deepEqual([form.code, form.out], [2, '']);
      assert.match(form.err, /--report ne vaut que pour le rapport html/);
    }));
});
