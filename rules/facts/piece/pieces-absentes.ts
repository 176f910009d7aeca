import type { Consultation, PieceKind } from '../../kit/piece.ts';
import { isHeldByAnother, standingFor } from './pieces-valant.ts';

/** Words by which a draft says that a piece of a kind exists or will. The « clauses administratives générales » are the CCAG's. */
const NAMED: Partial<Record<PieceKind, RegExp>> = {
  ccap: /(?<![a-z0-9])(?:ccap|c\.c\.a\.p|cahier des (?:clauses|charges|conditions) administratives(?: particulieres)?(?! (?:generales?|communes?)))(?![a-z0-9])/,
  cctp: /(?<![a-z0-9])(?:cctp|c\.c\.t\.p|cahier des (?:clauses|charges|conditions) techniques(?: particulieres)?(?! (?:generales?|communes?))|cahier des charges (?:fonctionnel|detaille|des (?:travaux|prestations|ouvrages|fournitures|services)))(?![a-z0-9])/,
  ae: /(?<![a-z0-9])acte d'engagement(?![a-z0-9])/,
  'programme-fonctionnel': /(?<![a-z0-9])programme fonctionnel(?![a-z0-9])/,
  rc: /(?<![a-z0-9])reglement (?:particulier )?(?:de (?:la )?)?consultation(?![a-z0-9])/,
};

/** « Aucun cahier des clauses techniques n'est imposé »: named, and said not to be. */
const NONE =
  /(?<![a-z])(?:aucune?|ni|sans|pas de) (?:ccap|cctp|cahier des|acte d'engagement|programme fonctionnel|reglement)(?![a-z])/;

const STANDING = new Map(Object.entries(NAMED).map(([kind, names]) => [kind, standingFor(names)]));

/** True when a piece of that kind is named and the folder does not hold it: unknown is not absent. */
export function isMissing(consultation: Consultation, kind: PieceKind): boolean {
  const pattern = NAMED[kind];
  const standing = STANDING.get(kind);
  if (!pattern || !standing || consultation.of(kind).length > 0) return false;
  return (
    !isHeldByAnother(consultation, standing) &&
    consultation.pieces.some((p) => p.draft.passagesWith(pattern).some((passage) => !passage.has(NONE)))
  );
}
