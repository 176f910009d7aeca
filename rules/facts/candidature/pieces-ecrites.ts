import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';

/** True when the certified papers at a place are several copies. */
export const areCopies = ({ draft }: Piece, at: Span): boolean => /^copies/i.test(draft.slice(at));

/** True when words say by themselves who hands the paper in: « le candidat joint un extrait Kbis ». */
export const sayWhoHandsIn = (words: string): boolean => /\p{L}\s+(?:remet|joint|fourni|produi)/iu.test(words);
