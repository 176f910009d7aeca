import type { Sentence } from '../../kit/draft.ts';

/**
 * Whether a sentence speaks of something, in its words or by where it stands: the label of its row, the head of its column,
 * the clause that announces it, the sentence before, the titles above.
 */
export function speaksOf(sentence: Sentence, words: RegExp): boolean {
  const { passage, previous, section } = sentence;
  const { rowLabel, lead, table } = passage;
  return (
    sentence.has(words) ||
    [rowLabel, table?.headerOf(passage), lead, previous].some((beside) => beside?.has(words)) ||
    section.under(words)
  );
}
