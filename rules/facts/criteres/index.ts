export { criteresAjoutes } from './ajoutes.ts';
export { isAssessedElsewhere, isBare, isDefined } from './appreciation.ts';
export { addUp, type Critere, type Grille, isNamedIn, keywords, opening, walk, weightOf } from './arbre.ts';
export { criteresCandidat } from './candidat.ts';
export { CANDIDATURE, isOfChoice, judgesOffers, namesCriteria, zoneOf } from './contexte.ts';
export { type Criteres, criteres } from './criteres.ts';
export { differenciations } from './differenciation.ts';
export { columnsOf, isGreen, isHeardGreen, isPriceAlone, isResearch, REFORM } from './environnement.ts';
export { expressesInnovation, innovationNotee } from './innovation.ts';
export { articleBefore, heardAsSuch, isAsSuch, isDeniedNote, namesNovelty, viewIn } from './nouveaute.ts';
export { ON_PRICE } from './phrase.ts';
export { isAbout, weightsIn } from './poids-ecrits.ts';
export { isHeardRanked } from './rang.ts';
export { sharedOut } from './repartition.ts';
export { expectsNewSolution, innovationIn, innovationPhraseIn, speaksOfGains, subjectsOf } from './sujet.ts';
export {
  countsInHundredths,
  french,
  isPartlyRead,
  isRanged,
  near,
  scaleTold,
  TOLERANCE,
  unitOf,
  wanted,
  weightTotal,
} from './total.ts';
export { isStandard } from './unique.ts';
