import type { Sentence } from '../../kit/draft.ts';
import { wordsAfter } from '../commun/index.ts';

const TO =
  "(?:d'|l'|de |du |des |au |aux |a |le |la |un |une |recours |future?s? |eventuel(?:le)?s? |prochaine?s? |idee |hypothese |piste |voie |option |possibilite |formule )";
/** « sans rapport avec le… », « renonce au… », « préparation d'un futur… », « un futur… », « aurait dû lancer un… »: the words up to a name that is not followed. */
const NOT_THIS = new RegExp(
  `(?:^|[ (,'])(?:(?:(?:sans (?:rapport|lien) avec|etrang[a-z]+|renon[a-z]+|prepar(?:ation|er|ent|ant)|prealable|plutot qu'|et (?:non|pas)(?: pas)?|ni|hors|ecart(?:e|er|ant|ons)) ${TO}{0,5}|une? (?:future?|eventuel(?:le)?|prochaine?|autre) |(?:aurai(?:t|ent|ons) (?:du|fallu)|faudrait|imposerait|obligerait(?: [a-z]+)? a|aurait impose)(?: [a-z]+)? ${TO}{0,3}))$`,
);
/** « Assistance à la conduite d'un… », « formation à la… »: a procedure that the contract is about. */
const ITS_MATTER =
  /(?:^|[ (])(?:assistance|amo|accompagnement|aide|conseils?|formation)(?: (?!passe|conclu|lance|selon|par|en|sous)[a-z'-]+){0,8} (?:(?:d'une?|du|de la|de l'|au|a la|a l'|aux|des)(?: | ?')|d')$/;

/** « Le cabinet expose quand l'article R. 2122-9-1 s'applique », « si la dispense joue »: what is asked, or depends, and is not followed. */
const WHETHER =
  /(?:^|[ ,(])(?:quand|si|lorsqu[e']|comment|dans quels? cas|a quelles? conditions?) ?(?:l'|la |le |une? |d'|de |du |a |au |recours |recourir |dispense |derogation |regime |procedure |articles? |art\. )+$/;

/** « 216 000 € HT, à partir desquels il faut un appel d'offres »: what another sum would call for. */
const FROM_ANOTHER_SUM =
  /(?:a (?:partir|compter)|au-dela|au-dessus) (?:(?:du|des)quels?|de laquelle)(?![a-z])[^.;:]{0,90}$/;

/** What is put aside in a procedure, and is none: « les offres irrégulières sont écartées ». */
const OTHERS = '(?!(?:offre|candidat|pli|soumission|variante|entreprise|proposition|concurrent|operateur|depot)s?)';
const SOME = (most: number) => `(?: ${OTHERS}[a-z0-9'-]+){0,${most}}?`;
const DISCARDED = '(?:ecarte|rejete|abandonne|repousse|delaisse)e?(?![a-z])';
const CHOSEN = '(?:retenu|choisi|suivi|adopte|juge|estime|utilise|possible|applicable|justifie|pertinent)e?(?![a-z])';
const NOT_CHOSEN = `n'(?:a|est|avait|ayant|etait)(?: [a-z]+)? (?:pas|point)(?: [a-z]+)? (?:ete )?(?:[a-z]+ment )?${CHOSEN}|(?:non|pas) (?:retenu|choisi|suivi|applicable)e?s?(?![a-z])|ne (?:sont|seront|est|sera) (?:pas|point|nullement)(?: ici)? (?:repris|suivi|applique|retenu|observe)(?:e|s|es)?(?![a-z])`;
const IDEA = '(?: (?:une? )?(?:hypothese|piste|option|voie|possibilite|formule))?';
const WEIGHED = '(?:examine|etudie|envisage|evoque|considere|discute|analyse|propose)e?';
/** « : hypothèse examinée, puis écartée », « a été étudié sans être retenu », « n'a pas été retenu »: after the name. */
const DROPPED = new RegExp(
  `^${SOME(4)}(?: ?[:,(-]| [:(-])?${IDEA}(?: (?:[a-z']+ ){0,2}${WEIGHED}${SOME(9)})?,?(?: (?:puis|et|mais|avant d'etre))?(?: (?:est|fut|a|avait|etant|ayant)(?: ete)?)?(?: (?:${DISCARDED}|${NOT_CHOSEN})|(?: sans (?:etre|avoir ete) ${CHOSEN}))`,
);
/** « Il n'a pas été retenu. », « Cette voie, étudiée, a été écartée. »: the sentence after. */
const DROPPED_THEN = new RegExp(
  `^[^a-z]*(?:(?:mais|or),? )?(?:il|elle|ce(?:lui|lle)-ci|cela|ce recours|cette (?:voie|option|hypothese|possibilite|procedure|piste|formule))(?: ?[,;]? ${OTHERS}[a-z'-]+){0,14}? ?[,;]? (?:(?:a|avait)(?: [a-z]+)? ete (?:[a-z]+ment )?${DISCARDED}|${NOT_CHOSEN})(?= ?(?:$|[.,;:(]| (?:car|parce|puisque|en raison|faute|compte|au profit|du fait)))`,
);
/** « Absence d'appel d'offres, de concours et de dialogue. »: none of those that are named. */
const NONE_OF = /^(?:[^.;:]*[.;:])*[^a-z]*(?:absence|exclusion) d(?:e |')[^.;:]*$/;

/** « Les mots "appel d'offres" qui figurent dans l'adresse »: the words, and not the thing. */
const WORDS_ALONE = /(?:^|[ ('])(?:mots?|termes?|expressions?|libelles?) ["“]? ?$/;

/** True for a name that stands between these words of its clause and is not followed: set aside, yet to come, or what is bought. */
export const isSetAside = (before: string, after: string): boolean =>
  [NOT_THIS, NONE_OF, WORDS_ALONE, ITS_MATTER, WHETHER, FROM_ANOTHER_SUM].some((says) => says.test(before)) ||
  DROPPED.test(after);

/** True where the next sentence puts aside what this one names last. */
export const isDroppedThen = (sentence: Sentence): boolean => DROPPED_THEN.test(wordsAfter(sentence));
