/** The bytes of a table as text. */
export const toBase64 = ({ buffer, byteOffset, byteLength }: ArrayBufferView): string =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString('base64');

// A browser has no `Buffer`, by which this is done at once.
const isNode = typeof Buffer !== 'undefined';

/** The bytes of a text. */
export const fromBase64 = (text: string): Uint8Array =>
  isNode ? Buffer.from(text, 'base64') : Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));

/** The units of a text. */
export function unitsOf(text: string): Uint16Array {
  if (!isNode) return Uint16Array.from(text, (unit) => unit.charCodeAt(0));
  const units = new Uint16Array(text.length);
  Buffer.from(units.buffer).write(text, 'utf16le');
  return units;
}
