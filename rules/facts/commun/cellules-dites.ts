import type { Draft, Passage, Sentence } from '../../kit/draft.ts';
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

/** The cells of a draft that stand beside a label, each with it, in order. */
export const labelled = (draft: Draft): readonly SaidCell[] =>
  draft.tables.flatMap((table) =>
    table.rows.flatMap(({ cells }): SaidCell[] => {
      const label = cells.find((c) => c.cell?.column === 0);
      if (!label?.folded) return [];
      return cells.flatMap((cell) => {
        const [sentence] = cell.sentences;
        if (cell === label || !sentence) return [];
        const lead = `${label.folded.trimEnd()} : `;
        return [{ sentence, label, head: table.headerOf(cell), said: wordsOf(lead + cell.folded), from: lead.length }];
      });
    }),
  );
