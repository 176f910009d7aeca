export { accordCadre, meets } from './accord-cadre.ts';
export { readSpans } from './dates.ts';
export { isPartlyOrdinary } from './ordinaire.ts';
export type { AccordCadreMaximum, AccordCadrePlace } from './places.ts';
export { beginsWithout, netOfWhole } from './portee.ts';
