import { FIGURE } from './cells.ts';
import { OPEN_END } from './plain.ts';

/** Which lines of a page make the rows of a table: a page breaks a cell where the next word has no room, and sets each row's cells on its top or on its middle. */

/** What a line has in a column: its words, and where they end in the line, in characters. */
export interface Fragment {
  readonly text: string;
  readonly to: number;
}

/** A line: what stands in each of its columns, or nothing. */
export type Fragments = readonly (Fragment | undefined)[];

/** The lines of a row, or of a cell of it, the last included. */
export interface RowOfLines {
  readonly first: number;
  readonly last: number;
}

/** What goes on with words; « a) » and « – » begin some. */
const GOES_ON = /^(?!\p{L}\d?[.)] )[\p{Ll},;:()%€]/u;

/** More lines than a row of a draft has. */
const MOST_LINES = 16;
/** What speaks for a reading, and against it, weighed on one scale: 1 is a doubt, 4 nearly a proof. */
const WEIGHT = { none: 0, even: 0.5, doubt: 1, strange: 1.5, unlikely: 4, label: 6, figures: 8 };
/** Rows set on their top are more common than on their middle. */
const MIDDLE = 0.3;

interface Column {
  /** Which end of its words stands furthest: no room is left after it. */
  readonly edge: number;
  /** All that stands in it begins with a small letter: « voirie », « ponts ». */
  readonly isSmall: boolean;
}

const columnsOf = (lines: readonly Fragments[]): Column[] =>
  (lines[0] ?? []).map((_, column) => ({
    edge: Math.max(...lines.map((line) => line[column]?.to ?? 0)),
    isSmall: lines.slice(1).every((line) => GOES_ON.test(line[column]?.text ?? 'x')),
  }));

/** Words that cannot end so. */
const isOpen = ({ text }: Fragment): boolean => OPEN_END.test(text) || /[,(]$/.test(text);

const hasRoom = (above: Fragment, under: Fragment, edge: number): boolean =>
  above.to + 1 + (under.text.split(' ')[0] ?? '').length <= edge;

/** What it costs to say that words under others are of the same cell. */
function joining(above: Fragment, under: Fragment, { edge, isSmall }: Column): number {
  if (FIGURE.test(above.text) && FIGURE.test(under.text)) return WEIGHT.figures;
  const room = hasRoom(above, under, edge);
  if (isOpen(above)) return room ? WEIGHT.strange : WEIGHT.none;
  if (GOES_ON.test(under.text)) return room ? WEIGHT.strange : isSmall ? WEIGHT.even : WEIGHT.none;
  return room ? WEIGHT.unlikely : WEIGHT.doubt;
}

/** What it costs to say that they are of two. */
function parting(above: Fragment, under: Fragment, { edge, isSmall }: Column): number {
  const room = hasRoom(above, under, edge);
  if (isOpen(above)) return room ? WEIGHT.doubt : WEIGHT.unlikely;
  if (!GOES_ON.test(under.text)) return WEIGHT.none;
  if (isSmall) return room ? WEIGHT.none : WEIGHT.even;
  return room ? WEIGHT.doubt : WEIGHT.unlikely;
}

/** What is strange in rows of those lines: no label, lines left out in a cell, words that do not go on, cells neither on top nor in the middle. */
class Rows {
  private readonly columns: readonly Column[];
  constructor(
    private readonly lines: readonly Fragments[],
    private readonly isMiddle: boolean,
  ) {
    this.columns = columnsOf(lines);
  }

  /** A cell that is, or is not, in a row. */
  private placing(cell: RowOfLines | undefined, column: number, { first, last }: RowOfLines): number {
    if (!cell) return column === 0 ? WEIGHT.label : WEIGHT.doubt;
    const [over, under] = [cell.first - first, last - cell.last];
    const [top, middle] = [2 * over, 2 * Math.max(0, Math.abs(over - under) - 1) + MIDDLE];
    return first === 0 ? Math.min(top, middle) : this.isMiddle ? middle : top;
  }

  /** A line more on top of a cell, and the lines left out under it. */
  private growing(cell: RowOfLines, column: number, at: number): number {
    const left = (cell.first - at - 1) * (this.isMiddle ? WEIGHT.even : WEIGHT.unlikely);
    const [above, under] = [this.lines[at]?.[column], this.lines[cell.first]?.[column]];
    return left + (above && under ? joining(above, under, this.columns[column] as Column) : WEIGHT.none);
  }

  private breaking(column: number, at: number): number {
    const under = this.lines[at]?.[column];
    const above = this.lines[at - 1]?.[column];
    return above && under ? parting(above, under, this.columns[column] as Column) : WEIGHT.none;
  }

  /** The cheapest row that ends with a line, by what it costs to end with each line above it. */
  private bestTo(last: number, ends: readonly Best[], breaks: readonly number[]): Best {
    const cells: (RowOfLines | undefined)[] = this.columns.map(() => undefined);
    let least: Best = { cost: Number.POSITIVE_INFINITY, row: { first: last, last } };
    let grown = 0;
    // A line more costs nothing less: once that is too much, no longer row is better.
    for (let first = last; first >= 0 && last - first < MOST_LINES && grown < least.cost; first--) {
      for (const [column, fragment] of (this.lines[first] as Fragments).entries()) {
        const cell = cells[column];
        if (!fragment) continue;
        if (cell) grown += this.growing(cell, column, first);
        cells[column] = { first, last: cell?.last ?? first };
      }
      const row = { first, last };
      const placed = cells.reduce((sum, cell, column) => sum + this.placing(cell, column, row), 0);
      const cost = (ends[first]?.cost ?? 0) + (breaks[first] ?? 0) + grown + placed;
      if (cost < least.cost) least = { cost, row };
    }
    return least;
  }

  /** The rows that cost least. */
  best(): { readonly rows: RowOfLines[]; readonly cost: number } {
    const breaks = this.lines.map((_, at) =>
      this.columns.reduce((sum, _column, column) => sum + this.breaking(column, at), 0),
    );
    const ends: Best[] = [{ cost: 0 }];
    for (let last = 0; last < this.lines.length; last++) ends.push(this.bestTo(last, ends, breaks));
    const rows: RowOfLines[] = [];
    for (let at = this.lines.length; at > 0; at = rows[0]?.first ?? 0) rows.unshift(ends[at]?.row as RowOfLines);
    return { rows, cost: ends.at(-1)?.cost ?? 0 };
  }
}

/** The rows up to a line, the last of them, and what they cost. */
interface Best {
  readonly cost: number;
  readonly row?: RowOfLines;
}

/** The rows of lines that stand in the same columns, and what is strange in them all in all: 0 where nothing is. */
export function rowsOfLines(lines: readonly Fragments[]): { readonly rows: RowOfLines[]; readonly cost: number } {
  const [top, middle] = [new Rows(lines, false).best(), new Rows(lines, true).best()];
  return middle.cost < top.cost ? middle : top;
}
