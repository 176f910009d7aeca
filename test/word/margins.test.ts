import assert from 'node:assert/strict';
import { Document, Footer, Header, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { landmarkAt, landmarkShown } from '../../server/core/where.ts';
import { annotateWord } from '../../server/word/annotate.ts';
import { importWord } from '../../server/word/import.ts';

const words = (text: string) => new Paragraph({ children: [new TextRun(text)] });
const made = (header: string, footer = 'Page 1') =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          headers: { default: new Header({ children: [words(header)] }) },
          footers: { default: new Footer({ children: [words(footer)] }) },
          children: [words('Règlement de la consultation'), words('Le marché dure un an.')],
        },
      ],
    }),
  );
const noted = async (header: string, footer?: string) =>
  importWord(await made(header, footer), 'RC.docx').text.match(/^\[\^.*$/gm) ?? [];

describe('what stands on every page of a Word document', () => {
  it('is read where it binds: a deadline, how long offers stand, how long the contract lasts', async () => {
    for (const header of [
      'CCTP - date limite de remise des offres : 25/01/2027 à 12 h 00',
      'Remise des plis au plus tard le 1er février 2027',
      'RC – validité des offres : six mois',
      'Accord-cadre – durée : 4 ans',
    ]) {
      assert.deepEqual(await noted(header), [`[^en-tete-1]: ${header}`]);
      assert.deepEqual(await noted('Ville de Valdemoy', header), [`[^en-tete-1]: ${header}`]);
      assert.deepEqual(await noted(header, header), [`[^en-tete-1]: ${header}`], 'once');
    }
  });

  it('is left out where it names the piece, its date or its page', async () => {
    for (const header of [
      'Ville de Valdemoy – consultation n° 2026-117 – RC',
      'Version du 12/11/2026',
      'CCAP, page 3 sur 24, le 4 décembre 2026',
      'Imprimé le 25/01/2027',
    ])
      assert.deepEqual(await noted(header), []);
  });

  it('is said to be there, and a comment on it goes to the first words of the text', async () => {
    const document = await made('Date limite de remise des offres : 25/01/2027');
    const { text, landmarks } = importWord(document, 'RC.docx');
    const start = text.indexOf('25/01/2027');
    const place = landmarkAt({ landmarks }, { start, end: start + 10 });
    assert.equal(place && landmarkShown(place), 'en-tête ou pied de page');
    const annotation = { at: { start, end: start + 10 }, lines: ['a'], links: [] };
    const { bytes, comments } = annotateWord(document, 'RC.docx', text, [annotation], '2026-12-01');
    assert.equal(comments, 1);
    const body = strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array);
    const inside = /<w:commentRangeStart[^>]*>([\s\S]*?)<w:commentRangeEnd/.exec(body)?.[1] ?? '';
    assert.match(inside, /Règlement de la consultation/);
  });
});
