import { fr } from '../../kit/french/pattern.ts';
import { has, type Match } from '../../kit/text.ts';
import { ASKED, BESIDE, BIDDER, CONDITION, GIVE, OWN, PART, PARTIAL, RIVAL } from './mots.ts';

/** `interdites` and `autorisees` speak of variants of the candidate's own; the two others of those the buyer asks for. */
export type Position = 'autorisees' | 'interdites' | 'exigees' | 'non-exigees';

/** Words between a verb and its object, when that object is the variant. */
const LINK =
  /^(?: (?:a|de|par|les?|la|des|une?|toutes?|deux|trois|quatre|plusieurs|seules?|autres?|aux?|aucunes?|pas|plus|moins|ni|proposer|presenter|chiffrer|recevoir|obtenir|examiner|remettre|soumettre|deposer|formuler|presentation|proposition|remise|depot|recours|repondre|ou|et|eventuelles?|candidats?|soumissionnaires?|qu|que|egalement|seulement|uniquement|maximum|sa|ses|leurs?|en|titre|avec|plaisir|volontiers|interet)|'| d'|l'| d'une?| d'autres| qu'une?)*[ ']*$/;
/** « sont admises, pour les lots 1 et 2, les variantes » */
const FOR_LOTS = /,? pour les? lots? \d+(?:(?:,| et| a) \d+)*,?/g;
/** « exclut que l'entreprise remette une variante » */
const THAT =
  /^ (?:a ce )?qu(?:e |')(?:[a-z'-]+ ){1,6}(?:remet|present|propos|depos|soumet|formul|offr|adress)[a-z]* (?:aussi )?(?:une? |des |de |deux )?$/;
/** « accueille, dans la présente consultation, une variante » */
const INCISE = /, (?:dans|pour|sur|au|aux|en|sous|avec|par|selon|lors|outre) [^,;:]{1,60},/g;
/** « … ne sont pas admises et les variantes »: another clause begins. */
const NEXT = /^,? (?:et|ou) (?:l'|les?|la|des|une?) /;

const AUX =
  "(?:sont|est|seront|sera|etaient|sauraient|saurait|peuvent|peut|pourront|pourra|doivent|doit|devront|devra|soient|soit|ont|fera|feront|seraient|s'agit|entend|souhaite|envisage|desire)";
const PASSIVE = new RegExp(`${AUX} (?:(?:pas|plus|jamais|ni|etre|donc|en aucun cas|[a-z]+ment) ){0,4}$`);
/** A negation whose verb is the one that governs the predicate. */
const NEGATED = new RegExp(
  `(?<![a-z])n(?:e |')(?:y |lui |leur |en )?${AUX},? (?:[a-z0-9.',-]+ ){0,9}$|(?<![a-z])n(?:e |')(?:[a-z]+ |s'){0,1}$|(?<![a-z])(?:aucune?|pas de) (?:[a-z'-]+ ){0,6}$|(?<![a-z])(?:non|pas|point|jamais|ni)[ -](?:[a-z]+ )?$|(?<![a-z])sans (?:que|qu') (?:[a-z'-]+ ){0,6}$`,
);
/** « les variantes et les options »: both are the subject. */
const WITH_BESIDE = new RegExp(
  `^(?:(?:,| et| ou| ni| ainsi que) (?:les? |la |des |de )?${BESIDE.source}(?: eventuelles?)?)+`,
);

/** What may be wrong with a predicate: it is denied, or only supposed. */
export interface Mood {
  readonly to: number;
  readonly negated: boolean;
  readonly supposed: boolean;
}

/** « ne sont admises que », « n'est pas admis plus d'une »: a limit, and no denial. */
const isLimit = (before: string, after: string): boolean =>
  /^(?: [a-z']+){0,3} plus d/.test(after) ||
  (/^(?: [a-z']+){0,3} qu(?:e |')/.test(after) && !/(?:pas|aucune?) (?:[a-z]+ )?$/.test(before));

/** How a predicate is said, by the words before it and, where it is joined to another, as that one. */
export function moodOf(folded: string, match: Match, before: string, previous: Mood | undefined): Mood {
  const joined =
    previous && /^,? (?:ou|et|ni)? ?(?:ni )?$/.test(folded.slice(previous.to, match.from)) ? previous : undefined;
  const own = NEGATED.test(before) || joined?.negated === true;
  const clause = before.slice(Math.max(before.lastIndexOf(','), 0));
  return {
    to: match.to,
    negated: own && !isLimit(before, folded.slice(match.to)) && !/(?:pas|jamais) plus d/.test(before),
    supposed:
      /qu'elles? soi(?:en)?t [^,]*$/.test(before) ||
      (has(clause, CONDITION) && !/^ ?,? ?si .*souhait/.test(clause)) ||
      // « selon que les variantes sont admises ou interdites »
      joined?.supposed === true,
  };
}

/** The variant that a predicate speaks of, and where it stands. */
export interface Thing {
  /** undefined when the context alone names it. */
  readonly match: Match | undefined;
  readonly side: 'before' | 'after';
  /** Nothing stands between it and the predicate: « variantes autorisées ». */
  readonly adjacent: boolean;
}

/** The variant that a predicate speaks of; undefined when it speaks of something else. */
export function thingOf(
  folded: string,
  match: Match,
  things: readonly Match[],
  start: number,
  about: boolean,
): Thing | undefined {
  const within = things.find((t) => t.from >= match.from && t.to <= match.to);
  if (within) return { match: within, side: 'after', adjacent: false };
  const after = things.find((t) => t.from >= match.to);
  if (after && reaches(match, folded.slice(match.to, after.from)))
    return { match: after, side: 'after', adjacent: false };
  const before = things.filter((t) => t.to <= match.from).at(-1);
  if (before) return isOfBeside(folded, match) ? undefined : thingBefore(folded, match, before, start);
  return about && !asksForElse(folded, match) && isSaidOfContext(folded.slice(0, match.from), match)
    ? { match: undefined, side: 'before', adjacent: false }
    : undefined;
}

/** « Elle demande toutefois un mémoire »: what is asked for comes after, and is no variant. */
const asksForElse = (folded: string, { text, to }: Match): boolean =>
  /(?:demande|exige|impose|prescrit|requiert)(?:nt|ra)?$/.test(text) &&
  /^(?: [a-z]+)? (?:une?|des|l[ae]s?|\d+|deux|trois) [a-z]/.test(folded.slice(to));

/** The words between a predicate and the variant after it link the two. */
function reaches({ groups }: Match, between: string): boolean {
  if (!groups.can && !groups.duty) {
    const linked = between.replace(FOR_LOTS, '').replace(INCISE, '');
    return (LINK.test(linked) && !NEXT.test(between)) || THAT.test(between);
  }
  const definite = / (?:la|sa|cette|leur|l'eventuelle|chaque|ses|ces) $/.test(between);
  return !/[;:]| sans que /.test(between) && !definite;
}

/** « aucune variante n'est exigée et il n'est pas prévu de prestation supplémentaire »: its object comes after. */
const isOfBeside = (folded: string, { to }: Match): boolean => OF_BESIDE.test(folded.slice(to));
const OF_BESIDE = new RegExp(`^ (?:de |d'|une |aucune |la |les |des )?${BESIDE.source}`);

function thingBefore(folded: string, match: Match, before: Match, start: number): Thing | undefined {
  const isVerb = Boolean(match.groups.can || match.groups.duty);
  const between = folded.slice(before.to, match.from).replace(WITH_BESIDE, '');
  if (has(between, RIVAL) || PART.test(folded.slice(0, before.from))) return undefined;
  if (new RegExp(`${BESIDE.source} (?:[a-z]+ )?$`).test(between)) return undefined;
  const from = Math.max(start, match.from - between.length);
  if (before.to <= start && has(folded.slice(from, match.from), BESIDE)) return undefined;
  if (isVerb && hasOwnObject(folded, match) && !/(?:accompagn|complet)[a-z]*$/.test(match.text)) return undefined;
  const adjacent = !isVerb && new RegExp(`^(?: ${OWN})*,? (?:non )?$`).test(between);
  return { match: before, side: 'before', adjacent };
}

/** « les variantes … ; les candidats ne peuvent proposer que … » : a verb with its own object. */
const hasOwnObject = (folded: string, { text, to }: Match): boolean =>
  !/^(?: [a-z]+){0,3} etre /.test(text.replace(/^\S+/, '')) &&
  /^ (?:les?|la|des?|une?|l'|son|sa|leurs?|qu)/.test(folded.slice(to));

/** Nothing before the predicate is what it speaks of: « l'appel nominatif proscrit » qualifies another noun. */
const isSaidOfContext = (head: string, { groups }: Match): boolean =>
  !has(head, RIVAL) &&
  !has(head, BESIDE) &&
  (Boolean(groups.can || groups.duty) || !QUALIFIED.test(head) || IS.test(head));

const QUALIFIED = /(?:^|[ ,:(])(?:l'|les? |la |d'|des |du |une? |tou(?:t|te|s|tes) )(?:[a-z'-]+ ){1,3}$/;
const IS = /(?:est|sont|sera|seront|etre|reste(?:nt|ra|ront)?|demeure(?:nt|ra|ront)?)(?: [a-z]+)? $/;

/** A predicate with what stands around it and its variant. */
interface Said {
  readonly folded: string;
  readonly match: Match;
  readonly thing: Thing;
  readonly negated: boolean;
  /** The words before it, and after it. */
  readonly head: string;
  readonly rest: string;
}

const LABEL_HEAD =
  /^[^a-z]*(?:[a-z][^a-z]*)?(?:article [0-9ivx.]+ ?[-:]? ?)?(?:(?:pour )?(?:les? )?lots?(?: n ?°| et| a| ou|[^a-z])+)?(?:aucune |sans |pas de |proposition de )?$/;
const STATES = /(?:^| )(?:doi(?:t|vent)|devr|respect|port(?:e|ent) |sont |est |sera|peu(?:t|vent)|ne |comport|n')/;

/** « Variantes autorisées » states; « les variantes autorisées respectent… » does not. */
function isEpithet({ folded, match, thing, rest }: Said): boolean {
  if (!thing.adjacent) return false;
  const head = folded.slice(0, thing.match?.from ?? 0);
  const opening = head.slice(Math.max(head.lastIndexOf(':'), head.lastIndexOf(';'), head.lastIndexOf('(')) + 1);
  return !LABEL_HEAD.test(opening) || STATES.test(rest) || Boolean(match.groups.require);
}

/** The one who may or must is not who offers. */
const isOfBuyer = ({ match: { groups, text }, head }: Said): boolean =>
  Boolean(groups.can || groups.duty) &&
  !new RegExp(`^${GIVE} `).test(text) &&
  /(?:titulaire|acheteur|pouvoir adjudicateur|maitre d'(?:ouvrage|oeuvre)|prestataire|commission|caisse|commune)(?: [a-z]+)? ?$/.test(
    head,
  );

/** « peuvent remettre une offre par lot, mais aucune variante », « une offre sans variante » */
const leavesOut = ({ folded, match, thing, negated }: Said): boolean =>
  Boolean(match.groups.can) &&
  !negated &&
  thing.side === 'after' &&
  /[ ,](?:aucune|sans|ni|pas de|hors|sauf) $/.test(folded.slice(match.to, thing.match?.from));

/** « offert », « prévu »: words that open variants only with others. */
function isOfOthers({ folded, match: { text, to }, negated, head }: Said): boolean {
  if (/^(?:offert|laiss|donn|accord|reconnu)/.test(text))
    return !/possibilite|faculte|droit|liberte|latitude/.test(folded.slice(0, to));
  return /^prevu/.test(text) && !negated && !PASSIVE.test(head);
}

/** Of some variants, or of those that stand alone: the others are not banned with them. */
function isPartial({ folded, match, thing, rest }: Said): boolean {
  const noun = thing.match;
  if (
    /^ (?:sans (?:offre|solution|proposition|l'offre|une)|seules?|isolement|hors|au-dela|apres|independamment|que si|qu'a condition)/.test(
      rest,
    )
  )
    return true;
  if (!noun) return false;
  if (thing.side === 'before') return has(folded.slice(noun.to, match.from), PARTIAL);
  return /^ (?:portant|relatives?|concernant|qui|ne |non|dont|modifiant|sans)/.test(folded.slice(noun.to));
}

/** « Toute variante sera rejetée si… », « … sous peine d'être rejetée » : a sanction. */
const isSanction = ({ folded, match, negated }: Said): boolean =>
  /^(?:ecart|rejet|elimin)/.test(match.text) &&
  (negated || /sous peine|faute|a defaut|pourr| si |lorsqu|quand/.test(folded));

/** « la consultation ne comporte pas de variante », « ne sont pas proposées »: denied, and not of one bidder who offers none. */
function isDenied({ folded, match, negated, head, rest }: Said): boolean {
  const actor = has(head.slice(-60), BIDDER) && /^(?:propos|present|depos|remi|soumi)/.test(match.text);
  const passive = /(?:est|sont|sera|seront|etre|etaient) (?:pas )?(?:[a-z]+ )?$/.test(head);
  const verb =
    /^(?:comport|prevoi|(?:presente|propose|depose|remette|soumette)(?:nt)?$|remet$|soumet$|contient|y a|[a-z]+ons$|(?:examine|etudie|analyse)(?:nt|ra|ront)?$)/.test(
      match.text,
    );
  const spared =
    actor &&
    !passive &&
    (has(folded, fr`qui|si|lorsqu(?:e|')|quand|cas|celui|ceux|ne presentant`) || !/^ (?:aucune|pas de|ni) /.test(rest));
  return negated && !spared && (verb || PASSIVE.test(head));
}

/** « Une variante en inox sera examinée »: it may be handed in, where the word stands for any and is looked at as an offer is. */
const isTakenIn = ({ folded, match, thing, negated, head, rest }: Said): boolean =>
  Boolean(match.groups.denied) &&
  !negated &&
  thing.side === 'before' &&
  /^(?:examine|etudie|analyse|regarde|accueilli|recu|instruit|pris)/.test(match.text) &&
  /(?:^|[^a-z])(?:une|toute|une seule) (?:(?:offre|reponse|solution|proposition) )?(?:en )?$/.test(
    folded.slice(0, thing.match?.from ?? 0),
  ) &&
  (/(?:sera|serait) (?:[a-z]+ )?$/.test(head) || (/ est (?:[a-z]+ )?$/.test(head) && TAKEN_IF.test(rest))) &&
  !BY_HOLDER.test(rest);
const TAKEN_IF = /^,? (?:si |s'il|s'elle|des lors|pourvu|a condition|sous reserve)/;
const BY_HOLDER =
  /(?<![a-z])(?:par le |par l')(?:titulaire|prestataire|maitre|bureau|architecte|concepteur|attributaire)|(?<![a-z])en (?:phase|cours)/;

/** What a predicate decides by its own words; undefined where it decides nothing. */
function decided(said: Said): 'autorisees' | 'interdites' | undefined {
  const { match, negated } = said;
  const { groups } = match;
  if (groups.can || groups.allow) return negated ? 'interdites' : 'autorisees';
  if (isTakenIn(said)) return 'autorisees';
  if (groups.ban) return isSanction(said) ? undefined : negated ? 'autorisees' : 'interdites';
  return groups.denied && isDenied(said) ? 'interdites' : undefined;
}

/** What a predicate says of its variant; undefined where it takes no side, or speaks of a part or of another. */
export function positionOf(
  folded: string,
  match: Match,
  thing: Thing,
  negated: boolean,
  asked: boolean,
): Position | undefined {
  const { groups } = match;
  const said: Said = { folded, match, thing, negated, head: folded.slice(0, match.from), rest: folded.slice(match.to) };
  if (isEpithet(said) || isOfBuyer(said) || leavesOut(said) || isOfOthers(said)) return undefined;
  const position = decided(said);
  if (!position) return decidesNothing(groups) ? obligation(said) : undefined;
  const tail = thing.match ? folded.slice(thing.match.to) : '';
  if (asked || new RegExp(`^ ${ASKED}(?![a-z])`).test(tail)) return whenAsked(position, Boolean(groups.can));
  return position === 'interdites' && isPartial(said) ? undefined : position;
}

/** No word that opens or bans: what is required may stand. */
const decidesNothing = ({ can, allow, ban, denied }: Match['groups']): boolean => !(can || allow || ban || denied);

/** « les variantes exigées sont admises »: what is asked is due, or not asked. */
const whenAsked = (position: Position, isFaculty: boolean): Position | undefined => {
  if (position !== 'autorisees') return 'non-exigees';
  return isFaculty ? undefined : 'exigees';
};

/** « une variante est exigée », « les candidats doivent chiffrer une variante » */
function obligation({ folded, match, thing, negated }: Said): Position | undefined {
  if (match.groups.require) {
    if (negated) return 'non-exigees';
    return thing.side === 'after' && !indefinite(folded, thing) ? undefined : 'exigees';
  }
  return match.groups.duty ? dutyOf(folded, match, thing, negated) : undefined;
}

const indefinite = (folded: string, { match }: Thing): boolean =>
  match !== undefined && /(?:une|deux|trois|des|de|d'autres) $/.test(folded.slice(0, match.from));

/** « Une variante devra être proposée », « les candidats doivent chiffrer une variante ». */
function dutyOf(folded: string, match: Match, thing: Thing, negated: boolean): Position | undefined {
  const noun = thing.match;
  if (!noun) return undefined;
  const article = /(?:^| )(une|la|deux|trois|de|aucune|des) $/.exec(folded.slice(0, noun.from))?.[1];
  if (!article) return undefined;
  const isDue = thing.side === 'after' ? isItsObject(folded.slice(match.to, noun.from)) : isToBe(folded, match);
  if (!isDue || (thing.side !== 'after' && article === 'la')) return undefined;
  if (negated) return 'interdites';
  return article === (thing.side === 'after' ? 'de' : 'des') ? undefined : 'exigees';
}

/** No other object stands between the verb and the variant, unless both are due: « une offre de base et une variante ». */
const isItsObject = (between: string): boolean =>
  !/offre|solution de base|dossier|memoire|document|bordereau/.test(between) || / et [a-z]+ $/.test(between);
/** « … devra être proposée. » */
const isToBe = (folded: string, match: Match): boolean =>
  / etre (?:propos|remis|fourni|chiffr|present|etabli)[a-z]*$/.test(match.text) &&
  /^(?:[ .;,)]*$| par | pour | ;|,)/.test(folded.slice(match.to));
