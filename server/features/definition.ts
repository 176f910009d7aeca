import type { DefinitionParams, Location } from 'vscode-languageserver';
import { toLocation, toOffset } from '../convert.ts';
import { referenceAt } from '../core/references.ts';
import { child, folderOf } from '../uri.ts';
import { addressesOf, type Context, find } from './context.ts';

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where the reference at a place leads: headings, pieces, files of annexes. Empty when there is none, or it is broken. */
export async function definition(context: Context, { textDocument, position }: DefinitionParams): Promise<Location[]> {
  const found = await find(context, textDocument.uri);
  const reference = found && referenceAt(found.piece, toOffset(found.piece.draft, position));
  if (!found || !reference) return [];
  const addresses = addressesOf(found.folder);
  const folder = folderOf(textDocument.uri);
  const { places, files } = reference.destination;
  return [
    ...places.map((place) => toLocation(place, addresses)),
    ...(folder === undefined ? [] : files.map((name) => ({ uri: child(folder, name), range: TOP }))),
  ];
}
