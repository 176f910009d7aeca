import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';

/** What is said of every lot, one by one. */
const EACH = fr`quel que soit le lot|quels que soient les lots|pour (?:tous les|chacun des|chaque|l'ensemble des) lots?`;

/** True when the sentence at a place says what it says of every lot. */
export const isOfEachLot = ({ draft }: Piece, at: Span): boolean =>
  draft.passageAt(at.start)?.sentences.some((s) => s.span.start <= at.start && at.start < s.span.end && s.has(EACH)) ??
  false;
