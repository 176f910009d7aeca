/** The Word converter: a bundle of its own, loaded when a document is asked for. */
export { type Annotation, annotateWord } from './annotate.ts';
export { WordError } from './error.ts';
export { exportWord } from './export.ts';
export { importWord } from './import.ts';
export { isCopy, LARGEST_DOCUMENT } from './package.ts';
export { exportPage } from './page.ts';
export { isElsewhere, type Pictures, pictureOf, picturesIn } from './pictures.ts';
