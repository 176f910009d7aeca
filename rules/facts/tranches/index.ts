export { oldNames } from './conditionnelles.ts';
export { isDecidedByObject } from './decision.ts';
export { trancheDelay } from './delai.ts';
export { byId, type DossierTranche, dossierTranches, namesAbsent } from './dossier.ts';
export { firmAlone, judgingHeading } from './jugement.ts';
export { amountIn, amountOf } from './montants.ts';
export { isObjectToFill, isPutOff, objectIn } from './objet.ts';
export { tranchesRegime } from './regime.ts';
export {
  hasOptional,
  isNamedInPassing,
  sameLot,
  type Tranche,
  type TrancheAmount,
  type TrancheAnnouncement,
  type TrancheCount,
  tranches,
} from './tranches.ts';
