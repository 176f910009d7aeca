import type { Location, ReferenceParams } from 'vscode-languageserver';
import { toLocation, toOffset } from '../convert.ts';
import { referencesTo, targetsAt } from '../core/references.ts';
import { addressesOf, type Context, find } from './context.ts';

/** The places of the consultation that refer to the part at a place, or to what the reference there leads to. */
export async function references(
  context: Context,
  { textDocument, position, context: { includeDeclaration } }: ReferenceParams,
): Promise<Location[]> {
  const found = await find(context, textDocument.uri);
  if (!found) return [];
  const { piece, folder } = found;
  const targets = targetsAt(piece, toOffset(piece.draft, position));
  const places = [...(includeDeclaration ? targets : []), ...referencesTo(piece.consultation, targets)];
  const addresses = addressesOf(folder);
  return places.map((place) => toLocation(place, addresses));
}
