export { exigences } from './exigences.ts';
export { closingOf } from './exigences-fermees.ts';
export { moyens } from './exigences-moyens.ts';
export { isOfAnnex, presentation } from './presentation.ts';
export type { Reference } from './references.ts';
export { afterLast, demands, equivalentFor } from './references-demandes.ts';
export { aboutName, namesIn } from './references-entendues.ts';
export { EXISTING_TITLE } from './references-existant.ts';
