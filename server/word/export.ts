import { Document, type FileChild, Packer, Paragraph } from 'docx';
import type { Definition, FootnoteDefinition, Root } from 'mdast';
import { propertiesOf } from './kept.ts';
import { styles } from './look.ts';
import { Losses } from './losses.ts';
import type { Pictures } from './pictures.ts';
import { graft } from './template.ts';
import { headOf, treeOf } from './tree.ts';
import { BlockWriter } from './write-blocks.ts';
import { InlineWriter } from './write-inline.ts';

export interface ExportOptions {
  /** A Word document whose styles, margins, headers and footers are taken. */
  readonly template?: Uint8Array;
  /** False leaves comments out and accepts tracked changes. */
  readonly comments?: boolean;
  /** The pictures of `picturesIn`; one that is not among them is not at hand. */
  readonly pictures?: Pictures;
}

export interface Exported {
  readonly bytes: Uint8Array;
  /** Comments in the margins of the document. */
  readonly comments: number;
  /** What could not be carried over: one French line each, without a full stop. */
  readonly lost: readonly string[];
}

/** A Markdown draft as a Word document. What speaks to the program (front matter, marks of clauses) is kept where Word does not show it, and goes with the comments. Throws a `WordError` for a bad template. */
export async function exportWord(text: string, options: ExportOptions = {}): Promise<Exported> {
  const tree = treeOf(text);
  const losses = new Losses();
  const notes = new Map(tree.children.filter((n) => n.type === 'footnoteDefinition').map((n) => [n.identifier, n]));
  const links = new Map(
    tree.children.filter((n): n is Definition => n.type === 'definition').map((n) => [n.identifier, n.url]),
  );
  const order: FootnoteDefinition[] = [];
  const inline = new InlineWriter({
    note: (identifier) => numberOf(notes.get(identifier), order),
    address: (identifier) => links.get(identifier),
    withComments: options.comments !== false,
    pictures: options.pictures ?? new Map(),
    losses,
  });
  const writer = new BlockWriter(inline, hasTitle(tree), losses);
  const children = writer.write(tree.children);
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  // Notes may cite notes: the list grows on the way.
  for (let i = 0; i < order.length; i++)
    footnotes[i + 1] = { children: writer.write((order[i] as FootnoteDefinition).children).filter(isParagraph) };
  const document = new Document({
    creator: '',
    lastModifiedBy: '',
    styles,
    numbering: { config: writer.numbering },
    footnotes,
    comments: { children: inline.comments },
    customProperties: options.comments === false ? [] : propertiesOf(headOf(text), inline.marks),
    sections: [{ children }],
  });
  const made = await Packer.pack(document, 'uint8array');
  const bytes = options.template ? graft(made, options.template) : made;
  return { bytes, comments: inline.comments.length, lost: losses.lines() };
}

const isParagraph = (child: FileChild): child is Paragraph => child instanceof Paragraph;

/** Number of a note in the document, from 1, given at its first reference. */
function numberOf(note: FootnoteDefinition | undefined, order: FootnoteDefinition[]): number | undefined {
  if (!note) return undefined;
  const known = order.indexOf(note);
  return known >= 0 ? known + 1 : order.push(note);
}

/** The draft begins with its only heading of the first level: the title of the document. */
function hasTitle({ children }: Root): boolean {
  const headings = children.filter((n) => n.type === 'heading');
  return headings[0]?.depth === 1 && headings.filter((h) => h.depth === 1).length === 1;
}
