import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { declinesExclusion, type RechercheFound, signaled } from './recherche.ts';

const isRead = (found: RechercheFound): boolean => found.doubt === undefined;
const NAMED = fr`(?:volet|lot|phase|tranche|axe|partie) (?:n° ?)?(?:\d|[a-z])(?![a-z])`;
const SAME_EXCLUSION = fr`exclusion|hors (?:du )?code|échapp(?:e|ent) au code|2512-5`;
const isPartExcluded = (s: Sentence): boolean => s.has(NAMED) && s.has(SAME_EXCLUSION) && !declinesExclusion(s);

/**
 * « Le volet 2 suit la même exclusion, l'acheteur payant tout et devenant seul propriétaire »: a sentence by which a part
 * of the contract fails both conditions, whatever the others do; undefined when there is none.
 */
export const failsByItself = (piece: Piece): Sentence | undefined => {
  const owned = new Set(
    signaled(piece, 'resultats-acheteur')
      .filter(isRead)
      .map((f) => f.sentence),
  );
  const paid = signaled(piece, 'finance-tout').filter(isRead);
  return paid.find((f) => owned.has(f.sentence) && isPartExcluded(f.sentence))?.sentence;
};
