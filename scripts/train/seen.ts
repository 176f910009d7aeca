import { aboutName, namesIn } from '../../rules/facts/besoin/index.ts';
import { MONTANTS, NOMBRES, PARTS } from '../../rules/facts/commun/index.ts';
import { JOURS } from '../../rules/facts/offres/index.ts';
import { DUREES } from '../../rules/facts/piece/index.ts';
import type { Stretch } from '../../rules/kit/french/scan.ts';
import type { Lexicon } from '../../rules/reading/lexicon.ts';
import type { Cut, Thing } from '../../rules/reading/pointed.ts';
import { aboutIt, type Kind, thingsIn } from '../../rules/reading/things.ts';

/** How facts see a kind of thing: where it stands in a text as typed, and the words of a statement about one. */
interface Sight {
  readonly find: (typed: string, lexicon: Lexicon) => readonly Stretch[];
  readonly about: (cut: Cut, lexicon: Lexicon) => string;
}

const sightOf = <Item extends Stretch>(kind: Kind<Item>): Sight => ({
  find: (typed) => thingsIn(kind, typed),
  about: (cut) => aboutIt(kind, cut),
});

export const SEEN: Readonly<Record<Thing, Sight>> = {
  nom: { find: namesIn, about: aboutName },
  duree: sightOf(DUREES),
  montant: sightOf(MONTANTS),
  part: sightOf(PARTS),
  date: sightOf(JOURS),
  nombre: sightOf(NOMBRES),
};
