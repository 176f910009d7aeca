import type { Block, Passage } from './passage.ts';
import type { Section } from './section.ts';
import { between, live, type Span } from './span.ts';

/** A row of a table. `cells[i]` may be missing in a short row. */
export interface Row {
  readonly index: number;
  readonly cells: readonly Passage[];
  readonly span: Span;
}

/** A table as records: `value(row, /pattern of header/)`. */
export class Table {
  readonly span: Span;
  readonly header: Row;
  readonly rows: readonly Row[];
  readonly section: Section;
  /** Paragraph or heading before the table. */
  readonly lead: Passage | undefined;
  constructor(span: Span, rows: readonly Row[], section: Section, lead: Passage | undefined) {
    this.span = span;
    this.header = rows[0] as Row;
    this.rows = rows.slice(1);
    this.section = section;
    this.lead = lead;
  }
  /** First column whose header has the pattern; -1 when none. */
  column(pattern: RegExp): number {
    return this.header.cells.findIndex((c) => c.has(pattern));
  }
  /** Header cell above a cell. */
  headerOf(cell: Passage): Passage | undefined {
    return this.header.cells[cell.cell?.column ?? -1];
  }
  rowOf(cell: Passage): Row | undefined {
    const row = cell.cell?.row;
    return row === 0 ? this.header : this.rows.find((r) => r.index === row);
  }
  value(row: Row, header: RegExp): Passage | undefined {
    const column = this.column(header);
    return row.cells.find((c) => c.cell?.column === column);
  }
}

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
