import type { RootContent } from 'mdast';
import type { Element } from 'xast';
import type { WordDocument } from './document.ts';
import { Flow } from './flow.ts';
import { InlineReader } from './inline.ts';
import type { Label } from './numbering.ts';
import { type CellReader, type ReadParagraph, withLabel } from './paragraph.ts';
import { type Look, type Passage, phrasing } from './phrasing.ts';
import { numberingOf } from './styles.ts';
import { readTable } from './tables.ts';
import { at, below, elements, val } from './xml.ts';

const PLAIN: Look = { bold: false, italic: false, strike: false };
const TITLE = /^(?:title|titre)$/;
const CONTENTS = /^(?:toc \d|toc heading|table of figures|contents \d|contents heading)$/;
const QUOTATION = /^(?:quote|intense quote|block text|citation|citation intense|quotations)$/;
const PREFORMATTED = 'html preformatted';
const DEEPEST = 6;

/** Reads the blocks of a document in the order of the text. */
export class BlockReader implements CellReader {
  readonly document: WordDocument;
  private readonly inline: InlineReader;
  /** Headings go one level down below a title, which takes the first. */
  private shift = 0;
  private headed = false;
  /** Passages of a paragraph whose end was deleted: they belong to the next. */
  private carried: Passage[] = [];

  constructor(document: WordDocument) {
    this.document = document;
    this.inline = new InlineReader(document);
  }

  /** Blocks of a body, a note, a frame or a text box. */
  read(parent: Element): RootContent[] {
    const flow = new Flow();
    this.into(flow, parent);
    if (this.carried.length > 0) flow.paragraph(phrasing(this.carried.splice(0)));
    return flow.blocks.filter((b) => !(b.type === 'paragraph' && b.children.length === 0));
  }

  private into(flow: Flow, parent: Element): void {
    for (const element of elements(parent)) this.block(flow, element);
  }

  private block(flow: Flow, element: Element): void {
    switch (element.name) {
      case 'w:p':
        this.paragraph(flow, element);
        return;
      case 'w:tbl':
        flow.add(...readTable(this, element));
        return;
      case 'w:sdt':
        if (/table of contents/i.test(val(element, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery') ?? ''))
          this.skipContents(element);
        else this.inline.control(element, () => this.into(flow, at(element, 'w:sdtContent') ?? element));
        return;
      case 'w:customXml':
      case 'w:ins':
      case 'w:moveTo':
        this.into(flow, element);
        return;
      default:
        return;
    }
  }

  /** A table of contents: its pages are pages all the same. */
  private skipContents(element: Element): void {
    this.document.losses.add('contents');
    this.document.trail.page += [...below(element, 'w:lastRenderedPageBreak')].length;
  }

  private paragraph(flow: Flow, element: Element): void {
    const read = this.readParagraph(element);
    if (read) this.layOut(flow, read);
    for (const box of this.inline.boxes.splice(0)) this.into(flow, box);
  }

  /** Reads a paragraph and counts its number; undefined when it goes on in the next, or is a line of a table of contents. */
  readParagraph(element: Element): ReadParagraph | undefined {
    const properties = at(element, 'w:pPr');
    const style = this.document.styles.get(val(properties, 'w:pStyle') ?? '') ?? this.document.styles.get('Normal');
    const passages = [...this.carried.splice(0), ...this.inline.read(element)];
    if (at(properties, 'w:pPrChange')) this.document.losses.add('format');
    if (at(properties, 'w:rPr', 'w:del') ?? at(properties, 'w:rPr', 'w:moveFrom')) {
      this.carried = passages;
      return undefined;
    }
    if (CONTENTS.test(style?.name ?? '')) return undefined;
    this.document.trail.read(passages, this.document);
    const place = numberingOf(properties, style?.numbering);
    const label = place && place.list !== '0' ? this.document.numbering.next(place) : undefined;
    const outline = val(properties, 'w:outlineLvl');
    const level = outline === undefined ? style?.level : Number(outline) < 9 ? Number(outline) + 1 : undefined;
    return { style, level, label, passages, rule: at(properties, 'w:pBdr') !== undefined };
  }

  private layOut(flow: Flow, { style, level, label, passages, rule }: ReadParagraph): void {
    const name = style?.name ?? '';
    const title = TITLE.test(name) && !this.headed;
    if (title || level !== undefined) this.heading(flow, title ? 1 : level, title, withLabel(label, passages));
    else if (name === PREFORMATTED) flow.add({ type: 'code', value: linesOf(passages) });
    else if (passages.length === 0 && rule) flow.add({ type: 'thematicBreak' });
    else addWords(flow, name, label, passages);
  }

  private heading(flow: Flow, level: number | undefined, title: boolean, passages: readonly Passage[]): void {
    const children = phrasing(passages.map(inHeading));
    if (children.length === 0) return;
    const depth = (level ?? 1) + this.shift;
    if (children.every((c) => c.type === 'html')) {
      flow.paragraph(children);
      return;
    }
    this.document.trail.title(passages.map((p) => ('text' in p ? p.text : ' ')).join(''));
    if (title) this.shift = 1;
    this.headed = true;
    if (depth > DEEPEST) this.document.losses.add('deep');
    flow.heading(Math.min(depth, DEEPEST), children);
  }
}

/** The lines of a program. */
function addWords(flow: Flow, style: string, label: Label | undefined, passages: readonly Passage[]): void {
  const children = phrasing(label?.plain === undefined ? withLabel(label, passages) : passages);
  if (children.length === 0) return;
  if (isOfItem(label)) flow.item(label.depth, label.plain, children);
  else if (QUOTATION.test(style)) flow.quotation(children);
  else flow.paragraph(children);
}

/** Markdown has a list for what the label says; else the label is among the words. */
const isOfItem = (label: Label | undefined): label is Label =>
  label !== undefined && !label.composed && (label.bullet || label.text !== '');

const linesOf = (passages: readonly Passage[]): string =>
  passages.map((p) => ('text' in p ? p.text : p.node.type === 'break' ? '\n' : '')).join('');

/** A heading is on one line, and its style already makes it bold. */
const inHeading = (passage: Passage): Passage => {
  if ('text' in passage) return { ...passage, look: { ...passage.look, bold: false } };
  return passage.node.type === 'break' ? { ...passage, text: ' ', look: PLAIN } : passage;
};
