import { type Decimal, decimal } from '../kit/decimal.ts';
import { MOST_ROWS, type SheetCell, type SheetRow, type Workbook } from '../kit/workbook.ts';
import { letters } from './spreadsheet.ts';

/** A figure as the French write it in a cell: « 1 250,50 € », « 12.5 ». */
export function figure(text: string): Decimal | undefined {
  const bare = text.replace(/[\s\u00a0\u202f]|€|euros?$|EUR$/gi, '');
  if (/^[+-]?\d+(?:,\d+)?$/.test(bare)) return decimal(bare.replace(',', '.'));
  return /^[+-]?\d+\.\d+$/.test(bare) ? decimal(bare) : undefined;
}

/** The separator that stands most often in the first lines, quoted fields apart. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4000).replace(/"[^"]*"/g, '');
  const count = (mark: string) => head.split(mark).length;
  return [';', '\t', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Where the quotes that open at a place close; the end of the text where they do not. */
function closing(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  return close < 0 ? text.length : close;
}

/** The next separator, end of line or end of the text. */
function stopFrom(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/**
 * Reads separated values (RFC 4180, by « ; », tabulation or « , »), each field with its place in the text: the libraries
 * that read them keep none.
 */
export function readCsv(text: string): Workbook {
  const separator = separatorOf(text);
  const rows: SheetRow[] = [];
  let cells: SheetCell[] = [];
  let column = 0;
  let rowStart = 0;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let number = 1;
  const field = (start: number, end: number, raw: string) => {
    const words = raw.replace(/\s+/g, ' ').trim();
    const formula = /^=./.test(words) ? words.slice(1) : undefined;
    const lead = raw.length - raw.trimStart().length;
    const place = { start: start + lead, end: Math.max(start + lead, end - (raw.length - raw.trimEnd().length)) };
    if (words !== '')
      cells.push({ column, ref: `${letters(column)}${number}`, text: words, value: figure(words), formula, at: place });
    column++;
  };
  const row = (end: number) => {
    if (cells.length > 0) rows.push({ number, cells, at: { start: rowStart, end } });
    cells = [];
    column = 0;
    number++;
  };
  while (at <= text.length && number <= MOST_ROWS) {
    const start = at;
    if (text[at] === '"') {
      const end = closing(text, start);
      field(start + 1, end, text.slice(start + 1, end).replace(/""/g, '"'));
      at = stopFrom(text, Math.min(end + 1, text.length), separator);
    } else {
      at = stopFrom(text, start, separator);
      field(start, at, text.slice(start, at));
    }
    if (at < text.length && text[at] === separator) {
      at++;
      continue;
    }
    row(at);
    if (at >= text.length) break;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    rowStart = at;
  }
  // Separators alone are no row.
  const isCut = /[^\s;,]/.test(text.slice(at));
  return { form: 'classeur', sheets: [{ name: '', rows }], isCut };
}
