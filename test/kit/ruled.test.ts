import assert from 'node:assert/strict';
import { Draft } from '../../rules/kit/draft.ts';

const rowsOf = (text: string) =>
  new Draft(text).tables.map((t) => [t.header, ...t.rows].map((r) => r.cells.map((c) => c.text)));

describe('a table whose columns a line of dashes tells', () => {
  const SIMPLE =
    '  Site       Surface   Note\n  ---------- --------- ------\n  **Halle**  120 m²    \n  Gare       80 m²     A\\-3\n';
  const FRAMED = [
    '  -------------------------------',
    '  **Site**   Passages\n             par an     Jour',
    '  ---------- ---------- -------',
    '  Halle du   24         Lundi\n  Port',
    '',
    '  Gare       12         Mardi',
    '  -------------------------------',
  ].join('\n');

  it('has a row to a line', () => {
    assert.deepEqual(rowsOf(SIMPLE), [
      [
        ['Site', 'Surface', 'Note'],
        ['Halle', '120 m²', ''],
        ['Gare', '80 m²', 'A-3'],
      ],
    ]);
  });

  it('has rows of several lines in a frame', () => {
    const draft = new Draft(`Les sites :\n\n${FRAMED}\n\nFin.\n`);
    assert.deepEqual(rowsOf(`Les sites :\n\n${FRAMED}\n\nFin.\n`), [
      [
        ['Site', 'Passages par an', 'Jour'],
        ['Halle du Port', '24', 'Lundi'],
        ['Gare', '12', 'Mardi'],
      ],
    ]);
    assert.equal(draft.passages.at(-1)?.text, 'Fin.');
    const gare = draft.passages.find((p) => p.text === 'Gare');
    assert.equal(gare && draft.slice(gare.node), 'Gare');
  });

  it('is none where words run from one column into the next, or no dashes end it', () => {
    assert.deepEqual(rowsOf('  Site   Surface\n  ------ -------\n  Halle centrale 120'), []);
    assert.deepEqual(rowsOf(FRAMED.slice(0, FRAMED.lastIndexOf('\n'))), []);
    assert.deepEqual(rowsOf('  ----------------\n\nObjet\n\n  ----------------\n'), []);
  });
});

describe('the cells of a table drawn in characters', () => {
  it('have no marks of emphasis, nor bars of escape', () => {
    assert.deepEqual(
      rowsOf('+------+--------+\n| Site | **Jour** |\n+======+========+\n| A\\-1 | *lundi* |\n+------+--------+'),
      [
        [
          ['Site', 'Jour'],
          ['A-1', 'lundi'],
        ],
      ],
    );
  });
});
