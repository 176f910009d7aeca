import { DCE } from '../core/dce.ts';
import { ficheOf } from '../core/fiche.ts';
import { find } from './context.ts';
import type { Answer } from './requests.ts';

/** The merged facts of the consultation of a document, for the view « Fiche de la consultation ». */
export const fiche: Answer<'dce-lint/fiche'> = async (context, { uri }) => {
  const found = await find(context, uri);
  if (!found) return null;
  const files = [...found.folder.files.values()];
  const uris = files.flatMap(({ piece, shown: address }) => (piece ? [[piece.path, address] as const] : []));
  const { consultation, described, phrasebook } = found.folder;
  if (described) uris.push([DCE, described.uri]);
  return { fiche: ficheOf(consultation, described, phrasebook), uris: Object.fromEntries(uris) };
};
