import type { Passage } from '../../kit/draft.ts';
import type { Span } from '../../kit/span.ts';

/** A lot as one list of a piece gives it. */
export interface Lot {
  /** « 1 », « 2 », « a », « 1-2 »: leading zeros and Roman numerals are turned into plain numbers. */
  readonly number: string;
  /** The number, with the word « lot » where it is written. */
  readonly at: Span;
  /** The item, row or words that list it. */
  readonly whole: Span;
  /** Undefined when the place gives none or leaves it to fill. `text` is folded. */
  readonly object: { readonly at: Span; readonly text: string } | undefined;
  /** Estimate or maximum in euros, when the place gives one. */
  readonly amount: number | undefined;
  readonly passage: Passage;
}
