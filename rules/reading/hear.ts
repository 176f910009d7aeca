import type { Draft, InPlace, Passage, Sentence } from '../kit/draft.ts';
import type { Added } from '../kit/piece.ts';
import type { Surety } from '../kit/rule.ts';
import type { Reading } from '../kit/trace.ts';
import { PRONOUN, resolved } from './anaphora.ts';
import type { Part } from './features.ts';
import file from './model/model.json' with { type: 'json' };
import { type KnownConcept as Known, Model, type ModelFile, NEVER } from './model.ts';
import { overRivals, type Thing } from './pointed.ts';
import { labelOf, type Statement, statementOf } from './statement.ts';

/** How sure a reading is, as people read it. */
export const SURETIES: Readonly<Record<Surety, string>> = { sure: 'sûr', probable: 'probable' };

/** A statement that says a concept. */
export interface Heard {
  readonly concept: string;
  readonly surety: Surety;
  readonly sentence: Sentence;
  /** A buyer said so of these very words, which were not heard so surely: they are taken at their word, and told as probable. */
  readonly added?: true;
}

let model: Model | undefined;
let failure: string | undefined;
let given: (() => ModelFile) | undefined;

/** Gives the model where the program is without its file; before anything is read. */
export const takeModel = (from: () => ModelFile): void => {
  given = from;
};

/** The model; undefined when its file is damaged: readings then rest on expressions alone. */
export function theModel(): Model | undefined {
  if (!model && failure === undefined) {
    try {
      model = new Model(given?.() ?? (file as unknown as ModelFile));
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
    }
  }
  return model;
}

/** Why nothing is heard, in French; undefined when the model could be read. */
export const modelFailure = (): string | undefined => {
  theModel();
  return failure;
};

/** What the words of a sentence add to each score, where a concept can then be reached; undefined for most sentences. */
const own: Reading<Float64Array | undefined> = (folded) => {
  const known = theModel();
  const scores = known?.scores(folded, 'text');
  return scores &&
    known?.concepts.some((c, i) => !c.thing && (scores[i] as number) * c.unit + c.bias >= c.probable - c.reach)
    ? scores
    : undefined;
};
const asHeading: Reading<Float64Array | undefined> = (folded) => theModel()?.scores(folded, 'heading');
const asContext: Reading<Float64Array | undefined> = (folded) => theModel()?.scores(folded, 'context');

/** Sums of words that are no text of the draft, or that few ask for: by what they say. */
const sums = new Map<string, Float64Array>();
const MOST_SUMS = 4_000;
function sumsOf(text: string, part: Part, known: Model): Float64Array {
  const key = `${part}\n${text}`;
  const found = sums.get(key) ?? known.scores(text, part);
  if (sums.size >= MOST_SUMS) sums.clear();
  sums.set(key, found);
  return found;
}

/** What a label and the folded words of the cell that answers it add, in one. */
const labelledScores = (label: Passage, words: string, part: 'text' | 'thing', known: Model): Float64Array =>
  sumsOf(`${label.folded.replace(/ ?:? ?$/, '')} : ${words}`, part, known);

/** What its words, its heading and what announces it each add to the scores of a statement; undefined where none can be reached. */
function partsOf({ sentence, heading, context, label }: Statement, known: Model): Float64Array[] | undefined {
  const words = label ? labelledScores(label, sentence.folded, 'text', known) : sentence.read(own);
  return words && [words, heading?.read(asHeading), ...context.map((c) => c.read(asContext))].filter((p) => !!p);
}

const summed = (parts: readonly Float64Array[], { concepts }: Model): number[] =>
  concepts.map(({ unit, bias }, i) => {
    let sum = 0;
    for (const scores of parts) sum += scores[i] as number;
    return sum * unit + bias;
  });

/** The score of each concept for a statement; undefined where none can be reached. */
export function scoresOf(statement: Statement, known: Model): number[] | undefined {
  const parts = partsOf(statement, known);
  return parts && summed(parts, known);
}

/** How sure a score is; undefined when nothing is heard. */
export const suretyOf = (score: number, { sure, probable }: Known): Surety | undefined =>
  score >= sure ? 'sure' : score >= probable ? 'probable' : undefined;

/** The score of one sentence for one concept, and what is known of that one; undefined where nothing is. */
function judged(
  sentence: Sentence,
  id: string,
  words = sentence.folded,
): { readonly concept: Known; readonly score: number } | undefined {
  const known = theModel();
  const at = known?.concepts.findIndex((concept) => concept.id === id) ?? -1;
  const concept = known?.concepts[at];
  return concept && { concept, score: bareScores(statementOf(sentence), known as Model, words)[at] as number };
}

/** Whether a sentence was taken for what it hardly can say. False where nothing is known of the concept. */
export function isContradicted(sentence: Sentence, id: string): boolean {
  const found = judged(sentence, id);
  return found !== undefined && found.score < found.concept.against;
}

/**
 * How surely a sentence says a concept, were it but the announcement of a list or a heading; undefined when it does not.
 * `words`: the folded words of it that are asked alone.
 */
export function suretyIn(sentence: Sentence, id: string, words?: string): Surety | undefined {
  const found = judged(sentence, id, words);
  return found && suretyOf(found.score, found.concept);
}

/** Words about one thing in a sentence, with what they add by themselves to the score of each concept that is said of such. */
export interface AboutThing {
  readonly words: string;
  readonly thing: Thing;
  readonly own: readonly number[];
}

/** What a sentence says of one thing in it, and how surely. */
export interface SaidOfThing {
  readonly concept: string;
  readonly surety: Surety;
}

/** What words about a thing are worth; undefined where nothing can be heard of it. A pure function of the words. */
export function aboutThing(words: string, thing: Thing): AboutThing | undefined {
  const known = theModel();
  const scores = known?.scores(words, 'thing');
  return known && scores && { words, thing, own: known.of(thing).map(({ at }) => scores[at] as number) };
}

/** What a sentence says of a thing in it: the concept whose score is the highest, the surer the lower its rivals. */
export function saidOfThing(sentence: Sentence, { words, thing, own }: AboutThing): SaidOfThing | undefined {
  const known = theModel();
  if (!known) return undefined;
  const { heading, context, label } = statementOf(sentence);
  const labelled = label && labelledScores(label, words, 'thing', known);
  const around = [heading?.read(asHeading), ...context.map((c) => c.read(asContext))];
  const concepts = known.of(thing);
  const scores = concepts.map(({ at, concept: { unit, bias } }, i) => {
    const sum = around.reduce((n, part) => n + (part?.[at] ?? 0), labelled?.[at] ?? (own[i] as number));
    return sum * unit + bias;
  });
  const best = scores.indexOf(Math.max(...scores));
  const concept = concepts[best]?.concept;
  const surety = concept && suretyOf(overRivals(scores, best), concept);
  return concept && surety && { concept: concept.id, surety };
}

/** The sums of a statement where nothing was heard, which reading spares itself. */
export function bareScores(
  { sentence, heading, context, label }: Statement,
  model: Model,
  words = sentence.folded,
): number[] {
  const parts = [
    label ? labelledScores(label, words, 'text', model) : sumsOf(words, 'text', model),
    ...(heading ? [sumsOf(heading.folded, 'heading', model)] : []),
    ...context.map((c) => sumsOf(c.folded, 'context', model)),
  ];
  return summed(parts, model);
}

/** False for what only heads or announces. */
export const isAudible = (sentence: Sentence): boolean => !heads(sentence.passage) && !announces(sentence);

/** A heading and the head of a column name a matter, and say nothing of it. */
const heads = ({ isTitle, cell }: Passage): boolean => isTitle || cell?.row === 0;

/** What introduces something says nothing by itself: what follows does. */
const announces = (sentence: Sentence): boolean => sentence.has(OPENS_LIST);
const OPENS_LIST = /: ?$/;

/** What is heard in a draft, whatever piece it is, in the order of the text. `added`: what a buyer said that words say. */
export function heardAnywhere(draft: Draft, added?: Added): Heard[] {
  const all = [...draft.inPlace(HEARD).values()].flat();
  return added ? withAdded(all, draft, added) : all;
}

/** What each sentence says, then what it says by its pronoun. */
const HEARD: InPlace<readonly Heard[]> = {
  take(sentence) {
    const known = theModel();
    const isByPronoun = sentence.has(PRONOUN);
    if (!known || !(isByPronoun || labelOf(sentence) || sentence.read(own)) || !isAudible(sentence)) return undefined;
    const heard = heardIn(sentence, known);
    const told = isByPronoun ? saidByPronoun(sentence, known) : [];
    const all = [...heard, ...told.filter((one) => !heard.some(({ concept }) => concept === one.concept))];
    return all.length > 0 ? all : undefined;
  },
  isPlaceless: true,
  isSame: (before, now) =>
    before.length === now.length &&
    before.every(({ concept, surety }, i) => concept === now[i]?.concept && surety === now[i]?.surety),
};

/**
 * What a sentence says of what its pronoun stands for: « Elle satisfait au socle de l'annexe 1 ». An answer, of whatever the
 * paragraph named before; anything else, where it is surely said of the nearest thing, and then told as probable.
 */
function saidByPronoun(sentence: Sentence, known: Model): readonly Heard[] {
  const readings = resolved(sentence);
  const [nearest] = readings.length > 0 ? readings : resolved(sentence, true);
  if (nearest === undefined) return [];
  const { heading, context } = statementOf(sentence);
  const parts = [heading?.read(asHeading), ...context.map((c) => c.read(asContext))].filter((p) => !!p);
  const scoresOfText = (text: string) => summed([sumsOf(text, 'text', known), ...parts], known);
  const scores = readings.map(scoresOfText);
  const ofNearest = scores[0] ?? scoresOfText(nearest);
  return known.concepts.flatMap((concept, i): Heard[] => {
    if (concept.thing) return [];
    if (!concept.answers)
      return suretyOf(ofNearest[i] as number, concept) === 'sure'
        ? [{ concept: concept.id, surety: 'probable', sentence }]
        : [];
    const surety = suretyOf(Math.max(-NEVER, ...scores.map((of) => of[i] as number)), concept);
    return surety ? [{ concept: concept.id, surety, sentence }] : [];
  });
}

/** What a sentence says as a whole; empty when nothing is heard. */
function heardIn(sentence: Sentence, known: Model): readonly Heard[] {
  const scores = scoresOf(statementOf(sentence), known);
  if (!scores) return [];
  return known.concepts.flatMap((concept, i): Heard[] => {
    const surety = concept.thing ? undefined : suretyOf(scores[i] as number, concept);
    return surety ? [{ concept: concept.id, surety, sentence }] : [];
  });
}

function withAdded(heard: readonly Heard[], draft: Draft, added: Added): Heard[] {
  const told = draft
    .sentencesWith(added)
    .filter(isAudible)
    .flatMap((sentence) => {
      const concepts = sentence.read(added) ?? [];
      return concepts.map((concept): Heard => ({ concept, surety: 'sure', sentence, added: true }));
    });
  const twin = (all: readonly Heard[], { concept, sentence }: Heard) =>
    all.find((one) => one.concept === concept && one.sentence === sentence);
  const fresh = told.filter((one) => twin(heard, one)?.surety !== 'sure');
  return [...heard.filter((one) => !twin(fresh, one)), ...fresh].sort(
    (a, b) => a.sentence.span.start - b.sentence.span.start,
  );
}

/** Listens by another model from now on, or by none. For tests and measures. */
export function listenBy(file: ModelFile | undefined): void {
  model = undefined;
  sums.clear();
  failure = file ? undefined : 'aucun modèle de lecture';
  if (file) model = new Model(file);
}
