import { type ReadValue, valuesIn } from '../../rules/facts/commun/index.ts';
import { Draft } from '../../rules/kit/draft.ts';
import type { PieceKind } from '../../rules/kit/piece.ts';
import type { Model } from '../../rules/reading/model.ts';
import { type Statement, statementOf } from '../../rules/reading/statement.ts';
import { classesOf, type Near, nearestTo, type Weighed, weigh } from '../../rules/reading/why.ts';

/** A text to be read as a draft's, with what a reader of the draft would know when he reaches it. */
export interface PhraseToRead {
  readonly phrase: string;
  readonly heading?: string | undefined;
  /** What announces it, or the sentence before. */
  readonly context?: string | undefined;
  readonly piece?: PieceKind | undefined;
}

/** A concept as it is heard in a statement, or not, and why. */
export interface ReadConcept extends Weighed {
  readonly nearest: readonly Near[];
}

/** What is read in one statement. */
export interface ReadStatement {
  readonly text: string;
  readonly heading: string;
  readonly context: readonly string[];
  readonly words: readonly { readonly word: string; readonly classes: readonly string[] }[];
  readonly values: readonly ReadValue[];
  /** The nearest to being heard first. */
  readonly concepts: readonly ReadConcept[];
}

/** Known wordings shown of each concept. */
const NEAREST = 3;

/** Reads a text statement by statement. */
export async function readPhrase(
  { phrase, heading, context, piece }: PhraseToRead,
  model: Model,
): Promise<ReadStatement[]> {
  const above = heading ? new Draft(`# ${heading}\n`).passages[0] : undefined;
  const before = context ? new Draft(context).passages : [];
  const read = new Draft(phrase).sentences.map(async (sentence): Promise<ReadStatement> => {
    const own = statementOf(sentence);
    const statement: Statement = {
      sentence,
      heading: own.heading ?? above,
      context: own.context.length > 0 ? own.context : before,
      ...(own.label && { label: own.label }),
    };
    const concepts = weigh(statement, piece, model).map(
      async (weighed): Promise<ReadConcept> => ({
        ...weighed,
        nearest: await nearestTo(sentence.text, weighed.concept.id, NEAREST),
      }),
    );
    return {
      text: sentence.text,
      heading: statement.heading?.text ?? '',
      context: statement.context.map(({ text }) => text),
      words: classesOf(sentence.folded, model),
      values: valuesIn(sentence),
      concepts: await Promise.all(concepts),
    };
  });
  return Promise.all(read);
}
