import type { Draft, Passage, Sentence } from '../kit/draft.ts';
import type { Surety } from '../kit/rule.ts';
import type { Reading } from '../kit/trace.ts';
import file from './model/model.json' with { type: 'json' };
import { type KnownConcept as Known, Model, type ModelFile } from './model.ts';
import { labelOf, type Statement, statementOf } from './statement.ts';

/** How sure a reading is, as people read it. */
export const SURETIES: Readonly<Record<Surety, string>> = { sure: 'sûr', probable: 'probable' };

/** A statement that says a concept. */
export interface Heard {
  readonly concept: string;
  readonly surety: Surety;
  readonly sentence: Sentence;
}

let model: Model | undefined;
let failure: string | undefined;

/** The model; undefined when its file is damaged: readings then rest on expressions alone. */
export function theModel(): Model | undefined {
  if (!model && failure === undefined) {
    try {
      model = new Model(file as unknown as ModelFile);
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
  return scores && known?.concepts.some((c, i) => (scores[i] as number) * c.unit + c.bias >= c.probable - c.reach)
    ? scores
    : undefined;
};
const asHeading: Reading<Float64Array | undefined> = (folded) => theModel()?.scores(folded, 'heading');
const asContext: Reading<Float64Array | undefined> = (folded) => theModel()?.scores(folded, 'context');

/** What a label and the cell that answers it add, in one: by their words, since they are no text of the draft. */
const labelled = new Map<string, Float64Array>();
const MOST_LABELLED = 4_000;
function labelledScores(label: Passage, { folded }: Sentence, known: Model): Float64Array {
  const text = `${label.folded.replace(/ ?:? ?$/, '')} : ${folded}`;
  const found = labelled.get(text) ?? known.scores(text, 'text');
  if (labelled.size >= MOST_LABELLED) labelled.clear();
  labelled.set(text, found);
  return found;
}

/** The score of each concept for a statement; undefined where none can be reached. */
export function scoresOf({ sentence, heading, context, label }: Statement, known: Model): number[] | undefined {
  const words = label ? labelledScores(label, sentence, known) : sentence.read(own);
  if (!words) return undefined;
  const above = heading?.read(asHeading);
  const before = context.map((c) => c.read(asContext));
  return known.concepts.map(({ unit, bias }, i) => {
    let sum = (words[i] as number) + (above?.[i] ?? 0);
    for (const scores of before) sum += scores?.[i] ?? 0;
    return sum * unit + bias;
  });
}

/** How sure a score is; undefined when nothing is heard. */
export const suretyOf = (score: number, { sure, probable }: Known): Surety | undefined =>
  score >= sure ? 'sure' : score >= probable ? 'probable' : undefined;

/** The score of one sentence for one concept, and what is known of that one; undefined where nothing is. */
function judged(sentence: Sentence, id: string): { readonly concept: Known; readonly score: number } | undefined {
  const known = theModel();
  const at = known?.concepts.findIndex((concept) => concept.id === id) ?? -1;
  const concept = known?.concepts[at];
  return concept && { concept, score: bareScores(statementOf(sentence), known as Model)[at] as number };
}

/** Whether a sentence was taken for what it hardly can say. False where nothing is known of the concept. */
export function isContradicted(sentence: Sentence, id: string): boolean {
  const found = judged(sentence, id);
  return found !== undefined && found.score < found.concept.against;
}

/** How surely a sentence says a concept, were it but the announcement of a list or a heading; undefined when it does not. */
export function suretyIn(sentence: Sentence, id: string): Surety | undefined {
  const found = judged(sentence, id);
  return found && suretyOf(found.score, found.concept);
}

/** The sums of a statement where nothing was heard, which reading spares itself. */
export function bareScores({ sentence, heading, context, label }: Statement, model: Model): number[] {
  const parts = [
    label ? labelledScores(label, sentence, model) : model.scores(sentence.folded, 'text'),
    ...(heading ? [model.scores(heading.folded, 'heading')] : []),
    ...context.map((c) => model.scores(c.folded, 'context')),
  ];
  return model.concepts.map(({ unit, bias }, i) => parts.reduce((sum, p) => sum + (p[i] as number), 0) * unit + bias);
}

/** The statements of a draft in which something may be heard. */
function audible(draft: Draft): readonly Sentence[] {
  const answers = draft.tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap(({ sentences }) => sentences.filter((s) => labelOf(s) !== undefined))),
  );
  const alone = draft.sentencesWith(own).filter((s) => labelOf(s) === undefined);
  return [...alone, ...answers].filter(isAudible).sort((a, b) => a.span.start - b.span.start);
}

/** False for what only heads or announces. */
export const isAudible = (sentence: Sentence): boolean => !isTitle(sentence.passage) && !announces(sentence);

/** A heading and the head of a column name a matter, and say nothing of it. */
const isTitle = ({ kind, heading, cell }: Passage): boolean =>
  kind === 'heading' || (heading !== undefined && !heading.runIn) || cell?.row === 0;

/** What introduces something says nothing by itself: what follows does. */
const announces = (sentence: Sentence): boolean => sentence.has(OPENS_LIST);
const OPENS_LIST = /: ?$/;

/** What is heard in a draft, whatever piece it is, in the order of the text. */
export function heardAnywhere(draft: Draft): Heard[] {
  const known = theModel();
  if (!known) return [];
  return audible(draft).flatMap((sentence) => {
    const scores = scoresOf(statementOf(sentence), known);
    return known.concepts.flatMap((concept, i): Heard[] => {
      const surety = scores && suretyOf(scores[i] as number, concept);
      return surety ? [{ concept: concept.id, surety, sentence }] : [];
    });
  });
}

/** Listens by another model from now on, or by none. For tests and measures. */
export function listenBy(file: ModelFile | undefined): void {
  model = undefined;
  labelled.clear();
  failure = file ? undefined : 'aucun modèle de lecture';
  if (file) model = new Model(file);
}
