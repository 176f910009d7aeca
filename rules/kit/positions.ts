import type { Block } from './placed.ts';

/** A line and a UTF-16 unit in it, both from 0, as editors count. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

const LINE_END = /\r\n?|\n/g;

/** How many lines end in a text: `\n`, `\r\n` or a lone `\r`. */
export const lineEnds = (text: string): number => text.match(LINE_END)?.length ?? 0;

/** The last block that begins at or before something, by binary search; undefined before the first. */
function lastBlock(blocks: readonly Block[], isAfter: (block: Block) => boolean): Block | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (isAfter(blocks[mid] as Block)) high = mid;
    else low = mid + 1;
  }
  return blocks[low - 1];
}

/** Where the line on which a block begins begins: a mark of byte order may stand before the first. */
const headOf = (block: Block | undefined): number => (block === undefined || block.line === 0 ? 0 : block.start);

/** Where an offset stands; beyond the text, its end. */
export function positionAt(source: string, blocks: readonly Block[], offset: number): Position {
  let at = Math.max(0, Math.min(offset, source.length));
  // Between the two marks of one line end is still on the line.
  if (source[at - 1] === '\r' && source[at] === '\n') at--;
  const block = lastBlock(blocks, (b) => b.start > at);
  let line = block?.line ?? 0;
  let start = headOf(block);
  for (const end of source.slice(start, at).matchAll(LINE_END)) {
    line++;
    start = headOf(block) + end.index + end[0].length;
  }
  return { line, character: at - start };
}

/** The offset of a position; a line or a unit too far gives the end of the text or of the line. */
export function offsetAt(source: string, blocks: readonly Block[], { line, character }: Position): number {
  const block = lastBlock(blocks, (b) => b.line > line);
  let start = headOf(block);
  const ends = new RegExp(LINE_END);
  ends.lastIndex = start;
  for (let n = block?.line ?? 0; n < line; n++) {
    if (!ends.exec(source)) return source.length;
    start = ends.lastIndex;
  }
  const stop = ends.exec(source)?.index ?? source.length;
  return Math.min(start + Math.max(0, character), stop);
}
