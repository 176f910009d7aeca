import {
  type CodeDescription,
  CreateFile,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Location,
  MarkupKind,
  type OptionalVersionedTextDocumentIdentifier,
  type Position,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Draft } from '../rules/kit/draft.ts';
import type { Piece, Place } from '../rules/kit/piece.ts';
import type { Edit, Level } from '../rules/kit/rule.ts';
import type { Span } from '../rules/kit/span.ts';
import { hasFields, toSnippet } from './core/fix.ts';
import type { Finding } from './core/lint.ts';
import { marked } from './core/markdown.ts';
import { isNotice } from './core/notices.ts';

/** Name of the program in diagnostics. */
export const SOURCE = 'dce-lint';

/** Where the pages of the rules are published. */
const PAGES = 'https://github.com/dce-lint/dce-lint/blob/main/docs/regles';

/** What the client can take. */
export interface Abilities {
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
  /** Edits can say what they are for, and ask for a look before they are made. */
  readonly changeAnnotations: boolean;
  readonly createFiles: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  /** The client opens a document at a place when told to. */
  readonly showDocument: boolean;
  /** Messages of diagnostics may be Markdown. */
  readonly markupMessages: boolean;
}

/** Where pieces live for the client. `version`: of the open document; null for a file on disk. */
export interface Addresses {
  uriOf(piece: Piece): string;
  versionOf(piece: Piece): number | null;
}

/** A span as lines and UTF-16 units. */
export const toRange = (draft: Draft, { start, end }: Span): Range => ({
  start: draft.positionAt(start),
  end: draft.positionAt(end),
});

/** A span of a text that is no draft. */
export const rangeIn = (text: string, { start, end }: Span): Range => {
  const index = TextDocument.create('', '', 0, text);
  return { start: index.positionAt(start), end: index.positionAt(end) };
};

export const toOffset = (draft: Draft, position: Position): number => draft.offsetAt(position);

export const toSpan = (draft: Draft, { start, end }: Range): Span => ({
  start: toOffset(draft, start),
  end: toOffset(draft, end),
});

/** A place of a piece, for the client. */
export const toLocation = ({ piece, at }: Place, { uriOf }: Addresses): Location => ({
  uri: uriOf(piece),
  range: toRange(piece.draft, at),
});

const SEVERITY: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Address of the page of a rule; the program's own notices have none. */
const pageOf = (finding: Finding): CodeDescription | undefined =>
  isNotice(finding.rule) ? undefined : { href: `${PAGES}/${finding.rule.id}.md` };

/** A finding as a diagnostic. `identity` lets a later request find it again. */
export function toDiagnostic(
  finding: Finding,
  identity: string,
  addresses: Addresses,
  abilities: Abilities,
): Diagnostic {
  const page = abilities.codeDescription ? pageOf(finding) : undefined;
  const related = finding.related.map(
    ({ piece, at, message }): DiagnosticRelatedInformation => ({
      location: toLocation({ piece, at }, addresses),
      message,
    }),
  );
  return {
    range: toRange(finding.piece.draft, finding.at),
    severity: SEVERITY[finding.level],
    source: SOURCE,
    code: finding.rule.id,
    ...(page && { codeDescription: page }),
    message: abilities.markupMessages ? { kind: MarkupKind.Markdown, value: marked(finding.message) } : finding.message,
    ...(abilities.relatedInformation && related.length > 0 && { relatedInformation: related }),
    data: { finding: identity },
  };
}

/** An edit of a piece. */
export interface PieceEdit extends Edit {
  readonly piece: Piece;
}

const toTextEdit = (draft: Draft, edit: Edit): TextEdit => ({ range: toRange(draft, edit.at), newText: edit.text });

function toAnyEdit(edit: PieceEdit, abilities: Abilities): TextEdit | SnippetTextEdit {
  const plain = toTextEdit(edit.piece.draft, edit);
  return abilities.snippetEdits && hasFields(edit.text)
    ? { range: plain.range, snippet: { kind: 'snippet', value: toSnippet(edit.text) } }
    : plain;
}

/** Edits of pieces as a change of the workspace, tied to the versions they were made for where the client can. */
export function toWorkspaceEdit(
  edits: readonly PieceEdit[],
  addresses: Addresses,
  abilities: Abilities,
): WorkspaceEdit {
  const pieces = [...new Set(edits.map((e) => e.piece))];
  const of = (piece: Piece) => edits.filter((e) => e.piece === piece);
  if (!abilities.documentChanges)
    return {
      changes: Object.fromEntries(pieces.map((p) => [addresses.uriOf(p), of(p).map((e) => toTextEdit(p.draft, e))])),
    };
  return {
    documentChanges: pieces.map((piece) => {
      const textDocument: OptionalVersionedTextDocumentIdentifier = {
        uri: addresses.uriOf(piece),
        version: addresses.versionOf(piece),
      };
      return { textDocument, edits: of(piece).map((e) => toAnyEdit(e, abilities)) };
    }),
  };
}

/**
 * The change of a file that is no draft, created when `before` (its text) is undefined. `confirm`: why the buyer is to see
 * it first. Undefined when the client cannot create the file.
 */
export function toFileEdit(
  uri: string,
  before: string | undefined,
  change: { readonly at: Span; readonly text: string },
  abilities: Abilities,
  confirm?: string,
): WorkspaceEdit | undefined {
  if (before === undefined && !abilities.createFiles) return undefined;
  const edit: TextEdit = { range: rangeIn(before ?? '', change.at), newText: change.text };
  if (!abilities.documentChanges) return { changes: { [uri]: [edit] } };
  const annotated = abilities.changeAnnotations && confirm;
  const edits = [annotated ? { ...edit, annotationId: confirm } : edit];
  return {
    documentChanges: [
      ...(before === undefined ? [CreateFile.create(uri, { ignoreIfExists: true })] : []),
      { textDocument: { uri, version: null }, edits },
    ],
    ...(annotated && { changeAnnotations: { [confirm]: { label: confirm, needsConfirmation: true } } }),
  };
}
