import type { Matter } from './dossier.ts';
import { differ } from './dossier-sens.ts';
import { type Objet, objet } from './objet.ts';

/** What is bought. */
export const objetMatter: Matter<Objet> = {
  read: (piece) =>
    piece
      .ask(objet)
      .slice(0, 2)
      .map((value) => ({ piece, at: value.at, value, shown: `« ${value.text} »` })),
  agree: (a, b) => !differ(a.value.folded, b.value.folded),
};
