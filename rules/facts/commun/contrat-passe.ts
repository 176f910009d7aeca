import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { has } from '../../kit/text.ts';

const CONTRACT = '(?:marches?|contrats?|accords?-cadres?|conventions?)';
/**
 * A contract of before: « l'ancien marché », « l'accord-cadre de 2015 », « passé en 2017 », « entre 2016 et 2020 ». A year beside
 * the plural is that of a text: « le CCAG des marchés publics de 2009 ».
 */
const BEFORE = fr`(?:anciens?|précédents?|derniers?) ${CONTRACT}|${CONTRACT} (?:précédent|antérieur|échu|sortant|achevé|terminé|soldé)s?|(?:marché|contrat|accord-cadre|convention)(?: public)? (?:de|depuis) (?:19|20[01])\d|${CONTRACT}(?: (?!au |aux |se )[a-z'-]+){0,4},? (?:(?:passé|conclu|notifié|lancé|signé|attribué)e?s? (?:en|fin|début|le [^,.;]{3,20})) ?(?:19|20[01])\d|entre (?:19|20[01])\d et 20\d\d`;
/** « un marché de trois ans achevé en juin 2025 », « un marché de 2023 »: an article that tells it from this one, an end that has come. */
const ENDED = fr`${CONTRACT}(?: d'un an| de [a-z0-9]+ (?:ans|mois))?,? (?:achevé|terminé|échu|expiré|soldé|arrivé à (?:terme|échéance))e?s? (?:en|fin|début|le|depuis|au)|une? ${CONTRACT}(?: public)? de 20\d\d`;
/** « relevaient jusqu'ici d'un marché partagé en cinq lots » */
const UNTIL_NOW = fr`jusqu'(?:ici|alors|à présent|à maintenant)|auparavant|autrefois|naguère|à l'époque`;
/** A verb of the past; « pourrait », « devraient » are of no time. */
const IMPERFECT =
  /(?<![a-z])(?![a-z]*(?:fait|plait|souhait|connait)(?![a-z]))(?:[a-z]+[a-qs-z]|(?:assu|cou|du|figu|ge|integ|off|ope|prepa)v?r)ai(?:t|ent)(?![a-z])/;
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
/** « avaient été découpés en 2014 », « En 2021, les offres avaient été jugées » */
const HAD_BEEN = fr`(?:avait|avaient) (?:[a-z]+ )?été [^;:]{0,80}(?<![0-9])(?:19|20)\d\d|^[^a-z]*(?:en|fin|début) (?:19|20)\d\d,? [^;:]{0,60}(?:avait|avaient) (?:[a-z]+ )?été`;
/** « le marché passé avec le syndicat comptait » */
const WITH_ANOTHER = fr`${CONTRACT} (?:passé|conclu|signé|notifié)e?s? (?:avec|par)`;
const UNREAL = fr`si|s'ils?|comme|au cas où|(?:dans )?l'hypothèse où|dès lors qu[ei']|quand|lorsqu[ei']`;
/** What a buyer did before, told by its year: « le marché SIM de 2013 comportait », « les éditions 2024 et 2025 relevaient de ». */
const DATED = fr`(?:19|20)\d\d`;
const DEEDS = fr`${CONTRACT}|éditions?|campagnes?|programmes?|opérations?|études?|tranches?|consultations?`;
/** « Le marché d'études de 2014, passé sous l'empire du code des marchés publics », « restent régies par ce marché » */
const OLD_LAW = fr`(?<!(?:est|soit) )(?:passé|conclu|signé|notifié)e?s? sous (?:l'empire|le régime)|rest(?:e|ent) (?:régi|soumis)e?s? (?:par|à|au) (?:ce|cet|cette|leurs?|son|l'ancien) ${CONTRACT}`;
/** Titles under which history is told, and what other titles tell beside it. */
const HISTORY_TITLE = fr`historiques?|pour mémoire|${CONTRACT} (?:antérieur|précédent|passé|échu|sortant)s?|(?:ancien|précédent)s? ${CONTRACT}|bilan des? (?:éditions?|${CONTRACT}) passée?s?`;
const TOLD_TOO = fr`objet|contexte|présentation|consistance|forme|projet|besoins?`;
const OF_THIS_ONE = fr`(?:le |du |au |ce )?présente? (?:${CONTRACT}|consultation)`;
/** What is said after a contract that does not count: « Il n'a pas d'effet sur le présent marché. » */
const NO_EFFECT = fr`(?:il|elle|celui-ci|celle-ci|ce (?:contrat|marché)|cette (?:convention|clause)) (?:n'a|n'aura|ne produit|n'emporte) (?:pas|plus|aucun) (?:d')?(?:effets?|incidence|rapport)|(?:il|elle)s? n(?:'est|e sont) pas repris`;
/** What is said to be no matter of this contract: « il est étranger au présent accord-cadre », « ce texte n'intervient pas ici ». */
const APART = fr`(?:étrang(?:er|ère)s? (?:au|à la)|sans (?:lien|rapport|incidence) (?:avec|sur) (?:le|la)) (?:présente? )?(?:consultation|${CONTRACT})|n'intervien(?:t|nent) pas ici`;

/** « Un autre marché, déjà notifié, … ; ce n’est pas le vôtre »: a contract that goes beside this one. */
const BESIDE_THIS = fr`une? autre ${CONTRACT}(?: publics?)?,? (?:déjà|notifié|conclu|signé|attribué|en cours|distinct|séparé|à venir|qui n'est pas)|(?:ce n'est|il n'est) pas (?:le vôtre|celui-ci|celui que|l'objet de la présente)`;

const isUnderHistory = ({ section }: Sentence): boolean =>
  section.chain.some(({ heading }) => heading?.has(HISTORY_TITLE) && !heading.has(TOLD_TOO));

/** True where the sentence after takes all effect from what this one tells. */
const isWithoutEffect = ({ next }: Sentence): boolean => next?.has(NO_EFFECT) === true;

/** True for what a year and a verb of the past tell together, and no hypothesis. */
const isDated = (sentence: Sentence): boolean =>
  sentence.has(DATED) &&
  sentence.has(IMPERFECT) &&
  !sentence.has(UNREAL) &&
  sentence.folded.split(/[;:]/).some((clause) => has(clause, DATED) && has(clause, IMPERFECT) && has(clause, DEEDS));

/** True for what tells of a contract that is over: what it was ruled by is no choice of this one. */
export const isOfPastContract = (sentence: Sentence): boolean =>
  isDated(sentence) ||
  (sentence.has(NAMED) && (sentence.has(OLD_LAW) || isWithoutEffect(sentence))) ||
  (isUnderHistory(sentence) && !sentence.has(OF_THIS_ONE)) ||
  sentence.has(BEFORE) ||
  sentence.has(ENDED) ||
  sentence.has(RUNNING) ||
  sentence.has(APART) ||
  (sentence.has(NAMED) && sentence.has(BESIDE_THIS)) ||
  (sentence.has(DONE) && sentence.has(IMPERFECT)) ||
  ((sentence.has(HAD_BEEN) || (sentence.has(WITH_ANOTHER) && sentence.has(IMPERFECT))) && !sentence.has(UNREAL)) ||
  (sentence.has(NAMED) &&
    (sentence.has(OVER) ||
      (sentence.has(UNTIL_NOW) && sentence.has(IMPERFECT)) ||
      (sentence.has(THEN) && (sentence.has(IMPERFECT) || sentence.has(TOLD)))));

/** Another call for tenders, that came before this one and is closed. */
const CALL = "(?:consultation|procedure|mise en concurrence|appel d'offres)";
const EARLIER_CALL = fr`(?:première|précédente|dernière|ancienne) ${CALL}|${CALL}s? (?:précédente?|antérieure?)s?|(?:ont|a|avait|avaient) été (?:déclarée?s? )?(?:sans suite|infructueu(?:x|ses?))|(?:offres|plis) de l'époque`;

/** True for what tells of a call for tenders that is over: its days and delays are none of this one. */
export const isOfPastCall = (sentence: Sentence): boolean => sentence.has(EARLIER_CALL);
