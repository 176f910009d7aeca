/**
 * Makes the documents of `fixtures/` that other programs write: `node --import tsx test/word/make-fixtures.mjs`. Needs
 * LibreOffice (Debian: `libreoffice-writer-nogui`). The documents are committed: tests need no LibreOffice.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportWord } from '../../server/word/export.ts';
import { rcDocument } from './rc-ooxml.ts';

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'word-'));
/** @param {string} format @param {string} input @param {string} output @param {string[]} more */
const convert = (format, input, output, ...more) => {
  execFileSync('soffice', ['--headless', '--convert-to', format, ...more, '--outdir', join(work, 'out'), input]);
  renameSync(
    join(
      work,
      'out',
      input
        .split('/')
        .pop()
        .replace(/\.\w+$/, `.${output.split('.').pop()}`),
    ),
    fixtures + output,
  );
};

// The same RC as the hand-written one, as LibreOffice writes it, and in the old format of Word.
writeFileSync(join(work, 'rc.docx'), rcDocument());
convert('docx:Office Open XML Text', join(work, 'rc.docx'), 'libreoffice-rc.docx');
convert('docx:MS Word 2007 XML', join(work, 'rc.docx'), 'libreoffice-2007.docx');
convert('doc:MS Word 97', join(work, 'rc.docx'), 'libreoffice.doc');

// A web page opened in LibreOffice Writer and saved for Word.
writeFileSync(join(work, 'page.html'), readFileSync(new URL('fixtures/page.html', import.meta.url)));
convert('docx:Office Open XML Text', join(work, 'page.html'), 'libreoffice-page.docx', '--infilter=HTML (StarWriter)');

// The RC of the tour, `docs/tour/RC.docx`: that of the sample consultation with a wrong weight, a comment and a tracked change.
const faulty = readFileSync(new URL('../../examples/consultation-conforme/rc.md', import.meta.url), 'utf8')
  .replace('| 4. Délais | 10 % |', '| 4. Délais | 20 % |')
  .replace(
    'trente mois',
    'trente mois<!-- commentaire de Paul Durand, 2027-01-12, sur « trente mois » : Confirmé par le service. -->',
  )
  .replace(
    'cent vingt jours',
    '<!-- suppression de Jeanne Martin, 2027-01-13 : « trois mois » -->cent vingt jours<!-- ajout de Jeanne Martin, 2027-01-13 : « cent vingt jours » -->',
  );
writeFileSync(join(work, 'RC.docx'), (await exportWord(faulty)).bytes);
convert('docx:Office Open XML Text', join(work, 'RC.docx'), '../../../docs/tour/RC.docx');
