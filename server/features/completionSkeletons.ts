import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
  type Range,
  TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { skeleton, skeletons } from '../../rules/clauses/skeletons.ts';
import { PROCEDURE_VALUES } from '../../rules/facts/piece/index.ts';
import { plain } from '../../rules/kit/french/fold.ts';
import { toSnippet } from '../core/fix.ts';
import { nameOf } from '../uri.ts';
import type { Context } from './context.ts';

const LABELS = new Map<string, string>(PROCEDURE_VALUES.map((v) => [v.value, v.label]));

/** The first words of a search: « rc », « # Règlement de ». A text has stops, or goes on. */
const BEGUN = /^(?:# ?)?[\p{L}\p{M}'’ -]{0,40}$/u;

/** What is on the first line of a file that holds nothing else; undefined elsewhere. */
export function begun(document: TextDocument, line: number): Range | undefined {
  const [first = '', ...rest] = document.getText().split(/\r?\n/);
  if (line !== 0 || !BEGUN.test(first) || rest.some((l) => l.trim() !== '')) return undefined;
  return { start: { line: 0, character: 0 }, end: { line: 0, character: first.length } };
}

/**
 * Skeletons of pieces, at the start of an empty Markdown file: one for each piece and procedure. None elsewhere.
 * `snippets`: the client takes tab stops.
 */
export function skeletonItems(
  { documents }: Context,
  { textDocument: { uri }, position }: CompletionParams,
  snippets: boolean,
): CompletionItem[] {
  const document = documents.get(uri);
  if (!document || !(document.languageId === 'markdown' || /\.(?:md|markdown)$/i.test(nameOf(uri)))) return [];
  const range = begun(document, position.line);
  if (!range) return [];
  return skeletons
    .flatMap((template) => template.procedures.map((procedure) => ({ template, procedure })))
    .map(({ template: { piece, titre, mots, procedures }, procedure }, rank): CompletionItem => {
      const text = skeleton(piece, procedure);
      const words = `${mots} ${LABELS.get(procedure)} ${procedure}`;
      return {
        label: procedures.length > 1 ? `${titre} – ${LABELS.get(procedure)}` : titre,
        kind: CompletionItemKind.Snippet,
        detail: 'Squelette de la pièce',
        // Accents or none, whatever was typed.
        filterText: `${words} # ${plain(words)}`,
        sortText: String(rank).padStart(3, '0'),
        insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        textEdit: TextEdit.replace(range, snippets ? toSnippet(text) : text),
      };
    });
}
