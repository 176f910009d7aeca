export { conditionsVariantes } from './conditions.ts';
export { placesVariante, trameMemoire } from './memoire.ts';
export { OTHER_NAME, VARIANTE } from './mots.ts';
export { lotsIn } from './position.ts';
export type { Position } from './predicat.ts';
export { sendsToLots } from './renvoi.ts';
export { ouverture, ouvertureDuDossier, saidOfAllLots, traiteDesVariantes, variantes } from './variantes.ts';
