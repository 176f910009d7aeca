import type { Span } from '../span.ts';
import type { Merged } from './merged.ts';
import type { Prose } from './prose.ts';

export type PassageKind = 'heading' | 'paragraph' | 'item' | 'cell';

/** Where a passage stands in a list of its block. */
export interface ListPlace {
  /** Lists of a block are numbered in order of appearance. */
  readonly list: number;
  readonly ordered: boolean;
  /** From 1 for a list that is in no other. */
  readonly depth: number;
  /** Rank of the item in its list, from 0. */
  readonly index: number;
  /** Printed number of the item of an ordered list. */
  readonly number?: number;
  /** Task lists: ticked or not. */
  readonly checked?: boolean;
  /** Index in the block of the passage of the item that holds this list. */
  readonly parent?: number;
}

/** Where a cell stands in a table of its block. Row 0 is the header. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** The cell before or above runs over this place, which has no words of its own. */
  readonly merged?: Merged;
}

/** A unit of prose, without its place. Spans are relative to its node. */
export interface PassageContent {
  readonly kind: PassageKind;
  readonly prose: Prose;
  /** The node in the source, markup included. */
  readonly source: string;
  /** Leading units of the prose in strong emphasis. */
  readonly bold: number;
  /** Depth of a Markdown heading. */
  readonly depth?: number;
  /** In a block quotation. */
  readonly quoted: boolean;
  readonly footnote: boolean;
  readonly list?: ListPlace;
  readonly cell?: CellPlace;
  /** An option whose box is left empty, beside one that is ticked. */
  readonly unticked?: true;
}

/**
 * Why something was not read: lists in too many lists, a paragraph that is too long; or was read as words: marks, of which
 * a paragraph has too many.
 */
export type WhyUnread = 'deep' | 'long' | 'marks';

/** A place that was not read, or as words alone. */
export interface Unread {
  readonly span: Span;
  readonly why: WhyUnread;
}

/** What a chunk says, without its place in the file: equal texts share one. */
export interface BlockContent {
  readonly passages: readonly PassageContent[];
  /** Where the passages stand, relative to the block. */
  readonly places: readonly Span[];
  /** Spans of the tables, relative to the block. */
  readonly tables: readonly Span[];
  /** YAML of the front matter with its offset in the block. */
  readonly frontMatter?: { readonly yaml: string; readonly start: number };
  /** HTML comments, relative to the block, with the text between the marks. */
  readonly comments: readonly { readonly span: Span; readonly text: string }[];
  /** What was not read, relative to the block; left out where all was. */
  readonly unread?: readonly Unread[];
}
