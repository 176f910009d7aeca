/** What a file's bytes say: its text, or why they are none (French, a full sentence). */
export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

/** Beyond this, a draft is none. */
export const MAX_BYTES = 20 * 1024 * 1024;

const refuse = (reason: string): Decoded => ({ ok: false, reason });

/** Reads UTF-8 (with or without a mark) and UTF-16 with a mark. Anything else is refused with its reason. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_BYTES) return refuse('ce fichier dépasse 20 Mo, trop pour une pièce rédigée en Markdown.');
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    const text = new TextDecoder(a === 0xff ? 'utf-16le' : 'utf-16be', { ignoreBOM: true }).decode(bytes);
    return { ok: true, text };
  }
  if (bytes.subarray(0, 8192).includes(0)) return refuse('ce fichier n’est pas du texte (contenu binaire).');
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return refuse(
      'ce fichier n’est pas en UTF-8 (il est sans doute en Latin-1 ou Windows-1252) : l’enregistrer en UTF-8.',
    );
  }
}
