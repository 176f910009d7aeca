/**
 * What the DCE Lint server and its VS Code client say to each other beyond the Language Server Protocol.
 * Types only: nothing of the server is pulled into the client by importing this file.
 */
import type { Fiche } from './core/fiche-types.ts';

/** What `initialize` carries in `initializationOptions`. Absent for any other editor. */
export interface InitializationOptions {
  /** Commands that the client carries out itself: code actions may name them, and must not name any other. */
  clientCommands?: ClientCommand[];
  /** The client answers `FileRequests`. */
  files?: boolean;
  /** The client shows what `dce-lint/rendering` gives, under the scheme `dce-lint-tableau`. */
  renderings?: boolean;
  /** The client shows Word documents as texts (`dce-lint-word:`), to which findings lead. */
  wordTexts?: boolean;
  shows?: Shown[];
}

/**
 * What a client shows without us: the messages of diagnostics above a hover, the headings of Markdown in its outline and
 * its folding; and `details` in Markdown, which it can show.
 */
export type Shown = 'messages' | 'headings' | 'details';

/**
 * Commands that live in the client, with their arguments. The server names them in code actions and must not list
 * them in `executeCommandProvider`, or VS Code would register them twice.
 */
export interface ClientCommands {
  /** Asks the buyer which finding, how far and why, then sends `dce-lint/ignore`, `dce-lint/turnOff` or `dce-lint/misread`. */
  'dce-lint.ignore': [choices: IgnoreChoice[]];
  /** Shows the page of a rule, of the one chosen when there are several. */
  'dce-lint.explain': [rule: string | RuleChoice[]];
  /** Lists fixes, then sends `dce-lint/fix`. */
  'dce-lint.moreFixes': [choices: FixChoice[]];
  /** Asks with `dce-lint/sayable` what a sentence could say, then the buyer which and why, and sends `dce-lint/missed`. */
  'dce-lint.missed': [selected: Selected];
}
export type ClientCommand = keyof ClientCommands;

/** A finding that may be ignored: `finding` is whatever lets the server find it again; the client never looks inside. */
export interface IgnoreChoice {
  uri: string;
  finding: string;
  rule: string;
  /** Of the rule. */
  title: string;
  message: string;
  /** The file in which the rule can be switched off, made when there is none. */
  configuration?: string;
  /** Name of the folder that it governs, when it is not the document's own. */
  folder?: string;
  /** The file that says of a sentence that it does not say that, where the finding rests on what was heard. */
  lectures?: string;
}

/** The finding to ignore. */
export interface IgnoreTarget {
  uri: string;
  finding: string;
  /** Where the suppression holds: at this place, or in the whole piece. */
  scope: 'here' | 'file';
}

/** A rule to choose among several. */
export interface RuleChoice {
  rule: string;
  title: string;
}

/** A fix of a finding, by its title. `of`: titles of the rules it answers. */
export interface FixChoice {
  uri: string;
  finding: string;
  title: string;
  of?: string;
}

/** The finding that rests on a sentence which does not say that. */
export interface MisreadTarget {
  uri: string;
  finding: string;
}

/** Words of a document. */
export interface Selected {
  uri: string;
  range: TextRange;
}

/** What a sentence could be said to say. `near`: among the nearest to being heard, which come first. */
export interface ConceptChoice {
  concept: string;
  /** In one French sentence. */
  says: string;
  /** Title of a rule that rests on it. */
  title?: string;
  near?: true;
  /** It is heard to say so already. */
  heard?: 'sure' | 'probable';
}

/** The rule to switch off in the configuration that a document is under. */
export interface TurnOffTarget {
  uri: string;
  rule: string;
}

/** What is known of one open document once it has been looked at, for the language status item. */
export interface DocumentStatus {
  uri: string;
  checked: boolean;
  /** Why nothing is checked, as a sentence in French; only when `checked` is false. */
  reason?: string;
  /** The piece as it is written in settings: `rc`, `cctp`… */
  piece?: string;
  /** What told the piece. */
  pieceFrom?: 'front-matter' | 'dce-yaml' | 'title' | 'name' | 'text';
  procedure?: string;
  /** State of the draft: `brouillon`… */
  etat?: string;
  /** Day whose law is applied, `YYYY-MM-DD`. */
  date?: string;
  /** Day on which our data on the law were last read; `old`: more than a year ago. */
  law?: { date: string; old: boolean };
  /** Number of findings in the document, and in all the pieces of its consultation. */
  findings?: number;
  dossier?: number;
}

/** A clause of the library, for a list to choose from. */
export interface ClauseOffer {
  id: string;
  /** What it is, when to use it, and the CCAG it is written for (empty: any), in French. */
  titre: string;
  quand: string;
  regime: string;
  /** It may stand in the document, and is missing there. Those that are missing come first, then those that may stand there. */
  suits: boolean;
  missing: boolean;
  /** What is left to the buyer, in the order of the text. `valeurs`: fixed wordings to choose from; empty for a free text. */
  variables: { nom: string; sens: string; exemple: string; valeurs: readonly string[] }[];
  /** Markdown of the clause, its fields « [à compléter : …] » left. */
  text: string;
}

/** A place in an open document: line and UTF-16 unit, from 0. */
export interface DocumentPosition {
  line: number;
  character: number;
}

/** Lines and UTF-16 units from 0, as the Language Server Protocol counts. */
export interface TextRange {
  start: { line: number; character: number };
  end: { line: number; character: number };
}

/** State of a recommendation of the guide; `server/core/conformite.ts` says what each means. */
export type ConformiteEtat = 'missing' | 'ignored' | 'met' | 'not-applicable' | 'unchecked';

/** A finding, or the comment that sets one aside. */
export interface ConformitePlace {
  uri: string;
  /** Name of the file. */
  file: string;
  range: TextRange;
  message: string;
  /** Of a finding. */
  level?: 'error' | 'warning' | 'info';
  /** What one click can do; `finding` goes back in `dce-lint/fix`. */
  fix?: { finding: string; title: string };
}

export interface ConformiteRule {
  rule: string;
  title: string;
  etat: ConformiteEtat;
  /** The state in a few words of French. */
  label: string;
  /** Why it is in that state, in French. */
  detail: string;
  /** `met` only: what the rule is about was read. Otherwise its silence says nothing. */
  seen: boolean;
  /** Of the guide; none for a rule that rests on the law alone. */
  page?: number;
  places: ConformitePlace[];
}

export interface ConformitePartie {
  code: string;
  title: string;
  rules: ConformiteRule[];
}

/**
 * The guide, part by part, as a consultation stands on it, then the rules that rest on the law alone. Each rule has one
 * place, and so each finding of the check.
 */
export interface Conformite {
  /** Name of the folder. */
  dossier: string;
  /** Findings by level. */
  counts: { error: number; warning: number; info: number };
  chapitres: { code: string; title: string; parties: ConformitePartie[] }[];
  /** Rules in each state. */
  totals: Record<ConformiteEtat, number>;
}

/** A document that could not be converted, as a French sentence. */
export interface NotConverted {
  error: string;
}

/** Requests from the client, by method. */
export interface Requests {
  /**
   * A Word document (its bytes in base 64) as a Markdown draft. `name`: of its file. `lost`: what could not be carried
   * over, one French line each. Served where there is Node.
   */
  'dce-lint/importWord': {
    params: { name: string; document: string };
    result: { text: string; lost: string[] } | NotConverted;
  };
  /**
   * A Markdown draft as a Word document, in the styles of a template when there is one; bytes in base 64 both ways. `uri`:
   * of the draft, whose pictures are beside it.
   */
  'dce-lint/exportWord': {
    params: { text: string; template?: string; uri?: string };
    result: { document: string; comments: number; lost: string[] } | NotConverted;
  };
  /** The text that stands in the place of a spreadsheet, row by row; null for any other file. */
  'dce-lint/rendering': { params: { uri: string }; result: { text: string } | null };
  /**
   * A copy of a Word document with its findings as comments. `uri`: of the text as which it is shown; `there`: the bytes
   * (base 64) of what stands where the copy would be. `replaces`: that is an earlier copy, which nobody has changed.
   */
  'dce-lint/annotateWord': {
    params: { uri: string; there?: string };
    result: { document: string; comments: number; replaces: boolean } | NotConverted;
  };
  /** The text of a file in Windows-1252, for it to be written in UTF-8; why not, where it is something else or may be. */
  'dce-lint/asUtf8': { params: { uri: string }; result: { text: string } | NotConverted };
  /** The page of a rule, as Markdown in French; null for an unknown id. */
  'dce-lint/explain': { params: { id: string }; result: { markdown: string } | null };
  /**
   * Writes the suppression with its reason, through `workspace/applyEdit` (which checks the version of the text).
   * `applied` is false when the finding is gone or the edit was refused.
   */
  'dce-lint/ignore': { params: IgnoreTarget & { reason: string }; result: { applied: boolean } };
  /** Where the consultation of a document stands on the guide; null for a document that is not checked. */
  'dce-lint/conformite': { params: { uri: string }; result: Conformite | null };
  /**
   * Applies a fix of a finding of a document (the preferred one when no title is given) and takes the buyer there, where the
   * client can; `applied` is false when there is none or it was refused.
   */
  'dce-lint/fix': { params: { uri: string; finding: string; title?: string }; result: { applied: boolean } };
  /** Each setting of a file with where it comes from, as Markdown in French. `rule`: the one asked about, shown first. */
  'dce-lint/settings': { params: { uri: string; rule?: string }; result: { markdown: string } };
  /**
   * Writes the state of a draft in its front matter, through `workspace/applyEdit` (which checks the version of the text);
   * `portee: 'dossier'`: of all the pieces of its consultation, or of none. `applied` is false when the document is no piece,
   * a front matter cannot be read or the edit was refused. `written`: addresses of the pieces that were changed.
   */
  'dce-lint/setState': {
    params: { uri: string; etat: 'brouillon' | 'relecture' | 'final'; portee?: 'piece' | 'dossier' };
    result: { applied: boolean; written: string[] };
  };
  /**
   * The merged facts of the consultation that a document belongs to; null when it belongs to none. `uris`: address of
   * each piece by its path in the fiche.
   */
  'dce-lint/fiche': { params: { uri: string }; result: FicheAnswer | null };
  /** The same as a page of HTML. `nonce`: letters and digits, by which the page knows its own style and script. */
  'dce-lint/fichePage': { params: { uri: string; nonce: string }; result: FichePage };
  /** Every clause of the library, those that suit the document first; none for a document that is not open. */
  'dce-lint/clauses': { params: { uri: string }; result: ClauseOffer[] };
  /**
   * Where a clause goes in the text as it is, for a writer at `position`, and what to insert there: a snippet in which the
   * variables without a value are tab stops. Null when there is no such clause or document.
   */
  'dce-lint/insertClause': {
    params: { uri: string; id: string; position: DocumentPosition; values: Record<string, string> };
    result: { range: { start: DocumentPosition; end: DocumentPosition }; snippet: string } | null;
  };
  /**
   * Writes in `.dce-lint.yaml`, through `workspace/applyEdit`, that a rule is off, with the reason; the client saves the
   * file. `refused`: why nothing was written, as a sentence in French.
   */
  'dce-lint/turnOff': { params: TurnOffTarget & { reason: string }; result: { applied: boolean; refused?: string } };
  /**
   * Writes in the consultation's folder, through `workspace/applyEdit`, that a sentence does not say what was heard; the
   * client saves the file. `refused`: as for `dce-lint/turnOff`.
   */
  'dce-lint/misread': { params: MisreadTarget & { reason: string }; result: { applied: boolean; refused?: string } };
  /** The sentence that a selection is in, with what it could say in this piece; `file`: where that is to be written. */
  'dce-lint/sayable': {
    params: Selected;
    result: { sentence: string; file: string; choices: ConceptChoice[] } | { refused: string };
  };
  /** Writes there that a sentence says what was not heard, as `dce-lint/misread` does. */
  'dce-lint/missed': {
    params: Selected & { sentence: string; concept: string; reason: string };
    result: { applied: boolean; refused?: string };
  };
  /** The folders that seem to hold one consultation between them, a document's own among them; null when its own is whole. */
  'dce-lint/parts': { params: { uri: string }; result: { dossier: string; folders: string[] } | null };
  /**
   * Writes the `dce.yaml` that puts them together, through `workspace/applyEdit`; the client saves the file, `written`.
   * `applied` is false when there is nothing to put together, or the client cannot make the file.
   */
  'dce-lint/gather': { params: { uri: string }; result: { applied: boolean; written?: string } };
  /** The buyer has put aside (Escape) what was proposed in a document as ghost text. */
  'dce-lint/refuse': { params: { uri: string }; result: null };
}

export interface FichePage {
  /** A whole document. */
  page: string;
  /** Its `main` alone: a page already shown takes it as the message `{ content }`. */
  content: string;
  /** What the message `{ place }` of a page speaks of: by the link's `data-place`. */
  places: Record<string, { uri: string; range: TextRange }>;
}

export interface FicheAnswer {
  fiche: Fiche;
  uris: Record<string, string>;
}

/** Notifications from the server, by method. */
export interface Notifications {
  /** Sent after each check of an open document, and once for an open document that is not checked. */
  'dce-lint/status': DocumentStatus;
}

/**
 * Requests from the server, by method: files that it has no way to (a virtual workspace; any, in a browser). The result
 * is null when there is no such file, or when the client does not give it.
 */
export interface FileRequests {
  'dce-lint/readFile': { params: { uri: string }; result: { base64: string } | null };
  /** `mtime`: milliseconds; `size`: bytes. */
  'dce-lint/stat': { params: { uri: string }; result: { mtime: number; size: number } | null };
  /** Names of the files and of the folders of a folder. */
  'dce-lint/readDirectory': { params: { uri: string }; result: { files: string[]; folders: string[] } | null };
}

/** What the reader has learnt, as the files beside the programs have it: in a browser, the first message to the server. */
export interface Learnt {
  readonly model: Uint8Array;
  readonly wordings: Uint8Array;
}
