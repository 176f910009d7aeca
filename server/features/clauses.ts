import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
  MarkupKind,
  TextEdit,
} from 'vscode-languageserver';
import type { Clause } from '../../rules/clauses/clauses.ts';
import { openConsultation } from '../../rules/consultation/open.ts';
import { plain } from '../../rules/kit/french/fold.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import type { Span } from '../../rules/kit/span.ts';
import { toOffset, toRange } from '../convert.ts';
import { clauseNamed, houseClauses, insertion, offers, pageOf, regimeOf, textOf, typed } from '../core/clauses.ts';
import { toSnippet } from '../core/fix.ts';
import type { Finding } from '../core/lint.ts';
import { nameOf } from '../uri.ts';
import { type Context, find } from './context.ts';
import type { Answer } from './requests.ts';

/** What opens the list of clauses, at the start of a line: « clause: », « clause : cession ». */
const ASKED = /^clause[ \u00a0\u202f]?:[ \u00a0]?[^:.]{0,60}$/iu;

interface Written {
  readonly piece: Piece;
  readonly findings: readonly Finding[];
}

/** The clauses of the body whose policy the document is under. */
const houseOf = async (context: Context, uri: string): Promise<readonly Clause[]> =>
  houseClauses((await find(context, uri))?.folder.settings.policies);

/** An open document as a piece, be it checked or not: a new file is not yet known for what it will be. */
async function pieceAt(context: Context, uri: string): Promise<Written | undefined> {
  const found = await find(context, uri);
  if (found) return { piece: found.piece, findings: found.file.findings };
  const document = context.documents.get(uri);
  if (!document) return undefined;
  const source = { path: nameOf(uri), text: document.getText() };
  const [piece] = openConsultation([source], { date: context.host.today() }).pieces;
  return piece && { piece, findings: [] };
}

/** The line up to the cursor, when it begins a paragraph and asks for a clause. */
function asked({ draft }: Piece, offset: number): Span | undefined {
  const start = draft.text.lastIndexOf('\n', offset - 1) + 1;
  return ASKED.test(draft.text.slice(start, offset)) ? { start, end: offset } : undefined;
}

/** The clauses that suit the piece, where a line asks for one; none elsewhere. `snippets`: the client takes tab stops. */
export async function clauseCompletion(
  context: Context,
  { textDocument: { uri }, position }: CompletionParams,
  snippets: boolean,
): Promise<CompletionItem[]> {
  const document = context.documents.get(uri);
  const before = document?.getText({ start: { line: position.line, character: 0 }, end: position });
  if (before === undefined || !ASKED.test(before)) return [];
  const written = await pieceAt(context, uri);
  const at = written && asked(written.piece, toOffset(written.piece.draft, position));
  if (!written || !at) return [];
  const { piece, findings } = written;
  const range = toRange(piece.draft, at);
  return offers(piece, findings, await houseOf(context, uri))
    .filter((offer) => offer.suits)
    .map(({ clause, missing }, rank): CompletionItem => {
      const { text } = typed(piece, clause, at);
      return {
        label: clause.titre,
        kind: CompletionItemKind.Snippet,
        detail: ['Clause', regimeOf(clause), missing && 'manque ici'].filter(Boolean).join(' – '),
        documentation: { kind: MarkupKind.Markdown, value: pageOf(clause) },
        // As typed in French (« clause : ») or not, with accents or none.
        filterText: `clause: ${clause.titre} clause : ${plain(clause.titre)}`,
        sortText: String(rank).padStart(3, '0'),
        insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        textEdit: TextEdit.replace(range, snippets ? toSnippet(text) : text),
      };
    });
}

/** The whole library, for the list of a client; empty for a document that is not open. */
export const listClauses: Answer<'dce-lint/clauses'> = async (context, { uri }) => {
  const written = await pieceAt(context, uri);
  if (!written) return [];
  const house = await houseOf(context, uri);
  return offers(written.piece, written.findings, house).map(({ clause, suits, missing }) => ({
    id: clause.id,
    titre: clause.titre,
    quand: clause.quand,
    regime: regimeOf(clause),
    suits,
    missing,
    variables: clause.variables.map(({ nom, sens, exemple, valeurs = [] }) => ({ nom, sens, exemple, valeurs })),
    text: textOf(clause),
  }));
};

/** Where a clause goes in an open document and how it reads there; null for an unknown clause or a closed document. */
export const insertClause: Answer<'dce-lint/insertClause'> = async (context, { uri, id, position, values }) => {
  const clause = clauseNamed(id, await houseOf(context, uri));
  const written = clause && (await pieceAt(context, uri));
  if (!written) return null;
  const { piece } = written;
  const edit = insertion(piece, clause, toOffset(piece.draft, position), values);
  return { range: toRange(piece.draft, edit.at), snippet: toSnippet(edit.text) };
};
