import assert from 'node:assert/strict';
import { readBlock } from '../../rules/kit/markdown/block.ts';

/** Row, column and words of each cell; the words alone of what stands over a table. */
const cells = (chunk: string) =>
  readBlock(chunk, false).passages.map(({ cell, prose, bold, kind }) =>
    cell
      ? `${cell.table}.${cell.row}.${cell.column} ${prose.text}${bold ? ` (bold ${bold})` : ''}`.trim()
      : `${kind} ${prose.text}`,
  );

describe('a table in HTML', () => {
  it('is read as one in Markdown', () => {
    const html =
      '<table border="1">\n  <thead>\n    <tr><th>Critère</th><th>Poids</th></tr>\n  </thead>\n  <tbody>\n    <tr class="odd">\n      <td>Prix</td>\n      <td>40&nbsp;%</td>\n    </tr>\n  </tbody>\n</table>';
    const markdown = '| Critère | Poids |\n|---|---|\n| Prix | 40\u00a0% |';
    assert.deepEqual(cells(html), cells(markdown));
    assert.deepEqual(cells(html), ['0.0.0 Critère', '0.0.1 Poids', '0.1.0 Prix', '0.1.1 40\u00a0%']);
  });

  it('is read in capitals, without its closing tags, in a frame, after another', () => {
    assert.deepEqual(cells('<TABLE><TR><TD>a<TD>b<TR><TD>c</TABLE>'), ['0.0.0 a', '0.0.1 b', '0.1.0 c']);
    assert.deepEqual(cells('<table>\n<tr><td>a'), ['0.0.0 a']);
    assert.deepEqual(cells('<div><table><td>a</td></table></div><table><tr></tr><tr><td>b</table>'), [
      '0.0.0 a',
      '1.0.0 b',
    ]);
    assert.deepEqual(cells('- Un\n\n  <table><tr><td>a</td></tr></table>'), ['item Un', '0.0.0 a']);
    assert.deepEqual(cells('<table></table>'), []);
    assert.deepEqual(cells('<div><tableau><td>a</td></tableau></div>'), ['paragraph a']);
  });

  it('has the words of a cell without its tags, apart where they stand apart', () => {
    const words = (cell: string) =>
      readBlock(`<table><tr><td>${cell}</td></tr></table>`, false).passages[0]?.prose.text;
    assert.equal(words(' un <em>très</em>\n  long<!-- non --> délai '), 'un très long délai');
    assert.equal(words('Prix<br/>Délai<BR>'), 'Prix\nDélai');
    assert.equal(words('<p>Prix.</p>\n<p>Délai.</p>'), 'Prix.\n\nDélai.');
    assert.equal(words('<ul><li>un</li><li>deux</li></ul>'), 'un\n\ndeux');
    assert.equal(words('a &lt; b &amp; c &#233; &inconnu;'), 'a < b & c é &inconnu;');
    assert.equal(words('\\\\serveur\\plan 2 < 3'), '\\\\serveur\\plan 2 < 3');
    assert.equal(words('a <table><tr><td>b</td><td>c</td></tr></table> d'), 'a\n\nb\n\nc\n\nd');
    assert.equal(words('Plan <img src="a.png">'), 'Plan \ufffc');
    assert.equal(words(''), '');
  });

  it('tells what is bold at the beginning of a cell', () => {
    assert.deepEqual(
      cells('<table><tr><td><strong>Objet</strong> du lot</td><td><b>Prix</b><td>Un <b>lot</b></table>'),
      ['0.0.0 Objet du lot (bold 5)', '0.0.1 Prix (bold 4)', '0.0.2 Un lot'],
    );
  });

  it('has a cell in each column, where one runs over several columns or rows', () => {
    const chunk =
      '<table><tr><th>A</th><th colspan="2">B</th><th>C</th></tr>' +
      '<tr><td rowspan=3>1</td><td>2</td><td>3</td><td rowspan="2">4</td></tr>' +
      "<tr><td>5</td><td>6</td></tr><tr><td colspan='3'>7</td></tr></table>";
    const rows = Array.from({ length: 4 }, (_, row) =>
      cells(chunk)
        .filter((c) => c.startsWith(`0.${row}.`))
        .map((c) => c.slice(4)),
    );
    assert.deepEqual(rows, [
      ['0 A', '1 B', '2', '3 C'],
      ['0 1', '1 2', '2 3', '3 4'],
      ['0', '1 5', '2 6', '3'],
      ['0', '1 7', '2', '3'],
    ]);
    const wide = readBlock('<table><tr><td colspan="9999">a</td><td>b</td></tr></table>', false);
    assert.equal(wide.passages.length, 40);
  });

  it('has its caption, or a first row that is but a title, over it', () => {
    assert.deepEqual(cells('<table><caption>Critères :</caption><tr><td>a</td></tr></table>'), [
      'paragraph Critères :',
      '0.0.0 a',
    ]);
    assert.deepEqual(cells('<table><tr><th colspan="2">Critères</th></tr><tr><td>a</td><td>b</td></tr></table>'), [
      'paragraph Critères',
      '0.0.0 a',
      '0.0.1 b',
    ]);
    assert.deepEqual(cells('<table><tr><th colspan="2">Critères</th></tr></table>'), ['0.0.0 Critères', '0.0.1']);
  });

  it('has places in the source', () => {
    const chunk = 'Un.\n<table>\n<tr><td> Le&nbsp;<b>prix</b> </td></tr>\n</table>';
    const { passages, places, tables } = readBlock(`<div>\n${chunk}`, false);
    assert.deepEqual(
      places.map(({ start, end }) => `<div>\n${chunk}`.slice(start, end)),
      passages.map((p) => p.source),
    );
    assert.deepEqual(
      passages.map((p) => p.source),
      ['Un.', ' Le&nbsp;<b>prix</b> '],
    );
    const at = passages[1]?.prose.at(0, 7);
    assert.equal(passages[1]?.source.slice(at?.start, at?.end), 'Le&nbsp;<b>prix');
    assert.deepEqual(
      tables.map(({ start, end }) => `<div>\n${chunk}`.slice(start, end)),
      [chunk.slice(4)],
    );
  });

  it('is not read in a quotation, whose marks stand among the tags', () => {
    assert.deepEqual(cells('> <table>\n> <tr><td>a</td></tr>\n> </table>'), []);
  });
});

describe('a text in HTML', () => {
  it('is read as one in Markdown', () => {
    assert.deepEqual(
      cells(
        '<h2>3. Lots</h2>\n<p>Le marché est <b>alloti</b>.</p>\n<ul><li>eau ;</li><li>gaz.</li></ul>\n<div>Suite<br>ici</div>',
      ),
      ['heading 3. Lots', 'paragraph Le marché est alloti.', 'item eau ;', 'item gaz.', 'paragraph Suite\nici'],
    );
    const [, first, second] = readBlock('<p>Lots :</p><ol><li>eau<li>gaz</ol>', false).passages;
    assert.deepEqual(
      [first?.list, second?.list].map((list) => [list?.number, list?.index, list?.list]),
      [
        [1, 0, 0],
        [2, 1, 0],
      ],
    );
  });

  it('stands beside a table in its order', () => {
    assert.deepEqual(cells('<p>Critères :</p><table><tr><td>Prix</td></tr></table><p>Fin.</p>'), [
      'paragraph Critères :',
      '0.0.0 Prix',
      'paragraph Fin.',
    ]);
  });

  it('holds no code, no style, no comment', () => {
    assert.deepEqual(cells('<div><style>p { color: red }</style><!-- <p>note</p> --><code>x = 1</code></div>'), []);
    assert.deepEqual(cells('<pre>\nx = 1\n</pre>'), []);
  });
});
