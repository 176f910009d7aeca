import { fr } from '../../kit/french/pattern.ts';
import { clauses } from '../../kit/french/sentences.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { findAll, has, type Match } from '../../kit/text.ts';
import type { Readable } from '../../kit/words.ts';
import { type ACTS, type ActKind, NEGATED, ONLY } from './actes-verbes.ts';
import { BUYER, buyer, CONTRACTOR, contractor, futureOf, PRIOR, production, RIGHTS } from './parties-objets.ts';

const BUYER_WITH_ARTICLE = `(?:la |le |les |l')?${BUYER}`;
/** Assignments that are none of rights. */
export const OTHER_CESSION = fr`subrog[a-z]* (?:[a-z]+ ){0,2}dans (?:tous )?les droits (?:et actions )?(?:de la |de l'|du |des )${BUYER}|cession (?:[a-z]+ ){0,2}(?:de |des |d'une? |du |de la |de l'|d')(?:(?:la|sa|ses|leurs?|présent|présente|tout ou partie|son|totalité) ?(?:de |du |des |de la )?){0,3}(?:créances?|marchés?|contrats?|accord(?:s|-cadre)|fonds|actifs?|parts?|actions?|matériels?|véhicules?|terrains?|immeubles?|bail|activités?|entreprises?|spectacles?|mobiliers?|bons? de commande|titres? exécutoires?|propriété matérielle)|cession ou (?:de |du )?(?:nantissement|transmission|fusion|absorption)|nantissement|établissements? de crédit|affactur[a-z]+|certificats? de cessibilité|(?:acte|contrat|certificat|modèle) (?:[a-z]+ ){0,2}de cession`;
/** Verbs of a grant whose object is no right of authors. */
export const OTHER_OBJECT = fr`(?:transfère(?:nt)?|transmet(?:tent|tra)?|transmettre) (?:[a-z']+ ){0,4}?(?:ces|cette|les|la|toutes?|leurs?) (?:demandes?|réclamations?|informations?|plaintes?|pièces?|justificatifs?)|(?:cède|cèdent|cédez|cédera|céder|cédés?|cédées?|transfère|transférer|transférés?|transférées?|transmet) (?:[a-z']+ ){0,5}(?:le (?:présent )?(?:marché|contrat|accord-cadre)|tout ou partie (?:du|de son|de sa) (?:marché|contrat|créance)|(?:sa|la|ses|les|leurs?) créances?|(?:tout ou partie de )?(?:ses|leurs|les|des) droits (?:à|au) (?:paiement|remboursement|indemnité)|son activité|les risques?|la garde|le pas|la place|les données|des données)`;

/** « Les documents de la consultation restent la propriété intellectuelle de l'acheteur »: what is his, and what he lends for the work. */
const BUYERS_OWN = fr`(?:documents?|dossiers?|pièces?|plans?|cahiers?|éléments?|informations?) (?:[a-z]+ ){0,2}(?:de (?:la )?(?:présente )?consultation|d'appel d'offres|du d\.?c\.?e)|d\.?c\.?e|(?:documents?|fichiers?|plans?|éléments?|supports?|logiciels?|outils?|contenus?|études?|codes?|photographies?)(?:,? [a-z',-]+){0,6}? (?:remis|transmis|fournis?|confiés?|communiqués?|prêtés?|mis à (?:la )?disposition)(?:es)? (?:[a-z]+ )?(?:par ${BUYER_WITH_ARTICLE}|(?:au|du) (?:titulaire|prestataire|cocontractant)|(?:à l'|aux? |de l'|des )(?:attributaires?|candidats?|soumissionnaires?|entrepr[a-z]+|prestataires?))|(?:offres?|propositions?|candidatures?)(?: [a-z',-]+){0,6} candidats?`;
/** True where what an act is told of stays with the one who had it. */
export const isKept = (phrase: Pick<Phrase, 'folded' | 'has'>): boolean =>
  phrase.has(BUYERS_OWN) && phrase.has(STAYS) && !phrase.has(GIVEN);
const STAYS = fr`(?:demeure|reste|est|sont|sera|seront|appartien)[a-z]*`;
const GIVEN = fr`c[eè]d[a-zé]*|cessions?|transf[eéè]r[a-zé]*|abandonn[a-zé]*|devien[a-z]*|concèd[a-z]*`;

const cut = (folded: string, at: number) => {
  const all = clauses(folded);
  return all.find((c) => c.from <= at && at < c.to) ?? { from: 0, to: folded.length };
};

/** « … se défait de la marque, dont la ville aura les droits »: what is told of its object goes with an act. */
function cutWithRelative(folded: string, at: number): string {
  const { from, to } = cut(folded, at);
  return folded.slice(from, RELATIVE.test(folded.slice(to - 2)) ? folded.length : to);
}
const RELATIVE =
  /^[^a-z]*(?:qui|dont|lequel|laquelle|lesquels|lesquelles|(?:a|sur) (?:qui|laquelle|lequel)|auquel)(?![a-z])/;

const AFTER = 90;

/** Only the contractor performs the contract: a use limited to that is granted to it. */
const TO_PERFORM = fr`(?:limitée?s?|strictement|uniquement|exclusivement|seule?s?|seulement)(?: [a-z',-]+){0,6} (?:l')?(?:exécution|réalisation|accomplissement) (?:du (?:présent )?marché|de l'accord-cadre|du contrat|des (?:présentes )?prestations|de (?:sa|la) mission)`;

/** « L'agence cède à la région la marque qu'elle dessine »: a name of either party, but « l'agence de l'eau ». */
const EITHER = /^agences?(?! (?:de |d'|du |des |national|regional|departemental|metropolitain|francais|publi))/;
const TO_SOMEONE = /(?<![a-z])(?:a|au|aux|au profit d(?:e|u|es)|nous|lui) ?(?:l'|la |le |les )?[a-z]/;
const isEither = (before: string, after: string): boolean =>
  findAll(before, buyer).every(({ from }) => EITHER.test(before.slice(from))) && TO_SOMEONE.test(after);

/** Who receives is the contractor, or a third party to whom the buyer gives. */
function isForOther(receiver: string, before: string): boolean {
  if (new RegExp(`^${CONTRACTOR}$`).test(receiver)) return true;
  return /tiers/.test(receiver) && has(before, buyer) && !has(before, contractor);
}

/** True when what a match says goes from the buyer to the contractor, or to a third party. */
export function isReverse(folded: string, m: Match, subject: 'giver' | 'receiver' | 'thing'): boolean {
  const { from, to } = cut(folded, m.from);
  const before = folded.slice(from, m.from);
  const after = folded.slice(m.to - 4, Math.min(to, m.to + AFTER));
  const receiver = new RegExp(
    `(?:^| )(?:a|au|aux|au profit d[ue]s?|au benefice d[ue]s?|en faveur d[ue]s?) ?(?:l'|la |le |les |chaque |tout |ses |leurs? )?(${CONTRACTOR}|${BUYER}|tiers|tout tiers|tous tiers)(?![a-z0-9])`,
  ).exec(subject === 'receiver' ? '' : after)?.[1];
  // « le studio cède à la société des transports… »: who gives is the contractor, so who receives is not.
  if (receiver && /^societes?$/.test(receiver) && subject === 'giver' && has(before, contractor)) return false;
  if (/propriete [a-z ]*d[ue]$/.test(m.text)) return KEEPER.test(folded.slice(m.to));
  if (receiver) return isForOther(receiver, before);
  if (has(folded.slice(m.from, to), TO_PERFORM)) return !has(before, buyer);
  // « la ville, à laquelle l'auteur les transfère », « que l'auteur lui transfère »: to the one named before.
  if (/(?:^| )(?:que|laquelle|lequel|qui) [a-z' -]+ (?:lui |leur |les? |la )$/.test(before)) return false;
  if (subject === 'giver') return has(before, buyer) && !has(before, contractor) && !isEither(before, after);
  if (subject === 'receiver') return has(SUBJECT.exec(before)?.[0] ?? before, contractor) && !has(before, buyer);
  return false;
}

/** « Si ceux du titulaire y sont repris, l'IREPS reçoit une licence »: who receives stands right before the verb. */
const SUBJECT = /, (?:l'|la |le |les )[a-z' -]{2,40}$/;

/** « … restent la propriété intellectuelle de leurs auteurs »: of who made them. */
const KEEPER = new RegExp(
  `^ ?(?:l'|la |le |les |leurs? |chaque |chacune? des )?(?:${CONTRACTOR}(?![a-z0-9])|(?:ceux|celui|celle) qui(?![a-z]))`,
);

const PROPERTY = fr`propriété intellectuelle|droits?|tout ce (?:que|dont) la loi|titularité|prérogatives?|facultés?|(?:la|l') ?(?:reproduction|représentation|adaptation|traduction)`;

const OTHER_LICENCES = fr`licences? (?:professionnelle|d'entrepreneur|de transport|iv|iii)|licence ou (?:master|doctorat|diplôme)`;

/** « un droit d'usage et non une cession » */
const INSTEAD = /(?<![a-z])(?:(?:et|mais) non(?: pas)?|plutot qu[e']|sans) ?(?:d'|de |une? |la |aucune )*$/;
/** « n'emporte aucune cession », « ne lui cède »; not « ne donne lieu qu'à une licence ». */
export function isDenied(folded: string, m: Match): boolean {
  if (INSTEAD.test(folded.slice(0, m.from))) return true;
  const { from, to } = cut(folded, m.from);
  const clause = folded.slice(from, to);
  const isNegated =
    has(clause, NEGATED) ||
    /(?:^| )(?:ne |n')(?:en |lui |leur |se |les? |la )?$/.test(folded.slice(Math.max(0, m.from - 10), m.from));
  return isNegated && !has(clause, ONLY);
}

/** An act that words may do, before it is known what they are about. */
interface Candidate {
  readonly kind: ActKind;
  readonly phrase: Readable;
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
  return (phrase.has(production) || phrase.has(PRIOR)) && ALLOWS.test(m.text);
}

const ALLOWS =
  /autoris|permet|conce|(?<![a-z])(?:peut|peuvent|pourra|pourront|pouvons)(?![a-z])|permission|faculte|possibilite|content|n[e'] ?[a-z]+ qu'/;

/** « transfère », « appartient », « est la propriété »: of the things, not of the rights. */
function isOfThings({ kind, phrase, m, cede }: Candidate): boolean {
  if (kind !== 'cession' || cede || /cession/.test(m.text)) return false;
  if (has(cutWithRelative(phrase.folded, m.from), PROPERTY)) return false;
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

/** « …, alors que les résultats sont cédés »: recalled beside another act, with neither right nor taker. */
export const RECALLED =
  /(?:alors que|tandis que|quand|lorsque|bien que|puisque) [^,;:.]{0,60}? (?:est|sont|sera|seront) (?:[a-z]+ )?cede(?:e|s|es)?(?= ?(?:[,;:.)]|$))/g;
const isRecalled = (folded: string, m: Match): boolean =>
  has(folded, CONCEDES) && findAll(folded, RECALLED).some(({ from, to }) => from <= m.from && m.to <= to);
const CONCEDES = fr`concède(?:nt)?|concédée?s?|licences?`;

/** « Les modalités de la cession sont définies à l'article 11.4 »: told there, and not here. */
const SET_ELSEWHERE = fr`(?:modalités|conditions|règles|clauses|dispositions) (?:[a-z']+ ){0,4}?(?:de |du |des |d')(?:la |l'|cette |ces )?(?:cessions?|concessions?|licences?|transferts?|droits) [^.;:]{0,120}?(?:est|sont|sera|seront|figurent) (?:[a-z]+ )?(?:défini|fixé|précisé|décrit|prévu|indiqué|énoncé|détaillé|réglé|arrêté)?(?:e|s|es)? ?(?:ci-après|ci-dessous|(?:à|dans|par) (?:l'|les |la |son )?(?:articles?|annexes?|chapitre|contrat|ccap|ccp|cahier|acte)|au(?:x)? (?:articles?|ccap|ccp|chapitre|cahier|contrat|paragraphe))`;
export const isSetElsewhere = (phrase: Pick<Phrase, 'folded' | 'has'>): boolean =>
  phrase.has(SET_ELSEWHERE) || OF_ITS_PRICE.test(phrase.folded) || BOUGHT.test(phrase.folded);
/** « Des musiques de catalogues dont les droits sont acquis pour ces usages »: bought of others, and not given here. */
const BOUGHT =
  /(?<![a-z])dont les droits (?:sont|seront|ont ete|auront ete) (?:[a-z]+ )?(?:acquis|achetes|regles|liberes|obtenus)(?! (?:a |aux? |par l'acheteur|de plein))(?![a-z])/;
/** « Dont rémunération de la cession des droits d'auteur € HT », a head of column: where its price is written. */
const OF_ITS_PRICE =
  /^[^a-z]*(?:dont |et )?(?:la |le )?(?:remuneration|prix|montant|part|cout|forfait)s? (?:(?!est |sont |compris|inclus)[a-z']+ ){0,5}?(?:cession|concession|licence)s?(?:(?! est | sont | compris| inclus)[^.;:]){0,40}$/;

/** « Contenu : études, licences, formation, cession des droits (chapitre 9). »: one of the things that a price or an article is on. */
const isListed = (folded: string, { from, text }: Match): boolean =>
  /^cession/.test(text) &&
  LIST_BEFORE.test(folded.slice(0, from)) &&
  /^[a-z']*(?: (?:des?|du|d'auteur|droits?|de propriete intellectuelle))*(?: ?\([^()]*\))?[ .;]*$/.test(
    folded.slice(from + 'cession'.length),
  );
const LIST_BEFORE = /^(?:[^.;:]{2,40}: ?)?(?:[a-z'-]+(?: [a-z'-]+){0,4}, ){2,}(?:et |ainsi que )?$/;

/** « … qui a cédé ses droits à la ville par un contrat de 2019 »: done, by another contract than this one. */
export const isPast = (phrase: Pick<Phrase, 'folded' | 'has' | 'findAll'>): boolean =>
  phrase.has(DONE) &&
  phrase.has(BY_ANOTHER) &&
  phrase.findAll(GIVES).every(({ from }) => AUXILIARY.test(phrase.folded.slice(0, from)));
const DONE = fr`(?:a|ont|avai(?:t|ent)|ayant|fu(?:t|rent)) (?:[a-z]+ ){0,2}(?:cédé|concédé|transféré|abandonné|acquis|transmis)(?:e|s|es)?`;
const BY_ANOTHER = fr`(?:contrat|convention|marché|acte|lettre|licence|cession|accord)s? (?:[a-z]+ )?(?:du [0-9a-zé]+ [a-zé]+ |de |d'|en )(?:[a-zéû]+ )?(?:19|20)\d\d|(?:autre|précédent|ancien|premier)e?s? (?:contrat|convention|marché|acte|accord)|(?:contrat|convention|marché|acte|accord)s? (?:[a-z]+ )?(?:antérieur|distinct|précédent|séparé|étranger)e?s?|(?:en|depuis|dès) (?:[a-zéû]+ )?(?:19|20)\d\d|déjà|auparavant|jadis|naguère`;
const GIVES = fr`cède(?:nt)?|concède(?:nt)?|transfère(?:nt)?`;
const AUXILIARY = /(?<![a-z])(?:a|ont|avai(?:t|ent)|ayant|fu(?:t|rent)|ete)(?: [a-z]+){0,2} $/;

/** « L'employeur est investi des droits sur les logiciels de ses salariés »: what the law gives the firm, and nothing to the buyer. */
export const isOfEmployer = (phrase: Pick<Phrase, 'has'>): boolean => phrase.has(OF_EMPLOYER) && !phrase.has(GIVEN);
const OF_EMPLOYER = fr`employeurs? (?:[a-z']+ ){0,3}?(?:investie?s?|titulaires?)|dévolue?s? à (?:l'|son |leur )employeur`;

/** True for words that grant the buyer rights: none of the reasons to set them aside holds. */
export function isAct(candidate: Candidate, subject: (typeof ACTS)[number][2]): boolean {
  const { kind, phrase, m } = candidate;
  const { folded } = phrase;
  if (isOfEmployer(phrase) || isPast(phrase) || isDenied(folded, m) || isExplained(folded, m) || isRecalled(folded, m))
    return false;
  if (phrase.find(OTHER_CESSION) || phrase.find(OTHER_OBJECT) || isKept(phrase)) return false;
  if (isSetElsewhere(phrase) || isListed(folded, m)) return false;
  if (kind === 'concession' && /(?<!con)cession/.test(m.text)) return false;
  if (!isOnRights(candidate) || isOfThings(candidate)) return false;
  if (/licence/.test(m.text) && phrase.has(OTHER_LICENCES)) return false;
  return !isReverse(folded, m, subject);
}

/** A clause of rights, and not of things. */
export function isOfRights(folded: string, { from }: Match): boolean {
  const clause = cutWithRelative(folded, from);
  return (
    /conced|licence|cession/.test(clause) ||
    has(clause, RIGHTS) ||
    has(clause, PROPERTY) ||
    has(clause, NAMED) ||
    has(folded, USES)
  );
}
const ACT_NAMES =
  '(?:copie|execution|reproduction|representation|correction|traduction|adaptation|projection|exposition|diffusion|impression)';
/** What the buyer does with what it receives: « qui les copie et les publie ». */
export const USES = fr`(?:les?|la|l') ?(?:copie|publie|reproduit|modifie|diffuse|imprime|adapte|corrige|expose|projette|traduit)(?:nt)?|(?:la|l') ?(?:reproduction|représentation|adaptation|traduction|diffusion|copie|exécution|correction|modification)(?: et|,)|${ACT_NAMES}, (?:la |l')?${ACT_NAMES}`;
/** What one does with works, by verbs and names. */
export const NAMED = fr`reproduire|reproductions?|représenter|adapter|adaptations?|modifier|copier|exploiter|diffuser|publier|utiliser|usages?`;

const NOT_RIGHTS = fr`exercice (?:effectif )?(?:de ces|de leurs|de ses|des|du) droits?|droits? (?:(?:à|au) (?:paiement|remboursement|indemni[a-z]+|pension|congés?|réparation|déduction|formation|prime)|d'accès|d'alerte|de rétractation|de préférence|de préemption|à l'image|des personnes|de visite|de regard|d'inscription|du travail|de grève|et obligations|de passage|d'entrée|de retrait|d'option)|(?:respect|préjudice|réserve|violation|mépris|défense|protection) (?:des|d(?:e |')(?:tous|ses|leurs|l'ensemble des) ?)(?:les )? ?droits`;
/** « droits d'accès », « licence d'entrepreneur »: rights that no author has. */
export const isOfOtherRights = (phrase: Pick<Phrase, 'has' | 'findAll'>): boolean =>
  phrase.has(OTHER_LICENCES) ||
  (phrase.has(NOT_RIGHTS) && phrase.findAll(RIGHTS).length <= phrase.findAll(NOT_RIGHTS).length);
