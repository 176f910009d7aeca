import type { Draft, Sentence } from '../../kit/draft.ts';
import { dates, MONTH_NAME } from '../../kit/french/dates.ts';
import { durations } from '../../kit/french/durations.ts';
import { fr } from '../../kit/french/pattern.ts';

const MAY = `(?:pourr(?:a|ont|ons)|peu(?:t|vent)|pouvons|(?:reste|demeure|est|sommes|restons)(?:nt)? libres? de|se reserve(?:nt)?(?: le droit| la faculte| la possibilite)? de|garde(?:nt)? la (?:faculte|possibilite) de)`;
/** What the buyer may order later, without the word: « la Ville pourra en commander dix autres ». */
const MAY_ORDER = fr`${MAY}(?: [a-z']+){0,4}? ?(?:en (?:commander|confier|lever)|commander|confier|lever|faire exécuter|l'être(?: ensuite)?|être (?:commandée?s?|confiée?s?|demandée?s?) (?:ensuite|plus tard|ultérieurement))|tranches? optionnelles?,? à (?:décider|lever|confirmer|commander|affermir|activer)|pourra(?:it|ient)? (?:ensuite |plus tard )(?:lui |en )?demander`;
/** What is ordered with every purchase, and is no part of the contract. */
const OF_ORDERS = fr`bons? de commande|commandes? urgentes?|au fur et à mesure|échantillons?|audit|contre-expertise|similaires?|reconduire|reconduction`;
/** « Nous dirons oui ou non dans les six mois » */
const TELLS = fr`(?:di(?:t|ra|ront|rons)|répond(?:ra|ront|rons)?|répondent) (?:à chacun |aux candidats )?(?:par écrit |par courrier )?(?:oui ou non|s'il|si elle|si nous|si l'on|si on)|(?:fait|fera|font|feront|faisons|ferons) (?:connaître|savoir) (?:par [a-z' ]{3,30})?(?:sa|son|leur|notre|s'il|si elle) (?:décision|choix|intention|(?:la |le |l')?(?:[a-z]+ ){0,2}(?:lève|commande|confirme|retient|prend))|(?:vous|l'entreprise|le titulaire) le (?:saurez|saura)`;
/** « Celle-ci sera confirmée dans l'année », after what names the tranche. */
const TAKEN_UP = fr`^[^a-z]*(?:celles?-ci|elles?|chacune|l'optionnelle|l'autre|la (?:seconde|deuxième|troisième|suivante)|les suivantes) (?:est|sera|sont|seront|peut être|pourra être|pourront être) (?:[a-z]+ )?(?:confirmée|levée|commandée|déclenchée|activée|notifiée|décidée|engagée|lancée)s?`;
const OPTIONAL = fr`optionnelles?|conditionnelles?|tranches?`;
/** A decision on what is handed in, or on the offers, is another one. */
const OF_RESULTS = fr`réceptions?|vérifications?|admissions?|livrables?|validation|ajournement|offres?|candidatures?|sous-traitant[a-z]*|mémoires? en réclamation|réclamations?|différends?|litiges?`;

const hasTerm = (folded: string): boolean =>
  dates(folded).length > 0 || durations(folded).length > 0 || YEAR.test(folded);
const YEAR = new RegExp(
  `(?<!\\d)\\d{1,2}(?:er)? ${MONTH_NAME}(?![a-z])|(?:avant|d'ici|au plus tard|jusqu'a|fin|courant) (?:la |le |a )?(?:[a-z]+ )?(?:de |en )?20\\d\\d|dans l'annee`,
);

const setsDay = (s: Sentence): boolean => !s.has(OF_RESULTS) && !s.has(OF_ORDERS) && hasTerm(s.folded);

/** What stands under a title, or in the list that a sentence announces: « Ce qui pourra l'être ensuite : ». */
const announced = (s: Sentence): readonly Sentence[] =>
  s.passage.isTitle ? s.section.sentences : [s, ...s.passage.items.flatMap((item) => item.sentences)];

/** Where a draft says until when the buyer is free to order the rest, or when he tells whether he does. */
export const choicesIn = (draft: Draft): readonly Sentence[] =>
  [
    ...draft.sentencesWith(TELLS),
    ...draft.sentencesWith(TAKEN_UP).filter((s) => (s.previous ?? s.passage.before)?.has(OPTIONAL)),
    ...draft.sentencesWith(MAY_ORDER).flatMap(announced),
  ].filter(setsDay);
