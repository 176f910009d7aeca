import type { PieceKind, State } from '../../rules/kit/piece.ts';
import type { Span } from '../../rules/kit/span.ts';
import type { Position } from './lines.ts';

/** Where a piece says something. Plain JSON, as all of the fiche. */
export interface FichePlace {
  /** Path of the piece from the consultation's folder. */
  readonly path: string;
  readonly piece: PieceKind;
  /** « RC », « CCTP »… */
  readonly pieceName: string;
  readonly at: Span;
  /** From 1. */
  readonly line: number;
  /** Of a Word document, in the place of the line: « article 5.2, paragraphe 3 ». */
  readonly where?: string;
  /** `at` as the Language Server Protocol counts: lines and UTF-16 units from 0. */
  readonly range: { readonly start: Position; readonly end: Position };
}

/** A value and every place that gives it. */
export interface FicheValue {
  /** Short French text. */
  readonly text: string;
  /** At least one, in the order of the pieces. */
  readonly places: readonly FichePlace[];
  /** A rule finds that it contradicts another value of the entry, or (documents announced) what the folder holds. */
  readonly conflict: boolean;
}

/** One thing that the pieces speak of: « Durée (lot 2) ». */
export interface FicheEntry {
  readonly label: string;
  /** Never empty. More than one where pieces differ in words, or contradict each other: see `conflict`. */
  readonly values: readonly FicheValue[];
  readonly conflict: boolean;
}

/** A matter of the fiche; matters on which no piece says anything are left out. */
export interface FicheMatter {
  /** `objet`, `procedure`, `montants`, `dates`, `delai`, `duree`, `lots`, `tranches`, `variantes`, `criteres`, `droits`, `pieces`… */
  readonly id: string;
  readonly title: string;
  /** The rule that reports its conflicts. */
  readonly rule?: string;
  readonly entries: readonly FicheEntry[];
}

/** An award criterion, for a chart. */
export interface FicheCritere {
  readonly name: string;
  /** As written; undefined when none is given. A range gives its lower end. */
  readonly weight?: number;
  readonly unit?: 'percent' | 'points' | 'bare' | 'coefficient';
  /** Part of its parent (of the grid, at the top), out of 100; undefined when it cannot be told. */
  readonly share?: number;
  readonly place: FichePlace;
  readonly children: readonly FicheCritere[];
}

/** A grid of award criteria. */
export interface FicheGrille {
  /** Empty: the whole consultation. */
  readonly lots: readonly string[];
  /** Of contracts that follow from the framework agreement. */
  readonly subsequent: boolean;
  readonly place: FichePlace;
  readonly criteres: readonly FicheCritere[];
}

/** A tranche, its pieces put together. */
export interface FicheTranche {
  /** `ferme:1`, `optionnelle:2`; unique with `lot`. */
  readonly id: string;
  readonly name: string;
  readonly optional: boolean;
  readonly lot?: string;
  readonly object?: string;
  readonly amount?: { readonly euros?: number; readonly tax?: 'ht' | 'ttc'; readonly text: string };
  /** How long it takes. `months` or `days` when it can be counted. */
  readonly delay?: { readonly text: string; readonly months?: number; readonly days?: number };
  readonly places: readonly FichePlace[];
}

/** A day of the procedure. */
export interface FicheDate {
  readonly kind: 'envoi' | 'lancement' | 'publication' | 'invitation' | 'offres' | 'candidatures';
  readonly label: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM`, when written. */
  readonly time?: string;
  readonly text: string;
  readonly places: readonly FichePlace[];
}

export interface FichePiece {
  readonly path: string;
  readonly kind: PieceKind;
  readonly name: string;
  readonly state?: State;
  /** Day whose law applies. */
  readonly date: string;
}

/** What the pieces of a consultation say together: the merged facts, as plain JSON. */
export interface Fiche {
  readonly pieces: readonly FichePiece[];
  readonly matters: readonly FicheMatter[];
  /** Every grid, in the order RC, CCAP, CCTP, AE, others: the first for a lot is the one to chart. Empty: no criteria. */
  readonly grilles: readonly FicheGrille[];
  readonly tranches: readonly FicheTranche[];
  /** In the order of days; two of one kind where pieces differ. */
  readonly dates: readonly FicheDate[];
  /** Number of entries in conflict. */
  readonly conflicts: number;
}
