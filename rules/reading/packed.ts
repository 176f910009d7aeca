import type { ModelFile } from './model.ts';

/** A table of a packed model: its bytes, cut in numbers of `width` bytes, of which all first bytes come first, then all second ones…; `steps`: each number is what it adds to the one before. */
export interface PackedTable {
  readonly name: string;
  readonly bytes: number;
  readonly width: 1 | 2 | 4;
  readonly steps: boolean;
}

/** What stands at the head of a packed model. */
export interface PackedHead {
  /** What is no table. */
  readonly rest: Readonly<Record<string, unknown>>;
  readonly tables: readonly PackedTable[];
}

/** Bytes of the length of the head, before it. */
const LENGTH = 4;

/** The model of a file that `scripts/pack.mjs` made, its tables as bytes. Throws when the file is cut or is none. */
export function unpack(file: Uint8Array): ModelFile {
  const length = new DataView(file.buffer, file.byteOffset, LENGTH).getUint32(0, true);
  let at = LENGTH + length;
  const { rest, tables }: PackedHead = JSON.parse(new TextDecoder().decode(file.subarray(LENGTH, at)));
  const found = new Map(Object.entries(rest));
  for (const table of tables) {
    found.set(table.name, tableOf(table, file.subarray(at, at + table.bytes)));
    at += table.bytes;
  }
  return Object.fromEntries(found) as unknown as ModelFile;
}

function tableOf({ width, steps, bytes }: PackedTable, packed: Uint8Array): ArrayBuffer {
  if (packed.length !== bytes) throw new Error('the file is cut');
  // Each loop sees one kind of array, which is what makes it fast; the array keeps each sum within its width.
  const out = width === 1 ? new Uint8Array(packed) : width === 2 ? wide(packed) : widest(packed);
  if (steps) for (let i = 1; i < out.length; i++) out[i] = (out[i] as number) + (out[i - 1] as number);
  return out.buffer as ArrayBuffer;
}

function wide(packed: Uint8Array): Uint16Array {
  const count = packed.length / 2;
  const out = new Uint16Array(count);
  for (let i = 0; i < count; i++) out[i] = (packed[i] as number) | ((packed[count + i] as number) << 8);
  return out;
}

function widest(packed: Uint8Array): Uint32Array {
  const count = packed.length / 4;
  const out = new Uint32Array(count);
  for (let b = 0; b < 4; b++)
    for (let i = 0; i < count; i++) out[i] = (out[i] as number) | ((packed[b * count + i] as number) << (8 * b));
  return out;
}
