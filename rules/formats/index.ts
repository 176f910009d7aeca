import type { PieceData } from '../kit/piece.ts';
import { readBoamp } from './boamp.ts';
import { readCsv } from './csv.ts';
import { readEforms } from './eforms.ts';
import { Refused } from './refused.ts';
import { readSpreadsheet } from './spreadsheet.ts';

/** A file read as data, with its text or a rendering of it; or why it is not. */
export type ReadFile =
  | { readonly ok: true; readonly data: PieceData; readonly text: string }
  | { readonly ok: false; readonly why: string; readonly remedy: string };

/** What Windows-1252 has from 0x80 to 0x9f, where Latin-1 has no letters. */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Some engines take Windows-1252 for Latin-1. */
const windows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('latin1').decode(bytes).replace(/[\x80-\x9f]/g, (c) => HIGH[c.charCodeAt(0) - 0x80] as string);

/** How archives begin (.zip, .gz) and the container of old or encrypted documents. */
const NO_TEXT = [
  [0x50, 0x4b, 3, 4],
  [0x1f, 0x8b],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** The text of a file that is no spreadsheet in an archive: UTF-8, or Windows-1252 for what Excel writes as CSV. */
function textOf(bytes: Uint8Array, fallsBack: boolean): string {
  if (NO_TEXT.some((head) => head.every((byte, i) => bytes[i] === byte)))
    throw new Refused(
      'ce n’est pas du texte : c’est une archive, un classeur renommé ou un fichier chiffré.',
      'Lui rendre son vrai nom, ou l’enregistrer à nouveau.',
    );
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (fallsBack && !bytes.includes(0)) return windows1252(bytes);
    throw new Refused('ce fichier n’est pas en UTF-8.', 'L’enregistrer ou le télécharger à nouveau.');
  }
}

/** What is read of text, by the ending of the name; undefined for what is neither a table nor a notice. */
export function readText(text: string, name: string): PieceData | undefined {
  if (/\.csv$/i.test(name)) return readCsv(text);
  return /\.json$/i.test(name) ? readBoamp(text) : readEforms(text);
}

/**
 * Reads the bytes of a price schedule or a notice; undefined for XML or JSON that is no notice. Nothing of the file is run,
 * computed or fetched. Never throws for what a file holds.
 */
export async function readCompanion(bytes: Uint8Array, name: string): Promise<ReadFile | undefined> {
  try {
    if (/\.(?:xlsx|xlsm|xls|ods)$/i.test(name)) return { ok: true, ...(await readSpreadsheet(bytes, name)) };
    const text = textOf(bytes, /\.csv$/i.test(name));
    const data = readText(text, name);
    return data && { ok: true, data, text };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, why: error.message, remedy: error.remedy };
  }
}
