export { type Avis, avis, avisDe } from './avis.ts';
export { ecartsDeCriteres, type Paire } from './criteres.ts';
export { contredit, type Dit, ditesDans, ditParLot, type Parole, placesDans } from './dits.ts';
export { avisExemple } from './exemple.ts';
export { enJours, heureDite, heuresLocales } from './heures.ts';
