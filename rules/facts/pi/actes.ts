import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { clauses } from '../../kit/french/sentences.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Doubt } from '../../kit/rule.ts';
import { findAll, has, type Match } from '../../kit/text.ts';
import objets from '../words/pi-objets.json' with { type: 'json' };
import parties from '../words/pi-parties.json' with { type: 'json' };
import { ACTS, type ActKind, NEGATED, ONLY } from './actes-verbes.ts';

/** What one sentence grants to the buyer. */
export interface Act {
  readonly kind: ActKind;
  /** The grant itself, or (false) a sentence that describes one: « la cession porte sur… ». */
  readonly strong: boolean;
  /** Undefined when not said. */
  readonly exclusive: boolean | undefined;
  /** Sorts of works named (`logiciel`, `image`…); empty when the object is « les résultats », or not named. */
  readonly works: readonly string[];
  /** « résultats », « livrables »… are named. */
  readonly generic: boolean;
  /** Prior knowledge is the object. */
  readonly prior: boolean;
  /** A product of the trade. */
  readonly standard: boolean;
  /** « cède les photographies »: rights are not named, and only a title on rights tells it from a sale. */
  readonly bare: boolean;
  /** Works to come, beyond those of the contract. */
  readonly future: Future | undefined;
  /** The one who receives is named. */
  readonly recipient: boolean;
  /** The subject receives: « l'acheteur bénéficie… ». */
  readonly receives: boolean;
  /** The terms stand in another document: annex, other piece, contract to be signed. */
  readonly elsewhere: boolean;
  readonly from: number;
  readonly to: number;
  /** The parts of the sentence that are those of its other acts; empty when it has no other. */
  readonly foreign: readonly Stretch[];
  /** How surely it was heard; undefined where its words are those that one is used to. */
  readonly doubt?: Doubt;
}

const any = (words: readonly string[]) => `(?:${words.join('|')})`;
const CONTRACTOR = any(parties.titulaire);
const BUYER = any(parties.acheteur);
export const contractor = new RegExp(`(?<![a-z0-9-])${CONTRACTOR}(?![a-z0-9])`, 'g');
export const buyer = new RegExp(`(?<![a-z0-9-])${BUYER}(?![a-z0-9])`, 'g');

const WORKS = Object.entries(objets.oeuvres).map(
  ([name, words]) => [name, new RegExp(`(?<![a-z0-9-])${any(words)}(?![a-z0-9])`, 'g')] as const,
);
/** Sorts of works that words name. */
export const worksIn = (words: { has(pattern: RegExp): boolean }): string[] =>
  WORKS.filter(([, pattern]) => words.has(pattern)).map(([name]) => name);
const GENERIC = new RegExp(`(?<![a-z0-9-])${any(objets.generiques)}(?![a-z0-9])`, 'g');
/** Any production of the contract. */
export const production = new RegExp(
  `(?<![a-z0-9-])${any([...objets.generiques, ...Object.values(objets.oeuvres).flat()])}(?![a-z0-9])`,
  'g',
);

/** Prior knowledge, by its many names. */
export const PRIOR = fr`connaissances? antérieures?|(?:éléments?|composants?|outils?|travaux|développements?|droits|logiciels?|briques?|oeuvres?|contenus?|modules?|créations?|savoir-faire) (?:logiciels? |techniques? |intellectuels? )?(?:pré-?existants?|pré-?existantes?|antérieurs?|antérieures?)|antériorités|ce qui (?:existait|préexistait) (?:avant|déjà)|(?:qu'ils?|qu'elles?|que (?:le|la|l') ?[a-z]+) (?:possédai(?:t|ent)|détenai(?:t|ent)|avai(?:t|ent)) (?:auparavant|avant|déjà)|background|pré-?exist(?:e|ent|aient|ants?|antes?)|propres à l'éditeur`;
const STANDARD = fr`standards?|du commerce|progiciels?|sur étagère|saas|abonnements?|bureautiques?|du marché des logiciels|éditeurs? tiers|logiciels? tiers|systèmes? d'exploitation|open source|logiciels? libres?|licences? libres?`;

/** « le droit de les mettre à disposition sous licence libre »: how the results are given on, and not what they are. */
const GIVEN_ON =
  /(?:mise a disposition|diffus|publi|redistribu|partag|rendre|ouvr)[a-z]* (?:[a-z',-]+ ){0,8}sous (?:une |des )?licences? (?:libres?|ouvertes?)/g;
const isStandard = (folded: string): boolean => has(folded.replace(GIVEN_ON, ' '), STANDARD);

/** Rights of authors and owners of inventions: never « droits d'accès », « droits des personnes »… */
export const RIGHTS = fr`propriété (?:intellectuelle|littéraire|artistique|industrielle)|droits? (?:[a-z']+ )?(?:patrimoniaux|patrimonial|d'auteurs?|d'exploitation|d'exploiter|d'utilisation|d'utiliser|d'usage|de reproduction|de reproduire|de représentation|de représenter|d'adaptation|d'adapter|de modification|de modifier|de traduction|de traduire|de diffusion|de diffuser|de distribution|de distribuer|de commercialisation|d'exposer|de publier|d'intégrer|d'éditer|de projeter|d'afficher|afférents?|attachés?|exclusifs?|moraux)|droits? (?:[a-z]+ )?(?:de |d')(?:(?:les|le|la|y|en) |l')?(?:copier|reproduire|représenter|adapter|modifier|traduire|diffuser|distribuer|montrer|communiquer au public|publier|éditer|afficher|exposer|projeter|imprimer|numériser|mettre en ligne|décliner|transformer|corriger|intégrer|exécuter|dupliquer)|droits? de (?:les|la) communiquer|droits? (?:(?:sur|portant|relatifs?|nés?|issus?|résultant|de toute nature|y)(?: [a-z']+){0,3})|(?:ses|leurs|tous|les|l'ensemble des|la totalité des|l'intégralité des) (?:[a-z']+ )?droits|droits? (?:cédés?|concédés?|transférés?|transmis)|droits ou titres|(?:facultés?|prérogatives?|pouvoirs?|attributs?) (?:patrimonia(?:l|ux|les)|d'auteurs?|d'exploitation)|(?:facultés?|prérogatives?|pouvoirs?|possibilités?) (?:de |d')(?:(?:les|le|la|y|en) |l')?(?:copier|reproduire|représenter|adapter|modifier|traduire|diffuser|distribuer|communiquer|publier|éditer|afficher|exposer|projeter|imprimer|numériser|mettre en ligne|décliner|transformer|corriger|intégrer|exécuter|dupliquer)`;
const NOT_RIGHTS = fr`droits? (?:d'accès|d'alerte|de rétractation|de préférence|de préemption|à l'image|des personnes|de visite|de regard|d'inscription|du travail|de grève|et obligations|de passage|d'entrée|de retrait|d'option)`;

/** Assignments that are none of rights. */
const OTHER_CESSION = fr`cession (?:[a-z]+ ){0,2}(?:de |des |d'une? |du |de la |de l'|d')(?:(?:la|sa|ses|leurs?|présent|présente|tout ou partie|son|totalité) ?(?:de |du |des |de la )?){0,3}(?:créances?|marchés?|contrats?|accord(?:s|-cadre)|fonds|actifs?|parts?|actions?|matériels?|véhicules?|terrains?|immeubles?|bail|activités?|entreprises?|spectacles?|mobiliers?|bons? de commande|titres? exécutoires?|propriété matérielle)|cession ou (?:de |du )?(?:nantissement|transmission|fusion|absorption)|nantissement|(?:acte|contrat|certificat|modèle) (?:[a-z]+ ){0,2}de cession`;
const OTHER_OBJECT = fr`(?:cède|cèdent|cédera|céder|cédés?|cédées?|transfère|transférer|transférés?|transférées?|transmet) (?:[a-z']+ ){0,5}(?:le (?:présent )?(?:marché|contrat|accord-cadre)|tout ou partie (?:du|de son|de sa) (?:marché|contrat|créance)|(?:sa|la|ses|les|leurs?) créances?|(?:tout ou partie de )?(?:ses|leurs|les|des) droits (?:à|au) (?:paiement|remboursement|indemnité)|son activité|les risques?|la garde|le pas|la place|les données|des données)`;

/** Works that the contract does not know yet. Media, laws and uses to come are no works. */
const FUTURE_RIGHTS = fr`(?:droits|oeuvres?|créations?|inventions?|productions?|travaux|réalisations?|développements?|logiciels?|résultats|contributions)(?: (?!supports?|lois?|modes?|moyens|procedes|formats?|reseaux|medias|textes|techn)[a-z']+){0,8},? (?:présents?(?:es)?|actuels?(?:les)?|existants?(?:es)?|passés?)(?: comme|,)? (?:et|ou|à) (?:à venir|futurs?|futures|avenir)`;
/** Works that are still to be made, after or outside the contract. */
const FUTURE_WORKS = fr`(?:oeuvres?|créations?|inventions?|productions?|réalisations?|développements?|travaux|logiciels?)(?: [a-z']+){0,4},? (?:(?:présentes|actuelles|passées) (?:et|ou|comme) )?(?:futurs?|futures|à venir|ultérieur(?:e|s|es)?)|(?:viendrai(?:t|ent) à|pourrai(?:t|ent)|pourra|pourront)(?: [a-z]+){0,3} (?:créer|développer|concevoir|réaliser|produire|inventer)(?: [a-z']+){0,3} (?:ultérieurement|par la suite|à l'avenir|après|postérieurement)|qu'(?:il|elle|ils|elles) (?:viendrai(?:t|ent) à|sera(?:it|ient)? amenée?s? à|pourrai(?:t|ent)|pourra|pourront) (?:créer|développer|concevoir|réaliser|produire|inventer|écrire|composer)(?: [a-z']+){0,4} (?:dans|pendant|durant|au cours d)(?: [a-z0-9']+){0,4} (?:ans|années|mois)|qu'(?:il|elle) (?:créera|réalisera|développera|produira|concevra)(?: [a-z']+){0,6} (?:après|à l'avenir|ultérieurement|postérieurement|(?:ans|années|mois) (?:suivants?|qui suiv[a-z]+))`;
const WORKS_OF_CONTRACT = fr`résultats|livrables|ainsi que|tant (?:les|sur)`;
/** « oeuvres »: nothing but works to come; « mixte »: with those of the contract, or their rights to come. */
export type Future = 'oeuvres' | 'mixte';
const futureOf = (folded: string): Future | undefined =>
  has(folded, FUTURE_WORKS)
    ? has(folded, WORKS_OF_CONTRACT)
      ? 'mixte'
      : 'oeuvres'
    : has(folded, FUTURE_RIGHTS)
      ? 'mixte'
      : undefined;

const NON_EXCLUSIVE = fr`non[- ]exclusi(?:f|fs|ve|ves|vement)|sans exclusivité|(?:n'est|ne sont) (?:pas|ni) exclusi(?:f|fs|ve|ves)|sans caractère exclusif`;
const EXCLUSIVE = fr`à titre (?:[a-z]+(?:,| et)? ){0,3}exclusif|exclusivement|exclusi(?:f|fs|ve|ves)|de (?:façon|manière) exclusive|en exclusivité|avec exclusivité|seule?s? (?:investie?s?|titulaires?|propriétaires?)|ne (?:pourra|peut)(?: lui-même| elle-même)? plus|ne? ?gard(?:e|ant|era) (?:plus )?aucun|n'en (?:garde|conserve)(?:ra)? (?:plus )?(?:rien|aucun)`;

/** Undefined when not said. */
export const exclusivity = (words: { has(pattern: RegExp): boolean }): boolean | undefined =>
  words.has(NON_EXCLUSIVE) ? false : words.has(EXCLUSIVE) ? true : undefined;

const LIMITS_ELSEWHERE = fr`(?:fixées?|fixés|définie?s?|prévue?s?|précisée?s?|décrite?s?|figurant|énumérée?s?|détaillée?s?|stipulée?s?|mentionnée?s?|conditions|modalités|limites|termes)(?: [a-z']+){0,3} (?:à |au |aux |dans |de |du |par )(?:l'|le |la |les |une |un )?(?:présent )?(?:annexes?|ccap|c\.c\.a\.p|cctp|cahier des clauses|acte d'engagement|contrat de cession|article [0-9.]+ du (?:ccap|cctp|ccag)|convention)|(?:fera|fait|font|feront|devra faire|devront faire) (?:chacune? )?l'objet (?:ultérieurement )?d'un (?:[a-z]+ )?(?:contrat|acte|accord|avenant)|(?:un|le) contrat de cession`;

const cut = (folded: string, at: number) => {
  const all = clauses(folded);
  return all.find((c) => c.from <= at && at < c.to) ?? { from: 0, to: folded.length };
};

const AFTER = 90;

/** Only the contractor performs the contract: a use limited to that is granted to it. */
const TO_PERFORM = fr`(?:limitée?s?|strictement|uniquement|exclusivement|seule?s?|seulement)(?: [a-z',-]+){0,6} (?:l')?(?:exécution|réalisation|accomplissement) (?:du (?:présent )?marché|de l'accord-cadre|du contrat|des (?:présentes )?prestations|de (?:sa|la) mission)`;

/** True when what a match says goes from the buyer to the contractor, or to a third party. */
function isReverse(folded: string, m: Match, subject: 'giver' | 'receiver' | 'thing'): boolean {
  const { from, to } = cut(folded, m.from);
  const before = folded.slice(from, m.from);
  const after = folded.slice(m.to - 4, Math.min(to, m.to + AFTER));
  const receiver = new RegExp(
    `(?:^| )(?:a|au|aux|au profit d[ue]s?|au benefice d[ue]s?|en faveur d[ue]s?) ?(?:l'|la |le |les |chaque |tout |ses |leurs? )?(${CONTRACTOR}|${BUYER}|tiers|tout tiers|tous tiers)(?![a-z0-9])`,
  ).exec(subject === 'receiver' ? '' : after)?.[1];
  if (receiver) {
    if (new RegExp(`^${CONTRACTOR}$`).test(receiver)) return true;
    if (/tiers/.test(receiver)) return has(before, buyer) && !has(before, contractor);
    return false;
  }
  if (has(folded.slice(m.from, to), TO_PERFORM)) return !has(before, buyer);
  // « la ville, à laquelle l'auteur les transfère », « que l'auteur lui transfère »: to the one named before.
  if (/(?:^| )(?:que|laquelle|lequel|qui) [a-z' -]+ (?:lui |leur |les? |la )$/.test(before)) return false;
  if (subject === 'giver') return has(before, buyer) && !has(before, contractor);
  if (subject === 'receiver') return has(before, contractor) && !has(before, buyer);
  return false;
}

const PROPERTY = fr`propriété intellectuelle|droits?|titularité|prérogatives?|facultés?|(?:la|l') ?(?:reproduction|représentation|adaptation|traduction)`;

const NOT_PRIOR = fr`(?:à l'exception|à l'exclusion|hors|hormis|excepté|sauf|autres que|ne (?:porte|s'étend|comprend|vise|couvre)(?:nt)? pas)(?: [a-z',-]+){0,6} ${PRIOR}|(?:résultats|livrables)(?: et|,| ainsi que)(?: [a-z',-]+){0,5} ${PRIOR}`;
/** Prior knowledge is what is granted, and not what the grant leaves out or adds to the results. */
/** True for words on what was there before the contract, and not told apart from it. */
export const isOnPrior = (folded: string) => has(folded, PRIOR) && !has(folded, NOT_PRIOR);

const TO = / (?:a|au|aux|au profit de|au benefice de) (?:l'|la |le |les |d'|du )?(?<name>[a-z-]+)/g;
const NO_ONE =
  /^(?:titre|fur|cette|cet|des|fin|fins|exclusion|exception|compter|moment|jour|marche|present|prix|plus|terme|tous?|toute|leur|son|ses|sa|un|une|article|annexe|travers|partir|mesure|duree|venir|la|l|cession|concession|licence|transfert)$/;
/** Someone, known by name alone (« à l'AMF »), receives. */
const hasRecipient = (folded: string): boolean =>
  findAll(folded, TO).some((m) => {
    const name = m.groups.name ?? '';
    return !NO_ONE.test(name) && !has(name, production) && !has(name, contractor);
  });

/** The words of a grant that may name its object: not its purposes, media or ways. */
const objectOf = (folded: string, m: Match): string => {
  const rest = folded.slice(m.from);
  const end =
    /[ ,](?:pour|(?:aux?|a des) fins?|y compris|par voie|sur tou[st]|sur (?:le |les |la |l')?(?:papier|ecrans?|supports?|fichiers?)|sur quelque|dans le cadre|afin|en vue|concession et|sous forme)(?![a-z])/.exec(
      rest,
    )?.index ?? rest.length;
  return folded.slice(0, m.from + end);
};

const OTHER_LICENCES = fr`licences? (?:professionnelle|d'entrepreneur|de transport|iv|iii)|licence ou (?:master|doctorat|diplôme)`;

/** « n'emporte aucune cession », « ne lui cède »; not « ne donne lieu qu'à une licence ». */
function isDenied(folded: string, m: Match): boolean {
  const { from, to } = cut(folded, m.from);
  const clause = folded.slice(from, to);
  const isNegated =
    has(clause, NEGATED) ||
    /(?:^| )(?:ne |n')(?:en |lui |leur |se |les? |la )?$/.test(folded.slice(Math.max(0, m.from - 10), m.from));
  return isNegated && !has(clause, ONLY);
}

const WORDS_OF_ACTS =
  /ced|pass|defai|defont|dessais|depart|depouill|concess|cession|transf|transm|abandon|attribu|acqui|licence|droit|appartien|revien|propriet|autoris|devolu/;

/** An act that words may do, before it is known what they are about. */
interface Candidate {
  readonly kind: ActKind;
  readonly phrase: Phrase;
  readonly m: Match;
  /** The sentence names rights of authors. */
  readonly rights: boolean;
  readonly licence: boolean;
  /** « cède », « concède ». */
  readonly cede: boolean;
}

/** Names rights, a licence or a use; a grant may also name what is made. */
function isOnRights({ kind, phrase, m, rights, licence, cede }: Candidate): boolean {
  if (rights || licence || phrase.has(USES)) return true;
  if (kind === 'cession') return (cede || futureOf(phrase.folded) !== undefined) && phrase.has(production);
  return (phrase.has(production) || phrase.has(PRIOR)) && /autoris|conce/.test(m.text);
}

/** « transfère », « appartient », « est la propriété »: of the things, not of the rights. */
function isOfThings({ kind, phrase, m, cede }: Candidate): boolean {
  if (kind !== 'cession' || cede || /cession/.test(m.text)) return false;
  const { from, to } = cut(phrase.folded, m.from);
  if (has(phrase.folded.slice(from, to), PROPERTY)) return false;
  if (has(/^[^;:.]{0,60}/.exec(phrase.folded.slice(m.to))?.[0] ?? '', PROPERTY)) return false;
  return !(/pass/.test(m.text) && phrase.has(USES));
}

/** « Si les résultats sont cédés quand les connaissances sont concédées, c'est parce que… »: told, and done elsewhere. */
const isExplained = (folded: string, m: Match): boolean =>
  EXPLAINED.test(folded) &&
  /^[^a-z]*(?:si|meme si|bien que|quoique|puisque|lorsque|quand|des lors que|alors que|que) [^;:]{0,110}$/.test(
    folded.slice(0, m.from),
  );
const EXPLAINED = /, (?:c'est|cela|ce n'est|cette difference)(?![a-z])|s'explique(?:nt)?(?![a-z])/;

/** « … qui a cédé ses droits à la ville par un contrat de 2019 »: done, by another contract than this one. */
const isPast = (phrase: Pick<Phrase, 'folded' | 'has' | 'findAll'>): boolean =>
  phrase.has(DONE) &&
  phrase.has(BY_ANOTHER) &&
  phrase.findAll(GIVES).every(({ from }) => AUXILIARY.test(phrase.folded.slice(0, from)));
const DONE = fr`(?:a|ont|avai(?:t|ent)|ayant|fu(?:t|rent)) (?:[a-z]+ ){0,2}(?:cédé|concédé|transféré|abandonné|acquis|transmis)(?:e|s|es)?`;
const BY_ANOTHER = fr`(?:contrat|convention|marché|acte|lettre|licence|cession|accord)s? (?:[a-z]+ )?(?:du [0-9a-zé]+ [a-zé]+ |de |d'|en )(?:[a-zéû]+ )?(?:19|20)\d\d|(?:autre|précédent|ancien|premier)e?s? (?:contrat|convention|marché|acte|accord)|(?:contrat|convention|marché|acte|accord)s? (?:[a-z]+ )?(?:antérieur|distinct|précédent|séparé|étranger)e?s?|(?:en|depuis|dès) (?:[a-zéû]+ )?(?:19|20)\d\d|déjà|auparavant|jadis|naguère`;
const GIVES = fr`cède(?:nt)?|concède(?:nt)?|transfère(?:nt)?`;
const AUXILIARY = /(?<![a-z])(?:a|ont|avai(?:t|ent)|ayant|fu(?:t|rent)|ete)(?: [a-z]+){0,2} $/;

function isAct(candidate: Candidate, subject: (typeof ACTS)[number][2]): boolean {
  const { kind, phrase, m } = candidate;
  if (isPast(phrase) || isDenied(phrase.folded, m) || isExplained(phrase.folded, m)) return false;
  if (phrase.find(OTHER_CESSION) || phrase.find(OTHER_OBJECT)) return false;
  if (kind === 'concession' && /(?<!con)cession/.test(m.text)) return false;
  if (!isOnRights(candidate) || isOfThings(candidate)) return false;
  if (/licence/.test(m.text) && phrase.has(OTHER_LICENCES)) return false;
  return !isReverse(phrase.folded, m, subject);
}

/** The acts of a sentence, in order; of one kind and strength, only the first. */
export function acts(phrase: Phrase): Act[] {
  if (!phrase.has(WORDS_OF_ACTS)) return [];
  const { folded } = phrase;
  const rights = phrase.has(RIGHTS) && !isOfOtherRights(phrase);
  const out: Act[] = [];
  for (const [kind, strong, subject, pattern] of ACTS) {
    for (const m of phrase.findAll(pattern)) {
      const licence = kind === 'concession' && /licence/.test(/conced/.test(m.text) ? folded : m.text);
      const cede = /(?<![a-z])(?:con)?ced/.test(m.text);
      if (out.some((a) => a.kind === kind) || !isAct({ kind, phrase, m, rights, licence, cede }, subject)) continue;
      const object = objectOf(folded, m);
      out.push({
        kind,
        strong,
        exclusive: exclusivity(phrase),
        works: WORKS.filter(([, words]) => has(object, words)).map(([name]) => name),
        generic: phrase.has(GENERIC),
        prior: isOnPrior(folded),
        standard: isStandard(phrase.folded),
        bare: !rights && !licence && cede && !phrase.has(EXCLUSIVE),
        future: futureOf(folded),
        receives: subject === 'receiver',
        recipient: phrase.has(buyer) || hasRecipient(folded.slice(m.from)),
        elsewhere: phrase.has(LIMITS_ELSEWHERE),
        from: m.from,
        to: m.to,
        foreign: [],
      });
    }
  }
  return apart(folded, out);
}

/** A clause of rights, and not of things. */
function isOfRights(folded: string, { from }: Match): boolean {
  const { from: start, to } = cut(folded, from);
  const clause = folded.slice(start, to);
  return (
    /conced|licence|cession/.test(clause) ||
    has(clause, RIGHTS) ||
    has(clause, PROPERTY) ||
    has(clause, NAMED) ||
    has(folded, USES)
  );
}
/** What the buyer does with what it receives: « qui les copie et les publie ». */
const USES = fr`(?:les?|la|l') ?(?:copie|publie|reproduit|modifie|diffuse|imprime|adapte|corrige|expose|projette|traduit)(?:nt)?|(?:la|l') ?(?:reproduction|représentation|adaptation|traduction|diffusion|copie|exécution|correction|modification)(?: et|,)|(?:copie|exécution|reproduction|représentation|correction|traduction|adaptation), (?:copie|exécution|reproduction|représentation|correction|traduction|adaptation)`;
const NAMED = fr`reproduire|reproductions?|représenter|adapter|adaptations?|modifier|copier|exploiter|diffuser|publier|utiliser|usages?`;

/** A word of rights that are given, and not of what rights are worth. */
const OF_RIGHTS = fr`droits? (?:cédés?|concédés?|transférés?|transmis|abandonnés?)|droits? (?:de|du|d'[a-z]+)|licences?|cessions?|transferts?|concessions?`;

/** What stays is not given, unless it may be used. */
const KEEPS = fr`(?:garde|conserve)(?:nt|ra)?|reste(?:nt|ra)? (?:au|à|la propriété|propriétaires?|titulaires?)`;
const PERMITS = fr`concé?d[a-z]+|concessions?|cède(?:nt)?|cédée?s?|licences?|usages?|utilis[a-z]+|servir|permi[a-z]+|permet[a-z]*|autoris[a-z]+|accorde[a-z]*|laiss[a-z]+|transf[a-z]+`;

/** « droits d'accès », « licence d'entrepreneur »: rights that no author has. */
const isOfOtherRights = (phrase: Pick<Phrase, 'has' | 'findAll'>): boolean =>
  phrase.has(OTHER_LICENCES) ||
  (phrase.has(NOT_RIGHTS) && phrase.findAll(RIGHTS).length <= phrase.findAll(NOT_RIGHTS).length);

/** What a sentence grants that was heard to grant: no word of it tells where. Undefined where its words are of another matter. */
export function actHeard(
  phrase: Pick<Phrase, 'folded' | 'has' | 'find' | 'findAll'>,
  kind: ActKind,
  doubt: Doubt,
): Act | undefined {
  if (phrase.has(OTHER_CESSION) || phrase.has(OTHER_OBJECT) || isOfOtherRights(phrase) || isPast(phrase))
    return undefined;
  const { folded } = phrase;
  // Where the words are those that one is used to, they tell who gives and whether anything is given.
  const isGiven = (m: Match) =>
    doubt?.surety === 'sure' && has(folded.slice(m.to), buyer) && !has(folded.slice(m.to), contractor);
  for (const [, strong, subject, pattern] of ACTS)
    if (
      strong &&
      phrase
        .findAll(pattern)
        .some(
          (m) =>
            (isReverse(folded, m, subject) && !isGiven(m)) ||
            isDenied(folded.slice(0, m.to), m) ||
            !isOfRights(folded, m),
        )
    )
      return undefined;
  const everything: Match = { from: 0, to: folded.length, text: folded, groups: {} };
  const object = objectOf(folded, everything);
  const recipient = phrase.has(buyer) || hasRecipient(folded);
  const isProbable = doubt?.surety === 'probable';
  if (phrase.has(NEGATED) && !phrase.has(ONLY) && (isProbable || !recipient)) return undefined;
  if (!recipient && ![production, NAMED, OF_RIGHTS].some((p) => phrase.has(p))) return undefined;
  if (phrase.has(KEEPS) && !phrase.has(PERMITS)) return undefined;
  return {
    kind,
    strong: true,
    exclusive: exclusivity(phrase),
    works: WORKS.filter(([, words]) => has(object, words)).map(([name]) => name),
    generic: phrase.has(GENERIC),
    prior: isOnPrior(folded),
    standard: isStandard(phrase.folded),
    bare: false,
    future: futureOf(folded),
    receives: false,
    recipient,
    elsewhere: phrase.has(LIMITS_ELSEWHERE),
    from: 0,
    to: folded.length,
    foreign: [],
    doubt,
  };
}

/** What begins the part of an act, of what stands between it and the act before. */
const BEGINS =
  /\((?=[^()]*$)|[;:]|,? (?:mais|puis|tandis que|alors que|ainsi que|et (?=(?:(?:lui|leur|il|elle|y|en|l'acheteur|une?) ?){0,3}$)) ?/g;

/** The acts of a sentence, each read by the words that are its own: a licence is not the price, or the duration, of the assignment beside it. */
function apart(folded: string, all: readonly Act[]): Act[] {
  const strong = all.filter((a) => a.strong).sort((a, b) => a.from - b.from);
  if (strong.length < 2) return [...all];
  const parts = strong.map((act, i) => {
    const last = strong[i - 1];
    if (!last) return { act, from: 0 };
    const between = folded.slice(last.to, act.from);
    const mark = findAll(between, BEGINS).at(-1) ?? findAll(between, /, | et /g).at(-1);
    return { act, from: mark ? last.to + mark.from : act.from };
  });
  const stretches = parts.map(({ act, from }, i) => {
    const end = parts[i + 1]?.from ?? folded.length;
    const close = folded[from] === '(' ? folded.indexOf(')', from) + 1 : 0;
    return { act, from, to: close > 0 ? Math.min(close, end) : end };
  });
  return all.map((act) => {
    if (!act.strong) return act;
    const foreign = stretches.filter((s) => s.act !== act).map(({ from, to }) => ({ from, to }));
    const own = wordsOf(folded, { foreign });
    const { from } = stretches.find((s) => s.act === act) as Stretch;
    return {
      ...act,
      foreign,
      exclusive: exclusivity({ has: (pattern) => has(own, pattern) }),
      generic: has(own, GENERIC),
      // « … des éléments préexistants (dont une licence est concédée) ».
      prior: isOnPrior(own) || (folded[from] === '(' && has(folded.slice(Math.max(0, from - 70), from), PRIOR)),
      standard: isStandard(own),
    };
  });
}

/** The folded words of a sentence, those of its other acts blanked. */
export const wordsOf = (folded: string, { foreign }: Pick<Act, 'foreign'>): string =>
  foreign.reduce((text, { from, to }) => text.slice(0, from) + ' '.repeat(to - from) + text.slice(to), folded);
