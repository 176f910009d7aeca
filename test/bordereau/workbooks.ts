import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';

/** A cell of a sheet for a test: a value, or `=formula` with what it gave. */
export type Value = string | number | null | { readonly formula: string; readonly result?: number };

/** A workbook of a test by the names of its sheets. */
export type Sheets = Readonly<Record<string, readonly (readonly Value[])[]>>;

const written = (sheets: Sheets) =>
  Object.entries(sheets).map(([name, rows]) => ({
    name,
    rows: rows.map((row) => row.map((v) => (typeof v === 'object' && v !== null ? null : v))),
    cells: new Map(
      rows.flatMap((row, r) =>
        row.flatMap((v, c) =>
          typeof v === 'object' && v !== null
            ? [[`${r},${c}`, { formula: v.formula, formulaResult: v.result ?? 0 }] as const]
            : [],
        ),
      ),
    ),
  }));

export const xlsx = async (sheets: Sheets): Promise<Uint8Array> => writeXlsx({ sheets: written(sheets) });
export const ods = async (sheets: Sheets): Promise<Uint8Array> => writeOds({ sheets: written(sheets) });

export const HEADER = ['N°', 'Désignation', 'Unité', 'Quantité', 'PU HT', 'Montant HT'] as const;

/** A breakdown of a lump sum whose total leaves its last line out. */
export const FAULTY: Sheets = {
  'Lot 1': [
    ['DPGF'],
    ['Lot 1 : mobilier'],
    HEADER,
    [1, 'Bureaux', 'U', 12, null, { formula: 'D4*E4' }],
    [2, 'Chaises', 'U', 24, null, { formula: 'D5*E5' }],
    [3, 'Armoires', 'U', 2, null, { formula: 'D6*E6' }],
    [null, 'TOTAL HT', null, null, null, { formula: 'SUM(F4:F5)' }],
  ],
};
