import { fr } from '../../kit/french/pattern.ts';
import { has } from '../../kit/text.ts';
import { type Position, variantes } from '../variantes/index.ts';
import type { Matter } from './dossier.ts';

const SHOWN: Partial<Record<Position, string>> = { autorisees: 'autorisées', interdites: 'interdites' };

const ALL_LOTS = fr`(?:tous(?: les)?|chacun des|l'ensemble des|la totalité des|chaque|quels? que soi(?:t|ent) les?|aucun(?: des)?|quelque) lots?`;
const BUT = fr`sauf|excepté|hormis|à l'exception|autres? que`;

/** Whether variants are open. A general rule and that of a lot are not compared, unless it is said of all lots: the lot's own prevails. */
export const variantesMatter: Matter<Position> = {
  read: (piece) =>
    piece.ask(variantes).prises.flatMap(({ position, at, lots, doubt }) => {
      const shown = SHOWN[position];
      if (!shown || doubt?.surety === 'probable') return [];
      return (lots ?? ['']).map((lot) => ({ piece, at, value: position, shown, key: lot }));
    }),
  ofLot({ key, piece, at }, lot) {
    const passage = piece.draft.passageAt(at.start);
    // « Tous les lots » may stand at the head of its row, or of its section.
    const around = [passage, passage?.rowLabel, passage?.section.heading].map((p) => p?.folded ?? '').join(' ; ');
    return key === '' && has(around, ALL_LOTS) && !has(passage?.folded ?? '', BUT) ? lot : undefined;
  },
  agree: (a, b) => a.value === b.value,
};
