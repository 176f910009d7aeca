import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';

/** « par an », after the turnover that stands at a place, with the space before; empty where no period is said. */
export const periodAt = ({ draft }: Piece, at: Span): string =>
  /[ \u00a0](?:par|chaque) (?:an|année|exercice)\b.*$/isu.exec(draft.slice(at))?.[0] ?? '';

/** True when the turnover at a place is told in times of the estimate, rather than as « le double ». */
export const isInTimes = ({ draft }: Piece, at: Span): boolean => /fois/i.test(draft.slice(at));
