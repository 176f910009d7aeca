import type { Draft, Passage } from '../../kit/draft.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';

/** The words at a place as the draft has them, on one line, marks of emphasis and of cells left out. */
export const asWritten = (draft: Pick<Draft, 'slice'>, at: Span): string =>
  draft
    .slice(at)
    .replace(/<\/?[a-z][^<>]*>|[\s*_`|]+/gi, ' ')
    .trim();

/** The words at a place on one line, as a message quotes them and a fix writes them: without the tracked changes and comments among them. */
export const wordsAt = (draft: Pick<Draft, 'slice'>, at: Span): string =>
  draft
    .slice(at)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\s+/g, ' ');

/** Folded words as the passage that holds them, or its row, has them; as they are where neither does. */
export function unfolded(passage: Passage, folded: string): string {
  const row = passage.table?.rowOf(passage)?.cells ?? [];
  const holder = folded === '' ? undefined : [passage, ...row].find((p) => p.folded.includes(folded));
  const from = holder?.folded.indexOf(folded) ?? -1;
  return holder ? asWritten(holder.draft, holder.at({ from, to: from + folded.length })) : folded;
}

/** The same, wherever the draft has them. */
export function unfoldedIn({ draft }: Piece, folded: string): string {
  const passage = draft.passages.find((p) => p.folded.includes(folded));
  return passage ? unfolded(passage, folded) : folded;
}
