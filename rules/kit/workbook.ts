import type { Decimal } from './decimal.ts';
import type { Span } from './span.ts';

/** A cell that holds something. */
export interface SheetCell {
  /** From 0. */
  readonly column: number;
  /** « E12 ». */
  readonly ref: string;
  /** As it is shown, blanks as single spaces. */
  readonly text: string;
  /** Its number, or what its formula gave when the file was saved; undefined for words. */
  readonly value: Decimal | undefined;
  /** Without « = ». It is read, never computed. */
  readonly formula: string | undefined;
  /** In the text of the piece. */
  readonly at: Span;
}

export interface SheetRow {
  /** As the program that wrote it numbers it, from 1. */
  readonly number: number;
  /** In the order of the columns, empty ones left out. */
  readonly cells: readonly SheetCell[];
  readonly at: Span;
}

export interface Sheet {
  /** Empty for a file that has one sheet without a name (CSV). */
  readonly name: string;
  /** Rows that hold something. */
  readonly rows: readonly SheetRow[];
}

/** More rows are no schedule: those beyond are not read. */
export const MOST_ROWS = 20_000;

/** A spreadsheet, as data. */
export interface Workbook {
  readonly form: 'classeur';
  readonly sheets: readonly Sheet[];
  /** Something stands beyond the last row that is read. */
  readonly isCut: boolean;
}
