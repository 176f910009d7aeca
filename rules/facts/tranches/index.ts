export { trancheDelay } from './delai.ts';
export { byId, type DossierTranche, dossierTranches, namesAbsent } from './dossier.ts';
export { amountIn, amountOf } from './montants.ts';
export { objectIn } from './objet.ts';
export { tranchesRegime } from './regime.ts';
export {
  hasOptional,
  sameLot,
  type Tranche,
  type TrancheAmount,
  type TrancheAnnouncement,
  type TrancheCount,
  tranches,
} from './tranches.ts';
