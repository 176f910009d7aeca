import { FIGURE } from './markdown/cells.ts';
import type { BlockContent } from './markdown/content.ts';
import { isFolio } from './markdown/pages.ts';
import type { Block } from './placed.ts';

/** The rows of a table of a block: the words of each cell. */
function rowsOf({ passages }: BlockContent, table: number): string[][] {
  const rows: string[][] = [];
  for (const { cell, prose } of passages) {
    if (cell?.table !== table) continue;
    const row = rows[cell.row] ?? [];
    row[cell.column] = prose.text.replace(/\s+/g, ' ').trim();
    rows[cell.row] = row;
  }
  return rows.filter(Boolean);
}

const isFigure = (text = ''): boolean => text === '' || FIGURE.test(text);

/** Whether a first row holds figures where the rows of another table do, and its header does not. */
const hasFiguresOf = ([header = [], ...rows]: readonly string[][], first: readonly string[]): boolean =>
  first.length === header.length &&
  first.some(
    (text, column) => FIGURE.test(text) && !isFigure(header[column]) && rows.every((row) => isFigure(row[column])),
  );

/** How a table goes on with one that the end of a page cuts: under the same header again, or with its rows alone. Undefined where it does not. */
function howItGoesOn(table: readonly string[][], next: readonly string[][]): Block['over'] {
  const [header] = table;
  const [first, second] = next;
  if (!header || !first || header.length !== first.length) return undefined;
  const isAgain = header.every((text, column) => text === first[column]);
  const isBare = first.every((text) => text === '') && second !== undefined && hasFiguresOf(table, second);
  return isAgain || isBare ? { rows: table.length - 1 } : undefined;
}

/** True for the header of a table that goes on over a page: it says nothing. */
export const isAgain = ({ over, content }: Block, rank: number): boolean => {
  const cell = content.passages[rank]?.cell;
  return over !== undefined && cell?.table === 0 && cell.row === 0;
};

/** Knows which tables go on with one that the end of a page cuts. Blocks are shown to it in order. */
export class TablesOverPages {
  /** Blocks whose tables are asked whether they go on: what stands in them is read with the rest. */
  readonly asked = new Set<Block>();
  private table: string[][] | undefined;
  private last: Block | undefined;
  private isPageOver = false;

  /** How the first table of a block goes on with the last one before it. `isTop`: it stands on top of a page; `isSilent`: nothing of it says anything. */
  takes(block: Block, isTop: boolean, isSilent: boolean): Block['over'] {
    const { passages } = block.content;
    this.isPageOver ||= isTop;
    if (isSilent) {
      this.isPageOver ||= passages.some(({ prose }) => isFolio(prose.text));
      return undefined;
    }
    const isTable = passages[0]?.cell?.table === 0;
    const table = this.isPageOver && isTable ? this.table : undefined;
    const own = isTable ? rowsOf(block.content, 0) : [];
    const over = table && howItGoesOn(table, own);
    if (table) for (const one of [this.last, block]) if (one) this.asked.add(one);
    this.keep(block, over && table ? [...table, ...own.slice(1)] : undefined);
    return over;
  }

  private keep(block: Block, goesOn: string[][] | undefined): void {
    const last = block.content.passages.at(-1)?.cell?.table;
    this.table = goesOn && last === 0 ? goesOn : last === undefined ? undefined : rowsOf(block.content, last);
    this.last = block;
    this.isPageOver = false;
  }
}
