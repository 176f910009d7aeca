import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';

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

const PERSONAL_DATA = fr`données (?:à caractère )?personnel(?:le)?s?|rgpd|traitements? (?:de|des) données|sous-traitants? ultérieurs?`;
/** True under a title on personal data: what is published, erased or passed on there is the data. */
export const isUnderPersonalData = ({ section }: Sentence): boolean => section.under(PERSONAL_DATA);
