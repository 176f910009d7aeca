import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';

const CONTRACT = '(?:marches?|contrats?|accords?-cadres?|conventions?)';
/**
 * A contract of before: « l'ancien marché », « l'accord-cadre de 2015 », « passé en 2017 », « entre 2016 et 2020 ». A year beside
 * the plural is that of a text: « le CCAG des marchés publics de 2009 ».
 */
const BEFORE = fr`(?:anciens?|précédents?|derniers?) ${CONTRACT}|${CONTRACT} (?:précédent|antérieur|échu|sortant|achevé|terminé|soldé)s?|(?:marché|contrat|accord-cadre|convention)(?: public)? (?:de|depuis) (?:19|20[01])\d|${CONTRACT}(?: (?!au |aux |se )[a-z'-]+){0,4},? (?:(?:passé|conclu|notifié|lancé|signé|attribué)e?s? (?:en|fin|début|le [^,.;]{3,20})) ?(?:19|20[01])\d|${CONTRACT}(?: public)? (?:de|depuis|en) 20\d\d (?:[a-z]+ ){0,2}?[a-z]{3,}ai(?:t|ent)|entre (?:19|20[01])\d et 20\d\d`;
/** « un marché de trois ans achevé en juin 2025 », « un marché de 2023 »: an article that tells it from this one, an end that has come. */
const ENDED = fr`${CONTRACT}(?: d'un an| de [a-z0-9]+ (?:ans|mois))?,? (?:achevé|terminé|échu|expiré|soldé|arrivé à (?:terme|échéance))e?s? (?:en|fin|début|le|depuis|au)|une? ${CONTRACT}(?: public)? de 20\d\d`;
/** « relevaient jusqu'ici d'un marché partagé en cinq lots » */
const UNTIL_NOW = fr`jusqu'(?:ici|alors|à présent|à maintenant)|auparavant|autrefois|naguère|à l'époque`;
const IMPERFECT = /(?<![a-z])(?!(?:for|par|satis)fait|(?:ex|re|por)?trait|souhait)[a-z]{2,}ai(?:t|ent)(?![a-z])/;
/** « Avant 2016, … », « En 2014, … », « De 2012 à 2018, … », « Il y a dix ans, … »: what the sentence tells is of then. */
const THEN =
  /^[^a-z0-9]*(?:(?:avant|jusqu'en|jusqu'a|en|vers|fin|debut|de|entre|des|courant) (?:la fin de |le debut de |l'annee )?(?:(?:19|20[01])\d)(?!\d)|il y a (?:[a-z]+ ){0,2}(?:ans|annees)|(?:autrefois|jadis|naguere|a l'origine)(?![a-z]))/;
const TOLD = /(?<![a-z])(?:avions|etions|avait|avaient) [a-z]+/;
const OVER = fr`pour mémoire|a pris fin|ont pris fin|est (?:terminé|achevé|soldé|échu)e?|n'a plus d'effet|ne s'appliquent? plus|(?:a|ont) été (?:exécuté|soldé|résilié)(?:e|s|es)?|historique`;
const NAMED = fr`${CONTRACT}`;
/** The contract that this one comes after: « le contrat en cours », « le marché actuel », « le contrat qui s'achève en avril ». */
const RUNNING = fr`${CONTRACT}(?: publics?)?(?: (?!au |aux |se |présente? )[a-z'-]+){0,3} (?:en cours(?! (?:d'|de ))|actuel(?:le)?s?|sortant(?:e?s)?)|${CONTRACT}(?: publics?)?(?: (?!au |aux |se )[a-z'-]+){0,3} qui (?:s'achève|prend fin|expire|se termine|arrive à (?:terme|échéance))|(?:titulaire|prestataire|exploitant) sortant`;
/** « Les travaux du hall, achevés en 2016, étaient… » */
const DONE = fr`(?:achev|termin|livr|réceptionn|exécut|sold|réalis|men|cl[oô]tur)ée?s? (?:en|fin|début|depuis|courant) (?:[a-z]+ )?(?:19|20)\d\d`;
/** « avaient été découpés en 2014 » */
const HAD_BEEN = fr`(?:avait|avaient) (?:[a-z]+ )?été [^;:]{0,80}(?<![0-9])(?:19|20)\d\d`;
const UNREAL = fr`si|s'ils?|comme`;
/** What is said to be no matter of this contract: « il est étranger au présent accord-cadre », « ce texte n'intervient pas ici ». */
const APART = fr`(?:étrang(?:er|ère)s? (?:au|à la)|sans (?:lien|rapport|incidence) (?:avec|sur) (?:le|la)) (?:présente? )?(?:consultation|${CONTRACT})|n'intervien(?:t|nent) pas ici`;

/** True for what tells of a contract that is over: what it was ruled by is no choice of this one. */
export const isOfPastContract = (sentence: Sentence): boolean =>
  sentence.has(BEFORE) ||
  sentence.has(ENDED) ||
  sentence.has(RUNNING) ||
  sentence.has(APART) ||
  (sentence.has(DONE) && sentence.has(IMPERFECT)) ||
  (sentence.has(HAD_BEEN) && !sentence.has(UNREAL)) ||
  (sentence.has(NAMED) &&
    (sentence.has(OVER) ||
      (sentence.has(UNTIL_NOW) && sentence.has(IMPERFECT)) ||
      (sentence.has(THEN) && (sentence.has(IMPERFECT) || sentence.has(TOLD)))));

/** Another call for tenders, that came before this one and is closed. */
const CALL = "(?:consultation|procedure|mise en concurrence|appel d'offres)";
const EARLIER_CALL = fr`(?:première|précédente|dernière|ancienne) ${CALL}|${CALL}s? (?:précédente?|antérieure?)s?|(?:ont|a|avait|avaient) été (?:déclarée?s? )?(?:sans suite|infructueu(?:x|ses?))|(?:offres|plis) de l'époque`;

/** True for what tells of a call for tenders that is over: its days and delays are none of this one. */
export const isOfPastCall = (sentence: Sentence): boolean => sentence.has(EARLIER_CALL);
