import { fr } from '../../kit/french/pattern.ts';
import { has } from '../../kit/text.ts';
import objets from '../words/pi-objets.json' with { type: 'json' };
import parties from '../words/pi-parties.json' with { type: 'json' };

const any = (words: readonly string[]) => `(?:${words.join('|')})`;
/** The contractor by its many names, for an expression that holds them. */
export const CONTRACTOR = any(parties.titulaire);
/** The buyer by its many names. */
export const BUYER = any(parties.acheteur);
/** Whoever performs the contract. */
export const contractor = new RegExp(`(?<![a-z0-9-])${CONTRACTOR}(?![a-z0-9])`, 'g');
/** Whoever receives what it makes. */
export const buyer = new RegExp(`(?<![a-z0-9-])${BUYER}(?![a-z0-9])`, 'g');

/** Sorts of works, and the words of each. */
export const WORKS = Object.entries(objets.oeuvres).map(
  ([name, words]) => [name, new RegExp(`(?<![a-z0-9-])${any(words)}(?![a-z0-9])`, 'g')] as const,
);
/** Sorts of works that words name. */
export const worksIn = (words: { has(pattern: RegExp): boolean }): string[] =>
  WORKS.filter(([, pattern]) => words.has(pattern)).map(([name]) => name);
/** « résultats », « livrables »… */
export const GENERIC = new RegExp(`(?<![a-z0-9-])${any(objets.generiques)}(?![a-z0-9])`, 'g');
/** Any production of the contract. */
export const production = new RegExp(
  `(?<![a-z0-9-])${any([...objets.generiques, ...Object.values(objets.oeuvres).flat()])}(?![a-z0-9])`,
  'g',
);

/** Prior knowledge, by its many names. */
export const PRIOR = fr`connaissances? antérieures?|(?:éléments?|composants?|outils?|travaux|développements?|droits|logiciels?|briques?|oeuvres?|contenus?|modules?|créations?|savoir-faire|apports?|productions?|réalisations?|fonds|biens|acquis) (?:logiciels? |techniques? |intellectuels? )?(?:pré-?existants?|pré-?existantes?|antérieurs?|antérieures?)|(?:éléments?|créations?|outils?|oeuvres?|biens|travaux) d'avant|ce qui ne (?:vient|provient|naît|résulte|relève) pas d(?:u|e ce) (?:présent )?(?:marché|contrat)|antériorités|ce qui (?:existait|préexistait) (?:avant|déjà)|ce que (?:chacun|chacune|chaque partie|les parties|vous|nous) (?:avai(?:t|ent)|aviez|avions|possédai(?:t|ent)|détenai(?:t|ent)) (?:[a-z]+ )?(?:déjà|avant|auparavant)|(?:qu'ils?|qu'elles?|que (?:le|la|l') ?[a-z]+) (?:possédai(?:t|ent)|détenai(?:t|ent))|(?:qu'ils?|qu'elles?|que (?:le|la|l'|vous) ?[a-z]*) ?(?:avai(?:t|ent)|aviez|possédiez|déteniez) (?:[a-z]+ ){0,4}(?:auparavant|avant|déjà)|dont (?:il|elle|ils|elles|chac[a-z]+|[a-z']+ [a-z]+) (?:[a-z]+ )?(?:disposai(?:t|ent)|étai(?:t|ent) (?:propriétaire|titulaire)s?) (?:[a-z]+ ){0,2}(?:avant|auparavant|déjà)|background|pré-?exist(?:e|ent|aient|ants?|antes?)|propres à l'éditeur`;
const STANDARD = fr`standards?|du commerce|progiciels?|sur étagère|saas|abonnements?|bureautiques?|du marché des logiciels|éditeurs? tiers|logiciels? tiers|systèmes? d'exploitation|open source|logiciels? libres?|licences? libres?`;

/** « le droit de les mettre à disposition sous licence libre »: how the results are given on, and not what they are. */
const GIVEN_ON =
  /(?:mise a disposition|diffus|publi|redistribu|partag|rendre|ouvr)[a-z]* (?:[a-z',-]+ ){0,8}sous (?:une |des )?licences? (?:libres?|ouvertes?)/g;
/** A product of the trade, and not what is made for the buyer. */
export const isStandard = (folded: string): boolean => has(folded.replace(GIVEN_ON, ' '), STANDARD);

/** What the law reserves to the author of a work. */
const DOING =
  '(?:copier|reproduire|representer|adapter|modifier|traduire|diffuser|distribuer|montrer|publier|editer|afficher|exposer|projeter|imprimer|numeriser|mettre en ligne|decliner|transformer|corriger|integrer|executer|dupliquer|multiplier|(?:faire|tirer) des copies)';
/** Rights of authors and owners of inventions: never « droits d'accès », « droits des personnes »… */
export const RIGHTS = fr`propriété (?:intellectuelle|littéraire|artistique|industrielle)|droits? (?:[a-z']+ )?(?:patrimoniaux|patrimonial|d'auteurs?|d'exploitation|d'exploiter|d'utilisation|d'utiliser|d'usage|de reproduction|de reproduire|de représentation|de représenter|d'adaptation|d'adapter|de modification|de modifier|de traduction|de traduire|de copie|de diffusion|de diffuser|de distribution|de distribuer|de commercialisation|d'exposer|de publier|d'intégrer|d'éditer|de projeter|d'afficher|afférents?|attachés?|exclusifs?|moraux)|droits? (?:[a-z]+ )?(?:de |d')(?:(?:les|le|la|y|en) |l')?(?:communiquer au public|${DOING})|droits? (?:[a-z]+ )?(?:de s'en servir|d'en (?:user|faire usage)|de (?:(?:les?|la) |l')(?:utiliser|exploiter|employer|commercialiser|vendre))|droits? de (?:les|la) communiquer|droits? (?:(?:sur|portant|relatifs?|nés?|issus?|résultant|de toute nature|y)(?: [a-z']+){0,3})|(?:ses|leurs|tous|les|l'ensemble des|la totalité des|l'intégralité des) (?:[a-z']+ )?droits|droits? (?:cédés?|concédés?|transférés?|transmis)|ces (?:[a-z]+ ){0,2}droits|cession (?:[a-z]+ ){0,4}?des? (?:(?:tous|ses|les|leurs) ){0,2}droits(?! (?:à|au|aux)(?! (?:profit|titre|bénéfice)))|droits ou titres|tout ce (?:que|dont) la loi (?:lui |leur )?(?:réserve|accorde|reconnaît|donne)|(?:droits|facultés|prérogatives|pouvoirs) (?:que la loi|de l'auteur|(?:attaché|reconnu|réservé)e?s? à (?:l'|la qualité d')auteur)|(?:facultés?|prérogatives?|pouvoirs?|attributs?) (?:patrimonia(?:l|ux|les)|d'auteurs?|d'exploitation)|(?:facultés?|prérogatives?|pouvoirs?|possibilités?) (?:de |d')(?:(?:les|le|la|y|en) |l')?(?:communiquer|${DOING})`;

/** Works that the contract does not know yet. Media, laws and uses to come are no works. */
const FUTURE_RIGHTS = fr`(?:droits|oeuvres?|créations?|inventions?|productions?|travaux|réalisations?|développements?|logiciels?|résultats|contributions)(?: (?!supports?|lois?|modes?|moyens|procedes|formats?|reseaux|medias|textes|techn)[a-z']+){0,8},? (?:présents?(?:es)?|actuels?(?:les)?|existants?(?:es)?|passés?)(?: comme|,)? (?:et|ou|à) (?:à venir|futurs?|futures|avenir)`;
/** Works that are still to be made, after or outside the contract. */
const FUTURE_WORKS = fr`(?:oeuvres?|créations?|inventions?|productions?|réalisations?|développements?|travaux|logiciels?)(?: [a-z']+){0,4},? (?:(?:présentes|actuelles|passées) (?:et|ou|comme) )?(?:futurs?|futures|à venir|ultérieur(?:e|s|es)?)|(?:viendrai(?:t|ent) à|pourrai(?:t|ent)|pourra|pourront)(?: [a-z]+){0,3} (?:créer|développer|concevoir|réaliser|produire|inventer)(?: [a-z']+){0,3} (?:ultérieurement|par la suite|à l'avenir|après|postérieurement)|qu'(?:il|elle|ils|elles) (?:viendrai(?:t|ent) à|sera(?:it|ient)? amenée?s? à|pourrai(?:t|ent)|pourra|pourront) (?:créer|développer|concevoir|réaliser|produire|inventer|écrire|composer)(?: [a-z']+){0,4} (?:dans|pendant|durant|au cours d)(?: [a-z0-9']+){0,4} (?:ans|années|mois)|qu'(?:il|elle) (?:créera|réalisera|développera|produira|concevra)(?: [a-z']+){0,6} (?:après|à l'avenir|ultérieurement|postérieurement|(?:ans|années|mois) (?:suivants?|qui suiv[a-z]+))`;
const WORKS_OF_CONTRACT = fr`résultats|livrables|ainsi que|tant (?:les|sur)`;
/** « oeuvres »: nothing but works to come; « mixte »: with those of the contract, or their rights to come. */
export type Future = 'oeuvres' | 'mixte';
/** « d'en intégrer tout ou partie dans des œuvres existantes ou à venir »: what receives the works, and is not given. */
const HOSTS =
  /(?<![a-z])(?:integr|incorpor|inser|adjoin|joind|combin|assembl|assoc|inclu|mel|fusionn|interfac)[a-z]*(?: [a-z',-]+){0,8}? (?:dans|a|au|aux|vers|avec|au sein d(?:e|es|'))[^.;:]{0,80}?(?:a venir|futur[a-z]*|ulterieur[a-z]*)/g;
/** « d'après les lois et conventions internationales actuelles ou futures » */
const LAWS =
  /(?<![a-z])(?:lois?|legislations?|reglementations?|textes|traites|conventions|dispositions(?: legales)?|prolongations?|prorogations?)(?![a-z])[^.;:]{0,70}?(?:a venir|futur[a-z]*|ulterieur[a-z]*|pourrai(?:t|ent) [a-z' ]{3,40})/g;
/** The words of a sentence but those on the works that receive others and on the laws to come. */
export const withoutHosts = (folded: string): string => folded.replace(HOSTS, ' ').replace(LAWS, ' ');

/** Works to come, where words tell of them. */
export function futureOf(sentence: string): Future | undefined {
  const folded = withoutHosts(sentence);
  if (has(folded, FUTURE_WORKS)) return has(folded, WORKS_OF_CONTRACT) ? 'mixte' : 'oeuvres';
  return has(folded, FUTURE_RIGHTS) ? 'mixte' : undefined;
}

const NOT_PRIOR = fr`(?:à l'exception|à l'exclusion|hors|hormis|excepté|sauf|autres que|ne (?:porte|s'étend|comprend|vise|couvre)(?:nt)? pas)(?: [a-z',-]+){0,6} ${PRIOR}|(?:résultats|livrables)(?: et|,| ainsi que)(?: [a-z',-]+){0,5} ${PRIOR}`;
/** Prior knowledge is what is granted, and not what the grant leaves out or adds to the results. */
/** True for words on what was there before the contract, and not told apart from it. */
export const isOnPrior = (folded: string) => has(folded, PRIOR) && !has(folded, NOT_PRIOR);
