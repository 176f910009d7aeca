import type { CellValue, Sheet as ReadSheet } from 'hucre';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { type Decimal, decimal, inFrench } from '../kit/decimal.ts';
import { MOST_ROWS, type Sheet, type SheetCell, type SheetRow, type Workbook } from '../kit/workbook.ts';
import { inspected } from './archive.ts';
import { Refused } from './refused.ts';

/** Beyond, no schedule has anything: a cell set apart far below would make a sheet of millions. */
const RANGE = `A1:AZ${MOST_ROWS + 1}`;

/** A cell not yet placed in a text. */
interface Content {
  readonly text: string;
  readonly value: Decimal | undefined;
  readonly formula: string | undefined;
}

/** « E », for 4. */
export const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** Reads a `.xlsx` or `.ods`, with a text that shows it line by line. Throws a `Refused`. */
export async function readSpreadsheet(bytes: Uint8Array, name: string): Promise<{ data: Workbook; text: string }> {
  const safe = inspected(bytes);
  let sheets: readonly ReadSheet[];
  try {
    const read = /\.ods$/i.test(name) ? readOds : readXlsx;
    ({ sheets } = await read(safe, { range: RANGE }));
  } catch {
    throw new Refused(
      'ce classeur est endommagé : ses feuilles ne se lisent pas.',
      'L’enregistrer à nouveau au format .xlsx ou .ods.',
    );
  }
  const all = sheets.map((sheet) => ({ name: sheet.name, rows: contentsOf(sheet) }));
  const isCut = all.some(({ rows }) => rows[MOST_ROWS]?.some((cell) => cell !== undefined));
  const { text, sheets: shown } = rendered(all.map((s) => ({ ...s, rows: s.rows.slice(0, MOST_ROWS) })));
  return { data: { form: 'classeur', sheets: shown, isCut }, text };
}

function contentsOf({ rows, cells }: ReadSheet): (Content | undefined)[][] {
  return rows.map((row, r) =>
    Array.from(row, (value, c) => {
      const detail = cells?.get(`${r},${c}`);
      // Of a formula that is shared with others, the first alone has the words.
      const formula = detail?.formula ?? (detail?.type === 'formula' || detail?.formulaType ? '' : undefined);
      return contentOf(detail?.formulaResult ?? value, formula);
    }),
  );
}

function contentOf(found: CellValue | undefined, formula: string | undefined): Content | undefined {
  const value = typeof found === 'number' ? decimal(found) : undefined;
  const words =
    found === null || found === undefined ? '' : found instanceof Date ? found.toISOString() : String(found);
  const text = value ? inFrench(value, 6) : words.replace(/\s+/g, ' ').trim();
  return text === '' && formula === undefined ? undefined : { text, value, formula };
}

const shownOf = ({ text, formula }: Content): string =>
  formula ? `${text} (=${formula})`.trimStart() : text || '(vide)';

/** Sheet by sheet and row by row, what each cell holds after its name. */
function rendered(sheets: readonly { name: string; rows: readonly (readonly (Content | undefined)[])[] }[]) {
  let text = '';
  const write = (part: string) => {
    const start = text.length;
    text += part;
    return { start, end: text.length };
  };
  const all = sheets.map(({ name, rows }): Sheet => {
    write(`${text === '' ? '' : '\n'}Feuille « ${name} »\n`);
    const out = rows.flatMap((row, r): SheetRow[] => {
      const cells: SheetCell[] = [];
      const start = text.length;
      for (const [column, content] of row.entries()) {
        if (!content) continue;
        const ref = `${letters(column)}${r + 1}`;
        write(`${cells.length === 0 ? '' : '   '}${ref} `);
        cells.push({ ...content, column, ref, at: write(shownOf(content)) });
      }
      if (cells.length === 0) return [];
      const end = text.length;
      write('\n');
      return [{ number: r + 1, cells, at: { start, end } }];
    });
    return { name, rows: out };
  });
  return { sheets: all, text };
}
