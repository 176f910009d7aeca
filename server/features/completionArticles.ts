import { type CompletionItem, CompletionItemKind, type CompletionParams, TextEdit } from 'vscode-languageserver';
import { begunCitation } from '../../rules/facts/droit/index.ts';
import { toOffset } from '../convert.ts';
import { articleChoices, isProse } from '../core/article-choices.ts';
import { type Context, find } from './context.ts';

/**
 * Articles in force on the day of the consultation, after « article », « art. », « L. » or « R. » in prose. None elsewhere:
 * front matter, code, a document that is not checked.
 */
export async function articles(
  context: Context,
  { textDocument: { uri }, position }: CompletionParams,
): Promise<CompletionItem[]> {
  const document = context.documents.get(uri);
  if (!document) return [];
  const lineStart = { line: position.line, character: 0 };
  const lineEnd = { line: position.line + 1, character: 0 };
  const begun = begunCitation(document.getText({ start: lineStart, end: position }));
  if (!begun) return [];
  const after = document.getText({ start: position, end: lineEnd });
  const found = await find(context, uri);
  const offset = found && toOffset(found.piece.draft, position);
  if (!found || offset === undefined || !isProse(found.piece.draft, offset)) return [];
  const range = { start: { ...position, character: position.character - begun.length }, end: position };
  return articleChoices(found.piece, begun, after).map(
    (choice, rank): CompletionItem => ({
      label: choice.number,
      labelDetails: { description: choice.suffix ?? choice.code.toUpperCase() },
      kind: CompletionItemKind.Reference,
      detail: choice.subject,
      documentation: choice.about,
      filterText: choice.words,
      sortText: String(rank).padStart(4, '0'),
      textEdit: TextEdit.replace(range, choice.text),
    }),
  );
}
