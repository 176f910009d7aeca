export { exigences } from './exigences.ts';
export { closingOf } from './exigences-fermees.ts';
export { moyens } from './exigences-moyens.ts';
export { isOfAnnex, presentation } from './presentation.ts';
export { afterLast, demands, equivalentFor } from './references-demandes.ts';
export { EXISTING_TITLE } from './references-existant.ts';
