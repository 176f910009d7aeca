import type { Sentence } from '../../kit/draft.ts';
import parties from '../words/pi-parties.json' with { type: 'json' };
import { namesCheck, statesLevel } from './exigences-mesure.ts';

/** « Le titulaire forme… »: someone else does something, and not « le titulaire les vérifie ». */
const ACTOR = new RegExp(
  `^[^a-z0-9]*(?:les? |la |l')(?:${[...parties.titulaire, ...parties.acheteur].join('|')}) (?!(?:les?|la|en|y|l')(?![a-z]))[a-z]`,
);
/** What a measure is called. */
export const MEASURE =
  '(?:delai|duree|niveau|taux|seuil|critere|indicateur|objectif|valeur|mesure|resultat|note|score|temps|cible|performance|qualite|respect|conformite|verification|controle)';
/** « Le préventif est exécuté la nuit »: another thing is done, and it is no measure of the one before. */
const OTHER_THING = new RegExp(
  `^[^a-z0-9]*(?:les? |la |l')(?!${MEASURE}s?(?![a-z]))[a-z-]+ (?:(?:de la |de l'|de |du |des |d')[a-z'-]+ )?(?:est|sont|sera|seront) [a-z]{3,}(?:e|es|i|is|ie|ies|t|ts|te|tes)(?![a-z])`,
);
/** « La table supporte 25 kg »: a thing that is named and takes nothing up. */
const THING = /^[^a-z0-9]*(?:les? |la |l')([a-z-]{4,}) (?!(?:les?|la|l'|en|y) )/;
/** « Indice de protection : IP 54 »: another quality, with its own value. */
const LABELLED =
  /^[^a-z0-9]*(?!(?:concretement|precisement|autrement dit|ainsi|exemple|resultat|en clair) ?:)([a-z-]{4,})(?: (?:de |d'|du |des )?[a-z'-]+){0,4} : /;
const MEASURE_OR_TAKEN_UP = new RegExp(
  `^[^a-z0-9]*(?:les? |la |l')?(?:${MEASURE}|essai|test|recette|echelle)|^[^:]*(?<![a-z])(?:ces?|cet|cette|celles?|ceux|celui|y) `,
);
/** How fast a thing goes may be told of another: « La recherche est rapide. La page s'affiche en 2 s ». */
const OF_SPEED = /rapid|vite|fluid|reacti|prompt|delai|diligen|celerit|perform|efficac|instantan/;
/** « La boucle est stable : l'écart reste sous 5 % »: a quality of its own, with its measure. */
const OWN_QUALITY =
  /^[^:]{3,90} (?:est|sont|reste|restent|(?:doit|doivent|devra|devront) etre|sera|seront) [^:]{3,60} : /;
/** « Une astreinte est assurée 24 h sur 24 »: when one may be called, and not how soon it is done. */
const ON_CALL =
  /^[^a-z]*(?:une|la|cette) (?:astreinte|permanence|hotline|ligne|veille) [^.;]*(?:24 ?h|7 j|jour et nuit)/;
/** Every word, as roots: « support », too common to tell an object, still takes a matter up. */
const rootsOf = (folded: string): string[] => (folded.match(/[a-z]{5,}/g) ?? []).map((word) => word.slice(0, 6));
/** « Elle permet de relire les 90 derniers jours »: a figure, and no measure of how well. */
const LETS = /^[^a-z]*(?:elle|il|ell?es|ils|celle-ci|celui-ci|cet(?:te)? [a-z]+) (?:permet|autorise|offre|donne acces)/;
/** « Elle doit en outre être silencieuse : 40 dB »: one more quality, with the measure of that one. */
const ADDS =
  /^[^a-z]*(?:elles?|ils?|celle-ci|celui-ci) [a-z]+ (?:[a-z]+ )?(?:en outre|par ailleurs|egalement|aussi|enfin|de plus)(?![a-z])/;
/** A thing newly named, and no check. */
const NO_CHECK = `une? (?!(?:${MEASURE}|essai|test|recette|panel|enquete|echelle)s?(?![a-z]))[a-z-]+`;
/** « Une réunion d'une heure est tenue en mairie »: one more thing that is owed. */
const ONE_MORE = new RegExp(
  `^[^a-z0-9]*${NO_CHECK} (?:[a-z'-]+ ){0,5}?(?:est|sera) (?:tenue?|organisee?|remise?|remis|designee?|livree?|fournie?|posee?|prevue?|installee?|dressee?|etablie?|programmee?)(?![a-z])`,
);
/** « Un changement de programme prend deux minutes »: what something takes. */
const TAKES_TIME = new RegExp(
  `^[^a-z0-9]*${NO_CHECK} [^.;:]{0,60}?(?:prend|dure|demande|s'effectue|se fait|est fait)(?![a-z])`,
);
/** « Leur vitre tient à un choc de 5 J »: what a part of it bears. */
const OF_A_PART = new RegExp(
  `^[^a-z0-9]*(?:leurs?|son|sa|ses) (?!(?:${MEASURE}|lisib|texte|aspect|esthet|couleur|teinte))[a-z-]{4,} `,
);
/** Of no such quality does a time tell anything. */
const OF_LOOKS =
  /(?<![a-z])(?:sobre|bel(?:le)?s? |beau|bien (?:pens|concu)|clair|agreable|plaisant|soign|attract|attray|moderne|esthetiq|elegan|accueillan)/;
const OF_USE = /(?<![a-z])(?:simple|facile|aise|intuiti|ergonom|convivi|maniab|commod|pratique)/;
/** « Les gants répondent au niveau C »: a product has what is checked, and no one does the checking. */
const HAS_ITS_OWN =
  /^[^a-z0-9]*(?:les? |la |l')(?!(?:agent|usager|utilisat|testeur|exploitant|operat)[a-z]* )[a-z-]{4,}(?<!ite|ites|ie|esse) (?:(?:de la |de l'|de |du |des |d')[a-z0-9'-]+ ){0,2}(?:presentent?|repond|repondent|resistent?|supportent?|atteint|atteignent|comportent?|respectent?|satisf(?:ait|ont)) /;

/** The next sentence is of another matter: it has an actor of its own, shares no word with this one and checks nothing. */
export function turnsAway(sentence: Sentence, next: Sentence): boolean {
  if (ADDS.test(next.folded) || (ON_CALL.test(next.folded) && !/dans (?:les|un|une) /.test(next.folded))) return true;
  // « Visibilité : … ⏎ Niveau sonore : 70 dB »: each line of a sheet has its own value.
  if ([sentence, next].every((s) => LABELLED.test(s.folded))) return !sharesAWord(sentence, next);
  if (LABELLED.test(next.folded) || HAS_ITS_OWN.test(next.folded)) return isOfAnotherThing(sentence, next);
  if (isMore(sentence, next)) return true;
  if (OWN_QUALITY.test(next.folded) && isOfAnotherThing(sentence, next)) return true;
  if (namesCheck(next.folded)) return false;
  if (LETS.test(next.folded) && !statesLevel(next.folded)) return true;
  if (isOfAnotherThing(sentence, next)) return true;
  return (ACTOR.test(next.folded) || OTHER_THING.test(next.folded)) && !sharesAWord(sentence, next);
}

function sharesAWord(sentence: Sentence, next: Sentence): boolean {
  const named = rootsOf(sentence.folded);
  return rootsOf(next.folded).some((root) => named.includes(root));
}

/** The next sentence adds something that is done, or the time that something takes where only looks are asked. */
function isMore(sentence: Sentence, next: Sentence): boolean {
  const onlyLooks = OF_LOOKS.test(sentence.folded) && !OF_USE.test(sentence.folded) && !isFast(sentence.folded);
  const more =
    ONE_MORE.test(next.folded) || (onlyLooks && (TAKES_TIME.test(next.folded) || OF_A_PART.test(next.folded)));
  return more && !isFast(sentence.folded) && !sharesAWord(sentence, next);
}

/** The next sentence is about a thing that this one does not name, and what is asked of this one is no speed; or has a quality of its own. */
function isOfAnotherThing(sentence: Sentence, next: Sentence): boolean {
  const [, thing] = THING.exec(next.folded) ?? LABELLED.exec(next.folded) ?? [];
  if (!thing || MEASURE_OR_TAKEN_UP.test(next.folded)) return false;
  if (rootsOf(sentence.folded).includes(thing.slice(0, 6))) return false;
  if (OWN_QUALITY.test(next.folded)) return true;
  return !isFast(sentence.folded) && !sharesAWord(sentence, next);
}

/** Whether what is asked is how fast a thing goes. */
export const isFast = (folded: string): boolean => OF_SPEED.test(folded);
