export { isUnderPersonalData, speaksOf } from './autour.ts';
export { isAnsweredNo, isInRowOfNo, isLeftEmpty, isOpenChoice, isOpposed, isTickedNo } from './cases.ts';
export { labelled, type SaidCell } from './cellules-dites.ts';
export { BY_TIME, measured, withUnit, YEARLY } from './cellules-unites.ts';
export { isForm, isFormAt } from './champs-formes.ts';
export { type Hole, holes, isBlank } from './champs-marques.ts';
export { clauseOf, DEFERRED, isDenied, PARTICIPANTS, PROJETS, placeFor, refersElsewhere } from './concours-mots.ts';
export { isOfPastCall, isOfPastContract } from './contrat-passe.ts';
export { beginsWithDay } from './jours.ts';
export {
  announcing,
  answering,
  firstSaying,
  hearing,
  isRowLabel,
  isSure,
  isTold,
  lessSure,
  type Said,
  saying,
  telling,
  whole,
  withHeard,
} from './lecture.ts';
export { linesOf } from './lignes-ecrites.ts';
export {
  beginsLine,
  columnLot,
  isOfLots,
  LOT_COLUMN,
  labelLots,
  lotAt,
  lotCell,
  lotNames,
  lotsAround,
  lotsBeside,
  lotsNamed,
  ofOtherLots,
  onlyLot,
  rowLots,
  sectionLot,
} from './lots-noms.ts';
export { type HeardSum, MONTANTS, type SumRole, sumsHeard } from './montants-entendus.ts';
export { asWritten, unfolded, unfoldedIn, wordsAt } from './montre.ts';
export { type CountRole, countsHeard, type HeardCount, NOMBRES } from './nombres-entendus.ts';
export { type HeardShare, PARTS, type ShareRole, sharesIn } from './parts-entendues.ts';
export { asksWhether, wordsAfter } from './question.ts';
export {
  areNamed,
  MAY_NAME,
  nameInTable,
  namesAt,
  numeral,
  TRANCHES_LEFT_OUT,
  type TrancheName,
  type TrancheNature,
  trancheNames,
} from './tranches-noms.ts';
export { type ReadValue, valuesIn } from './valeurs.ts';
