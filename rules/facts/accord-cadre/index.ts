export { type AccordCadreMaximum, type AccordCadrePlace, accordCadre, meets } from './accord-cadre.ts';
export { readSpans } from './dates.ts';
export { isPartlyOrdinary } from './ordinaire.ts';
export { beginsWithout, netOfWhole } from './portee.ts';
