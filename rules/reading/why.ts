import { plain } from '../kit/french/fold.ts';
import type { PieceKind } from '../kit/piece.ts';
import type { Surety } from '../kit/rule.ts';
import { type Features, featuresOf } from './features.ts';
import { bareScores, isAudible, scoresOf, suretyOf, theModel } from './hear.ts';
import type { Lexicon } from './lexicon.ts';
import type { KnownConcept as Concept, Model } from './model.ts';
import type { Statement } from './statement.ts';
import { wordsOf } from './tokens.ts';
import type { KnownWordings } from './wordings.ts';

/** What a statement is worth for a concept. */
export interface Weighed {
  readonly concept: Concept;
  readonly score: number;
  /** As a draft of that piece is heard; undefined when it is not. */
  readonly surety: Surety | undefined;
}

/** The score of each concept that can be said in a piece (in any, when none is named), the nearest to being heard first. */
export function weigh(statement: Statement, piece: PieceKind | undefined, model: Model): Weighed[] {
  const heard = isAudible(statement.sentence) ? scoresOf(statement, model) : undefined;
  const scores = heard ?? bareScores(statement, model);
  return model.concepts
    .map((concept, i): Weighed => {
      const score = scores[i] as number;
      return { concept, score, surety: heard && suretyOf(score, concept) };
    })
    .filter(({ concept }) => !concept.thing && (!piece || concept.pieces.includes(piece)))
    .sort((a, b) => b.score - b.concept.probable - (a.score - a.concept.probable));
}

/** The words of a folded text, each with the classes that the model knows it by. */
export function classesOf(folded: string, { lexicon, classes }: Model): { word: string; classes: string[] }[] {
  const tags = lexicon.tag(lexicon.tokenizer.read(folded));
  return wordsOf(folded).map((word, i) => ({ word, classes: (tags[i] ?? []).map((c) => classes[c] as string) }));
}

/** A known wording; `closeness`: the cosine of what the model sees in it and in the text, 1 for the same. */
export interface Near {
  readonly text: string;
  readonly closeness: number;
}

/** What the known wordings are to the model that they were last compared by. */
const seen = new WeakMap<KnownWordings, { readonly lexicon: Lexicon; readonly features: readonly Features[] }>();

/** The known wordings of a concept that are the nearest to a text, the nearest first; empty where nothing is known of it. */
export async function nearestTo(text: string, concept: string, count: number): Promise<Near[]> {
  const lexicon = theModel()?.lexicon;
  const wordings = (await import('./wordings.ts')).knownWordings();
  const known = wordings[concept];
  if (!lexicon || !known) return [];
  if (seen.get(known)?.lexicon !== lexicon)
    seen.set(known, { lexicon, features: known.said.map((said) => featuresOf(plain(said), 'text', lexicon)) });
  const features = seen.get(known)?.features ?? [];
  const own = featuresOf(plain(text), 'text', lexicon);
  const values = new Map([...own.keys].map((key, i) => [key, own.values[i] as number]));
  const length = lengthOf(own);
  return features
    .map((other, i): Near => {
      let product = 0;
      other.keys.forEach((key, k) => {
        product += (values.get(key) ?? 0) * (other.values[k] as number);
      });
      return { text: known.said[i] as string, closeness: product / (length * lengthOf(other) || 1) };
    })
    .sort((a, b) => b.closeness - a.closeness)
    .slice(0, count);
}

const lengthOf = ({ values }: Features): number => Math.sqrt(values.reduce((sum, v) => sum + v * v, 0));
