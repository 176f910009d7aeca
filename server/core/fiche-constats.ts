import type { Consultation } from '../../rules/kit/piece.ts';
import { LEVELS, type Level } from '../../rules/kit/rule.ts';
import { pieceName } from './explain.ts';
import { inOrder, placeOf } from './fiche.ts';
import type { FichePlace } from './fiche-types.ts';
import type { Finding } from './lint.ts';

/** The findings of one piece, the most serious first. */
export interface FicheConstats {
  readonly path: string;
  readonly name: string;
  readonly constats: readonly { readonly level: Level; readonly message: string; readonly place: FichePlace }[];
}

/** The findings of a consultation piece by piece, in the order of the fiche; a piece without any has none. */
export const constatsOf = (consultation: Consultation, findings: readonly Finding[]): readonly FicheConstats[] =>
  inOrder(consultation).map((piece) => ({
    path: piece.path,
    name: pieceName(piece),
    constats: findings
      .filter((f) => f.piece === piece)
      .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.at.start - b.at.start)
      .map(({ level, message, at }) => ({ level, message, place: placeOf(piece, at) })),
  }));
