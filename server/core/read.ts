import { Draft, type Sentence } from '../../rules/kit/draft.ts';
import { amounts } from '../../rules/kit/french/amounts.ts';
import { dates } from '../../rules/kit/french/dates.ts';
import { durations } from '../../rules/kit/french/durations.ts';
import { shares } from '../../rules/kit/french/shares.ts';
import type { PieceKind } from '../../rules/kit/piece.ts';
import type { Model } from '../../rules/reading/model.ts';
import { type Statement, statementOf } from '../../rules/reading/statement.ts';
import { classesOf, type Near, nearestTo, type Weighed, weigh } from '../../rules/reading/why.ts';

/** A text to be read as a draft's, with what a reader of the draft would know when he reaches it. */
export interface Reading {
  readonly phrase: string;
  readonly heading?: string | undefined;
  /** What announces it, or the sentence before. */
  readonly context?: string | undefined;
  readonly piece?: PieceKind | undefined;
}

/** Something that is counted, as the facts read it. */
export interface ReadValue {
  readonly kind: 'montant' | 'durée' | 'date' | 'part';
  /** As written. */
  readonly text: string;
  readonly value: number | string;
  readonly unit?: string;
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
export async function readPhrase({ phrase, heading, context, piece }: Reading, model: Model): Promise<ReadStatement[]> {
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

const SHARE = { percent: '%', points: 'points', fraction: undefined, sur: undefined } as const;

/** In the order of the text. */
function valuesIn(sentence: Sentence): ReadValue[] {
  const { folded, passage } = sentence;
  const all = [
    ...amounts(folded).map((a) => ({ ...a, kind: 'montant' as const, unit: ['€', a.tax, a.unit && `par ${a.unit}`] })),
    ...durations(folded).map((d) => ({ ...d, kind: 'durée' as const, unit: [d.unit, d.kind] })),
    ...dates(folded).map((d) => ({ ...d, kind: 'date' as const, value: dayOf(d), unit: [] })),
    ...shares(folded).map((s) => ({ ...s, kind: 'part' as const, unit: [SHARE[s.unit], s.of && `sur ${s.of}`] })),
  ];
  return all
    .sort((a, b) => a.from - b.from)
    .map(({ kind, value, unit, from, to }) => {
      const words = unit.filter(Boolean).join(' ');
      const text = passage.draft.slice(sentence.at({ from, to }));
      return { kind, text, value, ...(words && { unit: words }) };
    });
}

const dayOf = ({ iso, time }: ReturnType<typeof dates>[number]): string =>
  [iso ?? 'jour qui n’existe pas', time && `${time.hour} h ${String(time.minute).padStart(2, '0')}`]
    .filter(Boolean)
    .join(', ');
