import type { Piece } from '../../kit/piece.ts';
import { isPartlyOfCode } from '../procedure/index.ts';
import { rightlyExcluded } from '../recherche/index.ts';

/**
 * True when the rules on the execution of a public contract bear on the piece: neither a call for projects, nor a
 * contract that the exclusion of research rightly takes out of the code.
 */
export const isPublicContract = (piece: Piece): boolean =>
  piece.kind !== 'appel-a-projets' &&
  piece.entete.values.procedure !== 'appel-a-projets' &&
  (!rightlyExcluded(piece) || isPartlyOfCode(piece.consultation));
