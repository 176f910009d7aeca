/** How a file's characters are written in bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export type Decoded =
  | {
      readonly ok: true;
      /** Without its byte order mark, as an editor holds it. */
      readonly text: string;
      readonly encoding: Encoding;
      readonly bom: boolean;
    }
  | {
      readonly ok: false;
      /** In French, to be read after « : », with its full stop. */
      readonly why: string;
      /** What can be done: a French sentence. */
      readonly remedy: string;
      /** Both. */
      readonly reason: string;
    };

/** Largest file read, in bytes: the longest consultations hold a few hundred kilobytes. */
export const LARGEST = 8 * 1024 * 1024;

const refused = (why: string, remedy: string): Decoded => ({ ok: false, why, remedy, reason: `${why} ${remedy}` });

const NO_TEXT = refused('ce n’est pas un fichier de texte.', 'L’enregistrer en texte (UTF-8), ou l’ôter du dossier.');

/** What stands in the place of a file and has no bytes to read. */
export const NO_FILE = refused(
  'ce n’est pas un fichier qui se lit (dossier, lien brisé ou lecture refusée).',
  'Mettre un fichier à sa place, ou l’ôter.',
);

/** Reads the bytes of a draft: UTF-8, or UTF-16 with its byte order mark. The rest is refused with the reason. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > LARGEST)
    return refused(
      'fichier trop gros pour une pièce (plus de 8 Mo).',
      'Le partager en plusieurs pièces, ou en ôter ce qui n’est pas du texte.',
    );
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return read(bytes.subarray(2), 'utf-16le', true);
  if (a === 0xfe && b === 0xff) return read(bytes.subarray(2), 'utf-16be', true);
  if (a === 0xef && b === 0xbb && c === 0xbf) return read(bytes.subarray(3), 'utf-8', true);
  return read(bytes, 'utf-8', false);
}

function read(bytes: Uint8Array, encoding: Encoding, bom: boolean): Decoded {
  // TextDecoder of UTF-16 BE is not in every build of Node: swap the pairs instead.
  const [data, label] = encoding === 'utf-16be' ? [swapped(bytes), 'utf-16le'] : [bytes, encoding];
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    if (bytes.includes(0)) return NO_TEXT;
    return refused(
      'ce fichier n’est pas en UTF-8 (sans doute en Windows-1252 ou Latin-1).',
      'L’enregistrer en UTF-8 pour qu’il soit vérifié (dce-lint convert le fait).',
    );
  }
  if (text.includes('\0')) return NO_TEXT;
  return { ok: true, text, encoding, bom };
}

function swapped(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes);
  for (let i = 0; i + 1 < out.length; i += 2) {
    const high = out[i] as number;
    out[i] = out[i + 1] as number;
    out[i + 1] = high;
  }
  return out;
}

/** The bytes of a text, in the encoding its file had. */
export function encode(
  text: string,
  { encoding, bom }: { readonly encoding: Encoding; readonly bom: boolean },
): Uint8Array {
  const marked = bom ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  const out = new Uint8Array(marked.length * 2);
  for (let i = 0; i < marked.length; i++) {
    const unit = marked.charCodeAt(i);
    out[2 * i] = unit & 0xff;
    out[2 * i + 1] = unit >> 8;
  }
  return encoding === 'utf-16be' ? swapped(out) : out;
}
