import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { findAll, has } from '../../kit/text.ts';
import { buyer, contractor } from '../pi/index.ts';

const THIRD =
  '(?:autres? (?:[a-z]+ )?(?:operateur|entreprise|prestataire|societe|personne|professionnel|cabinet|agence|intervenant|organisme|fournisseur)s?|tiers|tierce (?:personne|societe|entreprise)|(?:operateur|prestataire|entreprise|societe|intervenant)s? (?:exterieure?|externe|tierce?)s?|quiconque|autrui|qui que ce soit)';
/** « ne peut, à quelque titre et pour quelque part que ce soit, en confier l'exécution à un autre opérateur » */
const HANDING = fr`(?:ne |n'|sans (?:pouvoir |jamais |qu'il puisse |possibilité d'|avoir le droit d'|que [a-z' -]{2,20} puisse ))(?:[a-z'-]+,? ){0,16}?(?:en |y )?(?:confier|confie|confiera|déléguer|délègue|déléguera|remettre|(?:faire|fait|fera) (?:exécuter|réaliser|effectuer|assurer|accomplir))(?: [a-z'-]+,?){0,12}? (?:(?:à|par|auprès de|aux?) |d')(?:(?:un|une|des|tout|toute|quelque|d') ?)?${THIRD}`;
/** Whatever the share: nothing is left that another may do. */
const ANY_SHARE = fr`quelque (?:[a-z]+ ){1,3}que ce soit|aucune? (?:part|partie|prestation|tâche|élément|mission)s?|(?<!en )tout ou partie|même (?:partielle|partiellement|en partie|pour partie|ponctuel[a-z]*)|rien|quoi que ce soit|la moindre (?:part|partie|prestation|tâche)|une (?:quelconque )?(?:part|partie)|l'une quelconque|si (?:petite|minime) soit-elle|(?:en|une) (?:tout ou )?partie`;
const OF_ALL =
  '(?:(?:ces|ses|cette|ce) )?(?:presente?s? )?(?:marche|prestation|execution|contrat|mission|accord|travaux|service|fourniture|ouvrage|commande|obligation|autre)';
const NAMED_SHARE = fr`(?:part|partie|prestation|tâche|élément|mission)s? (?:(?:de la |de l'|du |des |d')(?!${OF_ALL})|de (?!la |l'|${OF_ALL}))[a-z]+`;
/** « exécute par ses propres moyens la totalité des prestations » */
const ALONE = fr`lui-même|elle-même|eux-mêmes|seule?s?|(?:ses|son|sa|leurs?) (?:(?:seule?s?|propres?) )+(?:moyens|équipes?|personnels?|main-d'oeuvre|salariés|ressources|forces)`;
const ALL = fr`(?:la totalité|l'intégralité|l'ensemble) (?:des|du|de (?:la|l'[a-z]+|ses|ces))|toutes? (?:les|la) (?:prestations?|mission)|tout le marché|totalement|entièrement|intégralement`;
const WITHOUT = fr`sans (?:pouvoir |possibilité de |jamais )?(?:l'intervention|le concours|l'aide|faire appel|recourir|recours|se faire|s'adjoindre)(?: [a-z'-]+){0,4}? ${THIRD}|à l'exclusion de (?:tout |toute )?${THIRD}`;
/** Free once agreed to, or forbidden in one case only. */
const ON_TERMS = fr`sauf|hors|hormis|excepté|à l'exception|sous réserve|à condition|accord(?!-cadre)[a-z]*|autorisations?|agrément|agréée?s?|acceptation|acceptée?s?|déclar[a-z]+|préalable(?:ment)?|(?:avant|qu'après|que si|que dans|qu'avec|qu'à)|plus de|au-delà|%|essentielles?|essentiels|sous-?trait[a-z]+`;
/** What is handed over and is no work. */
const THINGS = fr`(?:les?|la|l'|ces|cette|ses|son|sa|leurs?|des|d'|aucune?)? ?(?:données|documents?|informations?|clés?|clefs?|badges?|fichiers?|codes?|accès|mots? de passe|matériels?|secrets?|identifiants?|(?:présent |ce )?(?:marché|contrat)(?= à| aux?))`;

/** True for a sentence that keeps the contractor from having any share done by another, without the word « sous-traitance ». */
export function keepsThirdsOut(phrase: Phrase): boolean {
  const m = phrase.find(HANDING);
  if (!m && !phrase.has(WITHOUT)) return false;
  const { folded } = phrase;
  const whole = (words: string) => has(words, ALONE) && has(words, ALL);
  if (phrase.has(ON_TERMS) || phrase.has(NAMED_SHARE)) return false;
  if (!m) return whole(folded);
  const subject = folded.slice(0, m.from);
  const last = (pattern: RegExp) => findAll(subject, pattern).pop()?.from ?? -1;
  // « sans pouvoir » is said of the subject of the sentence, « ne peut » of who was named last.
  const first = (pattern: RegExp) => findAll(subject, pattern)[0]?.from ?? Infinity;
  if (m.text.startsWith('sans ') ? first(buyer) < first(contractor) : last(buyer) > last(contractor)) return false;
  const from = m.text.search(/(?:confi|deleg|remett|(?:faire|fait|fera) )/);
  if (has(m.text.slice(from), THINGS)) return false;
  return has(folded.slice(m.from), ANY_SHARE) || whole(subject);
}
