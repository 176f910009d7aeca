import type { BlockContent, PassageContent } from './block.ts';

/** Boxes as word processors have them, and as they are typed. */
const EMPTY = /^\s*(?:[☐□❏❑◻▢]|\[ ?\])/u;
const TICKED = /^\s*(?:[☑☒✓✔✅⊠]|\[[xX]\])/u;

/** What a form lists and does not choose between: the lots and tranches of a contract. */
const LISTED = /^\s*\S{1,3}\s*(?:lots?|tranches?)(?!\p{L})/iu;

/** Where a chunk is to be cut for each option to stand alone, when several of its lines are options with a box; empty for most. */
export function boxLinesIn(chunk: string): number[] {
  const boxes: number[] = [];
  for (let at = 0, next = 1; next > 0; at = next) {
    const line = chunk.slice(at, at + 8);
    if ((TICKED.test(line) || EMPTY.test(line)) && !LISTED.test(chunk.slice(at, at + 24))) boxes.push(at);
    next = chunk.indexOf('\n', at) + 1;
  }
  return boxes.length > 1 ? boxes.filter((at) => at > 0) : [];
}

const isTicked = ({ list, prose }: PassageContent): boolean => list?.checked ?? TICKED.test(prose.text);
const isEmpty = ({ list, prose: { text } }: PassageContent): boolean =>
  list?.checked === false ? !LISTED.test(`☐ ${text}`) : EMPTY.test(text) && !LISTED.test(text);

/** What is chosen from together: the items of a list, the lines of a paragraph. */
const choiceOf = ({ kind, list }: PassageContent): number | undefined =>
  kind === 'item' ? list?.list : kind === 'paragraph' && !list ? -1 : undefined;

/** Marks the options whose box is left empty where another of the same choice is ticked. */
export function leftEmpty(content: BlockContent): BlockContent {
  const { passages } = content;
  if (passages.length < 2 || !passages.some(isEmpty)) return content;
  const ticked = new Set(passages.filter(isTicked).map(choiceOf));
  const isLeft = (p: PassageContent) => isEmpty(p) && choiceOf(p) !== undefined && ticked.has(choiceOf(p));
  return { ...content, passages: passages.map((p) => (isLeft(p) ? { ...p, unticked: true as const } : p)) };
}
