export {
  type Avis,
  avis,
  avisDe,
  type Dit,
  ditesDans,
  ditParLot,
  enJours,
  heureDite,
  heuresLocales,
  placesDans,
  pourLot,
} from './avis.ts';
export { ecartsDeCriteres, type Paire } from './criteres.ts';
export { avisExemple } from './exemple.ts';
