import type { Passage, Sentence } from '../../kit/draft.ts';
import { amounts as sums } from '../../kit/french/amounts.ts';
import { fr } from '../../kit/french/pattern.ts';
import { shares } from '../../kit/french/shares.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { find, has, type Match } from '../../kit/text.ts';
import {
  clauseOf,
  DEFERRED,
  hearing,
  measured,
  PARTICIPANTS,
  PROJETS,
  refersElsewhere,
  telling,
} from '../commun/index.ts';

export interface Prime {
  /** Where a prime is promised; undefined when none is. */
  readonly promised: Sentence | undefined;
  /** The word itself, in `promised`; the whole sentence where it was heard. */
  readonly word: Span | undefined;
  /** Where the text says that none is paid. */
  readonly refused: Sentence | undefined;
  /** Sums promised to those who compete: euros. Prizes count, travel costs and the public's prize do not. */
  readonly amounts: readonly { readonly value: number; readonly at: Span }[];
  /** The amount is given some other way: a share of an estimate, another document. */
  readonly otherwise: boolean;
  /** Words that put the amount off: « dont le montant sera arrêté par délibération ». */
  readonly deferred: { readonly at: Span; readonly relative: boolean } | undefined;
  /** True when the amount is a blank left to fill. */
  readonly blank: boolean;
  /** How `promised`, or `refused`, was heard. */
  readonly doubt?: Doubt;
}

const BLANK = /\[a completer|\[[ ._x-]*\]|x{3,}|_{3,}|\.{3,}/;

/** « prime d'assurance », « primes et pénalités », and the verb (« le règlement prime sur l'avis »). */
const PRIME = fr`(?:primes?|primé(?:e|s|es)?)(?! (?:d'(?:assurance|avance|avancement|exécution|intéressement|ancienneté|activité|embauche|installation|émission|objectif)|à (?:la (?:conversion|casse)|l'embauche)|de (?:performance|résultat|risque|précarité|fin d'année|célérité|rapidité|réussite au chantier)|sur|énergie|et pénalités))|indemnités?(?: de (?:participation|concours|étude|conception|rendu))?(?= (?:[a-z'éè]+ ){0,8}(?:${PARTICIPANTS}|${PROJETS}))|indemnités?(?= (?:de|:) ?\d)|(?<=(?:${PARTICIPANTS})(?: [a-z',-]+){0,7} (?:reçoi|perçoi|touch|recevr|percevr)[a-z]* une )indemnité(?! (?:de|pour|kilo|journ))|indemnis(?:ation|és?|ées?)|dotations?|récompenses?|gratifications?|défraiement forfaitaire|dédommag(?:ements?|ée?s?|e(?:nt|ra|ront)?)`;
const VERB = fr`(?:règlement|avis|programme|texte|document|version|clause|pièce|ccag|cahier|intérêt|qualité|disposition)s? prime(?:nt|ra)?`;
const TRAVEL = fr`déplacements?|transports?|repas|hébergements?|restauration|trajets?|visites?|frais|caution|inscription|assurances?|pénalités?|avance d'exécution|prix (?:du|spécial|coup de coeur)|coup de coeur|prix d'honneur|mention spéciale|coût|budget|enveloppe prévisionnelle|valeur estimée|estim[ée]{1,2}e?|évaluée?|seuil|plafonnée?|chiffre d'affaires|honoraires des membres|membres du jury`;
const GIVEN = fr`reçoi(?:t|vent)|recevr(?:a|ont)|perçoi(?:t|vent)|percevr(?:a|ont)|remporte(?:nt|ra|ront)?|gagne(?:nt|ra|ront)?|dot(?:é|ée|és|ées)|verse(?:ra)?|versée?s?|allou(?:é|ée|és|ées|e|era)|attribu(?:é|ée|és|ées|e|era)|remise?s?|octroy(?:é|ée|és|ées|e|era)|accord(?:é|ée|és|ées|e|era)|indemnis[a-zé]+|bénéficie(?:nt|ra|ront)?|touche(?:nt|ra|ront)?|décern[a-zé]+|prix|récompens[a-zé]+|lauréate?s?`;
const NONE = fr`(?:(?:aucune?|sans(?: aucune?)?|ni|nulle?)(?: [a-z]+){0,2}? (?:d')?|pas (?:[a-z]+ )?(?:de |d'|lieu à )(?:[a-z]+ ){0,2}?(?:d')?)(?:primes?|indemnités?|dotations?|récompenses?|rémunération|gratifications?|indemnisation)|(?:primes?|indemnités?|dotations?|récompenses?)(?: [a-z']+){0,4} n'est|ne (?:donne(?:nt|ra|ront)?|ouvre(?:nt)?|sont|seront|sera|verse(?:ra)?|prévoit|perçoi(?:t|vent)|reçoi(?:t|vent))(?: [a-z]+){0,6}? (?:d')?(?:prime|indemnité|dotation|primés?|indemnisée?s?|rémunérée?s?|récompense|rémunération)|(?:pas|ni|aucunement) (?:primée?s?|indemnisée?s?)|n'(?:est|ouvre|y|alloue|attribue)(?: [a-z]+){0,6}? (?:d')?(?:prime|indemnité|dotation|récompense)s?`;
/** The refusal of one more thing, or to those who fail, leaves the prime standing. */
const NARROW = fr`autre (?:prime|indemnité|rémunération)|(?:ne (?:sont|seront) )?non conformes?|pas conformes?|complémentaire|supplémentaire|irrégulier|incomplet|ultérieure|que (?:la|cette|les) primes?|au[- ]delà|en (?:sus|plus)|outre|abandon(?:ne)?|hors délai|défaillant|pas remis|n'a(?:ura)? pas|n'ayant pas|candidatures?|déplacements?|report|annul|infructueux|sans suite|non (?:retenus?|admis)`;
const RELATIVE = fr`(?:dont|d'un) (?:le )?montant (?:[a-z',-]+ ){0,3}?(?:sera|seront|est|reste|restant|à|qui sera)(?! (?:de|égal))(?: (?:[a-z',-]+|\d{1,2}))*`;
const SENTENCE_DEFERRED = fr`(?:sera|seront|est) (?:[a-z]+ ){0,3}?(?:fixée?s?|précisée?s?|arrêtée?s?|communiquée?s?|déterminée?s?|définie?s?|établie?s?),?(?: [a-z',-]+)*`;

interface Mention {
  readonly prime: Match | undefined;
  readonly refused: boolean;
  readonly sums: readonly { readonly value: number; readonly from: number; readonly to: number }[];
  readonly given: boolean;
}

/** « reçoit 128 000 € HT, soit au moins le prix estimé des études » : the estimate explains the sum that is given. */
const givenBeforeEstimate = (folded: string) => {
  const estimate = find(folded, TRAVEL);
  if (!estimate || !/^(?:cout |valeur )?estim/.test(folded.slice(estimate.from))) return [];
  return sums(folded).filter((m) => m.to <= estimate.from && has(folded.slice(0, m.from), GIVEN));
};

const read = (phrase: Phrase): Mention | undefined => {
  const word = phrase.has(VERB) ? undefined : phrase.find(PRIME);
  const refused = phrase.find(NONE);
  const travel = phrase.has(TRAVEL) && !phrase.has(fr`primes?`);
  const money = (travel ? givenBeforeEstimate(phrase.folded) : sums(phrase.folded)).map(({ value, from, to }) => ({
    value,
    from,
    to,
  }));
  const narrow = phrase.has(NARROW);
  const said = word && !(refused && !narrow) && !travel ? word : undefined;
  if (!said && !refused && money.length === 0) return undefined;
  return {
    prime: said,
    refused: refused !== undefined && !narrow && !phrase.has(fr`assurance`),
    sums: money,
    given: phrase.has(GIVEN),
  };
};

const RANK = fr`rangs?|places?|classements?|lauréate?s?`;
const HEADING = fr`primes?|indemnités?|indemnisation|dédommagements?|dotations?|récompenses?|prix|(?:montants?|sommes?) (?:alloué|versé|attribué|remis)e?s?|que gagne-t-on|à gagner|gains?`;
const NOT_HEADING = fr`assurances?|pénalités?|bordereau|variation|révision|déplacements?|prix d[ue]s? (?:marché|offre|prestation)`;

/** The prime promised to those who compete, with its amount, read over the sentences that speak of it. */
export const prime = defineFact<Prime>({
  id: 'concours-prime',
  title: 'Prime du concours',
  read(piece) {
    const { draft } = piece;
    const found = draft.collect(read);
    const under = (s: Sentence) =>
      !s.passage.isTitle && has(s.section.title, HEADING) && !has(s.section.title, NOT_HEADING);
    const beside = (s: Sentence) =>
      [s.previous, s.passage.lead, s.passage.rowLabel, s.passage.table?.headerOf(s.passage)].some(
        (x) => x !== undefined && has(x.folded, PRIME) && !has(x.folded, TRAVEL),
      ) ||
      // « Versé à chaque équipe | 24 000 € »
      isGiven(s.passage.rowLabel) ||
      // « Rang | Montant »: what each place is worth.
      (s.passage.table?.header.cells[0]?.has(RANK) === true && (s.passage.cell?.column ?? 0) > 0);
    const inColumns = [...measured(draft)].flatMap(([sentence, said]) =>
      under(sentence) || beside(sentence)
        ? sums(said).flatMap(({ value }) => (value > 0 ? [{ value, at: sentence.passage.span }] : []))
        : [],
    );
    const inWords = found.flatMap(({ value, sentence }) =>
      value.prime ||
      ((under(sentence) || beside(sentence)) && !sentence.has(CONTRACT)) ||
      (value.given && isGift(sentence))
        ? value.sums.filter((m) => m.value > 0).map((m) => ({ value: m.value, at: sentence.at(m) }))
        : [],
    );
    const amounts = [...inWords, ...inColumns];
    // A heading names the matter; the sentence that gives the prime is where a buyer looks.
    const spoken = found.filter((f) => f.value.prime && !f.value.refused);
    const told = spoken.filter((f) => f.sentence.passage.heading === undefined);
    const gives = told.filter((f) => f.value.given);
    const first = gives.find((f) => under(f.sentence)) ?? gives[0] ?? told[0] ?? spoken[0];
    const refused = found.find((f) => f.value.refused)?.sentence;
    const about = draft.sentences.filter(
      (s) =>
        (s.has(PRIME) && !s.has(VERB)) ||
        (under(s) && s.has(fr`montants?`)) ||
        (s.previous?.has(PRIME) && s.has(fr`montants?`)),
    );
    const otherwise = about.some(
      (s) => refersElsewhere(s) || (s.has(fr`estimé?e?s?|estimation|estimatif`) && shares(s.folded).length > 0),
    );
    const silent = first === undefined && refused === undefined && amounts.length === 0;
    const [given] = silent ? telling(piece, 'offres/prime-versee').filter(({ sentence: s }) => !s.has(OF_ELSE)) : [];
    const [denied] =
      silent && !given
        ? telling(piece, 'offres/prime-refusee').filter(({ sentence: s }) => !s.has(NARROW) && !s.has(INSURANCE))
        : [];
    const heard = given ?? denied;
    return {
      promised: first?.sentence ?? given?.sentence,
      word: (first?.value.prime && first.sentence.at(first.value.prime)) ?? given?.sentence.span,
      refused: refused ?? denied?.sentence,
      amounts: given ? sumsIn(given.sentence) : amounts,
      ...(heard && { doubt: hearing(heard) }),
      otherwise,
      deferred: about.map(deferral).find(Boolean),
      blank: about.some((s) => BLANK.test(s.folded)),
    };
  },
  show: ({ promised, refused, amounts, otherwise }) =>
    promised || refused || amounts.length > 0
      ? {
          prevue: promised !== undefined,
          ...(refused && { refusee: true }),
          montants: amounts.map((a) => a.value),
          ...(otherwise && { montantAilleurs: true }),
        }
      : undefined,
});

const isGiven = (label: Passage | undefined): boolean =>
  label?.has(GIVEN) === true && label.has(fr`${PARTICIPANTS}`) && !label.has(TRAVEL) && !label.has(CONTRACT);

const sumsIn = (s: Sentence): Prime['amounts'] =>
  sums(s.folded).flatMap((m) => (m.value > 0 ? [{ value: m.value, at: s.at(m) }] : []));

/** A sum paid for work to come. */
const CONTRACT = fr`marchés?|contrats?|moyennant|commandes?|chargée?s? d[e']?[a-z]*|réalisation du|prestations de|rémunération`;

const INSURANCE = fr`assurances?`;
/** Costs, the price of a contract, « l'avis prime ». */
const OF_ELSE = fr`${TRAVEL.source}|${VERB.source}|${CONTRACT.source}`;

/** A sum that goes to those who compete, and is no price of a contract. */
const isGift = (s: Sentence): boolean => s.has(fr`${PARTICIPANTS}|prix`) && !s.has(CONTRACT);

function deferral(s: Sentence): Prime['deferred'] {
  if (!s.has(DEFERRED) && !s.has(fr`fixée?s? par|arrêtée?s? par`)) return undefined;
  const relative = s.find(RELATIVE);
  if (relative) return { at: s.at(relative), relative: true };
  const plain = s.has(fr`montants?`) ? s.find(SENTENCE_DEFERRED) : undefined;
  return plain && !has(clauseOf(s.folded, plain), fr`jury statue`) ? { at: s.at(plain), relative: false } : undefined;
}
