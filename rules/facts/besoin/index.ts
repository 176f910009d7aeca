export { exigences } from './exigences.ts';
export { moyens } from './exigences-moyens.ts';
export { presentation } from './presentation.ts';
export { afterLast, demands, equivalentFor } from './references-demandes.ts';
