import type { CompletionItem, CompletionParams } from 'vscode-languageserver';
import { clauseCompletion } from './clauses.ts';
import { articles } from './completionArticles.ts';
import { skeletonItems } from './completionSkeletons.ts';
import type { Context } from './context.ts';
import { tableItems } from './tables.ts';

/**
 * What is typed before a list is offered without being asked for. The dash of « R2152-7 » begins a word of figures for VS
 * Code, which would leave the list as it was and insert another article: it is asked for anew.
 */
export const TRIGGERS = [' ', '.', '-', ':'];

/** What may be written at a place, from each source that has something to offer there. Empty where none has. */
export async function completion(
  context: Context,
  params: CompletionParams,
  snippets: boolean,
): Promise<CompletionItem[]> {
  return [
    ...skeletonItems(context, params, snippets),
    ...tableItems(context, params, snippets),
    ...(await articles(context, params)),
    ...(await clauseCompletion(context, params, snippets)),
  ];
}
