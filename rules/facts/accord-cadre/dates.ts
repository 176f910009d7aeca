import { daysBetween } from '../../kit/calendar.ts';
import type { Reader, Sentence } from '../../kit/draft.ts';
import { DATE_FIGURES, type DateItem, dates } from '../../kit/french/dates.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';
import type { Duree } from '../piece/index.ts';

/** How long a contract lasts, said by the days on which it begins and ends. */
const CONTRACT = fr`(?<!fin de |attente de )(?:l'|le |du |cet |ce |présent |chaque )(?:présent )?(?:accords?-cadres?|marché|contrat)`;
const PRONOUN = /^(?:il|celui-ci|ce dernier)\b/;
const BEGINS = fr`(?:prend|prendra|prenant) effet|(?:débute|commence|démarre|court|s'exécute|s'étend|est conclu|est passé|est exécuté|sera exécuté|entre en vigueur)(?:ra)?`;
const ENDS = fr`(?:s'éteint|s'éteindra|prend fin|prendra fin|s'achève|s'achèvera|expire|expirera|se termine|se terminera|cesse|finit|échoit)|arrive à (?:échéance|(?:son )?terme)|jusqu'au`;
const TO = /^,? ?(?:et )?(?:jusqu')?au ?$/;
const OTHER_SPAN = fr`garanties?|marchés? subséquents?|bons? de commande|commandes?|licences?|données|prix|tarifs?|assurances?|maintenance|prolong[a-z]*|précédent|actuel|sortant|antérieur|en cours|existant|tranches?|phases?|offres?|candidatures?|validité|recondu[a-z]+|programme|période de préparation`;
const DURATION =
  /^[^a-z]*(?:article [0-9.-]+ [^a-z]*)?(?:duree|periode(?: couverte)?|dates? d'effet)(?! (?:de )?(?:validite|garantie))/;

interface SpanRead {
  readonly first: DateItem;
  readonly last: DateItem | undefined;
  readonly begins: boolean;
  readonly ends: boolean;
  readonly named: boolean;
}

/** « Le décret n° 2016-360 du »: the day of a text. */
const TEXT_OF =
  /(?<![a-z])(?:decrets?|arretes?|lois?|ordonnances?|directives?|circulaires?|reglements?|deliberations?|decisions?|courriers?)(?: [^,;]{0,40})? du $/;

const reading: Reader<SpanRead> = (phrase) => {
  if (!phrase.has(DATE_FIGURES)) return undefined;
  const { folded } = phrase;
  const [first, last, more] = dates(folded);
  if (!first?.iso || more || phrase.has(OTHER_SPAN)) return undefined;
  const lead = folded.slice(0, first.from);
  const gap = last && folded.slice(first.to, last.from);
  const begins = has(lead, BEGINS) || (/(?:^| )du $/.test(lead) && !TEXT_OF.test(lead));
  const ends = gap === undefined ? has(lead, ENDS) : has(gap, ENDS) || TO.test(gap);
  return begins || ends ? { first, last, begins, ends, named: phrase.has(CONTRACT) } : undefined;
};

const titled = ({ passage, section }: Sentence): boolean => {
  const label = passage.rowLabel;
  return DURATION.test(label && label !== passage ? label.folded : (section.heading?.folded ?? ''));
};

const monthsBetween = (from: string, to: string): number => Math.round(daysBetween(from, to) / 30.44);

/** How long it is from one day to a later one, that a sentence writes; none where the days are not so. */
function lasting(first: DateItem, last: DateItem, sentence: Sentence, from = last): Duree[] {
  if (!first.iso || !last.iso || last.iso <= first.iso) return [];
  const months = monthsBetween(first.iso, last.iso);
  return [
    {
      lots: [],
      months,
      statedTotal: undefined,
      reconduction: undefined,
      total: months,
      at: sentence.at({ from: from.from, to: last.to }),
      totalAt: undefined,
      sentence,
    },
  ];
}

const START =
  /^[^a-z]*(?:(?:date|jour) (?:de |d'|du )?)?(?:debut|prise d'effet|prise en charge|effet|commencement|demarrage|entree en vigueur|point de depart)(?: (?:de |d'|du |de l'|des )?(?:l')?(?:marche|contrat|accords?-cadres?|execution|prestations?|services?|locations?|livraisons?|fournitures?|commandes?|exploitation|l'execution))? ?:?/;
const END =
  /^[^a-z]*(?:(?:date|jour) (?:de |d'|du )?)?(?:fin|echeance|terme|expiration|achevement|cloture)(?: (?:de |d'|du |de l'|des )?(?:l')?(?:marche|contrat|accords?-cadres?|execution|prestations?|services?|locations?|livraisons?|fournitures?|commandes?|exploitation|validite de l'accord-cadre))?(?: et (?:de |du |des )?[a-z' -]{3,40})? ?:?/;

/** A date and the words that say of what: the label of its row, or what stands before it, « Début : 1er mars 2027 ». */
const labelled: Reader<DateItem> = (phrase) => {
  if (!phrase.has(DATE_FIGURES) || phrase.has(OTHER_SPAN)) return undefined;
  const [first, more] = dates(phrase.folded);
  return first?.iso && !more ? first : undefined;
};

/** « | Début | 1er mars 2027 | » over « | Fin | 28 février 2032 | », in a table or in lines. */
function readLabels(piece: Piece): Duree[] {
  const ends = piece.draft.collect(labelled).flatMap(({ value, sentence }) => {
    const { passage, folded } = sentence;
    const label = passage.rowLabel;
    const words = label && label !== passage ? `${label.folded.trim()} ` : folded.slice(0, value.from);
    // The label and nothing else stands before the date.
    const match = START.exec(words) ?? END.exec(words);
    return match && /^[ (le]*$/.test(words.slice(match[0].length))
      ? [{ value, sentence, opens: START.test(words) }]
      : [];
  });
  return ends.flatMap(({ value: from, sentence, opens }, i): Duree[] => {
    const end = ends[i + 1];
    const same =
      end && (end.sentence.passage.table ?? end.sentence.section) === (sentence.passage.table ?? sentence.section);
    return opens && same && !end.opens ? lasting(from, end.value, end.sentence) : [];
  });
}

/** « prend effet le 1er avril 2027 et s'éteint le 31 mars 2033 », in one sentence or in two. Lots are left to the caller. */
export function readSpans(piece: Piece): Duree[] {
  const found = piece.draft.collect(reading);
  const told = found.flatMap(({ value, sentence }, i) => {
    const { first, last, begins, ends, named } = value;
    if (!begins || !(named || titled(sentence))) return [];
    if (last) return ends ? lasting(first, last, sentence, first) : [];
    const next = found[i + 1];
    if (!next || next.sentence !== sentence.next || next.value.last || !next.value.ends) return [];
    const isSame = next.value.named || next.sentence.has(PRONOUN);
    return isSame ? lasting(first, next.value.first, next.sentence) : [];
  });
  return [...told, ...readLabels(piece)];
}
