import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';

/** « ces résultats », « résultats ci-dessus »: those that the title or the sentence before names. */
const NAMED_ABOVE = fr`résultats? (?:qu(?:e|'))? ?(?:le |la |l'|les )?(?:cctp|ccap|ccp|annexe|cahier|programme|acte d'engagement)[a-z0-9 ]{0,12} (?:énumère|liste|décrit|définit|détaille|recense|nomme)(?:nt)?|résultats? (?:énuméré|listé|décrit|défini|détaillé|recensé|nommé)e?s? (?:à|au|aux|en|dans|par) ?(?:le |la |l'|les )?(?:cctp|ccp|annexe|cahier|programme)|(?:ces|lesdits|de ces|seuls? autres?) résultats|résultats (?:susvisés|précités|ci-dessus|susmentionnés)`;

/** Results, or what will come of the contract, named no further. */
const RESULTS = fr`résultats?|(?:fruits?|produits?) (?:de|du) (?:votre|vos|sa|son|ses|leurs?|la|l')? ?(?:mission|travail|travaux|prestations?|intervention|marché)|(?:les|des|aux|leurs|ses|toutes les|tous les) (?:productions|réalisations|livrables) (?:du (?:titulaire|prestataire|cocontractant|marché)|de (?:l'équipe|l'attributaire|la société|l'entreprise))|(?:productions?|travaux|créations?|livrables|réalisations?)(?: (?:du titulaire|du prestataire|remise?s))?,? quel(?:le)?s qu(?:e|'ils|'elles) soient?|(?:tout )?ce (?:qui|que|qu'(?:il|elle|on)) (?:[a-z]+ ){0,3}(?:sortira|naîtra|résultera|sera|aura|produi[a-z]*|fer[a-z]*|fai(?:t|tes)|créé?[a-z]*|conç[a-z]*|réalis[a-z]*|livr[a-z]*|remet[a-z]*)`;

/** True when a sentence names the results no further, nor points at what does. */
export const namesBareResults = (sentence: Sentence): boolean =>
  sentence.has(RESULTS) && !sentence.has(NAMED_ABOVE) && !sentence.has(THAT_IS);
/** « ce qu’il lui remet, c’est-à-dire les relevés et la carte »: named after all. */
const THAT_IS = fr`(?:constitu|form|compos|représent)[a-z]* (?:à (?:eux|elles|lui|elle) seule?s? |ensemble )?(?:l'ensemble de |tout )ce (?:que|qu')|(?:c'est-à-dire|à savoir|soit)(?: :)? (?:les?|la|l'|des|une?|deux|trois|quatre) ?[a-z']{4,}`;
