import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { overlaps, type Span } from '../../kit/span.ts';
import { type Position, saidOfAllLots, variantes } from '../variantes/index.ts';
import type { Matter, Said } from './dossier.ts';

const SHOWN: Partial<Record<Position, string>> = { autorisees: 'autorisées', interdites: 'interdites' };

/** « Cette proposition n'est pas une variante, laquelle reste exclue »: of a thing that is none. */
const NONE = fr`(?:n'est|ne sont|ne constitue(?:nt)?|ne vaut|ne forme(?:nt)?) pas (?:une |des |de )?variantes?`;

const saysNone = ({ draft }: Piece, at: Span): boolean =>
  draft.passageAt(at.start)?.sentences.some((s) => overlaps(s.span, at) && s.has(NONE)) === true;

const isDoubtful = ({ doubt }: Said<Position>): boolean => doubt?.surety === 'probable';

/** Whether variants are open. A general rule and that of a lot are not compared, unless it is said of all lots: the lot's own prevails. */
export const variantesMatter: Matter<Position> = {
  read: (piece) =>
    piece.ask(variantes).prises.flatMap(({ position, at, lots, doubt }) => {
      const shown = SHOWN[position];
      if (!shown || saysNone(piece, at)) return [];
      return (lots ?? ['']).map((lot) => ({ piece, at, value: position, shown, key: lot, doubt }));
    }),
  ofLot: ({ key, piece, at }, lot) => (key === '' && saidOfAllLots(piece, at) ? lot : undefined),
  agree: (a, b) => a.value === b.value || (isDoubtful(a) && isDoubtful(b)),
};
