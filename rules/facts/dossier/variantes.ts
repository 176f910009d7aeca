import { type Position, saidOfAllLots, variantes } from '../variantes/index.ts';
import type { Matter, Said } from './dossier.ts';

const SHOWN: Partial<Record<Position, string>> = { autorisees: 'autorisées', interdites: 'interdites' };

const isDoubtful = ({ doubt }: Said<Position>): boolean => doubt?.surety === 'probable';

/** Whether variants are open. A general rule and that of a lot are not compared, unless it is said of all lots: the lot's own prevails. */
export const variantesMatter: Matter<Position> = {
  read: (piece) =>
    piece.ask(variantes).prises.flatMap(({ position, at, lots, doubt }) => {
      const shown = SHOWN[position];
      if (!shown) return [];
      return (lots ?? ['']).map((lot) => ({ piece, at, value: position, shown, key: lot, doubt }));
    }),
  ofLot: ({ key, piece, at }, lot) => (key === '' && saidOfAllLots(piece, at) ? lot : undefined),
  agree: (a, b) => a.value === b.value || (isDoubtful(a) && isDoubtful(b)),
};
