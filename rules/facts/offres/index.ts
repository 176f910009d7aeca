export type { OffresDate, OffresDateKind } from './dates.ts';
export { datesIn, JOURS } from './dates-entendues.ts';
export { isAgreed, isShortened } from './delais.ts';
export { echantillons } from './echantillons.ts';
export { inFrenchOf } from './langue.ts';
export { offres } from './offres.ts';
export { heldUntil } from './tenue.ts';
export { transmission } from './transmission.ts';
export type { Validite } from './validite.ts';
