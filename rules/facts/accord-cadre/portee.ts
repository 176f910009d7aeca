import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';

/** Sums of a part of the whole, or with the tax, which the notice has not. */
const PART = fr`par an|annuels?|annuelles?|chaque année|l'an|par période|période(?: initiale| ferme)?|reconductions?|ttc|toutes taxes|par (?:bon|commande)`;

/** An accord-cadre that is over, which the notice is not about. */
const FORMER = fr`(?:accord-cadre|marché|contrat) (?:précédent|antérieur|sortant)|(?:précédent|ancien) (?:accord-cadre|marché|contrat)`;

/** True when a sentence gives sums of the whole of this very contract. */
export const isOfWhole = (sentence: Sentence): boolean => !sentence.has(PART) && !sentence.has(FORMER);

/** True when words say « sans maximum » rather than « le maximum est illimité ». */
export const beginsWithout = (words: string): boolean => /^sans/i.test(words);
