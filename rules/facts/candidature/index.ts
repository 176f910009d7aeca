export { capacites } from './capacites.ts';
export { groupement } from './groupement.ts';
export { type PieceExcessive, piecesExcessives } from './pieces.ts';
