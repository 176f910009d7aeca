import type { Passage, Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { has } from '../../kit/text.ts';

/** Titles of the part that says how offers are judged. */
export const AWARD_TITLE = fr`critères?|jugements?|choix (?:de l'offre|des offres|des propositions|du titulaire|de l'attributaire|des titulaires|des équipes|des? lauréats?|du partenaire|du projet|du prestataire|du fournisseur|de l'entreprise|de la (?:proposition|solution))|(?:barème|grille|notes?|points) (?:des|de vos|pour les) (?:offres|propositions|projets)|(?:analyse|examen|évaluation|notation|classement|sélection|appréciation|dépouillement|comparaison|pondération) (?:de l'offre|des offres|des propositions|des projets|des réponses|et (?:classement|notation|jugement|choix) des offres)|attribution(?: du (?:marché|contrat)| des (?:marchés|lots)| de l'accord-cadre)?|pondération(?: des critères)?|offre économiquement la plus avantageuse`;
/** Choosing who may bid, not which offer wins. */
export const CANDIDATURE = fr`candidatures?|sélection des (?:[a-zé0-9]+ )?(?:candidats|concurrents|équipes)|(?:candidat|concurrent|équipe)e?s (?:admis(?:es)?|(?:retenu|invité|sélectionné|présélectionné|autorisé)e?s)|nombre (?:maximal|maximum|limité|limite|minimal) de candidats|admis à (?:présenter|remettre|participer|négocier|dialoguer|concourir)|présélection|critères? (?:d'éligibilité|d'admissibilité|de recevabilité|de sélection des (?:[a-zé0-9]+ )?(?:candidats|concurrents|opérateurs|participants|équipes))|limitation du nombre de candidats|capacités (?:requises|exigées|des candidats|du candidat)|autorisés à présenter une offre|invités à (?:remettre|soumissionner|présenter|participer|dialoguer)`;
/** Criteria of something else than the award: execution, acceptance, prizes. */
const CRITERIA_ELSEWHERE = fr`critères? (?:d'acceptation|d'accessibilité|d'exclusion|de recette|de réception|de performance du service|d'éligibilité|de reconduction|de pénalités?|sociaux|wcag|rgaa|de qualité de service|de conformité|microbiologiques?|de fraîcheur|techniques? minimaux|de découpage|d'allotissement)|pénalités?|avances?|retenue de garantie|variantes?|pièces? (?:à produire|de l'offre|de la candidature)|documents? à (?:produire|fournir|remettre)|contenu (?:de l'offre|du mémoire|des offres|des plis|du dossier)|mémoire technique|présentation (?:des offres|de l'offre|des plis)|prime|insertion|développement durable|négociation`;

/** The contractor's work is judged, once the contract is under way. */
export const OF_EXECUTION = fr`(?:évaluation|notation|suivi|mesure|contrôle)s? (?:[a-z]+ ){0,2}(?:des prestations|du titulaire|des titulaires|du prestataire|des fournisseurs|de la (?:performance|qualité de service)|du service rendu|en cours (?:de marché|d'exécution))`;

export type Zone = 'award' | 'candidature' | 'elsewhere' | 'unknown';

const ownZone = (words: string): Zone => {
  const candidature = has(words, CANDIDATURE);
  // « Analyse des candidatures et jugement des offres » tells nothing of what follows.
  if (candidature)
    return has(words.replace(new RegExp(CANDIDATURE.source, 'g'), ''), fr`offres?|propositions?`)
      ? 'unknown'
      : 'candidature';
  if (
    has(words, CRITERIA_ELSEWHERE) &&
    !has(
      words,
      fr`critères? (?:d'attribution|de jugement|de choix|de notation|de sélection|de classement)|jugement des offres|choix de l'offre`,
    )
  )
    return 'elsewhere';
  if (has(words, AWARD_TITLE)) return 'award';
  return 'unknown';
};

/** True of words that announce criteria of something else than the award, or what is no criterion. */
export const isOfSomethingElse = (words: string): boolean => ownZone(words) === 'elsewhere';

/** What the nearest title that tells says a section is about. */
export function zoneOf(section: Section): Zone {
  for (let s: Section | undefined = section; s?.heading; s = s.parent) {
    // « Règlement de la consultation – procédure avec négociation »: of the whole piece.
    if (s.heading === s.heading.draft.title && s.heading.heading?.level === 1 && !s.number) break;
    const zone = titleZone(s);
    if (zone !== 'unknown') return zone;
  }
  return 'unknown';
}

const zones = new WeakMap<object, Zone>();

/** What the title of a section says it is about; read once. */
function titleZone(section: Section): Zone {
  const key = section.heading?.heading ?? section;
  let zone = zones.get(key);
  if (!zone) {
    const words = headingWords(section);
    zone = ownZone(words);
    if (zone === 'unknown' && has(words, AWARD_TITLE)) zone = 'award';
    zones.set(key, zone);
  }
  return zone;
}

/** Title of a section: of a run-in heading, only its title. */
export const headingWords = (section: Section): string => section.title || section.heading?.folded || '';

const JUDGE = fr`(?:jug|not|class|évalu|appréci|apprec|sélectionn|chois|reten|départag|compar|attribu|analys|hiérarchis|examin|pondér|désign)(?:é|ée|és|ées|er|i|ie|is|ies|ir|u|ue|us|ues|e?ons|erons|e?rez|ez|era|eront|ent|e|is)(?:nt)?|choisira|choisit|retient|retiendra|retenir|jugement|choix|classement|notation|sélection|attribution|économiquement la plus avantageuse|mieux[- ]disante?|meilleure offre`;
const OFFERS = fr`(?:l'|les |des |d'|chaque |leurs? |une )?(?:offres?|propositions?|réponses?|soumissions?|projets?)|marchés?|accords?[- ]cadres?|lots?|attributaires?|titulaires?|lauréats?|contrats?|l'acheteur|le pouvoir adjudicateur|candidats?|concurrents?`;
const NAMES_CRITERIA = fr`(?<!sous-)(?<!sous )critères?`;
const NEGATED = fr`ne (?:sont|constitue(?:nt)?|seront|sera|forme(?:nt)?) (?:pas|en aucun cas|ni)|n'est (?:pas|en (?:aucun cas|rien))|sans constituer|ne (?:peut|peuvent|pourra|pourront) (?:pas|ni|porter|être)|aucun(?:e)? (?:autre )?critère|même(?:s)? critères? que`;

/** True for a title that speaks of a choice, of whatever: « Comment nous choisissons ». */
export const isOfChoice = (section: Section): boolean =>
  has(headingWords(section), CHOICE) && !has(headingWords(section), CANDIDATURE);
const CHOICE = fr`chois[a-z]+|choix|départag[a-zé]+|not(?:é|ons|er|ation)[a-z]*|notes?|points|barèmes?|(?:comment|que|dont|quoi) (?:nous|vous|sont|seront|votre|vos|les) (?:[a-z]+ ){0,3}?(?:jug|compar|class|décid|regard|retien|reten)[a-zé]+|ce qui compt[a-z]+`;

/** True when words announce the criteria by which an offer wins. */
export function announcesCriteria(words: string): boolean {
  if (has(words, CANDIDATURE) && !has(words, fr`offres?|propositions?|attribution`)) return false;
  if (has(words, NEGATED)) return false;
  if (
    has(words, CRITERIA_ELSEWHERE) &&
    !has(words, fr`critères? (?:pondérés|suivants|d'attribution|de jugement|de choix)|jug(?:é|ée|és|ées)|offres`)
  )
    return false;
  return has(words, NAMES_CRITERIA) || (has(words, JUDGE) && has(words, OFFERS));
}

/** True when words name criteria, and not only sub-criteria. */
export const namesCriteria = (words: string): boolean => has(words, NAMES_CRITERIA);
/** True when words say that offers are judged, chosen, compared. */
export const judgesOffers = (words: string): boolean => has(words, JUDGE) && has(words, OFFERS);
export const isNegated = (words: string): boolean => has(words, NEGATED);

/** Offers are judged there, as a title says. */
export const isUnderAward = (section: Section): boolean =>
  zoneOf(section) === 'award' || section.chain.some(isOfChoice);

const POINTS = '(?:\\d+(?:,\\d+)?|un|deux|trois|quatre|cinq|dix) (?:points?|%)';
const ADJUSTS = fr`(?:relev|major|minor|augment|diminu|rédui|abaiss|bonifi|amélior)[a-zé]+ (?:de |d')(?:${POINTS})|(?:perd|gagn|retir|retranch|déduit|dédui|ôt|ajout|enlev)[a-zé]* (?:[a-z]+ )?(?:${POINTS})|(?:${POINTS}) (?:de (?:bonus|bonification|malus|pénalité|plus|moins)|supplémentaires?|retirés?|retranchés?|déduits?|perdus?|en moins|en plus)|(?:bonus|malus|bonification|majoration|minoration) (?:de |d')(?:${POINTS})`;
/** True when words change a note that is given: « voient leur note relevée de 3 points ». They weigh no criterion. */
export const adjustsNotes = (words: string): boolean => has(words, ADJUSTS);

const LOTS =
  /(?<![a-z0-9])lots? (?:n ?[°o]s? ?)?(\d{1,2}(?![\d.,]*\d| ?%)(?:(?: ?, ?(?:et )?| et | ou | a | au | - |-)(?:le |du )?(?:lot )?(?:n ?° ?)?\d{1,2}(?!\d| ?%| points))*)/g;

/** The numbers from one to another that words name: the two alone where they can be no range. */
function rangeIn(words: string): readonly number[] {
  const [first, last = first] = [...words.matchAll(/\d+/g)].map((n) => Number(n[0]));
  if (first === undefined || last === undefined) return [];
  if (last < first || last - first >= 60) return [first, last];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** « calculé comme au lot 1 »: another lot. */
const AS_IN =
  /(?<![a-z])comme (?:(?:a|au|aux|pour|dans|sur|celui|celle|ceux|du|des|le|les) ){1,3}lots? (?:n ?°s? ?)?\d{1,2}/g;

/** Numbers of the lots that words name; « lots 2 à 4 » gives three. Empty when they name none. */
export function lotsIn(words: string): readonly number[] {
  const parts = [...words.replace(AS_IN, ' ').matchAll(LOTS)].flatMap((m) => (m[1] as string).split(/,| et | ou /));
  return [...new Set(parts.flatMap(rangeIn))].sort((x, y) => x - y);
}

/** Lots that a passage is about: what its own words (or those that introduce it) say, else the nearest title. */
export function lotsOf(section: Section, ...words: readonly (string | undefined)[]): readonly number[] {
  for (const w of words) {
    const own = w ? lotsIn(w) : [];
    if (own.length > 0) return own;
  }
  for (let s: Section | undefined = section; s?.heading; s = s.parent) {
    const own = lotsIn(s.heading.folded.slice(0, 160));
    if (own.length > 0) return own;
  }
  return [];
}

/** True when two sets of lots have one in common; none named is all of them. */
export const meets = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((l) => b.includes(l));

const SUBSEQUENT = fr`marchés? subséquents?|(?:re)?mise en concurrence des (?:titulaires|attributaires)`;
/** True when the criteria are those of the contracts that follow from a framework agreement. */
export const isSubsequent = (section: Section, words = ''): boolean =>
  has(words, SUBSEQUENT) || section.chain.some((s) => has(headingWords(s), SUBSEQUENT));

const RANKED = fr`(?:par )?ordre (?:décroissant|croissant|de priorité|d'importance|de préférence|hiérarchique)|hiérarchisé(?:s|es)?|hiérarchie|priorité décroissante|importance décroissante|dans (?:l'|cet )ordre(?! (?:alphab|chrono|d'arriv|des (?:lots|articles)))|en premier lieu|en premier rang|(?:du|de la|des) plus (?:important|lourd|fort|grand|décisif|déterminant)[a-z]* (?:à la |au |aux )moins|classés (?:ci-après|comme suit)`;
const UNRANKED = fr`sans (?:ordre|hiérarchie|hiérarchisation|priorité|que l'une?)|(?:non|pas|ni) (?:hiérarchisés?|hiérarchisées?|classés)|aucun(?:e)? (?:ordre|hiérarchie|priorité)|ordre (?:aléatoire|alphabétique|indifférent)`;
/** Said to be in no order. */
export const isUnranked = (words: string): boolean => has(words, UNRANKED);
export const isRanked = (words: string): boolean => has(words, RANKED) && !has(words, UNRANKED);

const IMPOSSIBLE = fr`pondér(?:ation|er)[^.;]{0,140}(?:impossible|pas (?:\w+ )?possible|ne peu(?:t|vent)(?: \w+)? (?:pas )?être)|(?:impossible|impossibilité|pas (?:\w+ )?possible|ne peu(?:t|vent) (?:\w+ )?être)[^.;]{0,80}pondér(?:ation|er|és|ées)|(?:impossible|impossibilité|pas (?:\w+ )?possible|ne peu(?:t|vent) (?:\w+ )?être)[^.;]{0,60}(?:chiffrer|fixer|arrêter|attribuer|affecter|déterminer)[^.;]{0,40}(?:poids|coefficients?|importance)`;
/** True when a text says that weighting is not possible. */
export const saysWeightingImpossible = (words: string): boolean => has(words, IMPOSSIBLE);

export const REFERRED = fr`(?:critères?|pondérations?)[^.;]{0,120}(?:énoncés?|indiqués?|précisés?|définis?|mentionnés?|fixés?|figur(?:ent|ant)|décrits?|détaillés?|annoncés?|publiés?|portés?|communiqués?|prévus?|sont ceux|seront ceux)[^.;]{0,60}(?:avis|invitation|lettre|annexe|règlement|cahier|rc|ccap|cctp|ccp|dossier|document|cadre de réponse|fichier|profil d'acheteur|grille)|(?:grilles?|annexes?|avis|invitation|tableaux?|fichiers?)[^.;:]{0,60}(?:donne|indique|fixe|précise|énonce|contien|détaille|porte|expose)[a-z]* [^.;:]{0,40}(?:critères?|pondérations?)`;
const REFERRED_HERE = fr`(?:présent règlement|présent document|présent article|ci-dessous|ci-après)`;
/** True when a sentence says that the criteria stand in another document. */
export const refersElsewhere = (s: Sentence | Passage): boolean =>
  s.has(REFERRED) && !s.has(REFERRED_HERE) && !s.has(CANDIDATURE);

/** « Les sous-critères de la valeur technique sont : », « le mémoire comporte : »: what follows is no list of criteria, as under « Les critères et leurs sous-critères : ». */
export const SUB_LEAD = fr`(?<!critères (?:et|ou|ainsi que) (?:(?:des|les|leurs) )?)sous[- ]?critères?|ce critère|(?:le|du|au|chaque|premier|second|deuxième|troisième) critère|critère n ?° ?\d`;
/** « Le prix comprend : », « Pièces : »: what follows is something else. */
export const OTHER_LEAD = fr`formules?|n[= ]|légende|où|avec|barème suivant|échelle|(?:comprend|comporte|contient|fournit|produit|remet)(?:nent|ra|ront|ssent|t|nt)?|pièces|documents|documents? suivants?|motifs?`;
