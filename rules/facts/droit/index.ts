export { type CcagKind, type CcagReference, type CcagYear, ccagOf, ccagReference, ONLY_2021 } from './ccag.ts';
export { type ArticleCitation, citations, type RepealedCitation } from './citations.ts';
export type { CcagCitation } from './citations-ccag.ts';
export type { Matter } from './citations-matieres.ts';
export { citationStyle, spelled } from './citations-style.ts';
export { inForce } from './citations-successeurs.ts';
export { covers, type Derogation, type DerogationListed, derogations } from './derogations.ts';
