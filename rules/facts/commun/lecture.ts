import type { Passage, Sentence } from '../../kit/draft.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt, Hearing } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import {
  type Heard,
  heardAnywhere,
  isAudible,
  isContradicted,
  SURETIES,
  suretyIn,
  theModel,
} from '../../reading/hear.ts';
import { isAnsweredNo, isTickedNo } from './cases.ts';
import { isOfPastContract } from './contrat-passe.ts';

/** What is heard in a piece, by concept, in the order of the text: of concepts that can be said there. */
export const lecture = defineFact<ReadonlyMap<string, readonly Heard[]>>({
  id: 'lecture',
  title: 'Ce que disent les énoncés',
  read({ draft, kinds, consultation }) {
    const said = new Set(
      theModel()
        ?.concepts.filter(({ pieces }) => pieces.some((kind) => kinds.includes(kind)))
        .map(({ id }) => id),
    );
    const heard = new Map<string, Heard[]>();
    for (const one of heardAnywhere(draft, consultation.added)) {
      if (
        !said.has(one.concept) ||
        isLabel(one.sentence.passage) ||
        isTickedNo(one.sentence) ||
        isAnsweredNo(one.sentence) ||
        isAsked(one) ||
        isHistory(one)
      )
        continue;
      const all = heard.get(one.concept) ?? [];
      all.push(one);
      heard.set(one.concept, all);
    }
    return heard;
  },
  // What is heard in a sentence is the same object as long as the sentence says the same.
  isSame: (before, now) =>
    before.size === now.size &&
    [...now].every(([concept, heard]) => {
      const was = before.get(concept);
      return was?.length === heard.length && heard.every((one, i) => one === was[i]);
    }),
  show: (heard) =>
    heard.size > 0
      ? [...heard.values()].flat().map((one) => ({
          notion: one.concept,
          surete: SURETIES[hearing(one).surety],
          texte: one.sentence.text,
        }))
      : undefined,
});

/** A word or three before what fills the row name a matter, and say nothing of it. */
const isLabel = (passage: Passage): boolean =>
  passage.cell?.column === 0 &&
  passage.folded.trim().split(' ').length < 4 &&
  (passage.table?.rowOf(passage)?.cells.some((c) => c !== passage && c.folded.trim() !== '') ?? false);

/** « Les attestations ? Plus tard. »: a question says nothing, but of an assistant that asks the writer. */
const isAsked = ({ concept, sentence }: Heard): boolean =>
  /\?\s*$/.test(sentence.folded) && !concept.startsWith('redaction/');

/** What a contract of before was like says nothing of how this one is made; how it was prepared, or with whom, does. */
const isHistory = ({ concept, sentence }: Heard): boolean =>
  OF_THE_CONTRACT.test(concept) && isOfPastContract(sentence);
const OF_THE_CONTRACT = /^(?:accord-cadre|allotissement|criteres|dossier|execution|tranches|variantes)\//;

const NONE: readonly Heard[] = [];

/** The statements of a piece that say a concept; empty when none does. */
export const saying = (piece: Piece, concept: string): readonly Heard[] => piece.ask(lecture).get(concept) ?? NONE;

/**
 * The first statement of a piece that answers what a rule looks for; undefined when none does. How surely does not matter:
 * what was perhaps answered is not missing. `isAnswer`: what else it has to be, where it was heard surely and where not.
 */
export const answering = (
  piece: Piece,
  concept: string,
  isAnswer: (sentence: Sentence, sure: boolean) => boolean = () => true,
): Sentence | undefined =>
  saying(piece, concept).find(
    (one) => isTold(one.sentence) && isAnswer(one.sentence, one.surety === 'sure') && !isOfAnother(piece, one),
  )?.sentence;

/** Perhaps heard, in words that surely say something of another theme: « il garantit la jouissance paisible » is no social duty. */
const isOfAnother = (piece: Piece, { surety, sentence, concept }: Heard): boolean =>
  surety !== 'sure' &&
  [...piece.ask(lecture)].some(
    ([other, heard]) =>
      themeOf(other) !== themeOf(concept) && heard.some((one) => one.sentence === sentence && one.surety === 'sure'),
  );
const themeOf = (concept: string): string => concept.slice(0, concept.indexOf('/'));

/** What only announces something, with those words, and surely says a concept all the same: « Voici une version reformulée : ». */
export const announcing = (piece: Piece, concept: string, words: RegExp): readonly Heard[] =>
  piece.draft
    .sentencesWith(words)
    .filter((s) => !isAudible(s) && suretyIn(s, concept) === 'sure')
    .map((sentence) => ({ concept, surety: 'sure', sentence }));

/** False for « Non », « Oui : 3 »: too short to answer for themselves. */
export const isTold = ({ text }: Sentence): boolean => TOLD.test(text);
const TOLD = /(?:\p{L}+\P{L}+){3}\p{L}/u;

/** The statements of a piece that say a concept in words enough to be taken at their word: no figure alone, no label of a row. */
export const telling = (piece: Piece, concept: string): readonly Heard[] =>
  saying(piece, concept).filter(({ sentence }) => TOLD.test(sentence.text) && !isRowLabel(sentence));

/** « Ville de Brest ⏎ Direction des achats ⏎ Dossier 2027-04 »: the lines of a cover, names and no sentence. */
const isOfCover = ({ passage: { index, kind, text } }: Sentence): boolean =>
  index < 8 && kind === 'paragraph' && /\S\n/.test(text) && !/[.;!?]\s*(?:\n|$)/.test(text);

/** The first cell of a row names a matter, and says nothing of it. */
export const isRowLabel = ({ passage }: Sentence): boolean => passage.rowLabel === passage;

/** A place that says something. */
export interface Said {
  readonly at: Span;
  readonly sentence: Sentence;
  readonly doubt?: Doubt;
}

/** How a statement was heard, for a report. */
export const hearing = ({ concept, surety, sentence, added }: Heard): Hearing => ({
  concept,
  surety: added ? 'probable' : surety,
  text: sentence.text,
  ...(added && { added }),
});

/**
 * Heard beyond doubt: the words that a probable reading wants beside it, or does not want, have nothing to add. What tells
 * which act, lot or person is spoken of is asked all the same. So it is where a buyer said so himself.
 */
export const isSure = (doubt: Doubt): boolean => doubt?.surety === 'sure' || doubt?.added === true;

/** What a finding that rests on both is worth: the less sure of two readings. */
export const lessSure = (one: Doubt, other: Doubt): Doubt => (one?.surety === 'probable' ? one : (other ?? one));

/** The whole of a sentence, as a place. */
export const whole = (sentence: Sentence, doubt: Doubt): Said => ({ at: sentence.span, sentence, doubt });

/** The first statement of a piece that says a concept; undefined when none does. */
export function firstSaying(piece: Piece, concept: string): Said | undefined {
  const [one] = saying(piece, concept);
  return one && whole(one.sentence, hearing(one));
}

/**
 * What expressions have found, then what is heard in other sentences, each once and in the order of the text. What an
 * expression found and the model contradicts is no ground to report anything.
 */
export function withHeard<T extends { readonly sentence: Sentence; readonly doubt?: Doubt }>(
  piece: Piece,
  concept: string,
  found: readonly T[],
  make: (sentence: Sentence, doubt: Doubt) => T | undefined,
): T[] {
  const known = new Set(found.map(({ sentence }) => sentence));
  const heard = saying(piece, concept)
    .filter(({ sentence }) => !known.has(sentence) && !isOfCover(sentence))
    .flatMap((one) => make(one.sentence, hearing(one)) ?? []);
  const judged = found.map((one) =>
    !one.doubt && isContradicted(one.sentence, concept)
      ? {
          ...one,
          doubt: { concept, surety: 'probable' as const, text: one.sentence.text, contradicted: true as const },
        }
      : one,
  );
  return [...judged, ...heard].sort((a, b) => a.sentence.span.start - b.sentence.span.start);
}
