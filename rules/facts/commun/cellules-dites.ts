import type { Draft, InPlace, Passage, Sentence } from '../../kit/draft.ts';
import { type Words, wordsOf } from '../../kit/words.ts';

/** A cell read with the label of its row, as one says it: « retenue de garantie : 5 % ». */
export interface SaidCell {
  readonly sentence: Sentence;
  readonly label: Passage;
  /** Head of its column; undefined without. */
  readonly head: Passage | undefined;
  /** Label and cell. */
  readonly said: Words;
  /** Where the cell's own words begin in what is said. */
  readonly from: number;
}

const SAID: InPlace<SaidCell> = {
  take(sentence) {
    const { passage: cell, index } = sentence;
    if (!cell.cell || index > 0) return undefined;
    const { table } = cell;
    const row = table?.rowOf(cell);
    const label = row?.cells.find((c) => c.cell?.column === 0);
    if (!table || row === table.header || !label?.folded || cell === label) return undefined;
    const lead = `${label.folded.trimEnd()} : `;
    return { sentence, label, head: table.headerOf(cell), said: wordsOf(lead + cell.folded), from: lead.length };
  },
  isSame: (before, now) => before.label === now.label && before.head === now.head && before.said === now.said,
};

/** The cells of a draft that stand beside a label, each with it, in order. */
export const labelled = (draft: Draft): readonly SaidCell[] => [...draft.inPlace(SAID).values()];
