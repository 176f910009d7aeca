import assert from 'node:assert/strict';
import { type PassageContent, readBlock, readParsed } from '../../rules/kit/markdown/block.ts';

/** Kind and words of a passage, then its place in a list or a table and what else is known of it. */
const summary = ({ kind, prose, list, cell, depth, quoted, footnote, bold }: PassageContent): string =>
  [
    `${kind} ${prose.text}`,
    list && `list ${list.list} depth ${list.depth} rank ${list.index}`,
    list?.ordered && `n° ${list.number}`,
    list?.checked !== undefined && (list.checked ? 'ticked' : 'not ticked'),
    list?.parent !== undefined && `in ${list.parent}`,
    cell && `table ${cell.table} row ${cell.row} column ${cell.column}`,
    depth !== undefined && `depth ${depth}`,
    quoted && 'quoted',
    footnote && 'note',
    bold > 0 && `bold ${bold}`,
  ]
    .filter(Boolean)
    .join(', ');
const read = (chunk: string, first = false) => readBlock(chunk, first).passages.map(summary);

describe('a block of Markdown', () => {
  it('holds titles and paragraphs', () => {
    assert.deepEqual(read('### *Objet*'), ['heading Objet, depth 3']);
    assert.deepEqual(read('Objet *du* marché\n---'), ['heading Objet du marché, depth 2']);
    assert.deepEqual(read('Un *parc*.'), ['paragraph Un parc.']);
    assert.deepEqual(read('Un parc.'), ['paragraph Un parc.']);
    assert.deepEqual(read('## Objet'), ['heading Objet, depth 2']);
    assert.deepEqual(read('***'), []);
    assert.deepEqual(read('    code'), []);
  });

  it('holds quotations and notes, whatever is in them', () => {
    assert.deepEqual(read('> Un avis.\n>\n> - a\n> - b'), [
      'paragraph Un avis., quoted',
      'item a, list 0 depth 1 rank 0, quoted',
      'item b, list 0 depth 1 rank 1, quoted',
    ]);
    assert.deepEqual(read('[^1]: Une note.\n\n    - a\n\n    > b'), [
      'paragraph Une note., note',
      'item a, list 0 depth 1 rank 0, note',
      'paragraph b, quoted, note',
    ]);
    assert.deepEqual(read('- a\n\n  > b'), [
      'item a, list 0 depth 1 rank 0',
      'paragraph b, list 0 depth 1 rank 0, quoted',
    ]);
  });

  it('holds lists, each item with its rank, its number and what is above it', () => {
    assert.deepEqual(read('- a\n- b\n  1. c\n  2. d\n     - e\n- *f*'), [
      'item a, list 0 depth 1 rank 0',
      'item b, list 0 depth 1 rank 1',
      'item c, list 1 depth 2 rank 0, n° 1, in 1',
      'item d, list 1 depth 2 rank 1, n° 2, in 1',
      'item e, list 2 depth 3 rank 0, in 3',
      'item f, list 0 depth 1 rank 2',
    ]);
    assert.deepEqual(read('3) *a*\n4) b'), [
      'item a, list 0 depth 1 rank 0, n° 3',
      'item b, list 0 depth 1 rank 1, n° 4',
    ]);
    assert.deepEqual(read('3. a\n4. b'), [
      'item a, list 0 depth 1 rank 0, n° 3',
      'item b, list 0 depth 1 rank 1, n° 4',
    ]);
    assert.deepEqual(read('0. a\n1. b'), [
      'item a, list 0 depth 1 rank 0, n° 0',
      'item b, list 0 depth 1 rank 1, n° 1',
    ]);
    assert.deepEqual(read('- *a*\n\n1. b'), ['item a, list 0 depth 1 rank 0', 'item b, list 1 depth 1 rank 0, n° 1']);
    assert.deepEqual(read('- [x] a\n- [ ] b\n- c'), [
      'item a, list 0 depth 1 rank 0, ticked',
      'item b, list 0 depth 1 rank 1, not ticked',
      'item c, list 0 depth 1 rank 2',
    ]);
  });

  it('holds items of several paragraphs, titles and lists', () => {
    assert.deepEqual(read('- a\n\n  b\n\n  ## C\n\n  | d |\n  |---|'), [
      'item a, list 0 depth 1 rank 0',
      'paragraph b, list 0 depth 1 rank 0',
      'heading C, list 0 depth 1 rank 0, depth 2',
      'cell d, list 0 depth 1 rank 0, table 0 row 0 column 0',
    ]);
    // A list right in an item, of which nothing is said, is in no passage.
    assert.deepEqual(read('- - a'), ['item a, list 1 depth 2 rank 0']);
  });

  it('tells the cells of a table that another runs over', () => {
    const merged = (chunk: string) => readBlock(chunk, false).passages.map(({ cell }) => cell?.merged ?? '');
    assert.deepEqual(merged('| a | <!-- ← --> |\n|---|---|\n| <!-- ↑ --> | b |'), ['', '←', '↑', '']);
    assert.deepEqual(merged('| a <!-- ← --> | <!-- à voir --> |\n|---|---|\n| | → |'), ['', '', '', '']);
    assert.deepEqual(merged('<table><tr><td colspan=2>a<tr><td>b<td>c</table>'), ['', '', '']);
    assert.deepEqual(merged('<table><tr><td rowspan=2>a<td>b<tr><td>c</table>'), ['', '', '↑', '']);
  });

  it('holds tables, with their places', () => {
    const chunk = '| *a* | b |\n|---|---|\n| 1 | 2 |';
    assert.deepEqual(read(chunk), [
      'cell a, table 0 row 0 column 0',
      'cell b, table 0 row 0 column 1',
      'cell 1, table 0 row 1 column 0',
      'cell 2, table 0 row 1 column 1',
    ]);
    assert.deepEqual(readBlock(chunk, false).tables, [{ start: 0, end: chunk.length }]);
    assert.deepEqual(readBlock('- | a |\n  |---|', false).tables, [{ start: 2, end: 15 }]);
  });

  it('tells what is bold at its beginning', () => {
    assert.deepEqual(read('**Objet** du marché'), ['paragraph Objet du marché, bold 5']);
    assert.deepEqual(read('**Objet** **du** marché'), ['paragraph Objet du marché, bold 8']);
    assert.deepEqual(read('Le **marché**'), ['paragraph Le marché']);
    assert.deepEqual(read('**Objet**, **prix**'), ['paragraph Objet, prix, bold 5']);
  });

  it('holds comments, in a line, between lines or within a list', () => {
    const comments = (chunk: string) =>
      readBlock(chunk, false).comments.map(({ text, span }) => {
        assert.equal(chunk.slice(span.start, span.end), `<!--${text}-->`);
        return text.trim();
      });
    assert.deepEqual(comments('<!-- a -->'), ['a']);
    assert.deepEqual(comments('<!-- a\n\nb -->'), ['a\n\nb']);
    assert.deepEqual(comments('<!-- a --> <!-- b -->'), ['a', 'b']);
    assert.deepEqual(comments('Un <!-- a --> *parc <!-- b -->*.'), ['a', 'b']);
    assert.deepEqual(comments('## Objet <!-- a -->'), ['a']);
    assert.deepEqual(comments('- un <!-- a -->\n\n  <!-- b -->\n- deux'), ['a', 'b']);
    assert.deepEqual(comments('<div>\n<!-- a -->\n</div>'), ['a']);
    assert.deepEqual(comments('Un <i>parc</i>.'), []);
    assert.deepEqual(comments('`<!-- a -->`'), []);
  });

  it('has front matter but at the beginning of a file', () => {
    const front = '---\na: 1\nb: 2\n---';
    assert.deepEqual(readBlock(front, true).frontMatter, { yaml: 'a: 1\nb: 2', start: 4 });
    assert.deepEqual(readBlock(front, true).passages, []);
    assert.equal(readBlock(front, false).frontMatter, undefined);
    assert.deepEqual(readBlock(front.replace(/\n/g, '\r\n'), true).frontMatter?.start, 5);
    assert.equal(readBlock('Un parc.', true).frontMatter, undefined);
    // Tables and boxes are known there too.
    assert.deepEqual(read('| *a* |\n|---|', true), ['cell a, table 0 row 0 column 0']);
    assert.deepEqual(read('- [x] *a*\n---', true), ['item a, list 0 depth 1 rank 0, ticked']);
  });

  it('is not read where a passage is data pasted in', () => {
    const longest = 'a'.repeat(60_000);
    assert.equal(readBlock(longest, false).passages.length, 1);
    assert.equal(readBlock(`*${longest}*`, false).passages.length, 1);
    assert.deepEqual(readBlock(`${longest}a`, false).passages, []);
    assert.deepEqual(readBlock(`*${longest}a*`, false).passages, []);
    // The other passages are.
    assert.deepEqual(read(`- ${longest}a\n- b`), ['item b, list 0 depth 1 rank 1']);
  });

  it('has the source of each passage, and its place', () => {
    const chunk = '- Un *parc*.\n- [x] Un lot.\n\n| a |\n|---|';
    const { passages, places } = readBlock(chunk, false);
    assert.deepEqual(
      passages.map((p) => p.source),
      ['Un *parc*.', 'Un lot.', '| a |'],
    );
    assert.deepEqual(
      places.map(({ start, end }) => chunk.slice(start, end)),
      passages.map((p) => p.source),
    );
  });
});

describe('a block with titles among its lists', () => {
  it('is read by its parts, as one', () => {
    const chunk = [
      '1. Pièces',
      '- le plan ;\n  - en couleur ;\n- [ ] le devis. <!-- à revoir -->\n\n  | Lot |\n  |---|\n  | 1 |',
      '2. Critères',
      '- prix ;\n  1. unitaire ;\n- délai.\n\n  | Note |\n  |---|\n  | 5 |',
    ].join('\n\n');
    const { passages, places, tables, comments } = readBlock(chunk, false);
    assert.deepEqual(passages.map(summary), [
      'heading 1. Pièces, depth 8',
      'item le plan ;, list 0 depth 1 rank 0',
      'item en couleur ;, list 1 depth 2 rank 0, in 1',
      'item le devis. , list 0 depth 1 rank 1, not ticked',
      'cell Lot, list 0 depth 1 rank 1, not ticked, table 0 row 0 column 0',
      'cell 1, list 0 depth 1 rank 1, not ticked, table 0 row 1 column 0',
      'heading 2. Critères, depth 8',
      'item prix ;, list 2 depth 1 rank 0',
      'item unitaire ;, list 3 depth 2 rank 0, n° 1, in 7',
      'item délai., list 2 depth 1 rank 1',
      'cell Note, list 2 depth 1 rank 1, table 1 row 0 column 0',
      'cell 5, list 2 depth 1 rank 1, table 1 row 1 column 0',
    ]);
    assert.deepEqual(
      places.map(({ start, end }) => chunk.slice(start, end)),
      passages.map((p) => p.source),
    );
    assert.deepEqual(
      tables.map(({ start, end }) => chunk.slice(start, end).split(' ')[1]),
      ['Lot', 'Note'],
    );
    assert.deepEqual(
      comments.map(({ span, text }) => [chunk.slice(span.start, span.end), text]),
      [['<!-- à revoir -->', ' à revoir ']],
    );
  });

  it('is one list where its numbers go on', () => {
    assert.deepEqual(read('1. Prix\n\n2. Qualité'), [
      'item Prix, list 0 depth 1 rank 0, n° 1',
      'item Qualité, list 0 depth 1 rank 1, n° 2',
    ]);
  });

  it('is read by the parser when it is asked for', () => {
    assert.deepEqual(readParsed('1. Pièces\n\n- le plan', false).passages.map(summary), [
      'item Pièces, list 0 depth 1 rank 0, n° 1',
      'item le plan, list 1 depth 1 rank 0',
    ]);
  });
});

describe('what a block leaves unread', () => {
  const LONG = 'mot '.repeat(40_000).trim();
  const left = (chunk: string) =>
    (readBlock(chunk, false).unread ?? []).map(({ span, why }) => [
      why,
      chunk
        .slice(span.start, span.end)
        .replace(/mot(?: +mot)+/, 'mots')
        .trim(),
    ]);

  it('is at its place in a list that letters make, and under it', () => {
    assert.deepEqual(left(`Pièces :\na) le plan\n\n  ${LONG}\nb) le devis.\n\n1. ${LONG}`), [
      ['long', 'mots'],
      ['long', '1. mots'],
    ]);
  });

  it('is at its place in a text with titles, or indented', () => {
    assert.deepEqual(left(`5.2 Étendue\nUn ${LONG}`), [['long', 'Un mots']]);
    assert.deepEqual(left(`    5.2 Étendue\n    Un parc.\n    5.3 Durée\n    Un ${LONG}`), [['long', 'Un mots']]);
  });

  it('is a cell of a table in HTML, beside which others are read', () => {
    const chunk = `<table><tr><td>Un parc<td>${LONG}</table>`;
    assert.deepEqual(left(chunk), [['long', 'mots']]);
    assert.deepEqual(
      readBlock(chunk, false).passages.map((p) => p.prose.text),
      ['Un parc'],
    );
  });
});
