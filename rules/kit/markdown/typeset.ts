/** Which lines of a page make the rows of a table: a page breaks a cell where the next word has no room, and sets each row's cells on its top or on its middle. */

/** What a line has in a column: its words, and where they end in the line, in characters. */
export interface Fragment {
  readonly text: string;
  readonly to: number;
}

/** A line: what stands in each of its columns, or nothing. */
export type Fragments = readonly (Fragment | undefined)[];

/** The lines of a row, its last included. */
export interface RowOfLines {
  readonly first: number;
  readonly last: number;
}

/** What a row counts: « 40 % », « 15 points », « 410 000,00 € ». */
export const FIGURE = /^\d[\d\s.,]*(?:%|points?|pts\.?|€|euros?|jours?|mois|h)?(?: HT| TTC)?$/;
/** What goes on with words; « a) » and « – » begin some. */
const GOES_ON = /^(?!\p{L}\d?[.)] )[\p{Ll},;:()%€]/u;
/** What words cannot end with. */
const OPEN = /(?:[,(]|(?<!\p{L})(?:de|du|des|la|le|les|à|au|aux|et|ou|en|par|pour|sur|dans|avec|dont|n°|[dl]['’]))$/iu;

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

const hasRoom = (above: Fragment, under: Fragment, edge: number): boolean =>
  above.to + 1 + (under.text.split(' ')[0] ?? '').length <= edge;

/** What it costs to say that words under others are of the same cell. */
function joining(above: Fragment, under: Fragment, { edge, isSmall }: Column): number {
  if (FIGURE.test(above.text) && FIGURE.test(under.text)) return WEIGHT.figures;
  const room = hasRoom(above, under, edge);
  if (OPEN.test(above.text)) return room ? WEIGHT.strange : WEIGHT.none;
  if (GOES_ON.test(under.text)) return room ? WEIGHT.strange : isSmall ? WEIGHT.even : WEIGHT.none;
  return room ? WEIGHT.unlikely : WEIGHT.doubt;
}

/** What it costs to say that they are of two. */
function parting(above: Fragment, under: Fragment, { edge, isSmall }: Column): number {
  const room = hasRoom(above, under, edge);
  if (OPEN.test(above.text)) return room ? WEIGHT.doubt : WEIGHT.unlikely;
  if (!GOES_ON.test(under.text)) return WEIGHT.none;
  if (isSmall) return room ? WEIGHT.none : WEIGHT.even;
  return room ? WEIGHT.doubt : WEIGHT.unlikely;
}

/** A cell of the lines of a row: the lines where its words begin and end. */
function extentOf(lines: readonly Fragments[], column: number, { first, last }: RowOfLines): RowOfLines | undefined {
  let from = first;
  while (from <= last && !lines[from]?.[column]) from++;
  let to = last;
  while (to > from && !lines[to]?.[column]) to--;
  return from > last ? undefined : { first: from, last: to };
}

/** What is strange in a row of those lines: no label, lines left out in a cell, words that do not go on, cells neither on top nor in the middle. */
class Rows {
  private readonly columns: readonly Column[];
  constructor(
    private readonly lines: readonly Fragments[],
    private readonly isMiddle: boolean,
  ) {
    this.columns = columnsOf(lines);
  }

  private cell(column: number, row: RowOfLines): number {
    const extent = extentOf(this.lines, column, row);
    if (!extent) return column === 0 ? WEIGHT.label : WEIGHT.doubt;
    const [over, under] = [extent.first - row.first, row.last - extent.last];
    const [top, middle] = [2 * over, 2 * Math.max(0, Math.abs(over - under) - 1) + MIDDLE];
    let cost = row.first === 0 ? Math.min(top, middle) : this.isMiddle ? middle : top;
    for (let i = extent.first, above = this.lines[i]?.[column]; i < extent.last; i++) {
      const under = this.lines[i + 1]?.[column];
      if (!under) cost += this.isMiddle ? WEIGHT.even : WEIGHT.unlikely;
      else if (above) cost += joining(above, under, this.columns[column] as Column);
      above = under ?? above;
    }
    return cost;
  }

  private break(column: number, at: number): number {
    const under = this.lines[at]?.[column];
    const above = this.lines[at - 1]?.[column];
    return above && under ? parting(above, under, this.columns[column] as Column) : WEIGHT.none;
  }

  private cost(row: RowOfLines): number {
    return this.columns.reduce((sum, _, column) => sum + this.cell(column, row) + this.break(column, row.first), 0);
  }

  /** The rows that cost least. */
  best(): { readonly rows: RowOfLines[]; readonly cost: number } {
    const best: { cost: number; row?: RowOfLines }[] = [{ cost: 0 }];
    for (let last = 0; last < this.lines.length; last++) {
      let least = { cost: Number.POSITIVE_INFINITY, row: { first: last, last } };
      for (let first = last; first >= 0 && last - first < MOST_LINES; first--) {
        const row = { first, last };
        const cost = (best[first]?.cost ?? 0) + this.cost(row);
        if (cost < least.cost) least = { cost, row };
      }
      best.push(least);
    }
    const rows: RowOfLines[] = [];
    for (let at = this.lines.length; at > 0; at = rows[0]?.first ?? 0) rows.unshift(best[at]?.row as RowOfLines);
    return { rows, cost: best.at(-1)?.cost ?? 0 };
  }
}

/** The rows of lines that stand in the same columns, and what is strange in them all in all: 0 where nothing is. */
export function rowsOfLines(lines: readonly Fragments[]): { readonly rows: RowOfLines[]; readonly cost: number } {
  const [top, middle] = [new Rows(lines, false).best(), new Rows(lines, true).best()];
  return middle.cost < top.cost ? middle : top;
}
