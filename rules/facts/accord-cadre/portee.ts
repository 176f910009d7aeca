import { fr } from '../../kit/french/pattern.ts';
import { isOfPastContract } from '../commun/index.ts';
import type { AccordCadreMaximum } from './accord-cadre.ts';

/** Sums of a part of the whole. */
const PART = fr`par an|annuels?|annuelles?|chaque année|l'an|par période|période(?: initiale| ferme)?|reconductions?(?! (?:éventuelles? )?(?:comprise|incluse)s?)|par (?:bon|commande)`;
/** With the tax, which the notice has not. */
const TAXED = fr`ttc|toutes taxes`;

/** True when a maximum is that of the whole of this very contract, before tax. */
export function isNetOfWhole({ sentence, tax }: AccordCadreMaximum): boolean {
  const isTaxed = tax === 'ttc' || (tax !== 'ht' && sentence.has(TAXED));
  return !isTaxed && !sentence.has(PART) && !isOfPastContract(sentence);
}

/** True when words say « sans maximum » rather than « le maximum est illimité ». */
export const beginsWithout = (words: string): boolean => /^sans/i.test(words);
