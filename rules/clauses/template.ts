import type { ProcedureName } from '../facts/piece/index.ts';
import type { PieceKind } from '../kit/piece.ts';

/** A template: one Markdown file of `pieces/`, for every procedure that goes with the piece. */
export interface Template {
  readonly piece: Exclude<PieceKind, 'autre'>;
  /** Title of the piece, as printed. */
  readonly titre: string;
  /** Words by which a user looks for it. */
  readonly mots: string;
  /** Procedures that go with the piece, the usual one first. */
  readonly procedures: readonly ProcedureName[];
  /** Markdown with directives, each a comment alone on its line: see `pieces/README.md`. */
  readonly body: string;
}
