import {
  type FileChild,
  HeadingLevel,
  type INumberingOptions,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { BlockContent, DefinitionContent, List, Paragraph as MarkdownParagraph, RootContent } from 'mdast';
import { htmlTablesOf } from './html-tables.ts';
import { afterTable, bulletLevels, indentOf, noRoom, numberLevels } from './look.ts';
import type { Losses } from './losses.ts';
import { commentsOf } from './marks.ts';
import type { InlineWriter } from './write-inline.ts';
import { writeTable } from './write-table.ts';

type Block = RootContent | BlockContent | DefinitionContent;

/** Where a block stands. */
interface Place {
  readonly quoted?: boolean;
  /** Depth of the list, from 0. */
  readonly depth?: number;
}

const BULLETS = 'puces';
const DEEPEST_LIST = 8;

/** Writes the blocks of a draft as Word paragraphs and tables. */
export class BlockWriter {
  readonly numbering: INumberingOptions['config'][number][] = [{ reference: BULLETS, levels: bulletLevels }];
  private readonly inline: InlineWriter;
  /** Headings go one level up below a title. */
  private readonly titled: boolean;
  private readonly losses: Losses;

  constructor(inline: InlineWriter, titled: boolean, losses: Losses) {
    this.inline = inline;
    this.titled = titled;
    this.losses = losses;
  }

  write(blocks: readonly Block[], place: Place = {}): FileChild[] {
    return blocks.flatMap((block) => this.block(block, place));
  }

  private block(block: Block, place: Place): FileChild[] {
    switch (block.type) {
      case 'heading':
        return [this.heading(block.depth, this.inline.write(block.children))];
      case 'paragraph':
        return [new Paragraph({ children: this.inline.write(block.children), ...look(place) })];
      case 'blockquote':
        return this.write(block.children, { ...place, quoted: true });
      case 'list':
        return this.list(block, place);
      case 'table':
        // Word makes one of two tables that touch.
        return [
          writeTable(block, this.inline, () => this.losses.add('unmerged')),
          new Paragraph({ spacing: afterTable }),
        ];
      case 'code':
        return [new Paragraph({ children: this.inline.code(block.value), ...look(place), style: 'HTMLPreformatted' })];
      case 'thematicBreak':
        return [new Paragraph({ thematicBreak: true })];
      case 'html':
        return this.html(block.value);
      default:
        return [];
    }
  }

  /** The number that a heading prints is in its text: its style must not print another. */
  private heading(depth: number, children: ParagraphChild[]): Paragraph {
    const level = this.titled ? depth - 1 : depth;
    const heading = level === 0 ? HeadingLevel.TITLE : HEADINGS[level - 1];
    return new Paragraph({ children, heading, numbering: false } as IParagraphOptions);
  }

  private list(list: List, place: Place): FileChild[] {
    const depth = Math.min((place.depth ?? -1) + 1, DEEPEST_LIST);
    const reference = list.ordered ? `liste-${this.numbering.length}` : BULLETS;
    if (list.ordered) this.numbering.push({ reference, levels: numberLevels(depth, list.start ?? 1) });
    return list.children.flatMap(({ children, checked }) => {
      const box = typeof checked === 'boolean' ? [new TextRun(checked ? '☒ ' : '☐ ')] : [];
      const first = children.findIndex((child) => child.type === 'paragraph');
      return children.flatMap((child, i) => {
        if (i !== first) return this.block(child, { ...place, depth });
        const content = [...box, ...this.inline.write((child as MarkdownParagraph).children)];
        return [new Paragraph({ children: content, numbering: { reference, level: depth } })];
      });
    });
  }

  /** Comments, then tables, then the words of what is left. */
  private html(value: string): FileChild[] {
    const comments = commentsOf(value).flatMap((comment) => this.inline.block(comment) ?? []);
    const { tables, rest } = htmlTablesOf(value.replace(/<!--[\s\S]*?-->/g, ''));
    const words = rest
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (/<\w/.test(rest)) this.losses.add('html');
    return [
      ...(comments.length > 0 ? [new Paragraph({ children: comments, spacing: noRoom })] : []),
      ...this.write(tables),
      ...(words === '' ? [] : [new Paragraph({ children: [new TextRun(words)] })]),
    ];
  }
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

function look({ quoted, depth }: Place): Partial<IParagraphOptions> {
  if (quoted) return { style: 'Quote' };
  return depth === undefined ? {} : { style: 'ListContinue', indent: { left: indentOf(depth).left } };
}
