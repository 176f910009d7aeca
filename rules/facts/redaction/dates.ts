import { DATE_FIGURES, type DateItem, dates } from '../../kit/french/dates.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Piece } from '../../kit/piece.ts';

/** Dates that no calendar has, or that have another day of the week. */
const wrong = (phrase: Phrase): DateItem[] =>
  phrase.has(DATE_FIGURES)
    ? dates(phrase.folded).filter((d) => d.problem && d.month >= 1 && d.month <= 12 && d.day <= 39)
    : [];

/** The dates of a piece that cannot be, sentence by sentence. */
export const wrongDates = ({ draft }: Piece) => draft.collect(wrong);
