import { decode, LARGEST } from './decode.ts';

/** A text of another encoding as UTF-8, or why nothing is done. */
export type Converted =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      /** In French, to be read after « : », without a full stop. */
      readonly why: string;
    };

const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What French drafts hold beyond ASCII, in letters and in signs. */
const LETTERS = /[ÀÂÄÆÇÈÉÊËÎÏÔÖŒÙÛÜŸàâäæçèéêëîïôöœùûüÿÁÍÓÚÑáíóúñãõøåß]/u;
const SIGNS = /[\u00a0\u00ad«»‹›‘’“”„…–—•·°§€£²³¹ªº¼½¾×÷±µ™®©¨‰†¶]/u;
/** Signs that between two letters are letters of another encoding: « c½ur » in Latin-9, « march‚ » on old machines. */
const WITHIN = /\p{L}[^\p{L}\p{Nd}\s\u0021-\u007e\u00a0\u00ad’‘–·•]\p{L}/u;
/** Letters of UTF-8 read a byte at a time. */
const TWICE = /Ã[\u0080-\u00bf©¨ª«§´®¯»¢¹¼ ]|â€|Â[\u00a0°«»§]/u;

/**
 * The text of bytes in Windows-1252 (Latin-1 is a part of it). Refused where they are something else or could be: nothing is
 * guessed.
 */
export function readWindows1252(bytes: Uint8Array): Converted {
  const read = decode(bytes);
  if (read.ok) return { ok: false, why: 'ce fichier est déjà en Unicode (UTF-8 ou UTF-16), il n’y a rien à convertir' };
  // Too large, or no text: what the reader says of it stands.
  if (!isLegacy(bytes)) return { ok: false, why: read.why.replace(/\.$/, '') };
  const text = Array.from(bytes, (b) => (b >= 0x80 && b < 0xa0 ? HIGH[b - 0x80] : String.fromCharCode(b))).join('');
  const lines = text.split(/\r\n|\r|\n/);
  for (const [i, line] of lines.entries()) {
    const odd = oddityOf(line);
    if (odd !== undefined)
      return {
        ok: false,
        why: `encodage indécidable à la ligne ${i + 1} (« ${odd} ») : l’ouvrir dans son logiciel et l’enregistrer en UTF-8`,
      };
  }
  return { ok: true, text };
}

/** Text, as far as its control characters tell, and not too large for a piece. */
const isLegacy = (bytes: Uint8Array): boolean =>
  bytes.length <= LARGEST && bytes.every((b) => b >= 0x20 || b === 0x09 || b === 0x0a || b === 0x0d || b === 0x0c);

/** What in a line cannot be Windows-1252, or could be something else. */
function oddityOf(line: string): string | undefined {
  const around = (at: number) => line.slice(Math.max(0, at - 12), at + 12).trim();
  const strange = [...line.matchAll(/[^\u0020-\u007e\t\f]/gu)].find(([c]) => !LETTERS.test(c) && !SIGNS.test(c));
  const found = strange ?? TWICE.exec(line) ?? WITHIN.exec(line);
  return found ? around(found.index) : undefined;
}
