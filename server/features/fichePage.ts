import { constatsOf } from '../core/fiche-constats.ts';
import type { FichePlace } from '../core/fiche-types.ts';
import type { TextRange } from '../protocol.ts';
import { keyOf } from '../uri.ts';
import { dossierName } from './conformite.ts';
import { fiche } from './fiche.ts';
import type { Answer } from './requests.ts';

/**
 * The page of the view « Fiche de la consultation ». What writes it, charts included, is read in on the first request: it
 * costs nothing to a server that is never asked.
 */
export const fichePage: Answer<'dce-lint/fichePage'> = async (context, { uri, nonce }) => {
  const [page, folder, answer] = await Promise.all([
    import('../report/main.ts'),
    context.workspace.check(uri),
    fiche(context, { uri }),
  ]);
  const places: Record<string, { uri: string; range: TextRange }> = {};
  const linkTo = ({ path, at, range }: FichePlace) => {
    const key = `${path}:${at.start}-${at.end}`;
    places[key] = { uri: answer?.uris[path] ?? '', range };
    return { href: '#', 'data-place': key };
  };
  const { phrasebook } = folder;
  const found = [...folder.files.values()].flatMap((file) => file.findings);
  const constats = constatsOf(folder.consultation, found);
  const content = page.ficheContent(
    dossierName(folder, uri),
    answer
      ? { html: page.ficheBody(answer.fiche, linkTo, constats, phrasebook) }
      : { sentence: folder.files.get(keyOf(uri))?.reason ?? 'Ce document n’est pas du Markdown.' },
    phrasebook,
  );
  return { page: page.fichePage(content, nonce, phrasebook), content, places };
};
