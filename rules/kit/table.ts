import { type Passage, type Row, Table } from './passage.ts';
import type { Block } from './placed.ts';
import { between, live, type Span } from './span.ts';

/** The tables of a block whose cells are read, each with its rank in the block. */
export function tablesIn(
  block: Block,
  passages: readonly Passage[],
): { readonly rank: number; readonly table: Table }[] {
  return block.content.tables.flatMap((_, rank) => {
    const rows: Passage[][] = [];
    for (const p of passages) {
      if (p.cell?.table !== rank) continue;
      const row = rows[p.cell.row] ?? [];
      row.push(p);
      rows[p.cell.row] = row;
    }
    const first = rows[0]?.[0];
    if (!first) return [];
    return [
      { rank, table: new Table(spanOf(block, rank), rows.map(toRow).filter(Boolean), first.section, first.lead) },
    ];
  });
}

const toRow = (cells: readonly Passage[], index: number): Row => ({
  index,
  cells,
  span: between((cells[0] as Passage).node, (cells[cells.length - 1] as Passage).node),
});

const spanOf = (block: Block, rank: number): Span =>
  live(
    () => block.start + (block.content.tables[rank] as Span).start,
    () => block.start + (block.content.tables[rank] as Span).end,
  );
