import { BULLETS } from '../french/fold.ts';
import { OTHER_BLOCK } from './plain.ts';

/** What is no running text, or has its own way to go on. */
const OTHER_START = new RegExp(
  `[|#]|\`{3}|~{3}|(?:^|\\n)\\s*(?:[<>]|[${BULLETS}*+o–-]\\s|[\\p{L}\\d]{1,3}[.)]\\s)`,
  'u',
);
/** Ends a sentence. */
const DONE = /[.!?]\s*»?$/;
/** Begins one that does not lean on the last. */
const BEGINS = /^(?!(?:Elles?|Ils?|Celles?|Celui|Ceux|Ce|Cela)(?!\p{L}))[«"“]?\s*\p{Lu}/u;
/** Units of the lines of a printed text. */
const [NARROW, WIDE] = [60, 125];
/** The share of a line that its words fill, at least, in a text of letters of all widths. */
const FULL = 0.9;

/**
 * Where a chunk is to be cut for its paragraphs to stand alone, as in the text of a page, where nothing but a line left short ends them:
 * « …dans les meilleurs délais. » over a sentence whose first word would have stood on that line. Every other line is full. Empty for most.
 */
export function paragraphsIn(chunk: string): number[] {
  if (!/[.!?] *»?\n/.test(chunk) || OTHER_START.test(chunk)) return [];
  const lines = chunk.split('\n').map((line) => line.trim());
  const width = lines.reduce((most, { length }) => Math.max(most, length), 0);
  if (width < NARROW || width > WIDE || lines.includes('')) return [];
  const isFull = (i: number): boolean =>
    (lines[i]?.length ?? 0) + 1 + (/^\S+/.exec(lines[i + 1] ?? '')?.[0].length ?? 0) > width * FULL;
  const inner = [...lines.keys()].slice(0, -1);
  const short = inner.filter((i) => !isFull(i));
  const isWrapped = inner.some((i) => isFull(i) && !DONE.test(lines[i] ?? ''));
  const isEnd = (i: number): boolean => DONE.test(lines[i] ?? '') && BEGINS.test(lines[i + 1] ?? '');
  if (!isWrapped || short.length === 0 || !short.every(isEnd)) return [];
  const ends = new Set(short);
  let at = 0;
  return chunk.split('\n').flatMap((line, i) => {
    at += line.length + 1;
    return ends.has(i) ? [at] : [];
  });
}

const ITEM = new RegExp(`^(?<margin> {0,12})(?:[${BULLETS}*+o–-]|\\d{1,2}[.)]|[a-z][.)])[ \\t]+\\S`, 'u');
/** The share of a line that the last one of an item fills, at most. */
const SHORT = 0.75;

/** Where a chunk is to be cut for what stands right under a list to stand alone: a sentence, where its last item ends on a short line. Empty for most. */
export function underListIn(chunk: string): number[] {
  if (!/[.!?] *\n *\p{Lu}/u.test(chunk) || OTHER_BLOCK.test(chunk)) return [];
  const lines = chunk.split('\n');
  const last = lines.findLastIndex((line) => ITEM.test(line));
  const margin = ITEM.exec(lines[last] ?? '')?.groups?.margin?.length ?? 0;
  const width = lines.reduce((most, line) => Math.max(most, line.trim().length), 0);
  if (last < 0 || width < NARROW) return [];
  const under = lines.findIndex((line, i) => {
    const [before = '', first = ''] = [lines[i - 1]?.trim(), /^ *(\p{Lu}\S*)/u.exec(line)?.[1]];
    const isAtMargin = first !== '' && line.search(/\S/) <= margin;
    return i > last && isAtMargin && DONE.test(before) && before.length + 1 + first.length <= width * SHORT;
  });
  return under < 0 ? [] : [lines.slice(0, under).join('\n').length + 1];
}
