export { type AccordCadreMaximum, type AccordCadrePlace, accordCadre, meets } from './accord-cadre.ts';
export { isPartlyOrdinary } from './ordinaire.ts';
export { beginsWithout, isOfWhole } from './portee.ts';
