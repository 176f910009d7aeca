export { conditionsVariantes } from './conditions.ts';
export { placesVariante, trameMemoire } from './memoire.ts';
export { lotsIn, OTHER_NAME, type Position, VARIANTE } from './position.ts';
export { sendsToLots } from './renvoi.ts';
export { ouverture, ouvertureDuDossier, saidOfAllLots, traiteDesVariantes, variantes } from './variantes.ts';
