import assert from 'node:assert/strict';
import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  TableOfContents,
  TextRun,
  UnderlineType,
} from 'docx';
import { importWord } from '../../server/word/import.ts';
import { by, heading, list, numbered, nums, ooxml, type Parts, p, r, style, table, zipped } from './ooxml.ts';
import { RC_DRAFT, rcDocument } from './rc-ooxml.ts';

const read = (parts: Parts) => importWord(ooxml(parts), 'texte.docx');
const text = (body: string, more: Partial<Parts> = {}) => read({ body, ...more }).text;
const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('importing a document', () => {
  it('keeps headings, printed numbers, lists, tables, notes, comments and tracked changes', () => {
    assert.equal(importWord(rcDocument(), 'RC.docx').text, RC_DRAFT);
  });

  it('reads any prefix, and the strict names of the standard', () => {
    const strange = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:rPr><x:b/></x:rPr><x:t>Lot 1</x:t></x:r></x:p></x:body></x:document>`;
    assert.equal(importWord(zipped({ 'word/document.xml': strange }), 'a.docx').text, '**Lot 1**\n');
  });

  it('prints numbers as Word does: letters, romans, levels that start again, lists that go on', () => {
    const numbering = [
      list(1, ['upperRoman', '%1.'], ['decimal', '%1.%2'], ['lowerLetter', '%3)']),
      list(2, ['decimal', 'Lot n° %1 :', 4]),
      nums(1, 2),
    ].join('');
    const body = [
      ...[p(r('a'), numbered(1, 0)), p(r('b'), numbered(1, 1)), p(r('c'), numbered(1, 2)), p(r('d'), numbered(1, 2))],
      ...[p(r('e'), numbered(1, 1)), p(r('f'), numbered(1, 2)), p(r('g'), numbered(2, 0)), p(r('h'), numbered(1, 0))],
    ].join('');
    assert.equal(
      text(body, { numbering }),
      '- I. a\n\nI.1 b\n\n- a) c\n- b) d\n\nI.2 e\n\n- a) f\n\nLot n° 4 : g\n\n- II. h\n',
    );
  });

  it('takes a number away from a heading that its style numbers', () => {
    const styles = heading('T1', 'heading 1', numbered(1, 0));
    const numbering = list(1, ['decimal', '%1.']) + nums(1);
    const body = p(r('Objet'), style('T1')) + p(r('Annexe'), `${style('T1')}${numbered(0, 0)}`);
    assert.equal(text(body, { styles, numbering }), '# 1. Objet\n\n# Annexe\n');
  });

  it('joins a paragraph whose end was deleted to the next, and keeps a deleted row in a comment', () => {
    const gone = `<w:rPr><w:del ${by('A', 1)}/></w:rPr>`;
    assert.equal(text(p(r('Le marché '), gone) + p(r('dure un an.'))), 'Le marché dure un an.\n');
    const rows = table([p(r('Lot')), p(r('Prix'))], [p(r('1')), p(r('2'))]);
    const deleted = rows.replace(
      /<w:tr>(?=<w:tc><w:p><w:pPr><\/w:pPr><w:r><w:rPr><\/w:rPr><w:t xml:space="preserve">1)/,
      `<w:tr><w:trPr><w:del ${by('A', 1)}/></w:trPr>`,
    );
    assert.notEqual(deleted, rows);
    assert.equal(text(deleted), '| Lot | Prix |\n| - | - |\n\n<!-- suppression de A, 2026-11-03 : « 1 ; 2 » -->\n');
  });

  it('puts a comment that begins a paragraph behind its first word, where it hides nothing', () => {
    const deletion = `<w:del ${by('A', 1)}><w:r><w:delText>Tout</w:delText></w:r></w:del>`;
    assert.equal(
      text(p(deletion + r('Le marché dure.'))),
      'Le<!-- suppression de A, 2026-11-03 : « Tout » --> marché dure.\n',
    );
  });

  it('cannot be made to end a comment by what a reviewer wrote', () => {
    const comments = `<w:comment ${by('A --', 0)}>${p(r('fin --&gt; &lt;b&gt; ---'))}</w:comment>`;
    const body = p(`${r('Texte')}<w:r><w:commentReference w:id="0"/></w:r>${r(' lisible.')}`);
    const draft = text(body, { comments });
    assert.equal(draft.match(/-->/g)?.length, 1);
    assert.match(draft, /^Texte<!-- .* --> lisible\.\n$/);
  });

  it('follows links and boxes of fields, and leaves their instructions out', () => {
    const box = (on: number) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="${on}"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    assert.equal(text(p(field('HYPERLINK "https://a.example/"', r('profil')))), '[profil](https://a.example/)\n');
    assert.equal(text(p(`${box(1)}${r(' oui ')}${box(0)}${r(' non')}`)), '☒ oui ☐ non\n');
    assert.equal(text(p(`<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>${r(' PME')}`)), '☐ PME\n');
  });

  it('takes a text box, a frame and a nested table as text, and says so', () => {
    const box = `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${p(r('Encadré'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const inner = table([p(r('a')), p(r('b'))], [p(r('c')), p(r('d'))]);
    const { text: draft, lost } = read({
      body:
        p(r('Corps') + box) + table([p(r('Seul'))]) + table([p(r('Lot')), p(r('Détail'))], [p(r('1')), inner + p('')]),
    });
    assert.equal(draft, 'Corps\n\nEncadré\n\nSeul\n\n| Lot | Détail |\n| - | - |\n| 1 | a ; b<br>c ; d |\n');
    assert.equal(lost.length, 3);
  });

  it('does not end emphasis inside a word or on a space, and keeps hidden text in a comment', () => {
    const body = p(
      `${r('Prix', '<w:b/>')}${r(' : ', '<w:b/>')}${r('le ')}${r('lot', '<w:i/>')}${r('s')}${r('secret', '<w:vanish/>')}`,
    );
    assert.equal(text(body), '**Prix :** le *lot*s<!-- commentaire de Word (texte masqué) : secret -->\n');
  });
});

describe('importing a document of the docx library', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  it('links to its pictures, leaves out its contents table, and says what was left', async () => {
    const words = (text: string) => new Paragraph({ children: [new TextRun(text)] });
    const made = new Document({
      numbering: { config: [{ reference: 'n', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }] },
      sections: [
        {
          headers: { default: new Header({ children: [words('Ville de Valdemoy')] }) },
          footers: { default: new Footer({ children: [words('12')] }) },
          children: [
            new Paragraph({ text: 'CCTP', heading: HeadingLevel.TITLE }),
            new TableOfContents('Sommaire'),
            new Paragraph({ text: 'Objet', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [
                new TextRun({ text: 'Souligné', underline: { type: UnderlineType.SINGLE } }),
                new ImageRun({
                  type: 'png',
                  data: png,
                  transformation: { width: 9, height: 9 },
                  altText: { name: 'l', description: 'Logo' },
                }),
              ],
            }),
            new Paragraph({ text: 'capteurs', numbering: { reference: 'n', level: 0 } }),
            new Paragraph({ text: 'plateforme', bullet: { level: 0 } }),
          ],
        },
      ],
    });
    const { text: draft, piece, lost } = importWord(await Packer.toBuffer(made), 'CCTP.docx');
    assert.equal(piece, 'cctp');
    assert.match(
      draft,
      /# CCTP\n\n## Objet\n\nSouligné!\[Logo\]\(CCTP\.docx#word\/media\/[^) ]+\.png "0,24 × 0,24 cm"\)\n\n1\. capteurs\n\n- plateforme\n$/,
    );
    assert.deepEqual(lost.map((line) => line.replace(/ : .*/, '')).sort(), [
      '1 en-tête ou pied de page',
      '1 image',
      '1 passage souligné',
      '1 table des matières',
    ]);
  });
});
