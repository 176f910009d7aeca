import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';

const JUDGING = fr`(?:jugement|critères?|analyse|choix|classement|évaluation|examen) [^.]*(?:offres?|attribution|sélection|propositions)|critères?(?: de jugement| d'attribution)?|jugement`;

/** The heading under which offers are judged: the broadest one. */
export const judgingHeading = (piece: Piece): Passage | undefined =>
  piece.draft.headings
    .filter((h) => h.has(JUDGING) && !h.heading?.runIn)
    .sort((a, b) => (a.heading?.level ?? 0) - (b.heading?.level ?? 0))[0];

/** What judges the firm part and says nothing of the others; undefined where nothing does. */
export const firmAlone = (piece: Piece): Sentence | undefined =>
  piece.draft
    .sentencesWith(fr`tranches? fermes?`)
    .find(
      (s) =>
        !s.has(fr`optionnelles?|toutes`) &&
        s.section.chain.some((x) => x.heading?.has(JUDGING)) &&
        s.has(fr`prix|montants?|coûts?`),
    );
