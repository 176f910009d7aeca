import assert from 'node:assert/strict';
import { Draft } from '../../rules/kit/draft.ts';

const rowsOf = (text: string) =>
  new Draft(text).tables.map(({ header, rows }) => [header, ...rows].map((row) => row.cells.map((c) => c.text)));

const CRITERIA = [
  '+-------------------------+-------------+',
  '| Critère                 | Pondération |',
  '+-------------------------+-------------+',
  '| Prix                    |        30 % |',
  '| Qualité des capteurs    |        70 % |',
  '+-------------------------+-------------+',
];
const LOTS = [
  '+-------+------------------+',
  '| Lot   | Objet            |',
  '+=======+==================+',
  '| 1     | Bancs et tables  |',
  '|       | de jardin        |',
  '+-------+------------------+',
  '| 2     |                  |',
  '+-------+------------------+',
];

describe('a table whose borders are drawn', () => {
  it('has a row for each line where no border parts them, with what stands over and under it', () => {
    const text = `6.1 Critères\n${CRITERIA.join('\n')}\nLe prix compte moins.\n`;
    assert.deepEqual(rowsOf(text), [
      [
        ['Critère', 'Pondération'],
        ['Prix', '30 %'],
        ['Qualité des capteurs', '70 %'],
      ],
    ]);
    const { passages } = new Draft(text);
    assert.deepEqual([passages[0]?.text, passages.at(-1)?.text], ['6.1 Critères', 'Le prix compte moins.']);
    const cell = passages.find((p) => p.text === '70 %');
    assert.equal(text.slice(cell?.span.start, cell?.span.end), '70 %');
  });

  it('has cells of several lines, and empty ones, between its borders', () => {
    assert.deepEqual(rowsOf(LOTS.join('\n')), [
      [
        ['Lot', 'Objet'],
        ['1', 'Bancs et tables de jardin'],
        ['2', ''],
      ],
    ]);
  });

  it('is none where a row has not a cell in each column, or nothing stands under its header', () => {
    assert.deepEqual(rowsOf(LOTS.with(3, '| 1 et 2 réunis              |').join('\n')), []);
    assert.deepEqual(rowsOf(CRITERIA.slice(0, 3).join('\n')), []);
  });
});
