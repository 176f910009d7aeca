import type { Level } from '../../rules/kit/rule.ts';
import type { Axe } from './axes.ts';
import type { Etat } from './conformite.ts';
import type { Excerpt } from './excerpt.ts';
import type { Fiche } from './fiche-types.ts';
import type { NotChecked } from './not-checked.ts';
import type { NotRun, WhyNotRun } from './not-run.ts';
import type { Phrasebook } from './phrasebook.ts';
import type { Stretch } from './unmarked.ts';

/** Findings by level. */
export type Counts = Readonly<Record<Level, number>>;

/** Where something stands, for a reader on paper. */
export interface RapportPlace {
  /** As shown to the user. */
  readonly path: string;
  readonly pieceName: string;
  /** From 1. */
  readonly line: number;
  /** Of a Word document, in the place of the line: « article 5.2, paragraphe 3 ». */
  readonly where?: string;
  /** Title of the article: paper has no lines to count. */
  readonly article?: string;
}

/** What a fix would have a draft say, at one place. */
export interface RapportWording extends RapportPlace {
  /** Paragraphs to add, in Markdown. */
  readonly added?: string;
  /** The sentences as they would be, what is new marked; none: they would go. */
  readonly sentences?: readonly Stretch[];
  /** Those sentences as they are; undefined for a row to add to a table. */
  readonly before?: readonly Stretch[];
}

export interface RapportConstat extends RapportPlace {
  readonly rule: string;
  readonly title: string;
  readonly level: Level;
  readonly message: string;
  readonly excerpt: Excerpt;
  readonly sources: readonly { readonly label: string; readonly url?: string }[];
  /** The preferred fix, with all that it would write. */
  readonly fix?: { readonly title: string; readonly wordings: readonly RapportWording[] };
  readonly related: readonly (RapportPlace & { readonly message: string })[];
}

/** Who last wrote a line, by the history of the drafts. */
export interface Author {
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly commit: string;
}

/** A finding that a comment of the draft sets aside. The place is the comment's. */
export interface RapportIgnore extends RapportPlace {
  readonly rule: string;
  readonly title: string;
  readonly message: string;
  readonly reason: string;
  /** Undefined where there is no history, or the line is in none. */
  readonly author?: Author;
}

export interface RapportPiece {
  /** As shown to the user. */
  readonly path: string;
  readonly name: string;
  readonly procedure?: string;
  readonly state?: string;
  /** Day whose law applies. */
  readonly date: string;
  readonly counts: Counts;
  /** Of the bytes read, in hexadecimal; undefined when they are not those that were checked. */
  readonly sha256?: string;
}

export interface RapportRecommandation {
  readonly rule: string;
  readonly title: string;
  readonly etat: Etat;
  readonly label: string;
  readonly detail: string;
  readonly page: number;
}

export interface RapportPartie {
  readonly code: string;
  readonly title: string;
  readonly recommandations: readonly RapportRecommandation[];
}

/** How a consultation stands, in figures. */
export interface RapportResume {
  /** Folder, as shown to the user. */
  readonly path: string;
  /** Body that buys: see `bodies`. */
  readonly body: string;
  readonly pieces: readonly RapportPiece[];
  readonly counts: Counts;
  readonly ignored: number;
  /** Findings that the baseline knows. */
  readonly known: number;
}

/** What one look at a consultation gives, as counted findings. */
export interface RapportAxe {
  readonly axe: Axe;
  /** Of the findings that are shown. */
  readonly counts: Counts;
  /** Every rule of the axis. */
  readonly rules: readonly (Omit<RapportRecommandation, 'page'> & {
    /** Findings shown. */
    readonly found: number;
  })[];
}

/** What a consultation is called by, as its pieces say it. */
export interface RapportIdentite {
  readonly acheteur?: string;
  readonly numero?: string;
}

/** The whole of what is said of a consultation. */
export interface RapportDossier extends RapportResume {
  readonly conformite: {
    readonly totals: Readonly<Record<Etat, number>>;
    readonly chapitres: readonly {
      readonly code: string;
      readonly title: string;
      readonly parties: readonly RapportPartie[];
    }[];
  };
  readonly identite: RapportIdentite;
  /** In the order of the report. */
  readonly axes: readonly RapportAxe[];
  readonly constats: readonly RapportConstat[];
  readonly fiche: Fiche;
  readonly ignores: readonly RapportIgnore[];
}

/** What a report on many consultations takes from one of them: plain data, which can travel as JSON. */
export interface Contribution {
  readonly resume: Omit<RapportResume, 'body'>;
  /** Kind of buyer that its pieces name; absent when they name none. */
  readonly acheteur?: string;
  /** Rules that did not run. */
  readonly notRun: readonly NotRun[];
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly { readonly rule: string; readonly level: Level; readonly message: string }[];
    /** Rule of each finding that a comment sets aside. */
    readonly ignored: readonly string[];
  }[];
}

/** What is said of one consultation beyond its figures. */
export type RapportDetail = Omit<RapportDossier, keyof RapportResume>;

/** A rule of the program, over all that was checked. */
export interface RapportRegle {
  readonly rule: string;
  readonly title: string;
  readonly level: Level;
  /** Consultations whose settings leave it on. */
  readonly active: number;
  /** In how many it did not run, or not to its end, by reason. */
  readonly notRun: Readonly<Partial<Record<WhyNotRun, number>>>;
  readonly found: number;
  readonly ignored: number;
}

/** Rules by body: in how many consultations of each a rule has findings. */
export interface Carte {
  /** What tells bodies apart: « sous-dossier », or « type d’acheteur ». */
  readonly by: string;
  readonly bodies: readonly { readonly name: string; readonly dossiers: number }[];
  /** The most frequent first. */
  readonly rows: readonly {
    readonly rule: string;
    readonly title: string;
    readonly level: Level;
    /** Consultations concerned, body by body. */
    readonly cells: readonly number[];
    readonly total: number;
  }[];
}

/** What an earlier report counted, and what it counts now. */
export interface Change {
  readonly before: number;
  readonly now: number;
}

export interface Evolution {
  /** Name of the earlier report, as the user gave it. */
  readonly name: string;
  /** Version of the program that wrote it. */
  readonly version: string;
  readonly levels: Readonly<Record<Level, Change>>;
  /** Findings of the earlier report that are gone, and those that it had not. */
  readonly gone: number;
  readonly appeared: number;
  /** By path of consultation; those of one report alone too. `before` or `now` undefined: not in that report. */
  readonly dossiers: ReadonlyMap<string, { readonly before?: Counts; readonly now?: Counts }>;
  /** Rules whose number of findings changes, the greatest change first. */
  readonly rules: readonly (Change & { readonly rule: string; readonly title: string })[];
}

export interface Rapport {
  readonly version: string;
  /** Day on which it was written. */
  readonly day: string;
  /** Language in which it is written. */
  readonly phrasebook: Phrasebook;
  /** How far the legal data go, as a French sentence. */
  readonly law: string;
  /** Lowest level shown. */
  readonly minLevel: Level;
  /** A baseline hides what it knows. */
  readonly compared: boolean;
  /** What is not in the report because it was not read. */
  readonly notChecked: readonly NotChecked[];
  /** The most to be mended first. */
  readonly resumes: readonly RapportResume[];
  /** In the same order; the first ones alone when there are very many. */
  readonly dossiers: readonly RapportDossier[];
  readonly regles: readonly RapportRegle[];
  readonly carte: Carte;
  readonly evolution?: Evolution;
}
