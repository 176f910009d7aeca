import { cite } from '../../../rules/law/law.ts';
import { LEVEL_NAMES, pieceName } from '../../core/explain.ts';
import { placeOf } from '../../core/not-checked.ts';
import { byFile } from './by-file.ts';
import { inert, Places } from './report.ts';

const COLUMNS = [
  'fichier',
  'pièce',
  'ligne',
  'colonne',
  'niveau',
  'règle',
  'titre',
  'message',
  'correction proposée',
  'sources',
];

/** What a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: string | number): string {
  const text = inert(String(value)).replace(/\s+/g, ' ').trim();
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[";]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

const row = (...cells: (string | number)[]) => `${cells.map(cell).join(';')}\r\n`;

/**
 * A table that a French spreadsheet opens by itself: semicolons, UTF-8 with its mark, a finding a row. What was not checked comes
 * after, under the level « non vérifié ».
 */
export const csv = byFile({
  file({ path, piece, findings }) {
    const places = new Places();
    const rows = findings.map(({ at, level, rule, message, fixes }) => {
      const { line, character } = places.range(piece, at).start;
      const sources = rule.sources.map((s) => cite(s, piece.date).label).join(' ; ');
      const [fix] = fixes;
      // A Word document has no lines.
      const place = piece.landmarks ? [places.where(piece, at), ''] : [line + 1, character + 1];
      return row(
        ...[path, pieceName(piece), ...place, LEVEL_NAMES[level], rule.id],
        ...[rule.title, message, fix?.title ?? '', sources],
      );
    });
    return [rows.join('')];
  },
  whole: ({ notChecked }) => [
    `\ufeff${row(...COLUMNS)}`,
    { section: 0, between: '' },
    notChecked
      .map((one) =>
        row(
          one.what,
          '',
          one.line ?? '',
          '',
          'non vérifié',
          one.rule ?? '',
          placeOf(one),
          `${one.why} ${one.remedy}`,
          '',
          '',
        ),
      )
      .join(''),
  ],
});
