import type { Sentence } from '../../kit/draft.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';

/** Renewals of the contract: « reconductible trois fois par périodes de douze mois ». */
export interface Reconduction {
  /** How many; undefined when not said. Zero: « non reconductible ». */
  readonly times: number | undefined;
  /** Length of each in months; undefined when not said (« pour la même durée » gives that of the first period). */
  readonly months: number | undefined;
  readonly at: Span;
  /** Set where how many there are was heard, and not surely. */
  readonly doubt?: Doubt;
}

/** What one place says of how long the contract lasts. */
export interface Duree {
  /** Numbers of the lots it speaks of; empty: the contract as a whole. */
  readonly lots: readonly string[];
  /** First period in months, or the only one. */
  readonly months: number | undefined;
  /** What the text gives as the whole, renewals included. */
  readonly statedTotal: number | undefined;
  readonly reconduction: Reconduction | undefined;
  /** The whole in months: stated, else first period and renewals; undefined when it cannot be told. */
  readonly total: number | undefined;
  /** The duration, as written: « vingt-quatre mois ». */
  readonly at: Span;
  /** Where the whole is stated. */
  readonly totalAt: Span | undefined;
  readonly sentence: Sentence;
  /** The sense of its sentence says surely that it is how long the contract lasts. */
  readonly isSure?: boolean;
  /** What it gives first is said to be the most that the contract may last. */
  readonly isWhole?: boolean;
  /** Set where it was heard, and not surely. */
  readonly doubt?: Doubt;
}
