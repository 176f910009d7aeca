import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';
import { BIDDERS, FACULTY, LATER, NOT_IMPROVED, type Prevue, REGULARISE } from './negociation-prevue.ts';

/** What a tenderer has offered, and may better. */
const STAKE =
  'prix|tarifs?|montants?|chiffr(?:age|e)s?|devis|honoraires|taux|loyers?|forfaits?|offres?|propositions?|copies?|conditions?|engagements?|delais?|totaux|total|cout';
/** « ramener leur montant », « resserrer son chiffrage » */
const MOVES = `(?:re)?(?:abaiss|baiss|rabaiss|redui|diminu|minor|amelior|bonifi|optimis|perfectionn|parfai|revoi|revu|revis|retouch|retravaill|remani|rapproch|rapprend|ramen|ramèn|resserr|serr|comprim|compress|rogn|allege|align|raccourci|repren|reconsider|(?:fai|fer|fassent)[a-z]* (?:re)?(?:descen|baiss|diminu)|tir)[a-z]* (?:[a-z]+ ){0,2}?(?:leurs?|son|sa|ses|vos|votre) (?:[a-z]+ ){0,2}?(?:${STAKE})`;
const LESS =
  '(?:plus (?:bas|basse|favorable|avantageu[a-z]+|serree?|competiti[a-z]+|attracti[a-z]+|doux|interessante?)|moindre|inferieure?|(?:amelior|abaiss|rabaiss|minor|revis|diminu|allege)ee?|revue?|reduite?|meilleure?|en baisse|a la baisse)s?';
const GIVES =
  '(?:consent|accord|propos|remet|remis|depos|offr(?!es(?![a-z]))|demand|obten|obtien|soumet|transmet|adress|present|formul|rend|envoi|envoy|communiqu|attend|sollicit|annonc)[a-z]*';
/** « consentir de meilleurs tarifs », « un second chiffrage, plus bas, est demandé »; « le coût le plus bas » compares what was offered. */
const CHEAPER = `(?:meilleure?s?|moindres?) (?:${STAKE})|(?:${STAKE})(?: (?!l[ae]s? )[a-z]+)?,? ${LESS}|(?:leurs?|son|sa|ses|votre|vos) (?:${STAKE}) l[ae]s? ${LESS}`;
/** What the buyer is granted: « un geste sur leurs prix », « une remise ». */
const FAVOUR = `(?:remises?|rabais|ristournes?) sur (?:leurs?|ses|son|vos|votre) (?:[a-z]+ )?(?:${STAKE})|(?:efforts?|gestes?|concessions?|sacrifices?|(?:fa[a-z]+|fe[a-z]+) un pas)(?: [a-z]+){0,2} (?:sur|quant|pour|en matiere) [a-z' ]{0,12}?(?:${STAKE})|(?:efforts?|gestes?|rabais|ristournes?|remises?) (?:commercia|financi|tarifair|supplementaire|complementaire)[a-z]*`;
const BARGAIN = `terrains? d'entente|compromis|meilleur accord|accord (?:plus favorable|sur (?:le|les|leurs?|son) (?:${STAKE}))`;
const BETTERS = fr`${MOVES}|${GIVES}(?: [a-z0-9',-]+){0,7}? (?:${CHEAPER}|efforts?(?! de))|(?:${CHEAPER}),? (?:est|sont|sera|seront|leur est) ${GIVES}|${FAVOUR}|${BARGAIN}`;

/** Offers are in, and some stand before others. */
const RANKED = fr`mieux[ -](?:place|classe|note|disant)[a-z]*|(?:place|classe|arrive)e?s? (?:en tete|premi[a-z]+|(?:aux|dans les) [a-z ]{0,12}premi[a-z]+)|(?:soumissionnaires?|candidats?|concurrents?|entreprises?|societes?|equipes?|operateurs?|groupements?) (?:de|en) tete|(?:les|aux|des) (?:deux|trois|quatre|cinq|\d) (?:premi[a-z]+|meilleure?s?)|meilleures offres|premi[a-z]+ (?:du|au) classement|classement provisoire|(?:apres|issue de|une fois|sitot) (?:l'|la |leur |cette )?(?:analyse|ouverture|examen|classement|notation)|(?:analyse|examen|classement|notation) (?:fait|etabli|acheve|termine)e?|(?<!appel d')offres (?:une fois )?(?:ouverte|analysee|lue|classee)s|plis (?:une fois )?ouverts`;
/** Each is met by the buyer. */
const MET = fr`(?:est|sont|sera|seront|etre|ete) (?:ensuite |alors |successivement |chacune? )?(?:recu|entendu|reuni|auditionne|rencontre|convoque|convie|rappele|recontacte)e?s?|(?:reuni|recev|reçoi|entend|auditionn|rencontr|convoqu|rappell|recontact)[a-z]* (?:[a-z]+ ){0,2}?(?:les?|chaque|chacun|tous)|(?:viennent|vient) (?:s'expliquer|exposer|presenter|defendre)|(?:entretien|audition|soutenance|tour de table|rendez-vous)s?`;
/** Those who move what is theirs: named there, or just before where « ils » or « chacun » takes them up. */
const THEY = fr`ils|elles|chacune?|ceux-ci|celles-ci|leurs?|les (?:deux|trois|uns)|d'eux`;
const OFFERORS = fr`${BIDDERS}|auteurs? d(?:es?|'une)|equipes?|entreprises?|groupements?|societes?|(?:les|aux) (?:deux|trois|quatre|cinq|\d) premi[a-z]+`;
/** It is told of the dossier, of what is written in the first offer, or of those who carry it out. */
const NO_BARGAIN = fr`actes? d'engagement|sauf|sinon|faute|jusqu'(?:a|au) (?:la )?(?:date|heure|delai|terme)s?|avant (?:la date|l'heure|cette date)|rectifi[a-z]*|corrig[a-z]*|erreurs?|discordances?|validite|dans les meilleurs|chaque (?:année|mois|trimestre|semestre|semaine)|sous-traitan[a-z]*|catalogue|en cas de|si (?:le|les|un|une)|lorsqu[a-z']*|dialogue|groupements? dont|membres?|visites?|notes?|points?`;

/** The sentence, and the one before where it goes on with the same people. */
const near = (s: Sentence): string => (s.has(THEY) && s.previous ? `${s.previous.folded} ${s.folded}` : s.folded);

/** « Les deux premiers sont reçus. Ils ont ensuite une semaine pour consentir de meilleurs tarifs »: bargained for, and not called so. */
function isBargained(s: Sentence): boolean {
  if ([NOT_IMPROVED, LATER, REGULARISE, NO_BARGAIN].some((other) => s.has(other))) return false;
  const around = near(s);
  return has(around, OFFERORS) && (has(around, RANKED) || has(around, MET));
}

/** Where candidates are brought to better what they have offered, without the word. */
export const bargained = ({ draft }: Piece): Prevue[] =>
  draft
    .sentencesWith(BETTERS)
    .filter((s) => !s.passage.isTitle && isBargained(s))
    .map((sentence) => ({ at: sentence.at(), sentence, certaine: !sentence.has(FACULTY) }));
