import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { toRange } from '../convert.ts';
import { lawLinks } from '../core/law-links.ts';
import { referencesOf } from '../core/references.ts';
import { child, folderOf } from '../uri.ts';
import { addressesOf, type Context, find } from './context.ts';

/**
 * Links of a document: each citation to the public page of its text, where we know one; each reference to another piece or
 * to an annex to its file. References within the document are left to « go to definition ».
 */
export async function documentLinks(
  context: Context,
  { textDocument: { uri } }: DocumentLinkParams,
): Promise<DocumentLink[]> {
  const found = await find(context, uri);
  if (!found) return [];
  const { piece } = found;
  const { uriOf } = addressesOf(found.folder);
  const { tell } = found.folder.phrasebook;
  const folder = folderOf(uri);
  const law = lawLinks(piece).map(({ at, url, tooltip }) => ({
    range: toRange(piece.draft, at),
    target: url,
    tooltip: tell(tooltip),
  }));
  const files = referencesOf(piece).flatMap(({ at, destination: { places, files: named } }): DocumentLink[] => {
    const range = toRange(piece.draft, at);
    const [place] = places;
    if (place && place.piece !== piece) {
      const line = toRange(place.piece.draft, place.at).start.line + 1;
      return [{ range, target: `${uriOf(place.piece)}#L${line}`, tooltip: tell(`Ouvrir ${place.piece.path}`) }];
    }
    const [file] = named;
    if (place || file === undefined || folder === undefined) return [];
    return [{ range, target: child(folder, file), tooltip: tell(`Ouvrir ${file}`) }];
  });
  return [...law, ...files];
}
