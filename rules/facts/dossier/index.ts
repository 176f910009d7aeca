export { type Bareme, criteresMatter, type Gap, gaps, placeOf, weightEdits } from './criteres.ts';
export { type Delai, delaiMatter } from './delai.ts';
export { discord, dissents, isCover, type Matter, placeName, type Said } from './dossier.ts';
export { dureeMatter } from './duree.ts';
export { type LotSaying, lotsMatter, lotsSetOut } from './lots.ts';
export { objetMatter } from './objet.ts';
export { type ProcedureSaying, procedureMatter } from './procedure.ts';
export { type TrancheSaying, tranchesMatter } from './tranches.ts';
export { variantesMatter } from './variantes.ts';
