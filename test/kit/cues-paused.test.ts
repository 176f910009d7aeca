import assert from 'node:assert/strict';
import { Column, Columns, rowOf, takeApart } from '../../rules/kit/cues.ts';
import { runAt } from '../../rules/kit/pace.ts';

describe('rows of cues made while patterns are taken apart', () => {
  it('never deny what stands in their text, though that work was put aside between', () => {
    const words = Array.from({ length: 600 }, (_, i) => `motrare${String.fromCharCode(97 + (i % 26))}${i}`);
    const columnsOf = () => words.map((word) => new Column(new RegExp(word)));
    for (const column of columnsOf()) column.at;
    let now = 0;
    const pace = { spent: () => now++, most: 1 };
    const rows = [];
    while (!runAt(pace, () => takeApart(2000) ?? true)) {
      rows.push(rowOf(words.join(' ')));
      assert.ok(rows.length < 10_000);
    }
    assert.notEqual(rows.length, 0);
    const columns = columnsOf();
    for (const row of rows) assert.ok(columns.every((column) => new Columns([column]).mayStandIn(row)));
  });
});
