import type { Passage } from './passage.ts';
import type { Section } from './section.ts';
import type { Span } from './span.ts';

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
    return column < 0 ? undefined : row.cells.find((c) => c.cell?.column === column);
  }
}
