import type { Passage, Sentence } from '../../kit/draft.ts';
import { type AmountItem, amounts, endOfSum, type Tax } from '../../kit/french/amounts.ts';
import { numbers } from '../../kit/french/numbers.ts';
import { before, type Stretch } from '../../kit/french/scan.ts';
import { find } from '../../kit/text.ts';
import { holes, isBlank, withUnit } from '../commun/index.ts';

/**
 * What a text says of the price of a tranche or lot.
 * - `precise`: a sum, an estimate or a ceiling; `value` in euros
 * - `range`: « entre 90 000 et 140 000 € », « moins de 50 000 € »
 * - `open`: « à définir », « selon devis », a blank
 */
export interface AmountRead extends Stretch {
  readonly kind: 'precise' | 'range' | 'open';
  readonly value?: number;
  readonly tax?: Tax;
}

/** Sums that are no price: paid late, paid back, or the size of a firm. */
const NO_PRICE =
  "(?:indemnites?|dedits?|penalites?|avances?|retenues?|cautions?|garanties?|amendes?|primes?|rabais|remises?|chiffres? d'affaires|seuils?|frais|franchise|capital)";
const OTHER_SUM = new RegExp(`\\b${NO_PRICE}\\b[^.;:]{0,60}$`);
const ABOUT_OTHER_SUM = new RegExp(`^[^a-z]*(?:l'|l[ae] |les |cette |ces |une? |des )${NO_PRICE}\\b`);
const THAT_OF = /^[^a-z]*(?:celles?|ceux|celui) (?:qui|d)/;
/** « L'indemnité due pour la tranche 1 est de 5 000 € », « Celle de la tranche 2 est de 6 000 € » after it: no price of a tranche. */
export const isOfOtherSum = ({ folded, previous }: Sentence): boolean =>
  ABOUT_OTHER_SUM.test(folded) || (THAT_OF.test(folded) && previous !== undefined && isOfOtherSum(previous));
const BOUND =
  /\b(?:inferieure?s?|superieure?s?) (?:ou egale?s? )?a (?:la somme de )?$|\b(?:moins|plus|a partir|au-dela) de $/;
const JOINED = /^ ?(?:et|a|-|ou) ?(?:de )?$/;

const PRICE =
  '(?:montants?|prix|couts?|estimations?|valeurs?|budgets?|remunerations?|chiffrages?|enveloppes?|forfaits?)';
const MARK = 'a (?:definir|determiner|preciser|chiffrer|completer|fixer|negocier|estimer|arreter|confirmer|renseigner)';
const DONE = '(?:connu|fixe|arrete|determine|defini|chiffre|estime|evalue|precise|communique|etabli)e?s?';
/** « sur devis », « fonction du devis remis alors »; « un devis sera demandé ». */
const BY_QUOTE =
  "(?:selon|sur|suivant|d'apres|apres|par|contre|au vu d[eu']|(?:en )?fonction d[eu']|objet d') ?(?:l[ae] |un |les |votre |son )?(?:devis|chiffrage|proposition)\\b";
const QUOTE_TO_COME =
  '\\bdevis (?:(?:(?:lui |vous |en )?(?:sera|est|reste) )?(?:demande|remis|etabli|fourni|presente|sollicite|propose|ulterieur)[a-z]*|a (?:venir|etablir|remettre|fournir|demander|presenter|produire))\\b[^.;|,]{0,40}';
const OPEN = new RegExp(
  [
    `\\b${PRICE}(?: [a-z']+){0,4}?(?: ?[:=,-]| est| sont| reste(?:nt)?| restant)? ${MARK}\\b[^.;|()]{0,80}`,
    `\\b(?:${PRICE} )?${BY_QUOTE}[^.;|,]{0,40}`,
    QUOTE_TO_COME,
    `\\b${PRICE}(?: [a-z']+){0,5}? (?:n'est|ne sont|n'a|n'ont|non)(?: pas)?(?: encore)?(?: ete)? ?${DONE}\\b`,
    `\\b${PRICE}(?: [a-z']+){0,5}? (?:sera|seront|etant)(?: [a-z]+)? ${DONE} (?:ulterieurement|plus tard|apres|lors|a l'issue|au vu|en fonction|par avenant|au moment|en cours|dans un second)\\b[^.;|]{0,60}`,
    `\\b${PRICE}(?: [a-z0-9']+){0,6}? (?:variable|inconnu|indetermine|(?:en |est )?fonction d|a la discretion)[^.;|]{0,60}`,
    `\\b(?:sommes?|${PRICE}) (?:arrete|convenu|fixe|determine)e?s? (?:en commun|d'un commun accord|ensemble|apres|a l'issue|au vu|ulterieurement|plus tard|le moment venu)\\b[^.;|]{0,60}`,
    '\\b(?:a chiffrer|(?:non|pas|point)(?: encore)? (?:chiffr|evalu|tarif)ee?s?)\\b',
  ].join('|'),
  'g',
);

/** The buyer's own words on a price that is put off, which leave the candidate nothing to write, even in a form. */
const PUT_OFF = new RegExp(
  `${BY_QUOTE}|${QUOTE_TO_COME}|\\b(?:non|pas|point)(?: encore)? (?:chiffr|evalu|tarif|fix|arret|determin|defin|connu)|\\b(?:ulterieurement|plus tard|le moment venu|par avenant|lors de l'affermissement)\\b`,
);
/** True for an open price that the candidate writes: a blank in a form, or what is left to him by the words `around` it. */
export const isForCandidate = (inForm: boolean, said: string, around = said): boolean =>
  (inForm && !PUT_OFF.test(said)) || LEFT.test(around);

/** « Son montant est celui que vous avez écrit dans le cadre de prix », « le prix proposé dans son offre »: the candidate gives it. */
const LEFT = new RegExp(
  `\\b${PRICE}\\b[^.;|]{0,60}?\\b(?:qu(?:e |')(?:vous|le candidat|le titulaire|l'attributaire|l'entreprise|il|elle) (?:l'|y )?(?:avez |a |aura |aurez )?(?:lui-meme )?(?:ecri|inscri|port|indiqu|propos|fix|remis|chiffr)[a-z]*|(?:propose|ecrit|porte|inscrit|indique|fixe)e?s? (?:par (?:vous|le candidat|le titulaire|l'attributaire)|dans (?:son|votre|leur) (?:offre|proposition|reponse)))\\b[^.;|]{0,40}`,
);

const isPrice = (folded: string, a: AmountItem): boolean =>
  !['jour', 'heure', 'unite', 'candidat', 'semaine'].includes(a.unit ?? '') &&
  !OTHER_SUM.test(before(folded, a.from, 120)) &&
  !THRESHOLD.test(before(folded, a.from, 30)) &&
  !COMPARED.test(before(folded, a.from, 160));
/** « dès lors que le montant de la tranche excède 50 000 € »: what it is compared with. */
const THRESHOLD =
  /(?<!(?:ne|pas|sans|point) )(?:exced|depass|attei(?:nt|gn)|franchi)[a-z]* (?:pas )?(?:le seuil de )?$|seuil (?:de |fixe a )$/;

/** « une avance est versée si le montant de la tranche est supérieur à 50 000 € »: a condition gives no price. */
const COMPARED =
  /\b(?:si|s'il|lorsque|lorsqu'il|quand|des lors que|dans le cas ou|a condition que)\b[^.;:]{0,110} (?:inferieure?s?|superieure?s?)(?: ou egale?s?)? a (?:la somme de )?$/;

/** Two sums that are the ends of one range. */
const joined = (folded: string, a: AmountItem, b: AmountItem): boolean =>
  a.value !== b.value && JOINED.test(folded.slice(a.to, b.from)) && !(a.tax && b.tax && a.tax !== b.tax);

/** The price in a folded text; undefined when it says nothing of one. A precise sum prevails over « à définir ». */
export function amountIn(folded: string): AmountRead | undefined {
  const [sum, next] = amounts(folded).filter((item) => isPrice(folded, item));
  return sum ? sumOrRange(folded, sum, next) : openIn(folded);
}

/** A sum by itself, or as an end of a range: with the sum after it, with figures before it, or at most. */
function sumOrRange(folded: string, a: AmountItem, next: AmountItem | undefined): AmountRead {
  if (next && joined(folded, a, next)) {
    const lead = /\b(?:entre|de) $/.exec(before(folded, a.from));
    return { kind: 'range', from: a.from - (lead?.[0].length ?? 0), to: endOfSum(folded, next) };
  }
  const lower = numbers(folded).find((n) => n.value >= 100 && /^ ?(?:-|a|et) ?$/.test(folded.slice(n.to, a.from)));
  if (lower && !a.words) return { kind: 'range', from: lower.from, to: endOfSum(folded, a) };
  const bound = BOUND.exec(before(folded, a.from));
  if (bound) return { kind: 'range', from: a.from - bound[0].length, to: endOfSum(folded, a) };
  return { kind: 'precise', from: a.from, to: endOfSum(folded, a), value: a.value, ...(a.tax && { tax: a.tax }) };
}

/** A price that is left open, in words or by a field beside them. */
function openIn(folded: string): AmountRead | undefined {
  const open = find(folded, OPEN) ?? find(folded, LEFT);
  if (open) return { kind: 'open', from: open.from, to: open.from + open.text.trimEnd().length };
  const near = new RegExp(`\\b${PRICE}\\b[^.;|]{0,40}$`);
  for (const hole of holes(folded)) {
    const unit = /^ ?(?:(?:k?€|euros?\b|eur\b)(?: (?:ht|ttc)\b)?|(?:ht|ttc)\b)/.exec(folded.slice(hole.to));
    if (unit || near.test(before(folded, hole.from, 60)))
      return { kind: 'open', from: hole.from, to: hole.to + (unit?.[0].length ?? 0) };
  }
  return undefined;
}

/** The price in a cell of a column of prices: figures need no currency, and take the unit of their header; a blank is an open price. */
export function amountOf(cell: Passage): AmountRead | undefined {
  const read = amountInCell(withUnit(cell));
  return read && { ...read, to: Math.min(read.to, cell.folded.trimEnd().length) };
}

/** The same of its words alone. */
export function amountInCell(folded: string): AmountRead | undefined {
  const found = amountIn(folded);
  if (found) return found;
  if (isBlank(folded) || new RegExp(`^${MARK}\\b`).test(folded)) return { kind: 'open', from: 0, to: folded.length };
  const [first, second] = numbers(folded);
  if (
    !first ||
    first.words ||
    /[a-z]{3,}/.test(folded.replace(/\b(?:ttc|eur|euros|hors|taxes|estime|environ|entre|compris)\b/g, ''))
  )
    return undefined;
  if (second && JOINED.test(folded.slice(first.to, second.from))) return { kind: 'range', from: 0, to: folded.length };
  return { kind: 'precise', from: first.from, to: first.to, value: first.value };
}
