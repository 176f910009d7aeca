import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { overlaps } from '../../kit/span.ts';
import { derogations } from '../droit/index.ts';

/** « Art. 3 (droits) », « L'article 8.2 … »: sends to the clause that says it. */
const SENDS = /^[^a-z0-9]*(?:l'|les )?(?:articles?|art\.?) ?\d/;
/** « Par dérogation à l'article 35, le titulaire cède… »: a clause, wherever it stands. */
const BY_ITSELF = fr`par dérogation`;

/** Tells of a sentence whether it is a line of the list of derogations, which recalls clauses and makes none. */
export function recapitulates(piece: Piece): (sentence: Sentence) => boolean {
  const { list, listed, table } = piece.ask(derogations);
  return (sentence) => {
    const { passage, section, span } = sentence;
    if (sentence.has(BY_ITSELF)) return false;
    if (table !== undefined && passage.table === table) return true;
    const isInList = list !== undefined && section.chain.includes(list);
    return (
      (isInList && (passage.cell !== undefined || SENDS.test(sentence.folded))) ||
      listed.some(({ at }) => overlaps(at, span))
    );
  };
}
