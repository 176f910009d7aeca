import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';

const CONTRACT = '(?:marches?|contrats?|accords?-cadres?|conventions?)';
/**
 * A contract of before: « l'ancien marché », « l'accord-cadre de 2015 », « passé en 2017 », « entre 2016 et 2020 ». A year beside
 * the plural is that of a text: « le CCAG des marchés publics de 2009 ».
 */
const BEFORE = fr`(?:anciens?|précédents?|derniers?) ${CONTRACT}|${CONTRACT} (?:précédent|antérieur|échu|sortant|achevé|terminé|soldé)s?|(?:marché|contrat|accord-cadre|convention)(?: public)? (?:de|depuis) (?:19|20[01])\d|${CONTRACT}(?: (?!au |aux |se )[a-z'-]+){0,4},? (?:(?:passé|conclu|notifié|lancé|signé|attribué)e?s? (?:en|fin|début|le [^,.;]{3,20})) ?(?:19|20[01])\d|${CONTRACT}(?: public)? (?:de|depuis|en) 20\d\d (?:[a-z]+ ){0,2}?[a-z]{3,}ai(?:t|ent)|entre (?:19|20[01])\d et 20\d\d`;
const OVER = fr`pour mémoire|a pris fin|ont pris fin|est (?:terminé|achevé|soldé|échu)e?|n'a plus d'effet|ne s'appliquent? plus|(?:a|ont) été (?:exécuté|soldé|résilié)(?:e|s|es)?|historique`;
const NAMED = fr`${CONTRACT}`;

/** True for what tells of a contract that is over: what it was ruled by is no choice of this one. */
export const isOfPastContract = (sentence: Sentence): boolean =>
  sentence.has(BEFORE) || (sentence.has(OVER) && sentence.has(NAMED));
