import assert from 'node:assert/strict';
import { Draft } from '../../rules/kit/draft.ts';

const FOOT = '\n\n\n                Page 2 sur 7\n';
const HEAD = [
  '  Lot     Objet                 Montant',
  '  1       Voirie                120 000 €',
  '  2       Réseaux               80 000 €',
];
const rowsOf = (draft: Draft) =>
  draft.tables.map(({ header, rows }) =>
    [header, ...rows].map(({ cells }) => cells.map(({ text }) => text).join(' | ')),
  );
const read = (lines: readonly string[]) =>
  rowsOf(new Draft(`# RC\n\n${HEAD.join('\n')}${FOOT}\f${lines.join('\n')}\n\nFin.\n`));

const WHOLE = [
  'Lot | Objet | Montant',
  '1 | Voirie | 120 000 €',
  '2 | Réseaux | 80 000 €',
  '3 | Signaux | 9 000 €',
  'Total |  | 209 000 €',
];
const REST = ['   3      Signaux                9 000 €', '   Total                       209 000 €'];

describe('a table that the end of a page cuts', () => {
  it('goes on under its header printed again, wherever its columns stand on the other page', () => {
    assert.deepEqual(read(['   Lot    Objet                  Montant', ...REST]), [WHOLE]);
  });

  it('goes on without it where figures stand under figures', () => {
    assert.deepEqual(
      read([
        '   3      Signaux                9 000 €',
        '   4      Ponts                  7 000 €',
        '   Total                       216 000 €',
      ]),
      [[...WHOLE.slice(0, 4), '4 | Ponts | 7 000 €', 'Total |  | 216 000 €']],
    );
  });

  it('is another under another header, or with words between them', () => {
    const other = ['   Étape  Lieu                   Jour', ...REST];
    assert.equal(read(other).length, 2);
    assert.equal(read(['Les lots restants :', '', '   Lot    Objet                  Montant', ...REST]).length, 2);
  });

  it('is read again as it would be from the start when it changes', () => {
    const text = `# RC\n\n${HEAD.join('\n')}${FOOT}\f   Lot    Objet                  Montant\n${REST.join('\n')}\n\nFin.\n`;
    const after = text.replace('\f   Lot ', '\f   Axe ');
    const draft = new Draft(text);
    assert.equal(draft.edit(after), undefined);
    assert.equal(rowsOf(new Draft(after)).length, 2);
    const [table] = draft.tables;
    const last = table?.rows.at(-1)?.cells[2];
    assert.ok(table && last);
    assert.equal(table.rowOf(last), table.rows.at(-1));
    assert.equal(last.table, table);
    assert.equal(table.rows[0]?.cells[0]?.table, table);
  });
});
