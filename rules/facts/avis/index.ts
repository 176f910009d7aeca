export { type Avis, avis, avisDe } from './avis.ts';
export { ecartsDeCriteres, type Paire } from './criteres.ts';
export { type Dit, ditesDans, ditParLot, placesDans } from './dits.ts';
export { type Ecart, ecartsDe, editsComme, type Matiere, type Parole, placesDe } from './ecarts.ts';
export { avisExemple } from './exemple.ts';
export { enJours, heureDite, heuresLocales } from './heures.ts';
