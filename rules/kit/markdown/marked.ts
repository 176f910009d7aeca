import { BULLETS, DOTS } from '../french/fold.ts';
import type { Span } from '../span.ts';
import { OTHER_BLOCK } from './plain.ts';

/** « a) le plan ; », « 1° l'offre ; », « • le devis. », « -la note »: an item for who reads it, and none in Markdown. */
const MARK = new RegExp(
  `^(?:[ \\t]{0,8}(?<letter>[a-z])[.)][ \\t]+| {0,3}(?<number>\\d{1,2}) ?[°º][.)]?[ \\t]+| {0,12}(?<sign>[–o])[ \\t]+| {0,12}(?<bullet>[${BULLETS}])[ \\t]*| {0,3}(?<tight>-)(?=\\p{L}{2}))(?=\\S)`,
  'u',
);
/** « 1/ le plan ; », « (a) le devis ; », « 1 - la note ; », « ii) l'acte ; »: a mark that may begin a title too. */
const MAY_MARK =
  /^ {0,3}(?:\((?<inside>\d{1,2}|[ivx]{1,4}|[a-z])\)|(?<barred>\d{1,2}|[a-z]) ?\/|(?<dashed>\d{1,2}) ?[-–]|(?<roman>[ivx]{1,4})[.)])[ \t]+(?=\S)/;
const GOES_ON_AFTER = /[;,][ \t]*$/;

/** True for a line that begins an item which Markdown does not know; `over` is the line before it. */
export const isMarkedItem = (line: string, over: string): boolean =>
  MARK.test(line) || (MAY_MARK.test(line) && [line, over].some((l) => MAY_MARK.test(l) && GOES_ON_AFTER.test(l)));

/** « A. Matériel », right under another line: apart from others it may be a title. */
const CAPITAL = /^ {0,3}(?<letter>[A-Z])[.)][ \t]+(?=\S)/;

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

/** What begins an item: how many units it takes, and its style with its rank among others, 0 where one sign begins them all. */
interface Mark {
  readonly length: number;
  readonly styles: readonly { readonly style: string; readonly rank: number }[];
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
/** « i » is a letter, and one in Roman figures. */
function ranksOf(label: string, style: string): Mark['styles'] {
  if (/\d/.test(label)) return [{ style: `1${style}`, rank: Number(label) }];
  const roman = { style: `i${style}`, rank: ROMAN.indexOf(label) + 1 };
  const letter = { style: `a${style}`, rank: label.toLowerCase().charCodeAt(0) - 96 };
  return [letter, roman].filter(({ rank, style: [kind] }) => rank > 0 && (kind === 'i' || label.length === 1));
}

/** What tells marks of one kind from another, by the group that holds their rank. */
const STYLES: Readonly<Record<string, string>> = {
  letter: '',
  number: '°',
  inside: '()',
  barred: '/',
  dashed: '-',
  roman: '',
};

function markOf(line: string, blank: boolean): Mark | undefined {
  const plain = MARK.exec(line) ?? (blank ? undefined : CAPITAL.exec(line));
  const found = plain ?? MAY_MARK.exec(line);
  if (!found) return undefined;
  const told = Object.entries(found.groups ?? {}).filter((group): group is [string, string] => group[1] !== undefined);
  const styles = told.flatMap(([name, label]) => {
    const style = STYLES[name];
    return style === undefined ? { style: label, rank: 0 } : ranksOf(label, style);
  });
  // The first goes on with the others, « ; »: a title does not.
  const isSure = Boolean(plain);
  return {
    length: found[0].length,
    styles: styles.filter(({ rank }) => isSure || rank > 1 || GOES_ON_AFTER.test(line)),
  };
}

/** A list as its lines are read: ranks in order begin its items, or one bullet. */
class OpenList {
  private readonly items: Growing[] = [];
  private styles: readonly string[] = [];

  /** Where its first item begins; undefined as long as it has none. */
  get at(): number | undefined {
    return this.items[0]?.at;
  }

  /** The styles in which a mark begins its next item; empty where it does not. */
  private nextIn(mark: Mark | undefined): string[] {
    const { length } = this.items;
    return (mark?.styles ?? [])
      .filter(({ style, rank }) => (length === 0 || this.styles.includes(style)) && (rank === 0 || rank === length + 1))
      .map(({ style }) => style);
  }

  goesOnWith(mark: Mark | undefined): mark is Mark {
    return this.nextIn(mark).length > 0;
  }

  add(item: Growing, mark: Mark): void {
    this.styles = this.nextIn(mark);
    endLast(this.items, item.at);
    this.items.push(item);
  }

  /** The list that it is once it ends; none but of two items. */
  closed(end: number): MarkedList[] {
    const { items, styles } = this;
    const [first, second] = items;
    endLast(items, end);
    const ordered = styles.some((style) => /^[1ai]/.test(style));
    return first && second ? [{ ordered, items, start: first.at, end }] : [];
  }
}

/** A text of its own under a list: after a blank line, or at the margin, where the items do not stand, once the last is done. */
const standsUnder = (line: string, blank: boolean, isDone: boolean): boolean =>
  (blank && line.trim() !== '' && !/^(?: {2}|\t)/.test(line)) || (isDone && /^\p{Lu}/u.test(line));

/** The lists of a chunk whose items letters or numbers in order, or one bullet, begin, with what goes on with each; none but of two items. */
export function markedIn(chunk: string): MarkedList[] {
  if (
    !/(?:^|\n)[ \t]{0,12}(?:[a-z][ \t.)/]|[A-Z][.)]|\d|[ivx]{1,4}[.)]|[^\s\w])/.test(chunk) ||
    OTHER_BLOCK.test(chunk)
  )
    return [];
  const lists: MarkedList[] = [];
  let list = new OpenList();
  let blank = false;
  let isDone = false;
  let at = 0;
  for (const line of chunk.split('\n')) {
    const mark = markOf(line, blank);
    if (standsUnder(line, blank, isDone) && !list.goesOnWith(mark)) {
      lists.push(...list.closed(at));
      list = new OpenList();
    }
    if (list.goesOnWith(mark)) list.add({ at, from: at + mark.length, end: chunk.length }, mark);
    blank = line.trim() === '';
    isDone = chunk[list.at ?? -1] === ' ' && /[.!?]\s*$/.test(line);
    at += line.length + 1;
  }
  return [...lists, ...list.closed(chunk.length)];
}

const NUMBERED = /^ {0,3}(\d{1,2})[.)][ \t]+(?=\S)/;
/** How far under its number an item's own list stands from the margin, at least. */
const UNDER = /^(?: {2}|\t)/;

/**
 * « 1. Qualité ⏎␣␣␣• méthode ⏎␣␣␣• moyens ⏎ 2. Prix »: a list whose items hold lists by marks that Markdown does not know, right under
 * their words. It begins the chunk, at 1, and has two items; undefined for any other.
 */
export function numberedOverIn(chunk: string): MarkedList | undefined {
  if (!NUMBERED.test(chunk) || OTHER_BLOCK.test(chunk)) return undefined;
  const items: Growing[] = [];
  let over = '';
  let isOver = false;
  let at = 0;
  for (const line of chunk.split('\n')) {
    const [mark = '', number] = NUMBERED.exec(line) ?? [];
    if (Number(number) === items.length + 1) {
      endLast(items, at);
      items.push({ at, from: at + mark.length, end: chunk.length });
    } else if (line.trim() !== '' && !UNDER.test(line)) return undefined;
    isOver ||= UNDER.test(line) && MARK.test(line) && over.trim() !== '';
    over = line;
    at += line.length + 1;
  }
  return isOver && items.length > 1 ? { ordered: true, items, start: 0, end: chunk.length } : undefined;
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
