import data from './dates.json' with { type: 'json' };
import type { DatedRule } from './model.ts';

export type DateName = keyof typeof data;

/** The days from which rules of today apply, each with its source and confidence. */
export const datedRules = data as Readonly<Record<DateName, DatedRule>>;

/** The same days alone, for a comparison with the date of the consultation. */
export const dates = Object.fromEntries(Object.entries(datedRules).map(([name, r]) => [name, r.date])) as Readonly<
  Record<DateName, string>
>;
