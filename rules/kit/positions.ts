import type { Block } from './passage.ts';

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

/** Where the line of an offset begins. */
const lineStart = (source: string, at: number): number =>
  at === 0 ? 0 : Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1;

/** Where an offset stands; beyond the text, its end. */
export function positionAt(source: string, blocks: readonly Block[], offset: number): Position {
  let at = Math.max(0, Math.min(offset, source.length));
  // Between the two marks of one line end is still on the line.
  if (source[at - 1] === '\r' && source[at] === '\n') at--;
  const block = lastBlock(blocks, (b) => b.start > at);
  const line = (block?.line ?? 0) + lineEnds(source.slice(block?.start ?? 0, at));
  return { line, character: at - lineStart(source, at) };
}

/** The offset of a position; a line or a unit too far gives the end of the text or of the line. */
export function offsetAt(source: string, blocks: readonly Block[], { line, character }: Position): number {
  const block = lastBlock(blocks, (b) => b.line > line);
  const ends = new RegExp(LINE_END);
  ends.lastIndex = block?.start ?? 0;
  let start = lineStart(source, ends.lastIndex);
  for (let n = block?.line ?? 0; n < line; n++) {
    if (!ends.exec(source)) return source.length;
    start = ends.lastIndex;
  }
  const stop = ends.exec(source)?.index ?? source.length;
  return Math.min(start + Math.max(0, character), stop);
}
