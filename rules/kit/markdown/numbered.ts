import { roman } from '../french/numbers.ts';
import { isLoudTitle, isTitle, OTHER_BLOCK } from './plain.ts';

/** « 6. Vérification », « II. Participation », as it stands on its line. */
const NUMBERED = /^\f? {0,3}(?<printed>\d{1,2}|[IVX]{1,5})[.)] {1,4}(?<words>\S.*?)\s*$/;
/** A sentence that begins at the margin. */
const SENTENCE = /^\s{0,3}[«"“]?\s*\p{Lu}['’]?\p{Ll}*[ ,][^\n]{20}/u;
/** « 4 000    hertz »: the cells of a row. */
const IN_COLUMNS = /\S {3,}\S/;
/** Units of a line: texts cut at a width have longer ones. */
const NARROW = 50;
/** Units by which the lines of one text may differ. */
const RAGGED = 8;

interface Line {
  readonly at: number;
  readonly text: string;
  /** The number that begins the line; 0 where none does. */
  readonly number: number;
  readonly printed: string;
  readonly words: string;
  /** It has the look of a title, and a blank line over it. */
  readonly mayBe: boolean;
}

function linesOf(chunk: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const text of chunk.split('\n')) {
    const { printed = '', words = '' } = NUMBERED.exec(text)?.groups ?? {};
    const number = /\d/.test(printed) ? Number(printed) : (roman(printed) ?? 0);
    const isUnder = (lines.at(-1)?.text.trim() ?? '') !== '';
    const mayBe = number > 0 && !isUnder && !IN_COLUMNS.test(words) && isTitle(`${number}. ${words}`);
    lines.push({ at, text, number, printed, words, mayBe });
    at += text.length + 1;
  }
  return lines;
}

/** What stands right under a line shows that it is a title: its first part, the first of a list, a sentence that would have begun on it. */
function bears(lines: readonly Line[], i: number, width: number): boolean {
  const [line, under] = [lines[i], lines[i + 1]];
  if (!line?.mayBe || !under || under.text.trim() === '') return false;
  if (new RegExp(`^ {0,3}${line.printed}\\.1\\.?[ .–—-]`).test(under.text)) return true;
  if (line.number > 1 && under.number === 1) return true;
  if (isLoudTitle(`${line.number}. ${line.words}`) && /^ {0,3}\p{Lu}[^\n]*\p{Ll}/u.test(under.text)) return true;
  const first = /\S+/.exec(under.text)?.[0].length ?? 0;
  const isCutShort = width <= NARROW || line.text.length + 1 + first <= width - RAGGED;
  return isCutShort && SENTENCE.test(under.text) && !isAligned(line, under) && !isListed(lines, line.number);
}

/** The words under begin where those of the line do: they go on with its item. */
const isAligned = ({ text, words }: Line, under: Line): boolean => under.text.search(/\S/) === text.indexOf(words);

/** The next number stands right under the words of this one, as in a list. */
const isListed = (lines: readonly Line[], number: number): boolean =>
  lines.some((line, i) => line.number === number + 1 && (lines[i - 1]?.text.trim() ?? '') !== '');

/**
 * Where a chunk is to be cut for « 6. Vérification » right upon its text, as printed documents have their titles, to stand alone: Markdown
 * has both in an item. No text merely cut at a width, nor a list whose items follow each other. Empty for most.
 */
export function numberedTitlesIn(chunk: string): number[] {
  if (!/(?:^|\n)\f? {0,3}(?:\d{1,2}|[IVX]{1,5})[.)] +\p{Lu}/u.test(chunk) || OTHER_BLOCK.test(chunk)) return [];
  const lines = linesOf(chunk);
  const width = lines.reduce((most, { mayBe, text }) => (mayBe ? most : Math.max(most, text.length)), 0);
  const titles = new Set([...lines.keys()].filter((i) => bears(lines, i, width)));
  const known = new Set([...titles].map((i) => lines[i]?.number));
  if (known.size === 0) return [];
  for (const [i, { number, mayBe }] of lines.entries())
    if (mayBe && (known.has(number - 1) || known.has(number + 1))) titles.add(i);
  const cuts = new Set([...titles].flatMap((i) => [lines[i]?.at ?? 0, lines[i + 1]?.at ?? chunk.length]));
  return [...cuts].filter((at) => at > 0 && chunk.slice(at).trim() !== '').sort((a, b) => a - b);
}
