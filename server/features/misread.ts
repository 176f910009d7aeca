import type { WorkspaceEdit } from 'vscode-languageserver';
import { toFileEdit } from '../convert.ts';
import { LECTURES, refuse } from '../core/lectures.ts';
import type { Finding } from '../core/lint.ts';
import type { Context, Found } from './context.ts';

/**
 * The change of the file of refused readings that takes in the reading of a finding, or why there is none. `confirm`: the
 * buyer is to see it first. Undefined where nothing was heard, there is no folder, or the client cannot make the file.
 */
export function misread(
  { abilities }: Context,
  { folder: { lectures } }: Found,
  { heard }: Finding,
  { reason, confirm }: { readonly reason: string; readonly confirm?: string },
): { readonly edit: WorkspaceEdit } | { readonly refused: string } | undefined {
  if (!heard || !lectures) return undefined;
  const left = `${LECTURES} est laissé tel quel.`;
  if (!lectures.readable) return { refused: `${left} Il est illisible.` };
  const change = refuse(lectures.text ?? '', heard, reason);
  if (!change.ok) return { refused: `${left} ${change.reason}` };
  const edit = toFileEdit(lectures.uri, lectures.text, change, abilities, confirm);
  return edit && { edit };
}
