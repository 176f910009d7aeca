import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';

const REFERS = fr`(?:dans|par|à|selon) (?:l'|cet |un )avis|(?:certains|aux) lots|lots? concernés?`;

/** True when what stands around a place leaves to the notice, or to another place, which lots it is for. */
export const sendsToLots = ({ draft }: Piece, at: Span): boolean =>
  draft.passageAt(at.start)?.sentences.some((s) => s.has(REFERS)) ?? false;
