export { bordereau, cellName, euros, type Place, placeOf, tableauxDe } from './bordereau.ts';
export { prixEcrits, quantitesAbsentes } from './cases.ts';
export { type FormeDite, formesPrix } from './forme-prix.ts';
export { companionKinds } from './genre.ts';
export { chiffrage, type Designe, lotsManquants, trancheId, tranchesManquantes } from './lots.ts';
export { montantsDits, totauxDits, totauxPour } from './montants.ts';
export type { Tableau, Total } from './tableau.ts';
export { fautesDeTotal } from './totaux.ts';
export { discordes } from './unites.ts';
