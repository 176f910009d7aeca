import type { Piece } from '../../../rules/kit/piece.ts';
import { LEVELS, type Level, type Rule } from '../../../rules/kit/rule.ts';
import type { Span } from '../../../rules/kit/span.ts';
import type { Earlier } from '../../core/evolution.ts';
import { Lines, type Position } from '../../core/lines.ts';
import type { Finding } from '../../core/lint.ts';
import type { NotChecked } from '../../core/not-checked.ts';
import type { NotRunIn } from '../../core/not-run.ts';
import type { Phrasebook } from '../../core/phrasebook.ts';
import type { Author, Dossier, DossierFile } from '../../core/rapport.ts';
import type { Contribution, Counts, RapportDetail } from '../../core/rapport-types.ts';
import type { Suppressed } from '../../core/suppress.ts';
import { whereIs } from '../../core/where.ts';
import type { Language } from '../../english.ts';
import type { Form } from '../../report/rapport-form.ts';
import type { Spool } from '../spool.ts';

/** One file of a report. Its path is relative to the working directory, with `/`. */
export type CheckedFile = DossierFile;

/** What a run says of itself, before anything is read. */
export interface RunHead {
  readonly version: string;
  /** Every rule there is, the program's own notices included. */
  readonly rules: readonly Rule[];
  /** Law of the pieces that give no date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly today: string;
  readonly minLevel: Level;
  readonly phrasebook: Phrasebook;
  /** Of the phrasebook. */
  readonly language: Language;
  /** A report to compare with. */
  readonly earlier?: Earlier | undefined;
  /** A baseline was compared with. */
  readonly compared: boolean;
  /** The part of the whole that this is. */
  readonly shard?: ShardOf | undefined;
}

/** What was found in one folder. */
export interface FolderReport extends RunHead {
  /** The folder, as shown. */
  readonly folder: string;
  readonly files: readonly CheckedFile[];
  /** Undefined where the consultation is not at hand, or none of its pieces was asked for. */
  readonly dossier: Dossier | undefined;
  /** What a page needs of the consultation, where it was worked out before. */
  readonly prepared?: Prepared | undefined;
  /** Who wrote the comment, where it was asked for and is known. */
  readonly authorOf: (suppressed: Suppressed) => Author | undefined;
  /** Shown path of a piece of the folder. */
  readonly pathOf: (piece: Piece) => string;
  /** A name of the finding that survives what moves it, unique within a piece. */
  readonly idOf: (finding: Finding) => string;
}

/** A consultation for a page that is written later; without its detail when the page would not have it. */
export interface Prepared {
  readonly contribution: Contribution;
  readonly detail?: RapportDetail;
}

/** What is kept of a file once it is written. */
export interface FileLine {
  readonly path: string;
  /** The folder of its consultation, as shown. */
  readonly folder: string;
  readonly piece: Pick<Piece, 'kind' | 'kinds' | 'kindFrom' | 'date'>;
  readonly counts: Counts;
  readonly suppressed: number;
  /** Findings that the baseline knows, which are not shown. */
  readonly known: number;
  /** Where the writer has put what it says of the file. */
  readonly rank: number;
}

/** What a rule found over a run. */
export interface RuleLine {
  readonly rule: string;
  readonly level: Level;
  readonly found: number;
  readonly consultations: number;
}

/** A run once all is read. */
export interface Overview extends RunHead {
  /** In the order of `comparePaths`. */
  readonly files: readonly FileLine[];
  /** Rules that found something, the most frequent first. */
  readonly found: readonly RuleLine[];
  /** What stands in no list of findings because it was not read; in the order of `inOrder`. */
  readonly notChecked: readonly NotChecked[];
  /** Rules that did not run, over all consultations. */
  readonly notRun: readonly NotRunIn[];
}

/** A part of a whole, with what tells the whole from another. */
export interface ShardOf {
  /** From 1. */
  readonly index: number;
  readonly count: number;
  /** SHA-256 of the paths and texts of all consultations, in hexadecimal: parts of one whole have the same. */
  readonly whole: string;
}

export interface ReporterOptions {
  readonly colour: boolean;
  readonly failOn: Level | 'never';
  /** Findings alone: no totals, nothing of what is not blocking. */
  readonly quiet?: boolean | undefined;
  /** Counts by rule and by consultation in the place of findings, or beside them. */
  readonly statistics?: boolean | undefined;
  /** How much a page says; short when left out. */
  readonly form?: Form | undefined;
}

/** Writes one report, whose folders come in any order. */
export interface Writing {
  /** Takes what was found in a folder, and keeps no draft. The ranks of its files come back. */
  add(report: FolderReport): Promise<readonly number[]>;
  /** The report, bit by bit, once all is added. */
  end(overview: Overview): AsyncIterable<string>;
}

/** Begins a report. What is set aside meanwhile goes to `spool`. */
export type Reporter = (spool: Spool, options: ReporterOptions) => Writing;

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly suppressed: number;
  /** Only after a comparison with a baseline. */
  readonly known?: number;
}

export function summary({ files, compared }: Pick<Overview, 'files' | 'compared'>): Summary {
  const count = (level: Level) => files.reduce((n, f) => n + f.counts[level], 0);
  return {
    files: files.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    suppressed: files.reduce((n, f) => n + f.suppressed, 0),
    ...(compared && { known: files.reduce((n, f) => n + f.known, 0) }),
  };
}

/** True when a level is at or above another; nothing reaches `never`. */
export const reaches = (level: Level, floor: Level | 'never'): boolean =>
  floor !== 'never' && LEVELS.indexOf(level) <= LEVELS.indexOf(floor);

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What no reader wants from a draft: control characters, but for tabs and ends of lines. A terminal would obey them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
export const inert = (s: string): string => s.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');

/** The order of files in reports: folder by folder, then by name, whatever the language of the machine. */
export const comparePaths = (a: string, b: string): number => compare(folderOf(a), folderOf(b)) || compare(a, b);

/** Where the spans of pieces stand in lines; the lines of each piece are counted once. */
export class Places {
  private readonly counted = new Map<Piece, Lines>();

  lines(piece: Piece): Lines {
    const lines = this.counted.get(piece) ?? new Lines(piece.draft.text);
    this.counted.set(piece, lines);
    return lines;
  }

  /** For people: « ligne 12 », or where it is in a Word document. */
  where(piece: Piece, at: Span): string {
    return whereIs(piece, at, this.range(piece, at).start.line);
  }

  /** Counted from 0. */
  range(piece: Piece, at: Span): { readonly start: Position; readonly end: Position } {
    return this.lines(piece).range(at);
  }
}
