import type { FichePlace } from '../core/fiche-types.ts';

/** How a page leads to a place of a draft: attributes of the link; undefined on paper, where there is none. */
export type LinkTo = (place: FichePlace) => Readonly<Record<string, string>> | undefined;
