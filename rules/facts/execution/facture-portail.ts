import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';

/** Article L2192-6 takes their invoices out of the portal. */
const APART = fr`caisse des dépôts|ratp|régie autonome des transports parisiens|sncf|impératifs? de défense|sécurité nationale`;

export const isOffPortal = (piece: Piece): boolean =>
  piece.consultation.pieces.some(({ draft }) => draft.sentencesWith(APART).length > 0);
