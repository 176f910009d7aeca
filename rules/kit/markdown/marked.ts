import { BULLETS, DOTS } from '../french/fold.ts';
import type { Span } from '../span.ts';
import { OTHER_BLOCK } from './plain.ts';

/** « a) le plan ; », « • le devis. », « -la note »: an item for who reads it, and none in Markdown. */
export const MARKED = new RegExp(
  `^(?: {0,3}([a-z])[.)][ \\t]+| {0,12}([–o])[ \\t]+| {0,12}([${BULLETS}])[ \\t]*| {0,3}(-)(?=\\p{L}{2}))(?=\\S)`,
  'u',
);
/** « A. Matériel », right under another line: apart from others it may be a title. */
const CAPITAL = /^ {0,3}([A-Z])[.)][ \t]+(?=\S)/;

/** An item that Markdown does not know: where its line begins, its words, and where the next begins. */
export interface MarkedItem {
  readonly at: number;
  readonly from: number;
  readonly end: number;
}

/** A list of such items, and where it stands. */
export interface MarkedList {
  readonly ordered: boolean;
  readonly items: readonly MarkedItem[];
  readonly start: number;
  readonly end: number;
}

interface Growing {
  readonly at: number;
  readonly from: number;
  end: number;
}

function endLast(items: readonly Growing[], end: number): void {
  const last = items.at(-1);
  if (last) last.end = end;
}

/** A list as its lines are read: letters in order begin its items, or one bullet. */
class OpenList {
  private readonly items: Growing[] = [];
  private letters = 0;
  private bullet: string | undefined;

  /** Where its first item begins; undefined as long as it has none. */
  get at(): number | undefined {
    return this.items[0]?.at;
  }

  /** Whether a letter, or else a sign, begins its next item. */
  goesOnWith(letter: string | undefined, sign: string | undefined): boolean {
    if (letter) return this.bullet === undefined && letter.toLowerCase() === String.fromCharCode(97 + this.letters);
    return sign !== undefined && this.letters === 0 && (this.bullet ?? sign) === sign;
  }

  add(item: Growing, letter: string | undefined, sign: string | undefined): void {
    endLast(this.items, item.at);
    this.items.push(item);
    if (letter) this.letters++;
    else this.bullet = sign;
  }

  /** The list that it is once it ends; none but of two items. */
  closed(end: number): MarkedList[] {
    const { items, letters } = this;
    const [first, second] = items;
    endLast(items, end);
    return first && second ? [{ ordered: letters > 0, items, start: first.at, end }] : [];
  }
}

/** A text of its own under a list: after a blank line, or at the margin, where the items do not stand, once the last is done. */
const standsUnder = (line: string, blank: boolean, isDone: boolean): boolean =>
  (blank && line.trim() !== '' && !/^(?: {2}|\t)/.test(line)) || (isDone && /^\p{Lu}/u.test(line));

/** The lists of a chunk whose items letters in order, or one bullet, begin, with what goes on with each; none but of two items. */
export function markedIn(chunk: string): MarkedList[] {
  if (!/(?:^|\n) {0,12}(?:[^\s]{1,2}[ \t]|[^\s\w])/.test(chunk) || OTHER_BLOCK.test(chunk)) return [];
  const lists: MarkedList[] = [];
  let list = new OpenList();
  let blank = false;
  let isDone = false;
  let at = 0;
  for (const line of chunk.split('\n')) {
    const [mark = '', letter, stroke, bulleted, tight] = MARKED.exec(line) ?? (blank ? [] : (CAPITAL.exec(line) ?? []));
    const sign = stroke ?? bulleted ?? tight;
    if (standsUnder(line, blank, isDone) && !list.goesOnWith(letter, sign)) {
      lists.push(...list.closed(at));
      list = new OpenList();
    }
    if (list.goesOnWith(letter, sign)) list.add({ at, from: at + mark.length, end: chunk.length }, letter, sign);
    blank = line.trim() === '';
    isDone = chunk[list.at ?? -1] === ' ' && /[.!?]\s*$/.test(line);
    at += line.length + 1;
  }
  return [...lists, ...list.closed(chunk.length)];
}

/** « - » alone on its line, as text taken out of a page may have it over the words of an item, or under them. */
const LONE_MARK = new RegExp(`^ {0,12}[–o${BULLETS}-][ \\t]*$`);

/** The list of a chunk whose marks each stand alone over their words: Markdown would make titles of the lines over « - ». None but of two items. */
export function loneMarkedIn(chunk: string): MarkedList | undefined {
  if (!/\n *[^\s\w][ \t]*\n/.test(chunk) || OTHER_BLOCK.test(chunk)) return undefined;
  const items: Growing[] = [];
  let at = 0;
  for (const line of chunk.split('\n')) {
    const next = at + line.length + 1;
    if (LONE_MARK.test(line) && next < chunk.length) {
      endLast(items, at);
      items.push({ at, from: next, end: chunk.length });
    }
    at = next;
  }
  const [first] = items;
  return first && items.length > 1 ? { ordered: false, items, start: first.at, end: chunk.length } : undefined;
}

/** A mark that stands alone under the last words of a chunk. */
export function markUnderIn(chunk: string): Span[] {
  const last = chunk.lastIndexOf('\n');
  return last > 0 && LONE_MARK.test(chunk.slice(last + 1)) ? [{ start: last, end: chunk.length }] : [];
}

const WITHIN = new RegExp(`(?<!\\S)[${DOTS}][ \\t]+(?=\\S)`, 'gu');
const RUNS_ON = new RegExp(`\\S[ \\t]+[${DOTS}][ \\t]`);

/** « Sont remis : • le plan ; • le devis. »: a list whose items run on in one paragraph, as where line ends were lost. None but of two items. */
export function runOnListIn(chunk: string): MarkedList | undefined {
  if (!RUNS_ON.test(chunk) || OTHER_BLOCK.test(chunk)) return undefined;
  const marks = [...chunk.matchAll(WITHIN)].map((m) => ({ at: m.index, from: m.index + m[0].length }));
  // An item that goes on with the line of another: that one is done, or it is announced.
  const isDone = (at: number): boolean => /(?:^|\n)[ \t]*$|[.;:,)][ \t]*$/.test(chunk.slice(Math.max(0, at - 20), at));
  if (marks.length < 2 || !marks.every(({ at }) => isDone(at))) return undefined;
  const items = marks.map((mark, i) => ({ ...mark, end: marks[i + 1]?.at ?? chunk.length }));
  return { ordered: false, items, start: items[0]?.at ?? 0, end: chunk.length };
}
