import type { BlockContent, Heading, List, ListItem, PhrasingContent, RootContent } from 'mdast';

interface OpenList {
  readonly list: List;
  readonly depth: number;
  /** Number of the item that would go on with it. */
  next: number;
}

/** Puts blocks one after the other, and list items into the lists they go on with. */
export class Flow {
  readonly blocks: RootContent[] = [];
  private lists: OpenList[] = [];

  add(...blocks: RootContent[]): void {
    if (blocks.length === 0) return;
    this.lists = [];
    this.blocks.push(...blocks);
  }

  heading(depth: number, children: PhrasingContent[]): void {
    this.add({ type: 'heading', depth: depth as Heading['depth'], children });
  }

  paragraph(children: PhrasingContent[]): void {
    this.add(...paragraphs(children));
  }

  /** Quotations that follow one another are one. */
  quotation(children: PhrasingContent[]): void {
    const last = this.blocks.at(-1);
    if (last?.type === 'blockquote') last.children.push(...paragraphs(children));
    else this.add({ type: 'blockquote', children: paragraphs(children) });
  }

  /** `number`: of an item of an ordered list. */
  item(depth: number, number: number | undefined, children: PhrasingContent[]): void {
    const item: ListItem = {
      type: 'listItem',
      spread: false,
      ...(number === undefined ? boxed(children) : plain(children)),
    };
    while ((this.lists.at(-1)?.depth ?? -1) > depth) this.lists.pop();
    const open = this.lists.at(-1);
    if (open?.depth === depth && goesOn(open, number)) {
      open.list.children.push(item);
      open.next++;
      return;
    }
    if (open?.depth === depth) this.lists.pop();
    const ordered = number !== undefined;
    const list: List = { type: 'list', ordered, spread: false, children: [item], ...(ordered && { start: number }) };
    const parent = this.lists.at(-1)?.list.children.at(-1);
    if (parent) parent.children.push(list);
    else this.blocks.push(list);
    this.lists.push({ list, depth, next: (number ?? 0) + 1 });
  }
}

const goesOn = ({ list, next }: OpenList, number: number | undefined): boolean =>
  number === undefined ? list.ordered === false : list.ordered === true && number === next;

const plain = (children: PhrasingContent[]) => ({ children: paragraphs(children) });

/** An item that begins with a box to tick is a task. */
function boxed(children: PhrasingContent[]): Pick<ListItem, 'checked' | 'children'> {
  const [first, ...rest] = children;
  const box = first?.type === 'text' ? /^([☐☒☑])\s+(?=\S)/u.exec(first.value) : null;
  if (!box || first?.type !== 'text') return plain(children);
  const text: PhrasingContent = { type: 'text', value: first.value.slice(box[0].length) };
  return { checked: box[1] !== '☐', ...plain([text, ...rest]) };
}

/** A paragraph; only comments: blocks of their own. */
export const paragraphs = (children: PhrasingContent[]): BlockContent[] =>
  children.every((c) => c.type === 'html')
    ? children.map((c) => ({ type: 'html', value: (c as { value: string }).value }))
    : [{ type: 'paragraph', children }];
