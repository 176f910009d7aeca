export { excludedIndustry, isOnPart } from './parties.ts';
export { lonePhases } from './phases.ts';
export {
  declinesExclusion,
  isOfLot,
  missesBothConditions,
  type RechercheFound,
  reliesOnExclusion,
  rightlyExcluded,
  saidOfRecherche,
  signaled,
} from './recherche.ts';
export { suites } from './suites.ts';
export { failsByItself } from './volets.ts';
