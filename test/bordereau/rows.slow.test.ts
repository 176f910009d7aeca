import assert from 'node:assert/strict';
import { strToU8 } from 'fflate';
import { readCompanion } from '../../rules/formats/index.ts';
import type { Workbook } from '../../rules/kit/workbook.ts';
import { ods, xlsx } from './workbooks.ts';

describe('a spreadsheet of very many rows', () => {
  const CELLS = ['1', 'Tonte', 'm2', ''];
  for (const [name, bytes] of [
    ['csv', async (rows: number) => strToU8(`${CELLS.join(';')}\n`.repeat(rows))],
    ['xlsx', async (rows: number) => xlsx({ A: Array.from({ length: rows }, () => CELLS) })],
    ['ods', async (rows: number) => ods({ A: Array.from({ length: rows }, () => CELLS) })],
  ] as const)
    it(`says that it is not read to its end beyond twenty thousand: ${name}`, async () => {
      for (const [rows, isCut] of [
        [20_000, false],
        [20_001, true],
      ] as const) {
        const found = await readCompanion(await bytes(rows), `bpu.${name}`);
        assert.ok(found?.ok);
        const { sheets, isCut: cut } = found.data as Workbook;
        assert.deepEqual([sheets[0]?.rows.length, cut], [20_000, isCut]);
      }
    });
});
