import { fr } from '../kit/french/pattern.ts';
import type { Piece } from '../kit/piece.ts';
import { has } from '../kit/text.ts';
import type { Matter, Said } from './dossier.ts';
import { type Duree, duree } from './duree.ts';

/** Other contracts and parts of one that a sentence may give a duration to. */
const OTHER = fr`marchés? subséquents?|bons? de commande|contrat (?:de|d')(?: [a-z]+)? ?(?:maintenance|travail|assurance|abonnement|apprentissage|licence)|marchés? (?:précédents?|antérieurs?|actuels?|en cours)|(?:actuel|précédent) marché|tranches?|phases?|prolong[a-zé]*|garantie|période (?:de préparation|d'essai)`;

const shown = ({ reconduction, total }: Duree, text: string): string => {
  const { times } = reconduction ?? {};
  const renewed = times ? `, ${times === 1 ? 'reconductible une fois' : `reconductible ${times} fois`}` : '';
  const whole = times && total ? ` (${total} mois en tout)` : '';
  return `« ${text} »${renewed}${times === 0 ? ', non reconductible' : ''}${whole}`;
};

function read(piece: Piece): Said<Duree>[] {
  return piece.ask(duree).flatMap((value) => {
    const { sentence, at, lots, reconduction } = value;
    if (has(sentence.folded, OTHER) || (value.months ?? value.total) === undefined) return [];
    const text = piece.draft.slice(at).replace(/\s+/g, ' ');
    const said = { piece, at, value, shown: shown(value, text), simple: !reconduction?.times };
    return lots.length === 0 ? [said] : lots.map((lot) => ({ ...said, key: `lot ${lot}` }));
  });
}

/** How long the contract lasts; lots apart. */
export const dureeMatter: Matter<Duree> = {
  read,
  agree({ value: a }, { value: b }) {
    const renewals = a.reconduction?.times !== undefined && b.reconduction?.times !== undefined;
    if (a.months !== undefined && a.months === b.months)
      return (
        !renewals ||
        (a.reconduction?.times === b.reconduction?.times &&
          (a.total === undefined || b.total === undefined || a.total === b.total))
      );
    // « quatre ans » in one piece may be « un an, reconductible trois fois » in the other.
    const oneSided = !(renewals && a.reconduction?.times && b.reconduction?.times);
    if (oneSided && a.total !== undefined && a.total === b.total) return true;
    return a.months === undefined ? b.total === undefined : b.months === undefined ? a.total === undefined : false;
  },
};
