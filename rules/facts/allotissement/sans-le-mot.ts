import type { Passage, Sentence } from '../../kit/draft.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { isBlank, numeral } from '../commun/index.ts';
import type { Lot } from './lot.ts';

/** A lot as words give it: its number, where it is told, where its object stands. */
interface Told {
  readonly number: string;
  readonly at: Stretch;
  readonly object: Stretch;
}

const ABOUT = /\blots?\b|allot/;
/** « ☐ 1 – Impression ☐ 2 – Reliure », where a lot is to be ticked. */
const BOXED = /[☐☑☒□■] ?(?:n ?° ?)?(?<number>\d{1,2}|[a-h]) ?(?:[-:.)]+ ?)(?=[a-z[])/g;
/** « mer (1), montagne (2) », after what speaks of lots. */
const AFTER_NAME =
  /(?:^|[:;,]|\bet) ?(?:l[ae] |les |l')?(?<name>[a-z][a-z' -]{2,60}?) ?\((?:n ?° ?)?(?<number>\d{1,2})\)/g;
/** « en trois lots : la mer, plage comprise (lot 1) ; la montagne (lot 2) »: all that stands between two of these. */
const CLOSES = /\(lot (?:n ?° ?)?(?<number>\d{1,2})\)/g;
/** « , la première (lot 1) pour le courrier, la seconde (lot 2) pour les archives »: the object comes after. */
const RANKED_FIRST =
  /l[ae] (?:premiere?|seconde?|deuxieme|troisieme|quatrieme|cinquieme|derniere?),? \(lot (?:n ?° ?)?(?<number>\d{1,2})\),? (?:(?:est |sera )?(?:pour|dediee? aux?|porte sur|concerne|couvre|comprend|regroupe|relative? aux?) )?(?:l[ae] |les |l')?/g;
const OPENS_FIRST = /^.*?: (?:l[ae] |les |l')?/;
const OPENS_NEXT = /^[ ;,.]*(?:et |enfin |puis )*(?:l[ae] |les |l')?/;
const STARTS_BOXED = /^ ?[☐☑☒□■]/;
/** « - [ ] 3 : produits laitiers », under what speaks of lots. */
const TASK = /^ ?(?:n ?° ?)?(?<number>\d{1,2}|[a-h]) ?(?:[-:.)]+ ?)(?=[a-z[])/;
const CHOOSES =
  /^[^a-z]*(?:choix (?:du|des) )?lots?(?![a-z])|(?<![a-z])(?:coch|soumission|repond|chois|postul|souscri|presente)[a-z]*(?= )[^.;]*(?<![a-z])lots?(?![a-z])/;
/** « Lots : 01 voirie / 02 réseaux »: each after its number, in one line. */
const COUNTED = /(?:\blots? ?: ?|[/;,] ?| - )(?:n ?° ?)?(?<number>\d{1,2})(?: ?[-:.)]+)? (?=[a-z]{4})/g;
const COUNTS = /\blots? ?: ?(?:n ?° ?)?0?1\b/;
/** « un premier lot consacré à la voirie et un second qui couvre les réseaux ». */
const RANK = '(?:premier|second|deuxieme|troisieme|quatrieme|cinquieme)';
const BY_RANK = new RegExp(
  `\\b(?:un |le |du |d'un )(?<rank>${RANK})(?: lot)?,? (?:(?<link>(?:est |sera )?(?:consacre|dedie|relatif|reserve)|a trait|pour|port(?:e|ant)|concern(?:e|ant)|couvr(?:e|ant)|compren(?:d|ant)|regroup(?:e|ant)|qui (?:couvre|porte|concerne|comprend|regroupe))(?: sur)? )?(?:aux? |a (?:l[ae] |l')?|l[ae]s? |l')?(?!qui |est |sont |sera )(?=[a-z]{3})`,
  'g',
);
const RANKS = /\bpremier lot\b|\blots\b[^.;]* (?:le|un) premier\b/;
const RANKED = ['premier', 'deuxieme', 'troisieme', 'quatrieme', 'cinquieme'];
const rankOf = (word: string): string => String(RANKED.indexOf(word === 'second' ? 'deuxieme' : word) + 1);

/** A passage that may name lots without the word, or otherwise than by « lot 1 ». */
export const MAY_BE = new RegExp(
  `[☐☑☒□■] ?(?:n ?° ?)?[\\da-h]|\\((?:n ?° ?)?\\d{1,2}\\)|${CLOSES.source}|${COUNTS.source}|\\b${RANK} lot\\b|\\b(?:le|un) premier\\b`,
);

const choosing = (lead: Sentence | undefined): boolean => lead?.has(CHOOSES) === true;

/** True for an item to tick, under what asks for which lot the bidder answers. */
export const isTask = (p: Passage): boolean =>
  p.list?.checked !== undefined && p.has(TASK) && !p.has(MAY_BE) && choosing(p.lead?.sentences.at(-1));

/** Up to the next one, or the end of what is said. */
const objectFrom = (folded: string, from: number, next = folded.length): Stretch => {
  const stop = folded.slice(from, next).search(/[.;]|, (?=(?:dont|chacun|etant|sous)\b)/);
  const text = folded.slice(from, stop < 0 ? next : from + stop);
  return { from, to: from + text.replace(/(?:[\s;,./-]| et(?: d')?)+$/, '').length };
};

/** What each match opens: the object goes on to the next one. */
const opened = (folded: string, matches: readonly RegExpMatchArray[]): Told[] =>
  matches.map(({ 0: text, index = 0, groups = {} }, i) => {
    const object = objectFrom(folded, index + text.length, matches[i + 1]?.index);
    const number = groups.rank ? rankOf(groups.rank) : numeral(groups.number ?? '');
    const from = index + text.search(/[a-z\d☐☑☒□■]/);
    return { number, at: { from, to: Math.max(object.to, index + text.length) }, object };
  });

/** « le premier porte sur la voirie, le second sur les réseaux »: the first at least says that this is its object. */
function ranked(folded: string): Told[] {
  const matches = [...folded.matchAll(BY_RANK)];
  return matches[0]?.groups?.link ? opened(folded, matches) : [];
}

/** « mer (1) »: the number comes after. */
const closed = (matches: readonly RegExpMatchArray[]): Told[] =>
  matches.map(({ 0: text, index = 0, groups: { name = '', number = '' } = {} }) => {
    const from = index + text.indexOf(name);
    return { number, at: { from, to: index + text.length }, object: { from, to: from + name.length } };
  });

/** « la mer (lot 1) ; la montagne (lot 2) » */
const between = (folded: string, matches: readonly RegExpMatchArray[]): Told[] =>
  matches.map(({ 0: text, index = 0, groups = {} }, i) => {
    const last = matches[i - 1];
    const start = last?.index === undefined ? 0 : last.index + last[0].length;
    const words = folded.slice(start, index);
    const from = start + ((last ? OPENS_NEXT : OPENS_FIRST).exec(words)?.[0].length ?? 0);
    const object = { from, to: start + words.trimEnd().length };
    return { number: groups.number ?? '', at: { from, to: index + text.length }, object };
  });

/**
 * What sets out the lots speaks of them together before the first, or is announced or headed so, by another passage:
 * « deux tâches restent au titulaire : l'accueil (lot 1) et la ronde (lot 2) » gives no objects.
 */
const tellsOfAll = (passage: Passage, lead: string): boolean =>
  /\blots\b|\blots? ?:|allot|separement/.test(lead) ||
  [passage.lead, passage.section.heading].some((p) => p !== passage && p?.has(ABOUT));

function toldIn(passage: Passage): Told[] {
  const { folded } = passage;
  const start = folded.search(ABOUT);
  const task = passage.list?.checked === undefined ? null : TASK.exec(folded);
  const boxes = task ? [task] : [...folded.matchAll(BOXED)].filter((m) => m.index > start);
  if (boxes.length > 0) return opened(folded, boxes);
  if (COUNTS.test(folded)) return opened(folded, [...folded.matchAll(COUNTED)]);
  if (RANKS.test(folded)) return ranked(folded);
  const after = [...folded.matchAll(RANKED_FIRST)];
  if (after.length > 1 && tellsOfAll(passage, folded.slice(0, after[0]?.index))) return opened(folded, after);
  const closing = [...folded.matchAll(CLOSES)];
  if (closing.length > 1)
    return tellsOfAll(passage, folded.slice(0, closing[0]?.index)) ? between(folded, closing) : [];
  return start < 0 ? [] : closed([...folded.matchAll(AFTER_NAME)].filter((m) => m.index > start));
}

/** What is before speaks of lots, or the passage itself. */
function isAboutLots(passage: Passage): boolean {
  let above = passage.before;
  while (above && STARTS_BOXED.test(above.folded)) above = above.before;
  return [passage, passage.lead, passage.kind === 'paragraph' ? above : undefined].some((p) => p?.has(ABOUT));
}

/** Lots that are named otherwise than by « lot 1 », where the text speaks of lots. Empty where there are none. */
export function lotsWithoutWord(passage: Passage): Lot[] {
  if (!isAboutLots(passage)) return [];
  const { folded } = passage;
  return toldIn(passage)
    .filter(({ object }) => object.to > object.from)
    .map(({ number, at, object }): Lot => {
      const text = folded.slice(object.from, object.to);
      const isLeft = isBlank(text);
      return {
        number,
        at: passage.at(isLeft ? { from: at.from, to: object.from } : at),
        whole: passage.at(at),
        object: isLeft ? undefined : { at: passage.at(object), text },
        amount: undefined,
        passage,
      };
    });
}
