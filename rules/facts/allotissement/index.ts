export { type LimiteDeLots, limitesDeLots } from './limites.ts';
export { areRows, type LotList } from './liste.ts';
export type { Lot } from './lot.ts';
export { DIVIDES, isOfWhatIsOwed, isOneRun, type LotCount, type Lots, lots } from './lots.ts';
export { recount } from './recompte.ts';
