export { isPublicContract } from './champ.ts';
export { conditionsOf } from './conditions.ts';
export { DONNEES_PARTS, type DonneesPart, donneesPersonnelles } from './donnees.ts';
export { type EnvoiFactures, envoiFactures, isOpenTo } from './facture.ts';
export { isOffPortal } from './facture-portail.ts';
export { areOneTime, type DelaiPaiement, delaisPaiement, mostDays } from './paiement.ts';
export { REVISION_PARTS, type RevisionPart, revisionPrix } from './prix.ts';
export { retenues } from './retenue.ts';
export { sousTraitanceInterdite } from './soustraitance.ts';
