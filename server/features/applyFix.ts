import type { Edit, Fix } from '../../rules/kit/rule.ts';
import { overlaps } from '../../rules/kit/span.ts';
import { toRange, toWorkspaceEdit } from '../convert.ts';
import { isOffered } from '../core/fix.ts';
import type { Finding } from '../core/lint.ts';
import { addressesOf, type Context, type Found, find } from './context.ts';
import type { Answer } from './requests.ts';

/** Command of the server: applies a fix that writes elsewhere than at its finding, and goes there. */
export const APPLY_FIX = 'dce-lint.applyFix';

/** True when an edit is made where the finding is read: in its block. */
export function isInSight({ piece, at }: Finding, edit: Edit): boolean {
  const block = piece.draft.blockAt(at.start)?.span ?? at;
  return (!edit.piece || edit.piece === piece) && overlaps(block, edit.at);
}

/** Applies a fix of a finding, through the client: the preferred one when no title is given. */
export const fix: Answer<'dce-lint/fix'> = async (context, { uri, finding: identity, title }) => {
  const found = await find(context, uri);
  const finding = found?.file.findings.find((f) => found.folder.identities.get(f) === identity);
  const offered = finding?.fixes.filter(isOffered) ?? [];
  const chosen = title === undefined ? offered[0] : offered.find((f) => f.title === title);
  return { applied: found && chosen ? await apply(context, found, chosen) : false };
};

/** The buyer is taken to what is written before it is: an editor keeps tab stops in the text that it shows, and undoes there. */
async function apply({ connection, abilities }: Context, { folder, piece }: Found, chosen: Fix): Promise<boolean> {
  const edits = chosen.edits.map((e) => ({ ...e, piece: e.piece ?? piece }));
  const addresses = addressesOf(folder);
  const edit = toWorkspaceEdit(edits, addresses, abilities);
  const [first] = edits;
  if (abilities.showDocument && first) {
    const selection = toRange(first.piece.draft, { start: first.at.start, end: first.at.start });
    await connection.window.showDocument({ uri: addresses.uriOf(first.piece), takeFocus: true, selection });
  }
  const { applied } = await connection.workspace.applyEdit({ label: chosen.title, edit });
  return applied;
}
