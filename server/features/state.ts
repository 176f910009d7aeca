import { STATES } from '../../rules/kit/piece.ts';
import { toWorkspaceEdit } from '../convert.ts';
import { headerEdit } from '../core/header.ts';
import { addressesOf, find } from './context.ts';
import type { Answer } from './requests.ts';

/** Writes the state of a draft in its front matter, through the client. */
export const setState: Answer<'dce-lint/setState'> = async (context, { uri, etat }) => {
  const found = await find(context, uri);
  if (!found || !STATES.includes(etat)) return { applied: false };
  if (found.piece.state === etat) return { applied: true };
  const edit = headerEdit(found.piece.draft, 'etat', etat);
  if (!edit) return { applied: false };
  const { applied } = await context.connection.workspace.applyEdit({
    label: `État : ${etat}`,
    edit: toWorkspaceEdit([{ ...edit, piece: found.piece }], addressesOf(found.folder), context.abilities),
  });
  return { applied };
};
