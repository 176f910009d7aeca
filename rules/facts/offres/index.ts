export type { OffresDate, OffresDateKind } from './dates.ts';
export { echantillons } from './echantillons.ts';
export { offres } from './offres.ts';
export { transmission } from './transmission.ts';
export type { Validite } from './validite.ts';
