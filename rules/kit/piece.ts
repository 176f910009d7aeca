import type { Draft } from './draft.ts';
import type { Notice } from './notice.ts';
import type { Span } from './span.ts';
import type { Reading, Same } from './trace.ts';
import type { Workbook } from './workbook.ts';

/** Pieces of a consultation that the rules know. `autre`: a file that is none of them. */
export const PIECES = [
  'rc',
  'cctp',
  'ccap',
  'ae',
  'programme-fonctionnel',
  'reglement-concours',
  'appel-a-projets',
  'bpu',
  'dpgf',
  'dqe',
  'avis',
  'autre',
] as const;
export type PieceKind = (typeof PIECES)[number];

/** Schedules of prices, in the order in which the first is taken for the reference. */
export const SCHEDULES = ['bpu', 'dpgf', 'dqe'] as const satisfies readonly PieceKind[];

/** What is read of a file that is no draft. */
export type PieceData = Workbook | Notice;

/** Documents that are several pieces in one, by the name that metadata give them. */
export const COMPOUNDS = { ccp: ['ccap', 'cctp'], contrat: ['ccap', 'ae'] } as const;

/** How the kind of a piece was known. */
export type KindSource = 'front-matter' | 'dce-yaml' | 'title' | 'name' | 'text';

export const STATES = ['brouillon', 'relecture', 'final'] as const;
export type State = (typeof STATES)[number];

/**
 * What a draft says on one matter, read once: `read` is a pure function of the piece (and of other facts, by
 * `piece.ask`). `id` is its name for people, `title` its French heading; `show` gives it as plain JSON for
 * `dce-lint facts` (undefined: nothing to show).
 */
export interface Fact<T> {
  readonly id: string;
  readonly title: string;
  readonly read: (piece: Piece) => T;
  readonly show: (value: T, piece: Piece) => unknown;
  /** Of a fact that most edits touch and few change: whether what rests on one value may rest on the other. */
  readonly isSame?: Same<T>;
}

export const defineFact = <T>(fact: Fact<T>): Fact<T> => fact;

/** Where the words of a piece stand in the document that it was read from, from an offset of the piece on. */
export interface Landmark {
  readonly from: number;
  /** What the nearest heading above is called: « article 5.2 », or its title. */
  readonly article?: string;
  /** Rank below that heading, from 1; 0: the heading itself. Absent in a table or a note. */
  readonly paragraph?: number;
  /** Row of a table, from 1. */
  readonly row?: number;
  /** In a footnote. */
  readonly note?: true;
  /** In a header or a footer of its pages: under no heading. */
  readonly margin?: true;
  /** Where the document says it, from 1. */
  readonly page?: number;
}

/** What is wrong in a piece's metadata. */
export interface EnteteProblem {
  readonly kind: 'key' | 'value' | 'syntax' | 'shape';
  readonly at: Span;
  /** The key concerned; empty for the whole header. */
  readonly key: string;
  readonly found: string;
  /** Allowed keys or values, nearest first; what is wanted where there is no list. */
  readonly allowed: readonly string[];
}

/** Metadata of a piece: its front matter, then what `dce.yaml` says (without a place in the piece). Empty when there is none. */
export interface Entete {
  readonly values: Readonly<Record<string, string | number>>;
  /** Where each value stands. */
  readonly spans: Readonly<Record<string, Span>>;
  readonly problems: readonly EnteteProblem[];
}

/** A file of a consultation, as facts and rules see it. */
export interface Piece {
  /** Path from the consultation's folder, with `/`. */
  readonly path: string;
  /** Of a file that is no draft: its text, or a rendering of it, which nothing is read from. */
  readonly draft: Draft;
  /** What was read of a file that is no draft: a price schedule, a notice. Undefined for a draft. */
  readonly data: PieceData | undefined;
  /** Of a piece that was read from a Word document, in the order of the text: its lines are nobody's but this program's. */
  readonly landmarks?: readonly Landmark[] | undefined;
  /** The first of its kinds. */
  readonly kind: PieceKind;
  /** All that it is: a CCP is a CCAP and a CCTP. A kind that another piece of the folder is by itself is left to that one. */
  readonly kinds: readonly PieceKind[];
  readonly kindFrom: KindSource;
  readonly state: State | undefined;
  readonly entete: Entete;
  /** Day whose law applies, `YYYY-MM-DD`: front matter or `dce.yaml`, else a sibling's, else the launch that a piece writes, else the day given to the program. */
  readonly date: string;
  /** The same, undefined where nothing tells when the consultation is launched and the day given to the program stands for it. */
  readonly knownDate: string | undefined;
  readonly consultation: Consultation;
  /** Reads a fact once and keeps it. Needs no `this`. */
  readonly ask: <T>(fact: Fact<T>) => T;
  /** Runs once for each key, and again only when an edit touches what the run has looked at. Needs no `this`. */
  readonly keep: <T>(key: object, run: () => T) => T;
}

/** The concepts that a buyer has said folded words say. */
export type Added = Reading<readonly string[] | undefined>;

/** The pieces of one folder, or those that its `dce.yaml` lists. */
export interface Consultation {
  readonly pieces: readonly Piece[];
  /** Price schedules and notices that stand beside the drafts, read as data: rules of drafts do not run on them. */
  readonly companions: readonly Piece[];
  /** Names of every file beside the pieces, when known: what an annex may refer to. */
  readonly files: readonly string[];
  /** Wordings of the buyer's own; undefined where he has added none. */
  readonly added: Added | undefined;
  /** Pieces of these kinds, companions included, each once, in the order the kinds are given. No kind: all pieces but companions. */
  of(...kinds: readonly PieceKind[]): readonly Piece[];
  /**
   * Takes a new text of a piece in place: what it does not touch is not read again. False when that cannot be (the
   * shape of the draft, its kind or its front matter change): the consultation must then be opened anew.
   */
  edit(path: string, text: string): boolean;
}

/** A place in a piece. */
export interface Place {
  readonly piece: Piece;
  readonly at: Span;
}
