import type { Passage, Sentence } from '../kit/draft.ts';

/** What one carrier says, with what a reader knows when he reaches it. Every part is a piece of the draft, to be asked for what it says. */
export interface Statement {
  /** The sentence, item, cell, box or label itself. */
  readonly sentence: Sentence;
  /** The heading of its section; undefined before the first. */
  readonly heading: Passage | undefined;
  /** What announces it: the clause above its list, its column and the label of its row, else the sentence before. Empty when nothing does. */
  readonly context: readonly (Passage | Sentence)[];
}

/** The statement of a sentence, whatever carries it. */
export function statementOf(sentence: Sentence): Statement {
  const { passage, section } = sentence;
  const heading = section.heading === passage ? undefined : section.heading;
  return { sentence, heading, context: contextOf(sentence, passage) };
}

function contextOf(sentence: Sentence, passage: Passage): readonly (Passage | Sentence)[] {
  const { previous } = sentence;
  if (previous) return [previous];
  if (passage.cell) {
    const row = passage.table?.rowOf(passage);
    const label = row?.cells[0];
    const header = passage.table?.headerOf(passage);
    return [header, label].filter((p): p is Passage => p !== undefined && p !== passage);
  }
  const lead = passage.list ? passage.lead : undefined;
  return lead ? [lead] : [];
}
