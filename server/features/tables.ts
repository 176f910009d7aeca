import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
  TextEdit,
} from 'vscode-languageserver';
import { clauseText } from '../../rules/clauses/clauses.ts';
import { plain } from '../../rules/kit/french/fold.ts';
import { toSnippet } from '../core/fix.ts';
import { nameOf } from '../uri.ts';
import { begun } from './completionSkeletons.ts';
import type { Context } from './context.ts';

/** Tables that a buyer starts from: the model clauses that hold them, with the words that call them. */
const TABLES = [
  { clause: 'criteres-skeleton', label: 'Tableau des critères pondérés', words: 'critères tableau pondération' },
  { clause: 'tranches-definition', label: 'Tableau des tranches', words: 'tranches tableau' },
  { clause: 'allotissement-lots', label: 'Tableau des lots', words: 'lots tableau allotissement' },
] as const;

/** Fewest letters that call a table, so that a word of a sentence calls none. */
const SHORTEST = 3;

/**
 * Tables at a line that is empty or holds the start of one of their words; none elsewhere, so that nothing comes up in
 * a sentence. `snippets`: the client takes tab stops.
 */
export function tableItems(
  { documents }: Context,
  { textDocument: { uri }, position: { line } }: CompletionParams,
  snippets: boolean,
): CompletionItem[] {
  const document = documents.get(uri);
  if (!document || begun(document, line)) return [];
  if (!(document.languageId === 'markdown' || /\.(?:md|markdown)$/i.test(nameOf(uri)))) return [];
  const lines = document.getText().split(/\r?\n/);
  const typed = plain((lines[line] ?? '').trim());
  if (typed !== '' && typed.length < SHORTEST) return [];
  // Right under a paragraph, a table would be read as part of it.
  const gap = (lines[line - 1] ?? '').trim() === '' ? '' : '\n';
  const range = { start: { line, character: 0 }, end: { line, character: lines[line]?.length ?? 0 } };
  return TABLES.filter(
    ({ words }) =>
      typed === '' ||
      plain(words)
        .split(' ')
        .some((w) => w.startsWith(typed)),
  ).map(({ clause, label, words }): CompletionItem => {
    const text = `${gap}${clauseText(clause)}\n`;
    return {
      label,
      kind: CompletionItemKind.Snippet,
      detail: 'Clause type, à compléter',
      filterText: `${words} ${plain(words)}`,
      insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: TextEdit.replace(range, snippets ? toSnippet(text) : text),
    };
  });
}
