export { isExplained, isNarrowed } from './anterieures.ts';
export { namesReceiver, receivingRights } from './beneficiaires.ts';
export {
  assignments,
  droits,
  droitsDuDossier,
  limitsOf,
  priceElsewhere,
  type RightsClause,
  softwareMade,
} from './droits.ts';
export { type Element, type Right, readBounds } from './elements.ts';
export { commerceAt, saysExclusive, saysRoyalty, soldUnder } from './exploitation.ts';
export { oeuvresFutures } from './futurs.ts';
export { enumerate, LIMIT_NAMES, LIMITS } from './libelles.ts';
export { areDesignated, matieres, saidInDossier } from './matieres.ts';
export { DESIGNATED_THIRD, type Matter } from './matieres-lues.ts';
export { isSharedOut, namesLicence, sameObject } from './memes-resultats.ts';
export { droitsMoraux } from './moraux.ts';
export { BUYER, buyer, contractor, PRIOR } from './parties-objets.ts';
export { isUnder2009, isUnder2021, isUnderBoth, type RegimeReference, regimes } from './regime.ts';
export { namesBareResults } from './resultats.ts';
export { isBound, isConditioned, leavesFree } from './titulaire.ts';
export { isDealtWith } from './traitement.ts';
