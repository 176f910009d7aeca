import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';

/** A lot that is no accord-cadre. */
const ORDINARY = fr`marchés? ordinaires?|prix (?:global|forfaitaires?)|forfaitaires?|forfait`;

/** True when a part of what a piece buys is bought otherwise than by orders. */
export const isPartlyOrdinary = ({ draft }: Piece): boolean => draft.passagesWith(ORDINARY).length > 0;
