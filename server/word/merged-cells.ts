import type { Table, TableCell } from 'mdast';
import { type Merged, mergedIn } from '../../rules/kit/markdown/merged.ts';

/** How many columns and rows a cell takes. */
export interface Spread {
  readonly width: number;
  readonly height: number;
}

/** A cell and those that it runs over. */
interface Area {
  readonly row: number;
  readonly column: number;
  cells: number;
  width: number;
  height: number;
}

const ONE: Spread = { width: 1, height: 1 };

const mergedOf = ({ children }: TableCell): Merged | undefined => {
  const [only, ...more] = children;
  return only?.type === 'html' && more.length === 0 ? mergedIn(only.value) : undefined;
};

/**
 * How far each cell of a table runs, by row and column; undefined for a cell that another runs over. `onBroken` is told of each
 * merge that is no rectangle any more: its cells are then on their own.
 */
export function spreads(table: Table, onBroken: () => void): readonly (readonly (Spread | undefined)[])[] {
  const areas: Area[][] = [];
  for (const [r, { children }] of table.children.entries()) {
    const row: Area[] = [];
    areas.push(row);
    for (const [column, cell] of children.entries()) {
      const merged = mergedOf(cell);
      const over = merged === '←' ? row[column - 1] : merged && areas[r - 1]?.[column];
      const area = over ?? { row: r, column, cells: 0, width: 1, height: 1 };
      area.cells++;
      area.width = Math.max(area.width, column - area.column + 1);
      area.height = Math.max(area.height, r - area.row + 1);
      row.push(area);
    }
  }
  return areas.map((row, r) =>
    row.map((area, column) => {
      const first = area.row === r && area.column === column;
      if (area.cells === area.width * area.height) return first ? area : undefined;
      if (first) onBroken();
      return ONE;
    }),
  );
}
