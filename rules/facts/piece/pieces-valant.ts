import type { Consultation } from '../../kit/piece.ts';

/** What is said between the names of two pieces that are one document. */
export const STANDS_FOR = "(?:valant|vaut|(?:tenant|tient) lieu d[e']|(?:faisant|fait) office d[e'])";
const STANDS = `(?<![a-z])${STANDS_FOR}(?: (?:egalement|aussi|a la fois))? ?(?:le |la |l'|un )?(?:[a-z' ]{3,50} et )?`;

/** For the names of a piece, the pattern of a text that says which piece holds it: « le CCAP valant CCTP ». */
export const standingFor = (names: RegExp): RegExp => new RegExp(`${STANDS}${names.source}`);

/** True when a piece of the folder is said to stand for another: that one is no file that lacks. */
export const isHeldByAnother = (consultation: Consultation, standing: RegExp): boolean =>
  consultation.pieces.some((p) => p.draft.passagesWith(standing).length > 0);
