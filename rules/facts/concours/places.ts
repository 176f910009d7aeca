import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { placeFor } from '../commun/index.ts';

const TITLES = {
  anonymat: fr`anonymat|examen|évaluation|jugement|déroulement des travaux|jury`,
  forme: fr`forme|type|nature|procédure|cadre|participation|participants|qui (?:peut|participe)|objet`,
  jury: fr`jury|qui juge`,
  prime: fr`primes?(?! d'assurance)|indemnités?|dotations?|récompenses?|que gagne-t-on`,
  procesVerbal: fr`procès-verbal|avis|délibération|déroulement des travaux|jury`,
};

/** Where the rules of a contest should speak of a matter: the section titled so, else the title of the piece. */
export const placeOf = (piece: Piece, matter: keyof typeof TITLES): ReturnType<typeof placeFor> =>
  placeFor(piece, TITLES[matter]);
