import type { Connection, InitializeParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Piece } from '../../rules/kit/piece.ts';
import type { Rule } from '../../rules/kit/rule.ts';
import type { Abilities, Addresses } from '../convert.ts';
import type { Host } from '../host.ts';
import type { ClientCommand, InitializationOptions, Shown } from '../protocol.ts';
import { keyOf } from '../uri.ts';
import type { FileCheck, FolderCheck, Workspace } from '../workspace.ts';

/** What every feature works with: made once, when the client has said what it can do. */
export interface Context {
  readonly connection: Connection;
  readonly host: Host;
  readonly rules: readonly Rule[];
  readonly documents: TextDocuments<TextDocument>;
  readonly workspace: Workspace;
  readonly abilities: Abilities;
  /** The section `dceLint` of the editor's settings for a resource; undefined when there is none. */
  readonly settingsOf: (uri: string) => Promise<unknown>;
  /** Commands that the client carries out itself. */
  readonly clientCommands: ReadonlySet<ClientCommand>;
  /** What the client shows by itself, or can show. */
  readonly shows: ReadonlySet<Shown>;
  /** Calls for a new look at every open document, when something other than a text has changed. */
  readonly recheck: () => void;
}

/** One document with the folder it was checked in. */
export interface Found {
  readonly folder: FolderCheck;
  readonly file: FileCheck;
  readonly piece: Piece;
}

/** What the last check says of a document, made now if need be; undefined for a document that is not checked. */
export async function find({ workspace }: Context, uri: string): Promise<Found | undefined> {
  const folder = await workspace.check(uri);
  const file = folder.files.get(keyOf(uri));
  return file?.piece && { folder, file, piece: file.piece };
}

/** Where the pieces of a folder are for the client. */
export function addressesOf(folder: FolderCheck): Addresses {
  const byPiece = new Map([...folder.files.values()].map((file) => [file.piece, file]));
  return {
    uriOf: (piece) => byPiece.get(piece)?.shown ?? '',
    versionOf: (piece) => byPiece.get(piece)?.version ?? null,
  };
}

export function abilitiesOf({ capabilities }: InitializeParams): Abilities {
  const edit = capabilities.workspace?.workspaceEdit;
  const { publishDiagnostics: published, diagnostic: pulled } = capabilities.textDocument ?? {};
  return {
    documentChanges: edit?.documentChanges === true,
    snippetEdits: edit?.documentChanges === true && edit.snippetEditSupport === true,
    changeAnnotations: edit?.documentChanges === true && edit.changeAnnotationSupport !== undefined,
    createFiles: edit?.documentChanges === true && edit.resourceOperations?.includes('create') === true,
    relatedInformation: published?.relatedInformation === true || pulled?.relatedInformation === true,
    showDocument: capabilities.window?.showDocument?.support === true,
    markupMessages: pulled?.markupMessageSupport === true,
    codeDescription: published?.codeDescriptionSupport === true || pulled?.codeDescriptionSupport === true,
  };
}

const COMMANDS: readonly ClientCommand[] = [
  'dce-lint.ignore',
  'dce-lint.explain',
  'dce-lint.moreFixes',
  'dce-lint.missed',
];

/** Whether the client shows the renderings of `dce-lint/rendering`. */
export const rendersIn = ({ initializationOptions }: InitializeParams): boolean =>
  (initializationOptions as InitializationOptions | null | undefined)?.renderings === true;

export function clientCommandsOf({ initializationOptions }: InitializeParams): ReadonlySet<ClientCommand> {
  const given = (initializationOptions as InitializationOptions | null | undefined)?.clientCommands;
  return new Set(COMMANDS.filter((c) => Array.isArray(given) && given.includes(c)));
}

const SHOWN: readonly Shown[] = ['messages', 'headings', 'details'];

export function shownBy({ initializationOptions }: InitializeParams): ReadonlySet<Shown> {
  const given = (initializationOptions as InitializationOptions | null | undefined)?.shows;
  return new Set(SHOWN.filter((s) => Array.isArray(given) && given.includes(s)));
}
