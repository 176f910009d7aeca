import type { Sentence } from '../../kit/draft.ts';
import { type DurationItem, durations, TIME_UNITS } from '../../kit/french/durations.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import type { Readable } from '../../kit/words.ts';
import { lotsAround, lotsBeside } from '../commun/index.ts';
import { heldFor, OTHER_VALIDITY } from './tenue.ts';

/** How long the offers bind those who make them. */
export interface Validite {
  readonly duration: DurationItem;
  /** Final offers, where the text says so. */
  readonly finale: boolean;
  /** Numbers of the lots it is for; empty for all. */
  readonly lots: readonly string[];
  /** The duration as written. */
  readonly at: Span;
  readonly sentence: Sentence;
}

const OFFRE = '(?:offres?|propositions?|soumissions?|engagements?)';
/** An engagement may be any of the contract: of secrecy, of quality. */
const BID = '(?:offres?|propositions?|soumissions?)';
/** Whose an offer is, in letters to the candidate and in his own too: « validité de votre offre ». */
const WHOSE =
  "(?:des |du |de l'|de (?:la |leurs? |son |sa |ses |mon |ma |mes |notre |nos |votre |vos |chaque |toute |cette )|d')";
/** What comes before the duration. `own` forms name the offer, the others take it from what is around. */
/** « L'offre tient 120 jours », « votre offre vaut pendant trois mois »: the duration follows at once, as it does not « l'offre tient compte de… ». */
const HOLDS = `${BID},? (?:ferme |initiale |finale )?(?:tien(?:t|nent|dra|dront)|vau(?:t|dra|dront)|valent|court|courent|courra|courront|reste(?:nt|ra|ront)? (?:bonne|ouverte|acquise|ferme)s?|demeure(?:nt|ra|ront)? (?:bonne|ouverte|acquise|ferme)s?)(?= (?:pendant |durant |pour (?:une duree de )?|encore )?(?:\\d|(?:[a-z-]+ ){1,3}(?:\\(\\d+\\) )?(?:jours|mois|semaines)))`;
const OWN = fr`${HOLDS}|validite (?:minimale )?${WHOSE}(?:[a-z]+ )?${OFFRE}|${OFFRE},?(?: (?!dont|prix)[a-z'"(),-]+){0,8} (?:valables?|valides?|maintenues?|validite|irrevocables?)|${OFFRE},?(?: (?!dont|prix)[a-z'"(),-]+){0,6} (?:n')?(?:lie|lient|liera|lieront|engage|engagent|engagera|engageront)|(?:${BID}|(?:cet|son|mon|notre|leur) engagement)(?: toutefois| cependant)? (?:cesse(?:nt|ra|ront)?|devien(?:t|nent|dra|dront) caduc?(?:que)?s?|prend(?:ra)? fin) (?:si|lorsque|des lors|faute|a defaut)|(?:delie|libere|degage)(?:e|s|es)? de (?:son |sa |leurs? |mon |ma |notre |cette |l')${BID}|${OFFRE},?(?: (?!dont|prix)[a-z'"(),-]+){0,4} ne (?:peu(?:t|vent)|pourra|pourront|saurai(?:t|ent)) (?:pas |plus )?être (?:retir|modifi|repris)ée?s?|(?:retirer|reprendre|modifier) (?:son |sa |leurs? |l'|les? )?${OFFRE}|(?:(?:lie|engage|tenu)(?:e|s|es)?|maintenir|maintiennent|maintient|maintien)(?: [a-z'"(),-]+){0,8} (?:l')?${OFFRE}`;
const LOOSE = fr`(?:je|nous)(?: soussignée?s?,?)? (?:maintiens|maintenons) (?:ma|mon|notre|nos) (?:${OFFRE})|(?:je|nous) (?:reste|restons|demeure|demeurons|suis|sommes) (?:[a-z]+ )?(?:engagé|lié|tenu)e?s?|(?:m'engage|nous engageons) (?:à maintenir|pendant)|(?:elles?|celle-ci|celles-ci|il|ils) (?:[a-z]+ ){0,3}(?:valables?|valides?|maintenues?)|(?:delai|duree|periode) de validite(?! (?:du |des |d'|de (?!celles?-ci)))|(?:lie|engage) (?:le|les) (?:candidat|soumissionnaire)s?`;

const PAST =
  /(?<![a-z])(?:passe|au-dela d[e'u]|au terme d[e'u]|a l'(?:expiration|issue) d[e'u]|apres) ?(?:un |le |ce |cette )?(?:delai |duree |periode )?(?:d[e'] ?)?$/;
const NO_LONGER = fr`n'(?:est|sont) plus (?:liée?s?|tenue?s?|engagée?s?)(?: [a-z']+){0,4} ${BID}|${BID}(?: [a-z']+){0,4} n'(?:engage|lie)(?:nt)? plus|${BID} (?:n'est|ne sont) plus (?:valable|valide)s?`;

/** Prices that bind who bids are his offer, where they do so from the deadline on; firm or revised, they are the contract's. */
const PRICES = '(?:prix|tarifs?|conditions (?:de prix|tarifaires|financieres))';
const PRICES_BIND = fr`${PRICES}(?: [a-z'(),-]+){0,8} (?:lie(?:nt|ra|ront)?|engage(?:nt|ra|ront)?|valables?|valides?|maintenue?s?)|(?:(?:lié|engagé|tenu)e?s? par|mainten[a-z]+|maintien[a-z]+) (?:les|ses|leurs|ces) ${PRICES}`;
const BIDDERS = fr`candidats?|soumissionnaires?|concurrents?|entreprises?`;
const OF_CONTRACT = fr`fermes?|révis[a-zé]*|actualis[a-zé]*|titulaires?`;
const SINCE_BIDS =
  /^,? (?:a (?:compter|partir|dater)|apres|qui suivent|suivant|des)(?= )[a-z' ]{0,50} (?:limite|remise|reception|depot) [a-z' ]{0,50}(?:offres?|plis?|propositions?|soumissions?)(?![a-z])/;
/** « L'engagement tient pendant 90 jours à compter de la date limite »: the day it runs from says what binds. */
const COMMITMENT = fr`engagements?(?! (?:de|du|des|d'|à) ?(?!(?:candidats?|soumissionnaires?|concurrents?|entreprises?)))|(?:s'oblige|nous obligeons|m'oblige|oblige (?:le|la|les|chaque|son)|signature)`;
const BUYER = fr`acheteur|pouvoir adjudicateur|maître d'ouvrage|attribution|notifi[a-zé]*|répon[a-zé]*`;
/** What binds who bids though no offer is named: his prices, or his word. */
const priced = (phrase: Phrase): ValidityRead | undefined => {
  const prices = phrase.has(PRICES_BIND) && phrase.has(BIDDERS);
  if (!(prices || (phrase.has(COMMITMENT) && !phrase.has(BUYER) && !phrase.has(OTHER_VALIDITY)))) return undefined;
  if (phrase.has(OF_CONTRACT)) return undefined;
  const item = durations(phrase.folded).find(({ to }) => SINCE_BIDS.test(phrase.folded.slice(to)));
  return item && { own: true, alone: false, item, byLot: [] };
};

interface ValidityRead {
  readonly own: boolean;
  readonly alone: boolean;
  readonly item: DurationItem;
  /** What the sentence says of each lot, where it says several things. */
  readonly byLot: readonly { readonly item: DurationItem; readonly lots: readonly string[] }[];
}

/** Durations of one sentence that are each of some lots; empty where they are not. */
function sharedOut(folded: string, items: readonly DurationItem[]): ValidityRead['byLot'] {
  const lots = lotsBeside(folded, items);
  if (items.length < 2 || lots.some((own) => own.length === 0)) return [];
  return items.map((item, i) => ({ item, lots: lots[i] ?? [] }));
}

/** True when a sentence speaks of how long something holds, and of nothing else than offers. */
const speaksOf = (words: Readable): boolean => words.has(LOOSE) && !words.has(OTHER_VALIDITY);

/** A duration that a sentence gives to the validity of something. */
const stated = (phrase: Phrase): ValidityRead | undefined => {
  if (!phrase.has(TIME_UNITS)) return undefined;
  if (!(phrase.has(OWN) || phrase.has(LOOSE))) return priced(phrase);
  const { folded } = phrase;
  const items = durations(folded);
  for (const [own, pattern] of [
    [true, OWN],
    [false, LOOSE],
  ] as const) {
    const m = phrase.find(pattern);
    if (!m) continue;
    const at = items.findIndex((d) => d.from >= m.to);
    const item = items[at];
    if (item && item.from - m.to < 140 && !has(folded.slice(items[at - 1]?.to ?? 0, item.from), OTHER_VALIDITY))
      return { own, alone: false, item, byLot: sharedOut(folded, items.slice(at)) };
  }
  const [item] = items;
  if (!item) return undefined;
  // « Passé six mois, le candidat n'est plus tenu par son offre. »
  if (items.length === 1 && PAST.test(folded.slice(0, item.from)) && has(folded.slice(item.to), NO_LONGER))
    return { own: true, alone: false, item, byLot: [] };
  const alone = isAlone(item, folded);
  return alone || speaksOf(phrase) ? { own: false, alone, item, byLot: sharedOut(folded, items) } : undefined;
};

/** Units that may stand around a duration that stands alone, and of all with the longest that is written. */
const AROUND = 70;
const LONGEST_ALONE = 140;
const isAlone = ({ from, to }: DurationItem, folded: string): boolean => folded.length < to - from + AROUND;

/** Under one title with the validity of offers: « Le paiement intervient sous 30 jours. » */
const OTHER_DELAY = fr`paiements?|pay(?:er?|é|ée|és|ées)|factur[a-z]*|mandatements?|versements?|virements?|livr[a-zé]*|exécution|marché|notifi[a-zé]*|répon[a-zé]*|questions?|visites?|recours|suspension`;
/** A duration that is nearly all of a sentence, which leaves it to others to say of what. */
const bare = (phrase: Phrase): ValidityRead | undefined => {
  if (!phrase.has(TIME_UNITS) || phrase.has(OWN) || phrase.has(LOOSE) || phrase.has(OTHER_DELAY) || priced(phrase))
    return undefined;
  const { folded } = phrase;
  const [item] = folded.length > LONGEST_ALONE ? [] : durations(folded);
  return item && isAlone(item, folded) ? { own: false, alone: true, item, byLot: [] } : undefined;
};

const LABEL = fr`validite (?:minimale )?${WHOSE}(?:[a-z]+ )?${OFFRE}|(?:maintien|engagement) (?:des |de l'|du candidat)`;
const ABOUT = fr`${OFFRE}`;

/** True when the place speaks of offers: its label, its title, or the sentence before. */
function isOffer({ own, alone }: ValidityRead, sentence: Sentence): boolean {
  if (own) return true;
  const { passage } = sentence;
  const row = passage.table?.rowOf(passage);
  if (alone) {
    const label = row
      ? row.cells[0] === passage
        ? undefined
        : row.cells[0]
      : (passage.lead ?? passage.section.heading);
    const above = row ? passage.table?.headerOf(passage) : undefined;
    if ([label, above].some((p) => p?.has(LABEL))) return true;
  }
  if (!speaksOf(sentence)) return false;
  if (sentence.has(OF_OFFERS)) return true;
  const earlier = passage.sentences.slice(0, passage.sentences.indexOf(sentence));
  return (
    [...earlier, passage.section.heading, passage.lead].some((p) => p?.has(ABOUT)) &&
    !sentence.previous?.has(OTHER_VALIDITY)
  );
}

const OF_OFFERS = fr`(?:remise|réception|dépôt) (?:des|de l'|de mon|de notre|de son) ?(?:offres?|plis?)`;
const FINALES = fr`offres? (?:[a-z]+ )?finales?`;
/** The durations for which offers stand, in order. */
export function readValidite(piece: Piece): Validite[] {
  const named = namedIn(piece);
  if (named.length > 0) return named;
  return heldFor(piece).map(({ item, sentence }) => ({
    duration: item,
    finale: sentence.has(FINALES),
    lots: lotsAround(sentence),
    at: sentence.at(item),
    sentence,
  }));
}

function namedIn({ draft }: Piece): Validite[] {
  // One that stands alone is of offers only beside their name.
  const all =
    draft.passagesWith(LABEL).length > 0 ? [...draft.collect(stated), ...draft.collect(bare)] : draft.collect(stated);
  return all
    .filter(({ value, sentence }) => isOffer(value, sentence))
    .flatMap(({ value: { item, byLot }, sentence }) =>
      (byLot.length > 0 ? byLot : [{ item, lots: lotsAround(sentence) }]).map(({ item, lots }) => ({
        duration: item,
        finale: sentence.has(FINALES),
        lots,
        at: sentence.at(item),
        sentence,
      })),
    )
    .sort((a, b) => a.at.start - b.at.start);
}
