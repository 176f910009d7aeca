import { ficheOf } from '../core/fiche.ts';
import type { FichePlace } from '../core/fiche-types.ts';
import type { TextRange } from '../protocol.ts';
import { folderOf, keyOf, nameOf } from '../uri.ts';
import type { Answer } from './requests.ts';

/**
 * The page of the view « Fiche de la consultation ». What writes it, charts included, is read in on the first request: it
 * costs nothing to a server that is never asked.
 */
export const fichePage: Answer<'dce-lint/fichePage'> = async (context, { uri, nonce }) => {
  const [{ ficheBody }, page, folder] = await Promise.all([
    import('../report/fiche-body.ts'),
    import('../report/fiche-page.ts'),
    context.workspace.check(uri),
  ]);
  const dossier = nameOf(folderOf(uri) ?? uri);
  const asked = folder.files.get(keyOf(uri));
  const places: Record<string, { uri: string; range: TextRange }> = {};
  const addresses = new Map([...folder.files.values()].map((f) => [f.piece?.path, f.uri]));
  const linkTo = (place: FichePlace) => {
    const key = `${place.path}:${place.at.start}-${place.at.end}`;
    places[key] = { uri: addresses.get(place.path) ?? '', range: place.range };
    return { href: '#', 'data-place': key };
  };
  const content = page.ficheContent(
    dossier,
    asked?.piece
      ? { html: ficheBody(ficheOf(asked.piece.consultation), linkTo) }
      : { sentence: asked?.reason ?? 'Ce document n’est pas du Markdown.' },
  );
  return { page: page.fichePage(content, nonce), content, places };
};
