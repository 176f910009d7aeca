import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';

/** A sentence that tells what exists, or recites the law, orders nothing. */
const BACKGROUND = fr`hors (?:du |de la |de l')?(?:programme|périmètre|marché|champ|contrat|projet)|contexte|existants?|présentation|définitions?|environnement`;

/** True when a sentence stands where a piece tells what is already there. */
export const isBackground = ({ section }: Sentence): boolean => section.under(BACKGROUND);

/** What a firm had before the contract. */
const PRIOR = fr`(?:connaissances?|savoir-faire|éléments?|droits|brevets|logiciels?|développements?|outils|acquis)(?: [a-z]+)? (?:antérieure?s?|préexistante?s?|préalables?)|(?:antérieure?s?|préexistante?s?) (?:au|à la (?:notification|signature)) |vous (?:saviez|aviez|apportez|possédiez|déteniez) (?:déjà|avant|au départ)`;
const FOUND_HERE = fr`résultats?|livrables?|inventions?`;

/** « Sur ses connaissances antérieures, il accorde un droit non exclusif. »: of what the firm had, and not of what is found. */
export const isOnPriorKnowledge = (sentence: Sentence): boolean => {
  if (sentence.has(FOUND_HERE)) return false;
  return sentence.has(PRIOR) || sentence.section.heading?.has(PRIOR) === true;
};
