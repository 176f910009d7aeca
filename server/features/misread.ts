import type { WorkspaceEdit } from 'vscode-languageserver';
import { toFileEdit } from '../convert.ts';
import { LECTURES, type Lecture, writeLecture } from '../core/lectures.ts';
import type { Finding } from '../core/lint.ts';
import type { Context, Found } from './context.ts';

/** The change of the file of readings that takes one in, or why there is none; undefined where the client cannot make the file. */
export type LectureChange = { readonly edit: WorkspaceEdit } | { readonly refused: string } | undefined;

/** The change that writes a reading of the buyer's own. `confirm`: he is to see it first. Undefined where there is no folder. */
export function writtenIn(
  { abilities }: Context,
  { folder: { lectures } }: Found,
  lecture: Lecture,
  confirm?: string,
): LectureChange {
  if (!lectures) return undefined;
  const left = `${LECTURES} est laissé tel quel.`;
  if (!lectures.readable) return { refused: `${left} Il est illisible.` };
  const change = writeLecture(lectures.text ?? '', lecture);
  if (!change.ok) return { refused: `${left} ${change.reason}` };
  const edit = toFileEdit(lectures.uri, lectures.text, change, abilities, confirm);
  return edit && { edit };
}

/** The change that refuses the reading of a finding. Undefined where nothing was heard. */
export function misread(
  context: Context,
  found: Found,
  { heard }: Finding,
  { reason, confirm }: { readonly reason: string; readonly confirm?: string },
): LectureChange {
  if (!heard) return undefined;
  const { text, concept } = heard;
  return writtenIn(context, found, { text, concept, says: false, reason, heading: '', context: '' }, confirm);
}
