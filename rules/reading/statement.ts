import type { Passage, Sentence } from '../kit/draft.ts';

/** What one carrier says, with what a reader knows when he reaches it. Every part is a piece of the draft, to be asked for what it says. */
export interface Statement {
  /** The sentence, item, cell, box or label itself. */
  readonly sentence: Sentence;
  /** The heading of its section; undefined before the first. */
  readonly heading: Passage | undefined;
  /** What announces it: the clause above its list, its column and the label of its row, else the sentence before. Empty when nothing does. */
  readonly context: readonly (Passage | Sentence)[];
  /** The label of its row, which a few words answer: « Négociation | facultative » is read in one. */
  readonly label?: Passage;
}

/** The statement of a sentence, whatever carries it. */
export function statementOf(sentence: Sentence): Statement {
  const { passage, section } = sentence;
  const heading = section.heading === passage ? undefined : section.heading;
  const label = labelOf(sentence);
  const header = label && passage.table?.headerOf(passage);
  return label
    ? { sentence, heading, context: header ? [header] : [], label }
    : { sentence, heading, context: contextOf(sentence, passage) };
}

/** Words of a cell that answer the label of its row, at most: more say what they say by themselves. */
const FEW = 10;

/** The label that a short cell answers; undefined for any other sentence. */
export function labelOf({ passage, folded }: Sentence): Passage | undefined {
  if (!passage.cell || passage.cell.row === 0 || passage.sentences.length > 1) return undefined;
  const label = passage.rowLabel;
  const isAnswer = label !== undefined && label !== passage && /[a-z]{2}/.test(label.folded);
  return isAnswer && folded.split(' ').length <= FEW ? label : undefined;
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
  const lead = passage.cell ? undefined : passage.lead;
  return lead ? [lead] : [];
}
