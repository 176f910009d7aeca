import type { PieceKind } from '../kit/piece.ts';
import type { Thing } from './pointed.ts';

/** One line that says a concept, or one that is near and does not. */
export interface Wording {
  readonly text: string;
  /** The heading above; empty when none is known. */
  readonly heading: string;
  /** What announces it, or the sentence before; empty when the sense needs none. */
  readonly context: string;
  /** Who wrote it. Hands are held out whole when thresholds are set. */
  readonly hand: string;
}

/**
 * What is made of a concept: `faute` is a fault by itself; `reponse` answers a rule that looks for something; `matiere`
 * wakes a rule or tells what it is about, and is lawful in itself.
 */
export type Role = 'faute' | 'reponse' | 'matiere';
export const ROLES: readonly Role[] = ['faute', 'reponse', 'matiere'];

/** Something that one statement of a draft can say, and that facts need to hear: a file of `rules/concepts/`. */
export interface Concept {
  /** `theme/name`, the file's own path. */
  readonly id: string;
  /** What it says, in one French sentence. */
  readonly says: string;
  /** Pieces in which it can be said. */
  readonly pieces: readonly PieceKind[];
  /** Rules that rest on it. */
  readonly rules: readonly string[];
  readonly role: Role;
  /** It is said of one thing in a statement, which every line marks: « un disjoncteur ⟦Orbital 63⟧ ». Undefined: of the statement. */
  readonly thing: Thing | undefined;
  readonly said: readonly Wording[];
  readonly unsaid: readonly Wording[];
}
