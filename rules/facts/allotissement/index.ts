export { type LimiteDeLots, limitesDeLots } from './limites.ts';
export type { Lot, LotList } from './liste.ts';
export { DIVIDES, isOfWhatIsOwed, isOneRun, type LotCount, type Lots, lots } from './lots.ts';
export { recount } from './recompte.ts';
