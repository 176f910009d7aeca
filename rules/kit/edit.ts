import { headingOf } from './heading.ts';
import type { BlockContent, PassageContent } from './markdown/content.ts';
import { type Chunk, chunksFrom } from './markdown/cut.ts';
import { MOST_LINES, runningLinesIn } from './markdown/pages.ts';
import type { Phrase } from './markdown/prose.ts';
import { scatteredAt } from './markdown/scattered/tables.ts';
import { MOST_CELLS, mayBeCells } from './markdown/scattered/units.ts';
import type { Block } from './placed.ts';

/** What an edit does to the blocks of a draft. */
export interface Plan {
  /** Blocks read again, with what they are now. */
  readonly renewed: readonly { readonly block: Block; readonly chunk: Chunk }[];
  /** Index of the first block that only moves. */
  readonly moved: number;
  /** By how many units those move. */
  readonly by: number;
}

/**
 * Cuts again what an edit touches: [from, before) of the old text became [from, after) of the new one. Undefined when
 * the number of blocks changes, or where front matter may stand.
 */
export function planEdit(
  blocks: readonly Block[],
  text: string,
  { from, before, after }: { readonly from: number; readonly before: number; readonly after: number },
): Plan | undefined {
  const touched = blocks.findLastIndex((b) => b.start <= from);
  let first = firstOfTable(blocks, text, firstOfPage(blocks, text, touched - 1));
  if (first < 1) first = 0;
  const head = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const start = first === 0 ? head : (blocks[first] as Block).start;
  const by = after - before;
  const renewed: { block: Block; chunk: Chunk }[] = [];
  let index = first;
  for (const chunk of chunksFrom(text, start)) {
    const block = blocks[index];
    if (!block || (index === 0 && chunk.text.startsWith('---'))) return undefined;
    if (chunk.start >= after && chunk.start === block.start + by) return { renewed, moved: index, by };
    renewed.push({ block, chunk });
    index++;
  }
  return index === blocks.length ? { renewed, moved: index, by } : undefined;
}

/** The block whose last sentence may go on over the end of a page, as what is written up to another under it tells. */
function firstOfPage(blocks: readonly Block[], text: string, last: number): number {
  let first = last;
  for (let lines = 0; first > 0 && lines <= MOST_LINES; first--) {
    const { start, length } = blocks[first] as Block;
    const running = runningLinesIn(text.slice(start, start + length));
    if (running === undefined && text[start] !== '\f') break;
    lines += running ?? 0;
  }
  return first;
}

/** The block from which on paragraphs are, or were, the cells of a table up to another, as what stands under them tells; that other where none are. */
function firstOfTable(blocks: readonly Block[], text: string, last: number): number {
  let first = last;
  for (let rank = last; rank >= 0 && last - rank <= MOST_CELLS; rank--) {
    const { start, length, content } = blocks[rank] as Block;
    if (content.tables.length > 0 || scatteredAt(text, start)) first = rank;
    if (!mayBeCells(text.slice(start, start + length))) break;
  }
  return first;
}

/** True when two readings of a block differ in their words and sentences at most: everything that places passages is the same. */
export const sameShape = (a: BlockContent, b: BlockContent): boolean =>
  a === b ||
  (a.passages.length === b.passages.length &&
    a.comments.length === b.comments.length &&
    a.comments.every((c, i) => c.text === b.comments[i]?.text) &&
    !a.frontMatter &&
    !b.frontMatter &&
    a.passages.every((p, i) => samePlace(p, b.passages[i] as PassageContent)));

const samePlace = (a: PassageContent, b: PassageContent): boolean =>
  a.kind === b.kind &&
  a.quoted === b.quoted &&
  a.footnote === b.footnote &&
  JSON.stringify([a.list, a.cell]) === JSON.stringify([b.list, b.cell]) &&
  (a.source === b.source || (isBlank(a) === isBlank(b) && rankOf(a) === rankOf(b)));

const isBlank = ({ prose }: PassageContent): boolean => prose.sentences.length === 0;

/** What places a heading among the others: all but its title. A line in plain words is one by what stands around it. */
function rankOf(passage: PassageContent): string | undefined {
  const heading = headingOf(passage);
  return heading?.plain ? undefined : JSON.stringify(heading, ['level', 'number', 'key', 'label', 'runIn', 'weak']);
}

/** True when the two say the same in the same way. */
export const sameWords = (a: PassageContent, b: PassageContent): boolean =>
  a.source === b.source && a.prose.text === b.prose.text && a.bold === b.bold && a.depth === b.depth;

/**
 * How many sentences of a passage, from its head and then from its tail, are those it had: all of them, whatever they
 * say, when it has as many as before.
 */
export function sameSentences(was: readonly Phrase[], is: readonly Phrase[]): { head: number; tail: number } {
  if (was.length === is.length) return { head: was.length, tail: 0 };
  const most = Math.min(was.length, is.length);
  let head = 0;
  while (was[head]?.folded === is[head]?.folded) head++;
  let tail = 0;
  while (tail < most - head && was.at(-1 - tail)?.folded === is.at(-1 - tail)?.folded) tail++;
  return { head, tail };
}
