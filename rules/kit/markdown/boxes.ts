import type { BlockContent, PassageContent } from './content.ts';

/** Boxes as word processors have them. */
export const EMPTY_BOXES = '☐□❏❑◻▢⬜🔲';
export const TICKED_BOXES = '☑☒✓✔✅⊠🗹';

/** A box at the beginning of a line; not before what a form lists and does not choose between: the lots and tranches of a contract. */
const LISTED = '\\s*(?:lots?|tranches?)(?!\\p{L})';
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

/** What is chosen from together: the items of a list, the lines of a paragraph. */
const choiceOf = ({ kind, list }: PassageContent): number | undefined =>
  kind === 'item' ? list?.list : kind === 'paragraph' && !list ? -1 : undefined;

/** Marks the options whose box is left empty where another of the same choice is ticked. */
export function leftEmpty(content: BlockContent): BlockContent {
  const { passages } = content;
  if (passages.length < 2) return content;
  const boxes = passages.map(boxOf);
  const ticked = new Set(passages.filter((_, i) => boxes[i] === 'ticked').map(choiceOf));
  ticked.delete(undefined);
  if (ticked.size === 0) return content;
  const isLeft = (p: PassageContent, i: number) => boxes[i] === 'empty' && ticked.has(choiceOf(p));
  return { ...content, passages: passages.map((p, i) => (isLeft(p, i) ? { ...p, unticked: true as const } : p)) };
}
