import type { Piece, PieceKind } from './piece.ts';
import type { Source } from './source.ts';
import type { Span } from './span.ts';

export const LEVELS = ['error', 'warning', 'info'] as const;
export type Level = (typeof LEVELS)[number];

/** `safe` changes no obligation (may run on save); `review` is one click; `show` is advice only. */
export type Grade = 'safe' | 'review' | 'show';

/** How sure a reading by the sense is: 95 or 80 of 100 are right where thresholds were set. */
export type Surety = 'sure' | 'probable';

/** A statement that was heard to say something, by its sense. */
export interface Hearing {
  readonly concept: string;
  readonly surety: Surety;
  /** Its words. */
  readonly text: string;
  /** A buyer said so of these very words. */
  readonly added?: true;
  /** Words that are known say it, and the sense of the whole denies it: nothing is reported of it. */
  readonly contradicted?: true;
}

/** How a place was read: undefined where its words are those that one is used to. */
export type Doubt = Hearing | undefined;

/** Replaces a span of a piece. An insertion has an empty span. */
export interface Edit {
  /** The piece to change; the one the finding is in when left out. */
  readonly piece?: Piece;
  readonly at: Span;
  readonly text: string;
}

export interface Fix {
  /** French, imperative: « Ajouter « ou équivalent » ». */
  readonly title: string;
  readonly grade: Grade;
  readonly edits: readonly Edit[];
  /** It adds a part to a whole, after those of a lower rank; the parts that findings of one place lack can be added at once. */
  readonly part?: { readonly whole: string; readonly rank: number };
}

/** One fault, as a rule reports it. */
export interface Report<M extends string = string> {
  readonly at: Span;
  readonly message: M;
  /** Values of the `{names}` in the message. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** When the level differs from the rule's. */
  readonly level?: Level;
  /** The first is the preferred one. */
  readonly fixes?: readonly Fix[];
  readonly related?: readonly { readonly piece: Piece; readonly at: Span; readonly message: string }[];
  /**
   * What the law must be for the finding to be true, row by row; the message says so of a row that was not verified.
   * `label`: French, what the row says.
   */
  readonly rests?: readonly { readonly verified: boolean; readonly label: string }[];
  /** The words were heard by their sense. Where that is but probable: one level lower, and the message says so. */
  readonly doubt?: Doubt;
  /** Set by rules that speak of another piece than the one they check. */
  readonly piece?: Piece;
}

/** Copies of each example that the tester makes; an example may leave one out and say why. */
export const COPIES = [
  'broken-line',
  'list',
  'ordered-list',
  'nested-list',
  'quotation',
  'footnote',
  'table-cell',
  'emoji-heading',
  'crlf',
  'bom',
  'nfd',
  'straight-apostrophe',
  'curly-apostrophe',
  'no-break-space',
  'narrow-no-break-space',
  'capitals',
] as const;
export type Copy = (typeof COPIES)[number];

export interface Example {
  /** Body of the piece, the spans of the findings between ⟦ and ⟧. */
  readonly text: string;
  /** Keys of the front matter; `piece` is the rule's first one when left out. */
  readonly head?: Readonly<Record<string, string | number>>;
  /** Other pieces of the folder by file name; they may hold marks too. */
  readonly files?: Readonly<Record<string, string>>;
  /** The text once the first fix of each finding is applied; `gains`: what the fix adds, all else unchanged. */
  readonly fixed?: string | { readonly gains: string };
  /** Copies left out, with the reason. */
  readonly skip?: Partial<Record<Copy, string>>;
}

export interface Rule<M extends string = string> {
  /** `theme/name`, the file's own path. */
  readonly id: string;
  /** French, a noun phrase. */
  readonly title: string;
  readonly level: Level;
  /** Level from a day on, where the law changed it. */
  readonly levels?: readonly { readonly from: string; readonly level: Level }[];
  /** Silent for a consultation before that day. */
  readonly since?: string;
  /** Pieces in which it can fire, in the catalogue's order. */
  readonly pieces: readonly PieceKind[] | '*';
  /** Something must stand somewhere and does not. */
  readonly absence?: boolean;
  /** The matter may stand in any of `pieces`; an absence is checked once, on the first present. */
  readonly dossier?: boolean;
  /** French, for a buyer: what is at stake. */
  readonly why: string;
  readonly sources: readonly Source[];
  /** French, by key. `{name}` is filled from `data`. */
  readonly messages: Readonly<Record<M, string>>;
  /** Rules that speak in this one's stead when they have a finding there. */
  readonly silencedBy?: readonly {
    readonly rule: string;
    readonly where: 'place' | 'section' | 'piece' | 'consultation';
  }[];
  /** More findings in a piece than this are given as one: for what one act settles, or one template repeats. Some forty where undefined. */
  readonly mostAlike?: number;
  /** Fix that settles all the findings of a piece at once, when they are given as one. */
  readonly settle?: (piece: Piece) => Fix | undefined;
  readonly examples: {
    readonly bad: readonly (string | Example)[];
    readonly good: readonly (string | Example)[];
    /** Known misses: no finding today. */
    readonly limits: readonly (string | Example)[];
  };
  check(piece: Piece): Iterable<Report<M>>;
}

export const defineRule = <M extends string>(rule: Rule<M>): Rule<M> => rule;
