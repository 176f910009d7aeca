export { champs } from './champs.ts';
export { clausesMarquees, type MarkedClause, type Point, pointsOf } from './clauses-marquees.ts';
export { wrongDates } from './dates.ts';
export { euros, type Fault, faultsIn, figuresIn, figuresOf, rowFaults, taxesApart } from './montants.ts';
export {
  annexesOf,
  hasAnnexe,
  hasAnnexeSansNumero,
  lacksAnnexe,
  numeros,
  piecesOf,
  type Renvoi,
  renvois,
} from './renvois.ts';
export { piecesNommees } from './renvois-pieces.ts';
export { heardOfAssistant, surelyOfAssistant } from './residu.ts';
