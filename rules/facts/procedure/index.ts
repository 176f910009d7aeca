export { type Acceleree, accelereesDe } from './acceleree.ts';
export { isDescribedInRules } from './ailleurs.ts';
export { exigencesMinimales } from './exigences-minimales.ts';
export { type Montant, montantDe, montants } from './montants.ts';
export { motifs } from './motif.ts';
export { negociation, speaksOfFirstOffers } from './negociation.ts';
export { baseDialogue } from './negociation-base.ts';
export {
  FORMALISEES,
  isPartlyOfCode,
  isResearch,
  isWithoutCompetition,
  PROCEDURE_NAMES,
  type ProcedureEvidence,
  procedure,
  procedureDe,
  procedureOfLots,
} from './procedure.ts';
export { currencyOf, type Seuil, seuils } from './seuils.ts';
