import type { ProcedureName } from '../facts/piece/index.ts';
import type { PieceKind } from '../kit/piece.ts';

/** What is to fill in a clause. */
export interface ClauseVariable {
  readonly nom: string;
  readonly sens: string;
  readonly exemple: string;
  /** Fixed wordings to choose from. */
  readonly valeurs?: readonly string[];
}

/** A model clause of the library: one Markdown file of this folder. */
export interface Clause {
  readonly id: string;
  readonly titre: string;
  readonly quand: string;
  readonly regime: 'ccag-tic-2021' | 'ccag-pi-2021' | 'ccag-2009' | 'sans-ccag' | 'tous';
  readonly pieces: readonly PieceKind[];
  /** The only procedures it is for; undefined: any. */
  readonly procedures?: readonly ProcedureName[];
  readonly variables: readonly ClauseVariable[];
  /** `guide PART PAGE`, `ccp ARTICLE`, `cpi ARTICLE`, `ccag NAME ARTICLE`. */
  readonly sources: readonly string[];
  readonly protege: readonly string[];
  readonly date: string;
  /** Title of its own article; undefined for a paragraph of an existing one. */
  readonly heading?: string;
  /** Markdown, without the heading. */
  readonly body: string;
}
