import { type Passage, type Row, Table } from './passage.ts';
import type { Block } from './placed.ts';
import { between, cover, live, type Span } from './span.ts';

/** The tables of a block whose cells are read, each with its rank in the block. `last`: the one before them, with which the first may go on. */
export function tablesIn(
  block: Block,
  passages: readonly Passage[],
  last: Table | undefined,
): { readonly rank: number; readonly table: Table }[] {
  return block.content.tables.flatMap((_, rank) => {
    const cells = cellsByRow(passages, rank);
    const rows = [...cells].map(([index, row]) => toRow(row, index));
    const over = rank === 0 && last ? block.over : undefined;
    const [first] = cells.get(over?.rows ?? 0) ?? [];
    if (!first) return [];
    const span = spanOf(block, rank);
    if (!over || !last) return [{ rank, table: new Table(span, rows, first.section, first.lead) }];
    return [{ rank, table: last.over(between(last.span, span), rows.slice(1)) }];
  });
}

function cellsByRow(passages: readonly Passage[], table: number): Map<number, Passage[]> {
  const cells = new Map<number, Passage[]>();
  for (const p of passages) if (p.cell?.table === table) cells.set(p.cell.row, [...(cells.get(p.cell.row) ?? []), p]);
  return cells;
}

/** A row from the first of its words to the last: a cell set on the middle of its row begins after those beside it. */
const toRow = (cells: readonly Passage[], index: number): Row => ({
  index,
  cells,
  span: cells.map(({ node }): Span => node).reduce(cover),
});

const spanOf = (block: Block, rank: number): Span =>
  live(
    () => block.start + (block.content.tables[rank] as Span).start,
    () => block.start + (block.content.tables[rank] as Span).end,
  );
