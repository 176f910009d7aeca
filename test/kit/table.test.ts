import assert from 'node:assert/strict';
import { Draft, type Passage, type Row, type Table } from '../../rules/kit/draft.ts';
import { fr } from '../../rules/kit/french/pattern.ts';

const tableOf = (text: string): Table => {
  const [table] = new Draft(text).tables;
  assert.ok(table, text);
  return table;
};
const texts = (row: Row | undefined) => row?.cells.map((c) => c.text);

describe('a table', () => {
  const TEXT = [
    '## Critères',
    'Les offres sont jugées ainsi :',
    '| Critère | Poids | Note |\n|---|--:|---|\n| Prix | 60 % | sur 20 |\n| Délai |\n| Qualité | 40 % | sur 10 |',
    'Fin.',
  ].join('\n\n');
  const table = tableOf(TEXT);
  const [price, delay, quality] = table.rows;

  it('has a header and rows, short ones included', () => {
    assert.deepEqual(texts(table.header), ['Critère', 'Poids', 'Note']);
    assert.deepEqual(table.rows.map(texts), [['Prix', '60 %', 'sur 20'], ['Délai'], ['Qualité', '40 %', 'sur 10']]);
    assert.deepEqual(
      [table.header, ...table.rows].map((r) => r.index),
      [0, 1, 2, 3],
    );
  });

  it('takes its heads from a second row where those of the first run over several columns', () => {
    const rows = tableOf(
      '<table><tr><th rowspan="2">Site</th><th colspan="2">Passages</th></tr><tr><th>Par an</th><th>Par mois</th></tr><tr><td>Halle</td><td>24</td><td>2</td></tr></table>',
    );
    assert.deepEqual([rows.header, ...rows.rows].map(texts), [
      ['Site', 'Par an', 'Par mois'],
      ['Halle', '24', '2'],
    ]);
    const [first] = rows.rows;
    assert.equal(first && rows.rowOf(first.cells[1] as Passage), first);
    assert.equal(rows.rowOf(rows.header.cells[1] as Passage), rows.header);
    assert.deepEqual(
      texts(tableOf('| Site | Passages | |\n|---|---|---|\n| | Par an | Par mois |\n| Halle | 24 | 2 |').header),
      ['Site', 'Par an', 'Par mois'],
    );
    assert.equal(tableOf('| Fiche | |\n|---|---|\n| | Sites |\n| Halle | 2 |').rows.length, 2);
  });

  it('gives the cell of a row under a header', () => {
    assert.equal(table.column(fr`poids`), 1);
    assert.equal(table.column(fr`prix`), -1);
    assert.ok(price && delay && quality);
    assert.equal(table.value(price, fr`poids`)?.text, '60 %');
    assert.equal(table.value(quality, fr`critères?`)?.text, 'Qualité');
    assert.equal(table.value(delay, fr`poids`), undefined);
    assert.equal(table.value(price, fr`délai`), undefined);
  });

  it('gives the header above a cell, and its row', () => {
    const weight = quality?.cells[1];
    assert.ok(weight);
    assert.equal(table.headerOf(weight)?.text, 'Poids');
    assert.equal(table.rowOf(weight), quality);
    assert.equal(table.rowOf(table.header.cells[2] as typeof weight), table.header);
    const outside = new Draft('Un parc.').passages[0];
    assert.ok(outside);
    assert.equal(table.headerOf(outside), undefined);
    assert.equal(table.rowOf(outside), undefined);
  });

  it('stands in its section, after what introduces it, from its first bar to its last', () => {
    assert.equal(table.section.title, 'criteres');
    assert.equal(table.lead?.text, 'Les offres sont jugées ainsi :');
    assert.match(TEXT.slice(table.span.start, table.span.end), /^\| Critère[\s\S]*sur 10 \|$/);
    const row = quality?.span;
    assert.ok(row);
    assert.equal(TEXT.slice(row.start, row.end).trim(), '| Qualité | 40 % | sur 10 |');
  });

  it('is that of each of its cells, and of nothing else', () => {
    const draft = new Draft(TEXT);
    assert.deepEqual(
      draft.passages.map((p) => p.table === draft.tables[0]),
      draft.passages.map((p) => p.kind === 'cell'),
    );
    assert.equal(draft.passages[0]?.table, undefined);
  });

  it('moves with the text above it, and holds a row more of words', () => {
    const draft = new Draft(TEXT);
    const [own] = draft.tables;
    assert.ok(own && draft.edit(TEXT.replace('ainsi', 'comme suit').replace('sur 10', 'sur 100')));
    assert.match(draft.slice(own.span), /^\| Critère[\s\S]*sur 100 \|$/);
  });

  it('may be one of several in a list, or stand beside another', () => {
    const draft = new Draft(
      'Lots :\n\n' + '- Lot 1\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n\n- Lot 2\n\n  | c |\n  |---|\n  | 3 |\n',
    );
    assert.deepEqual(
      draft.tables.map((t) => draft.slice(t.span).trim().split('\n').length),
      [3, 3],
    );
    assert.deepEqual(
      draft.tables.map((t) => draft.slice(t.span).slice(0, 5)),
      ['| a |', '| c |'],
    );
    assert.deepEqual(
      draft.tables.map((t) => [texts(t.header), ...t.rows.map(texts), t.lead?.text]),
      [
        [['a', 'b'], ['1', '2'], 'Lot 1'],
        [['c'], ['3'], 'Lot 2'],
      ],
    );
  });

  it('is none of the draft in a quotation', () => {
    const draft = new Draft('> | a |\n> |---|\n> | 1 |\n\n| b |\n|---|\n| 2 |');
    assert.deepEqual(
      draft.tables.map((t) => texts(t.header)),
      [['b']],
    );
    assert.equal([...draft.asides][0]?.table, undefined);
  });

  it('has neither a row nor a header of data pasted in', () => {
    const data = 'a'.repeat(60_001);
    assert.deepEqual(tableOf(`| a |\n|---|\n| ${data} |\n| 1 |`).rows.map(texts), [['1']]);
    assert.deepEqual(new Draft(`| ${data} |\n|---|\n| 1 |`).tables, []);
  });
});
