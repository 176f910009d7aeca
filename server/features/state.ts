import { STATES } from '../../rules/kit/piece.ts';
import { toWorkspaceEdit } from '../convert.ts';
import { headerEdit } from '../core/header.ts';
import { addressesOf, find } from './context.ts';
import type { Answer } from './requests.ts';

/** Writes the state of a draft, or of all the pieces of its consultation, in their front matter, through the client. */
export const setState: Answer<'dce-lint/setState'> = async (context, { uri, etat, portee }) => {
  const found = await find(context, uri);
  if (!found || !STATES.includes(etat)) return { applied: false, written: [] };
  const pieces = portee === 'dossier' ? found.folder.consultation.pieces : [found.piece];
  const others = pieces.filter((piece) => piece.state !== etat);
  const edits = others.flatMap((piece) => {
    const edit = headerEdit(piece.draft, 'etat', etat);
    return edit ? [{ ...edit, piece }] : [];
  });
  if (edits.length < others.length) return { applied: false, written: [] };
  if (edits.length === 0) return { applied: true, written: [] };
  const addresses = addressesOf(found.folder);
  const { applied } = await context.connection.workspace.applyEdit({
    label: `État : ${etat}`,
    edit: toWorkspaceEdit(edits, addresses, context.abilities),
  });
  return { applied, written: applied ? edits.map(({ piece }) => addresses.uriOf(piece)) : [] };
};
