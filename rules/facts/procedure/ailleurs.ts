import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';

/** True when a piece says that the procedure is described in its own rules, or in others. */
export const isDescribedInRules = ({ draft }: Piece): boolean =>
  draft.sentences.some(
    (s) => s.has(fr`procédure`) && s.has(fr`règlement`) && s.has(fr`décrite|indiquée|précisée|fixée|exposée`),
  );
