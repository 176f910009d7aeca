import type { Stretch } from '../french/scan.ts';
import type { BlockContent, PassageContent } from './content.ts';

/** Boxes as word processors have them. */
export const EMPTY_BOXES = '☐□❏❑◻▢⬜🔲';
export const TICKED_BOXES = '☑☒✓✔✅⊠🗹';

/** A box at the beginning of a line; not before what a form lists and does not choose between: the lots and tranches of a contract. */
const LISTED = '\\s{0,9}(?:lots?|tranches?)(?!\\p{L})';
const BOX = new RegExp(`^\\s*(?:(?<empty>[${EMPTY_BOXES}]|\\[ ?\\])|[${TICKED_BOXES}]|\\[x\\])(?!${LISTED})`, 'iu');
const LISTS = new RegExp(`^${LISTED}`, 'iu');

type Box = 'empty' | 'ticked';

function boxIn(text: string): Box | undefined {
  const box = BOX.exec(text);
  return box ? (box.groups?.empty ? 'empty' : 'ticked') : undefined;
}

/** Where a chunk is to be cut for each option to stand alone, when several of its lines are options with a box; empty for most. */
export function boxLinesIn(chunk: string): number[] {
  const boxes: number[] = [];
  for (let at = 0, next = 1; next > 0; at = next) {
    if (boxIn(chunk.slice(at, at + 24))) boxes.push(at);
    next = chunk.indexOf('\n', at) + 1;
  }
  return boxes.length > 1 ? boxes.filter((at) => at > 0) : [];
}

/** The box of a passage; the parser takes those of task lists off its words. */
function boxOf({ list, prose: { text } }: PassageContent): Box | undefined {
  if (list?.checked === undefined) return boxIn(text);
  return LISTS.test(text) ? undefined : list.checked ? 'ticked' : 'empty';
}

const EMPTY = `[${EMPTY_BOXES}]|\\[ ?\\](?!\\()`;
const TICKED = `[${TICKED_BOXES}]|\\[x\\]`;
const ANY_BOX = `(?:${EMPTY}|${TICKED})(?!${LISTED})`;
/** An option within a line, up to the next, or to the end of what is said; « Oui » and « Non », last of theirs, say no more. */
const OPTION = new RegExp(
  `(?:(?<empty>${EMPTY})|${TICKED})(?!${LISTED})(?:\\s{0,9}(?:oui|non)(?!\\p{L})(?![^\\n]*(?:${ANY_BOX}))|(?:(?!${ANY_BOX})[^\\n])*?(?=\\s{0,9}(?:$|\\n|[.;](?:\\s|$)|${ANY_BOX})))`,
  'giu',
);
const HAS_EMPTY = new RegExp(EMPTY, 'iu');
const HAS_TICKED = new RegExp(TICKED, 'iu');

interface Option extends Stretch {
  readonly box: Box;
  readonly line: number;
}

function optionsIn(text: string): Option[] {
  const lines = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return [...text.matchAll(OPTION)].map(({ 0: { length }, index, groups }) => ({
    from: index,
    to: index + length,
    box: groups?.empty ? 'empty' : 'ticked',
    line: lines.filter((end) => end < index).length,
  }));
}

/** Units of a box and of a word. */
const LEAST = 4;
const isLast = (text: string, at: number): boolean => /^\s*(?:\n|$)/.test(text.slice(at));

/** The options left empty beside a ticked one: in their line where it offers several, else in those that offer one each. */
function untakenIn(text: string): Option[] {
  if (!HAS_EMPTY.test(text) || !HAS_TICKED.test(text)) return [];
  const options = optionsIn(text);
  // « autorisées ☐ interdites ☒ »: the words stand before their box.
  if (options.some(({ from, to }) => to - from < LEAST && isLast(text, to))) return [];
  const choices = options.map(({ line }) => {
    const isAlone = (o: Option) => options.filter((other) => other.line === o.line).length === 1;
    const own = options.filter((o) => o.line === line);
    return own.length > 1 ? own : options.filter(isAlone);
  });
  return options.filter(({ box }, i) => box === 'empty' && choices[i]?.some((o) => o.box === 'ticked'));
}

/** The options with the blanks after each, and those before the ones that end the text. */
function withBlanks(text: string, options: readonly Stretch[]): Stretch[] {
  let last = text.length;
  return options
    .map(({ from, to }) => ({ from, to: text.length - text.slice(to).trimStart().length }))
    .reverse()
    .map(({ from, to }) => {
      if (to < last) return { from, to };
      last = text.slice(0, from).trimEnd().length;
      return { from: last, to };
    })
    .reverse();
}

/** A line or a cell without the options that it does not take: « ☐ fermes ☒ révisables ». */
function withTaken(passage: PassageContent): PassageContent {
  const { prose, bold } = passage;
  const cuts = withBlanks(prose.text, untakenIn(prose.text));
  if (cuts.length === 0) return passage;
  const lost = cuts.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, bold) - from), 0);
  return { ...passage, prose: prose.without(cuts), bold: bold - lost };
}

/** What is chosen from together: the items of a list, the lines of a paragraph. */
const choiceOf = ({ kind, list }: PassageContent): number | undefined =>
  kind === 'item' ? list?.list : kind === 'paragraph' && !list ? -1 : undefined;

/** Leaves out the options whose box is left empty where another of the same choice is ticked. */
export function leftEmpty(content: BlockContent): BlockContent {
  const taken = content.passages.map(withTaken);
  const isSame = taken.every((passage, i) => passage === content.passages[i]);
  return leftEmptyLines(isSame ? content : { ...content, passages: taken });
}

/** A cell that is a box and nothing else. */
const LONE = new RegExp(`^\\s*(?:${EMPTY}|${TICKED})\\s*$`, 'iu');
/** Under « Oui » and « Non », a row without a tick says neither. */
const ANSWER = /^[^a-z]*(?:oui|non|sans objet)(?![a-z])/;

const rowOf = ({ cell }: PassageContent): string | undefined => cell && `${cell.table}:${cell.row}`;

/** The rows of tables of which every box is left empty, where another row has one ticked in the same column. */
function rowsLeft(passages: readonly PassageContent[]): ReadonlySet<string | undefined> {
  const columnOf = ({ cell }: PassageContent) => cell && `${cell.table}:${cell.column}`;
  const answers = new Set(passages.filter((p) => p.cell?.row === 0 && p.prose.has(ANSWER)).map(columnOf));
  const lone = passages.filter((p) => p.cell?.row && LONE.test(p.prose.text) && !answers.has(columnOf(p)));
  const ticked = lone.filter((p) => boxOf(p) === 'ticked');
  const columns = new Set(ticked.map(columnOf));
  const left = new Set(lone.filter((p) => columns.has(columnOf(p))).map(rowOf));
  for (const p of ticked) left.delete(rowOf(p));
  return left;
}

/** Marks those that stand on a line of their own, or in a row of a table. */
function leftEmptyLines(content: BlockContent): BlockContent {
  const { passages } = content;
  if (passages.length < 2) return content;
  const boxes = passages.map(boxOf);
  if (!boxes.includes('ticked')) return content;
  const ticked = new Set(passages.filter((_, i) => boxes[i] === 'ticked').map(choiceOf));
  ticked.delete(undefined);
  const rows = rowsLeft(passages);
  const isLeft = (p: PassageContent, i: number) =>
    (boxes[i] === 'empty' && ticked.has(choiceOf(p))) || rows.has(rowOf(p) ?? 'none');
  return { ...content, passages: passages.map((p, i) => (isLeft(p, i) ? { ...p, unticked: true as const } : p)) };
}
