import type { Decimal } from './decimal.ts';
import type { Span } from './span.ts';

/** What a notice says in one field; it is absent where the notice does not say it, or does not publish it. */
export interface Field<T> {
  readonly value: T;
  /** In French, as a message gives it. */
  readonly shown: string;
  readonly at: Span;
}

/** A day and an hour, as written and in their time zone. */
export interface Moment {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM`; undefined where only the day is given. */
  readonly hour: string | undefined;
  /** Minutes east of Greenwich; undefined where none is written. */
  readonly offset: number | undefined;
}

/** A length of time, in months or in days as written. */
export type Length = { readonly months: number } | { readonly days: number };

export interface NoticeCriterion {
  readonly kind: 'price' | 'cost' | 'quality' | undefined;
  /** Name, else description; undefined where the notice gives neither. */
  readonly name: string | undefined;
  /** `percent`: out of 100; `points`; `order`: a rank. */
  readonly weight: { readonly value: number; readonly unit: 'percent' | 'points' | 'order' } | undefined;
  readonly at: Span;
}

export type VariantRule = 'allowed' | 'not-allowed' | 'required';

/** What a notice says of one lot, or of the whole contract where it has no lots. */
export interface NoticeLot {
  /** « LOT-0001 ». */
  readonly id: string;
  /** As pieces call it: « 1 ». */
  readonly number: string;
  readonly at: Span;
  /** BT-21. */
  readonly title: Field<string> | undefined;
  /** BT-131. */
  readonly offers: Field<Moment> | undefined;
  /** BT-1311. */
  readonly requests: Field<Moment> | undefined;
  /** BT-539, BT-734, BT-540, BT-541, BT-5421. */
  readonly criteria: readonly NoticeCriterion[];
  /** BT-63. */
  readonly variants: Field<VariantRule> | undefined;
  /** BT-36, else the time from BT-536 to BT-537. */
  readonly duration: Field<Length> | undefined;
  /** BT-536, BT-537. */
  readonly start: Field<string> | undefined;
  readonly end: Field<string> | undefined;
  /** BT-58. */
  readonly renewals: Field<number> | undefined;
  /** BT-765: `none` where it is no accord-cadre. */
  readonly framework: Field<string> | undefined;
  /** BT-271: the maximum of an accord-cadre, in euros. */
  readonly maximum: Field<Decimal> | undefined;
  /** BT-98. */
  readonly validity: Field<Length> | undefined;
  /** BT-97, codes of three letters. */
  readonly languages: readonly Field<string>[];
}

/** A notice of a consultation, as data. */
export interface Notice {
  readonly form: 'avis';
  /** Name of the format it was read in. */
  readonly format: 'eForms' | 'BOAMP';
  readonly id: string | undefined;
  /** The procedure that it is about (BT-04). */
  readonly folder: string | undefined;
  /** The notice that it changes (BT-758). */
  readonly changes: string | undefined;
  /** BT-05, with what tells which of two of one day is later. */
  readonly issued: string;
  /** Calls for competition: neither a prior information nor the result. */
  readonly calls: boolean;
  /** BT-21 of the procedure. */
  readonly title: Field<string> | undefined;
  /** BT-105. */
  readonly procedure: Field<string> | undefined;
  /** BT-106. */
  readonly accelerated: Field<boolean> | undefined;
  /** BT-271 of the whole procedure. */
  readonly maximum: Field<Decimal> | undefined;
  /** BT-31: for how many lots one tenderer may submit. */
  readonly lotsSubmitted: Field<number> | undefined;
  /** BT-33: how many one tenderer may be awarded. */
  readonly lotsAwarded: Field<number> | undefined;
  readonly lots: readonly NoticeLot[];
  /** For receipt, where the notice gives one for all lots. */
  readonly deadline: Field<Moment> | undefined;
  /** Business terms that the notice holds back (unpublished). */
  readonly unpublished: readonly string[];
}
