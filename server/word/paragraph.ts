import type { RootContent } from 'mdast';
import type { Element } from 'xast';
import type { WordDocument } from './document.ts';
import type { Label } from './numbering.ts';
import type { Look, Passage } from './phrasing.ts';
import type { Style } from './styles.ts';

/** What a paragraph is, before its words are laid out. */
export interface ReadParagraph {
  readonly style: Style | undefined;
  /** Depth of a heading, from 1; undefined for body text. */
  readonly level: number | undefined;
  readonly label: Label | undefined;
  readonly passages: readonly Passage[];
  /** It has a border: empty, it is a rule across the page. */
  readonly rule: boolean;
}

/** What reads the words of a cell, which may hold all that a body does. */
export interface CellReader {
  readonly document: WordDocument;
  read(parent: Element): RootContent[];
  readParagraph(element: Element): ReadParagraph | undefined;
}

const PLAIN: Look = { bold: false, italic: false, strike: false };

/** The passages after the number that Word prints before them, as text. */
export const withLabel = (label: Label | undefined, passages: readonly Passage[]): Passage[] =>
  label && label.text !== '' && passages.length > 0
    ? [{ text: `${label.text} `, look: PLAIN }, ...passages]
    : [...passages];
