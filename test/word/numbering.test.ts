import assert from 'node:assert/strict';
import { importWord } from '../../server/word/import.ts';
import { list, numbered, nums, ooxml, p, r } from './ooxml.ts';

const read = (numbering: string, body: string) => importWord(ooxml({ body, numbering }), 'texte.docx').text;
/** The paragraphs « a », « b »… of the levels given, of the list 1 unless told otherwise. */
const paragraphs = (...places: (number | [list: number, depth: number])[]) =>
  places.map((place, i) => {
    const [id, depth] = typeof place === 'number' ? [1, place] : place;
    return p(r(String.fromCharCode(97 + i)), numbered(id, depth));
  });
/** What is printed before the only paragraph of a list that starts at a number. */
const printed = (format: string, start: number) =>
  read(list(1, [format, 'Article %1', start]) + nums(1), paragraphs(0).join('')).trim();

describe('the numbers that Word prints', () => {
  it('are letters, romans, ranks and padded figures, or nothing', () => {
    const cases: [string, number, string][] = [
      ['lowerLetter', 1, 'a'],
      ['lowerLetter', 26, 'z'],
      ['lowerLetter', 27, 'aa'],
      ['lowerLetter', 53, 'aaa'],
      ['upperLetter', 2, 'B'],
      ['lowerRoman', 4, 'iv'],
      ['lowerRoman', 1994, 'mcmxciv'],
      ['upperRoman', 49, 'XLIX'],
      ['upperRoman', 3999, 'MMMCMXCIX'],
      ['upperRoman', 4000, '4000'],
      ['decimalZero', 7, '07'],
      ['decimalZero', 12, '12'],
      ['ordinal', 1, '1er'],
      ['ordinal', 2, '2e'],
      ['decimal', 0, '0'],
      ['chineseCounting', 3, '3'],
    ];
    for (const [format, start, number] of cases)
      assert.equal(printed(format, start), `Article ${number} a`, `${format} ${start}`);
    assert.equal(printed('none', 3), 'Article a');
    assert.equal(printed('lowerLetter', 0), 'Article a');
  });

  it('start again below a level that goes on, unless the level says that it does not', () => {
    const levels = (restart: string) =>
      `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Lot %1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>${restart}<w:numFmt w:val="decimal"/><w:lvlText w:val="Poste %1.%2"/></w:lvl></w:abstractNum>${nums(1)}`;
    const body = paragraphs(0, 1, 1, 0, 1).join('');
    assert.equal(read(levels(''), body), 'Lot 1 a\n\nPoste 1.1 b\n\nPoste 1.2 c\n\nLot 2 d\n\nPoste 2.1 e\n');
    assert.equal(
      read(levels('<w:lvlRestart w:val="0"/>'), body),
      'Lot 1 a\n\nPoste 1.1 b\n\nPoste 1.2 c\n\nLot 2 d\n\nPoste 2.3 e\n',
    );
  });

  it('count a level that is skipped as begun', () => {
    assert.equal(
      read(list(1, ['decimal', 'Titre %1'], ['decimal', 'Article %1.%2', 3]) + nums(1), paragraphs(1, 1).join('')),
      'Article 1.3 a\n\nArticle 1.4 b\n',
    );
  });

  it('are all in digits where the level is legal', () => {
    const legal = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Titre %1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:isLgl/><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1.%2"/></w:lvl></w:abstractNum>${nums(1)}`;
    assert.equal(read(legal, paragraphs(0, 1).join('')), 'Titre II a\n\nArticle 2.1 b\n');
  });

  it('of one list go on in another that shares its definition, or start where the other says', () => {
    const two = (override: string) =>
      `${list(1, ['decimal', 'Article %1'])}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/>${override}</w:num>`;
    const body = paragraphs([1, 0], [1, 0], [2, 0], [2, 0]).join('');
    assert.equal(read(two(''), body), 'Article 1 a\n\nArticle 2 b\n\nArticle 3 c\n\nArticle 4 d\n');
    assert.equal(
      read(two('<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'), body),
      'Article 1 a\n\nArticle 2 b\n\nArticle 7 c\n\nArticle 8 d\n',
    );
    assert.equal(
      read(
        two(
          '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="Lot %1"/></w:lvl></w:lvlOverride>',
        ),
        body,
      ),
      'Article 1 a\n\nArticle 2 b\n\nLot C c\n\nLot D d\n',
    );
  });

  it('come from the list style that a list names', () => {
    const styled = `<w:abstractNum w:abstractNumId="5"><w:styleLink w:val="Articles"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Articles"/></w:abstractNum>`;
    assert.equal(read(styled + nums(1), paragraphs(0, 0).join('')), 'Article 1 a\n\nArticle 2 b\n');
  });

  it('are none for a list, a level or a number that the document does not define', () => {
    const numbering = list(1, ['decimal', 'Article %1']) + nums(1);
    assert.equal(read(numbering, paragraphs([9, 0]).join('')), 'a\n');
    assert.equal(read(numbering, paragraphs([1, 4]).join('')), 'a\n');
    assert.equal(read(`<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`, paragraphs(0).join('')), 'a\n');
  });

  it('are read from lists that leave out what goes without saying', () => {
    const bare = (level: string) =>
      `<w:abstractNum w:abstractNumId="1"><w:lvl>${level}</w:lvl></w:abstractNum>${nums(1)}`;
    assert.equal(
      read(bare('<w:start w:val="3"/><w:lvlText w:val="Article %1"/>'), paragraphs(0).join('')),
      'Article 3 a\n',
    );
    assert.equal(read(bare('<w:lvlText w:val="Article %1"/>'), paragraphs(0).join('')), 'Article 0 a\n');
    assert.equal(read(bare(''), paragraphs(0).join('')), 'a\n');
    const nameless =
      '<w:abstractNum><w:lvl><w:start w:val="1"/><w:lvlText w:val="Article %1"/></w:lvl></w:abstractNum><w:num w:numId="1"/>';
    assert.equal(read(nameless, paragraphs(0).join('')), 'Article 1 a\n');
    const override = `<w:abstractNum w:abstractNumId="1"><w:lvl><w:start w:val="1"/><w:lvlText w:val="Article %1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/><w:lvlOverride><w:startOverride w:val="8"/></w:lvlOverride></w:num>`;
    assert.equal(read(override, paragraphs(0).join('')), 'Article 8 a\n');
    const deep = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1.%2"/></w:lvl></w:abstractNum>${nums(1)}`;
    assert.equal(read(deep, paragraphs(1).join('')), 'Article 1.1 a\n');
  });
});
