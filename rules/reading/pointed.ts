import { plain } from '../kit/french/fold.ts';
import type { Stretch } from '../kit/french/scan.ts';

/** What a concept may be said of in a statement, rather than of the statement: a name in it, a duration, a sum, a share, a day, a number. */
export const THINGS = ['nom', 'duree', 'montant', 'part', 'date', 'nombre'] as const;
export type Thing = (typeof THINGS)[number];

/** What a wording is said of, where that is one thing in it: « un disjoncteur ⟦Orbital 63⟧ ». */
const MARKED = /^([^⟦]*)⟦([^⟦⟧]+)⟧([^⟦]*)$/;

/** A text as typed, cut around the thing that it is looked at for. */
export interface Cut {
  readonly before: string;
  readonly thing: string;
  readonly after: string;
}

/** The parts of a marked wording; undefined for one without a mark, or with several. */
export function cutAtMark(text: string): Cut | undefined {
  const [, before, thing, after] = MARKED.exec(text) ?? [];
  return before === undefined || thing === undefined || after === undefined ? undefined : { before, thing, after };
}

/** A text cut around what stands at a place in it. */
export const cutAt = (text: string, { from, to }: Stretch): Cut => ({
  before: text.slice(0, from),
  thing: text.slice(from, to),
  after: text.slice(to),
});

/** A wording without its mark. */
export const unmarked = (text: string): string => text.replace(/[⟦⟧]/g, '');

/**
 * The words of a statement about one thing in it, as the model hears them: in its place stands what it is like, so that
 * a name never seen is heard by the words around it. `like`: words that no text holds.
 */
export const pointing = ({ before, after }: Cut, like: readonly string[]): string =>
  `${plain(before)} ${like.join(' ')} ${plain(after)}`;

/**
 * What counts of the score of a concept said of a thing: it goes down by two thirds of the best of its rivals, which exclude
 * it. Of whole dossiers more is then surely heard than by the score alone, or by the distance to that rival.
 */
export function overRivals(scores: readonly number[], at: number): number {
  const others = scores.filter((_, i) => i !== at);
  const own = scores[at] as number;
  return others.length > 0 ? own - (2 / 3) * Math.max(...others) : own;
}
