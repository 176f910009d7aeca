/**
 * What the DCE Lint server and its VS Code client say to each other beyond the Language Server Protocol.
 * Types only: nothing of the server is pulled into the client by importing this file.
 */
import type { Fiche } from './core/fiche-types.ts';

/** What `initialize` carries in `initializationOptions`. Absent for any other editor. */
export interface InitializationOptions {
  /** Commands that the client carries out itself: code actions may name them, and must not name any other. */
  clientCommands?: ClientCommand[];
}

/**
 * Commands that live in the client, with their arguments. The server names them in code actions and must not list
 * them in `executeCommandProvider`, or VS Code would register them twice.
 */
export interface ClientCommands {
  /** Asks the buyer for the reason, then sends `dce-lint/ignore`. */
  'dce-lint.ignore': [target: IgnoreTarget];
  /** Shows the page of a rule. */
  'dce-lint.explain': [rule: string];
}
export type ClientCommand = keyof ClientCommands;

/** The finding to ignore: `finding` is whatever lets the server find it again; the client never looks inside. */
export interface IgnoreTarget {
  uri: string;
  finding: string;
  /** Where the suppression holds: at this place, or in the whole piece. */
  scope: 'here' | 'file';
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
  /** Number of findings shown in the document. */
  findings?: number;
}

/** Requests from the client, by method. */
export interface Requests {
  /** The page of a rule, as Markdown in French; null for an unknown id. */
  'dce-lint/explain': { params: { id: string }; result: { markdown: string } | null };
  /**
   * Writes the suppression with its reason, through `workspace/applyEdit` (which checks the version of the text).
   * `applied` is false when the finding is gone or the edit was refused.
   */
  'dce-lint/ignore': { params: IgnoreTarget & { reason: string }; result: { applied: boolean } };
  /** Each setting of a file with where it comes from, as Markdown in French. `rule`: the one asked about, shown first. */
  'dce-lint/settings': { params: { uri: string; rule?: string }; result: { markdown: string } };
  /**
   * Writes the state of a draft in its front matter, through `workspace/applyEdit` (which checks the version of the text).
   * `applied` is false when the document is no piece, its front matter cannot be read or the edit was refused.
   */
  'dce-lint/setState': {
    params: { uri: string; etat: 'brouillon' | 'relecture' | 'final' };
    result: { applied: boolean };
  };
  /**
   * The merged facts of the consultation that a document belongs to; null when it belongs to none. `uris`: address of
   * each piece by its path in the fiche.
   */
  'dce-lint/fiche': { params: { uri: string }; result: FicheAnswer | null };
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
