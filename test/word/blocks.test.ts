import assert from 'node:assert/strict';
import { strToU8 } from 'fflate';
import { exportWord } from '../../server/word/export.ts';
import { importWord } from '../../server/word/import.ts';
import { wordsBefore } from '../../server/word/words-before.ts';
import { by, heading, list, numbered, nums, ooxml, type Parts, p, r, style, table } from './ooxml.ts';

const read = (body: string, more: Partial<Parts> = {}) => importWord(ooxml({ body, ...more }), 'texte.docx');
const text = (body: string, more: Partial<Parts> = {}) => read(body, more).text;
const styled = (name: string) => `<w:style w:type="paragraph" w:styleId="S"><w:name w:val="${name}"/></w:style>`;

describe('the paragraphs of a document of Word', () => {
  it('are quotations by their style', () => {
    for (const name of ['Quote', 'Intense Quote', 'Citation'])
      assert.equal(text(p(r('Un texte.'), style('S')), { styles: styled(name) }), '> Un texte.\n', name);
    assert.equal(text(p(r('Un texte.'), style('S')), { styles: styled('Body Text') }), 'Un texte.\n');
  });

  it('are headings by their outline level, with or against their style', () => {
    const level = (n: number) => `<w:outlineLvl w:val="${n}"/>`;
    assert.equal(text(p(r('Objet'), level(0))), '# Objet\n');
    assert.equal(text(p(r('Objet'), level(2))), '### Objet\n');
    assert.equal(text(p(r('Objet'), level(9))), 'Objet\n');
    assert.equal(text(p(r('Objet'), style('T1') + level(9)), { styles: heading('T1', 'heading 1') }), 'Objet\n');
  });

  it('are headings on one line, no deeper than Markdown has them, and say so', () => {
    const styles = heading('T9', 'heading 9') + heading('T', 'Title');
    const { text: draft, lost } = read(p(r('Contrat'), style('T')) + p(r('Fin'), style('T9')), { styles });
    assert.equal(draft, '# Contrat\n\n###### Fin\n');
    assert.equal(lost.length, 1);
    assert.equal(
      text(p(`<w:r><w:t>Objet</w:t><w:br/><w:t>du marché</w:t></w:r>`, style('T1')), {
        styles: heading('T1', 'heading 1'),
      }),
      '# Objet du marché\n',
    );
    assert.equal(text(p('', style('T1')) + p(r('a')), { styles: heading('T1', 'heading 1') }), 'a\n');
  });

  it('that only a reviewer deleted are a comment, not a heading', () => {
    const gone = `<w:del ${by('A', 1)}><w:r><w:delText>Objet</w:delText></w:r></w:del>`;
    assert.equal(
      text(p(gone, style('T1')) + p(r('a')), { styles: heading('T1', 'heading 1') }),
      '<!-- suppression de A, 2026-11-03 : « Objet » -->\n\na\n',
    );
  });

  it('are left out as lines of a table of contents', () => {
    assert.equal(text(p(r('1. Objet … 3'), style('S')) + p(r('a')), { styles: styled('toc 1') }), 'a\n');
    const contents = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p(r('1. Objet'))}</w:sdtContent></w:sdt>`;
    const { text: draft, lost } = read(contents + p(r('a')));
    assert.equal(draft, 'a\n');
    assert.match(lost.join('\n'), /table des matières/);
  });

  it('are read through controls, custom XML and insertions', () => {
    for (const wrap of ['w:customXml', 'w:ins', 'w:moveTo'])
      assert.equal(text(`<${wrap}>${p(r('a'))}</${wrap}>`), 'a\n', wrap);
    assert.equal(text(`<w:sdt><w:sdtContent>${p(r('a'))}</w:sdtContent></w:sdt>`), 'a\n');
    assert.equal(text(`<w:inconnu>${p(r('a'))}</w:inconnu>${p(r('b'))}`), 'b\n');
  });

  it('keep the words of a last paragraph whose end was deleted', () => {
    assert.equal(text(p(r('Le marché'), `<w:rPr><w:del ${by('A', 1)}/></w:rPr>`)), 'Le marché\n');
  });

  it('say that a change of format is not carried over', () => {
    const { lost } = read(p(r('a'), `<w:pPrChange ${by('A', 1)}><w:pPr/></w:pPrChange>`));
    assert.equal(lost.length, 1);
  });
});

describe('the tables of a document of Word', () => {
  it('have their rows and cells in controls or in custom XML', () => {
    const cell = (words: string) => `<w:tc>${p(r(words))}</w:tc>`;
    const control = (inside: string) => `<w:sdt><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
    const rows = `<w:tr>${cell('Lot')}${control(cell('Prix'))}</w:tr>${control(`<w:tr>${cell('1')}<w:customXml>${cell('2')}</w:customXml></w:tr>`)}`;
    assert.equal(text(`<w:tbl>${rows}</w:tbl>`), '| Lot | Prix |\n| - | - |\n| 1 | 2 |\n');
  });

  it('have short rows filled, cells that span columns marked, and empty tables left out', () => {
    const { text: draft, lost } = read(
      table([p(r('a')), p(r('b')), p(r('c'))], [['<w:gridSpan w:val="2"/>', p(r('1'))], p(r('2'))], [p(r('3'))]),
    );
    assert.equal(draft, '| a | b | c |\n| - | - | - |\n| 1 | <!-- ← --> | 2 |\n| 3 | | |\n');
    assert.deepEqual(lost, []);
    assert.equal(text(table([p(''), p('')], [p(''), p('')]) + p(r('a'))), 'a\n');
  });

  it('keep the items of a list in a cell apart', () => {
    const numbering = list(1, ['bullet', '•']) + nums(1);
    assert.equal(
      text(table([p(r('Lot')), p(r('Détail'))], [p(r('1')), p(r('a'), numbered(1, 0)) + p(r('b'), numbered(1, 0))]), {
        numbering,
      }),
      '| Lot | Détail |\n| - | - |\n| 1 | – a<br>– b |\n',
    );
  });
});

describe('the package of a document of Word', () => {
  it('may be in UTF-16, and lead to its text by a path with dots', () => {
    const main =
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Marché</w:t></w:r></w:p></w:body></w:document>';
    const wide = new Uint8Array(Buffer.from(`\ufeff${main}`, 'utf16le'));
    assert.equal(read('', { files: { 'word/document.xml': wide } }).text, 'Marché\n');
    const rels = strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="./docs/../autre/texte.xml"/></Relationships>',
    );
    assert.equal(read('', { files: { '_rels/.rels': rels, 'autre/texte.xml': main } }).text, 'Marché\n');
  });

  it('may write its names without a prefix', () => {
    const bare =
      '<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><t>Marché</t></r></p></body></document>';
    assert.equal(read('', { files: { 'word/document.xml': bare } }).text, 'Marché\n');
  });
});

describe('a draft exported to Word', () => {
  const back = async (draft: string) => importWord((await exportWord(draft)).bytes, 'texte.docx').text;

  it('keeps quotations, code, boxes to tick and lists that start elsewhere', async () => {
    const code = ['```\na = 1\nb = 2\n```\n', 'Le champ `montant` est vide.\n'];
    for (const draft of ['> Un texte.\n', '4. quatre\n5. cinq\n', '- [x] oui\n- [ ] non\n', ...code])
      assert.equal(await back(draft), draft);
    assert.equal(await back('> - un\n> - deux\n\nfin\n'), '> - un\n> - deux\n\nfin\n'.replace(/> /g, ''));
  });

  it('resolves links by reference, and leaves their words where there is no address', async () => {
    assert.equal(
      await back('Voir [ici][a] et [là][b].\n\n[a]: https://a.example/\n'),
      'Voir [ici](https://a.example/) et [là]\\[b].\n',
    );
  });

  it('keeps as they are the marks of a picture and of a note that are not there', async () => {
    assert.equal(await back('Voir ![plan](plan.png) et ![](a.png).\n'), 'Voir ![plan](plan.png) et ![](a.png).\n');
    assert.equal(await back('Voir la note[^x].\n'), 'Voir la note\\[^x].\n');
  });

  it('breaks lines at <br>, and says that other HTML is lost', async () => {
    assert.equal(await back('un<br>deux\n'), 'un\\\ndeux\n');
    const { lost } = await exportWord('un <u>deux</u>\n\n<div>trois</div>\n');
    assert.equal(lost.length, 1);
  });
});

describe('the words before a comment', () => {
  const words = (value: string) => ({ type: 'text' as const, value });
  const strong = (value: string) => ({ type: 'strong' as const, children: [words(value)] });

  it('are cut out of the end of the text, over several nodes', () => {
    assert.deepEqual(wordsBefore([words('Le marché')], 'marché'), [[words('Le ')], [words('marché')]]);
    assert.deepEqual(wordsBefore([words('Le '), strong('marché')], 'Le marché'), [
      [],
      [words('Le '), strong('marché')],
    ]);
    assert.deepEqual(wordsBefore([words('Voir le '), strong('marché'), words(' public ')], 'le marché public'), [
      [words('Voir ')],
      [words('le '), strong('marché'), words(' public ')],
    ]);
    assert.deepEqual(wordsBefore([strong('a'), { type: 'break' }, words('b')], 'a b'), [
      [],
      [strong('a'), { type: 'break' }, words('b')],
    ]);
  });

  it('are none where the text does not end so, or would be cut inside emphasis', () => {
    for (const [nodes, about] of [
      [[words('Le marché')], 'contrat'],
      [[words('Le marché')], ''],
      [[strong('Le marché')], 'marché'],
      [[words('marché')], 'Le marché'],
    ] as const)
      assert.deepEqual(wordsBefore(nodes, about), [[...nodes], []], about);
  });
});
