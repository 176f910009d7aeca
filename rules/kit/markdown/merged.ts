/** What runs over a cell of a table that has no words of its own: the cell on its left, or the one above. */
export type Merged = '←' | '↑';

const MARK = /^<!--\s*([←↑])\s*-->$/;

/** The comment that such a cell holds. */
export const mergedMark = (merged: Merged): string => `<!-- ${merged} -->`;

/** What a piece of HTML says of the cell that it is in; undefined where it says nothing of that. */
export const mergedIn = (html: string): Merged | undefined => MARK.exec(html.trim())?.[1] as Merged | undefined;
