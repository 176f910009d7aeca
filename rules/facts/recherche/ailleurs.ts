import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';

/** A sentence that tells what exists, or recites the law, orders nothing. */
const BACKGROUND = fr`contexte|existants?|présentation|définitions?|environnement`;

/** True when a sentence stands where a piece tells what is already there. */
export const isBackground = ({ section }: Sentence): boolean => section.under(BACKGROUND);
