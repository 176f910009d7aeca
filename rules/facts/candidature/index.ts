export { capacites } from './capacites.ts';
export { isInTimes, periodAt } from './chiffre.ts';
export { groupement } from './groupement.ts';
export { type PieceExcessive, piecesExcessives } from './pieces.ts';
export { areCopies, sayWhoHandsIn } from './pieces-ecrites.ts';
