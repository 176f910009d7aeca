import { analyse } from 'scslre';
import { everyPattern, literalPatterns, madePatterns } from './every.ts';
import { type Growth, growthOf } from './growth.ts';

export interface Judged extends Growth {
  readonly pattern: RegExp;
  /** What the linter says of it: the character that is repeated, and whether time then doubles with each. */
  readonly reports: readonly { readonly character: string; readonly exponential: boolean }[];
  /** Why it could not be judged. */
  readonly failure?: string;
}

export function judge(pattern: RegExp): Judged {
  const { source, flags } = pattern;
  try {
    const { reports } = analyse({ source, flags });
    const named = reports.map(({ character, exponential }) => ({ character: character.pick, exponential }));
    return { pattern, reports: named, ...growthOf(source, flags) };
  } catch (e) {
    return { pattern, reports: [], degree: Number.NaN, pumps: [], failure: String(e) };
  }
}

/** Expressions that differ in more than how they are run again: their flags `g` and `d` change nothing to one match. */
const once = (patterns: readonly RegExp[]): RegExp[] => [
  ...new Map(patterns.map((p) => [`${p.flags.replace(/[dg]/g, '')}/${p.source}`, p])).values(),
];

export function allPatterns(): { run: number; made: number; literal: number; all: readonly RegExp[] } {
  const [made, literal, run] = [madePatterns(), literalPatterns(), everyPattern()];
  return { run: run.length, made: made.length, literal: literal.length, all: once([...made, ...literal, ...run]) };
}

export const describeJudged = ({ pattern, degree, pumps, reports, failure }: Judged): string => {
  const repeated = [...pumps, ...reports.map((r) => r.character)].map((s) => JSON.stringify(s)).join(', ');
  const how = failure ?? (degree === Number.POSITIVE_INFINITY ? 'exponential' : `degree ${degree}`);
  return `${how}${repeated && `, when ${repeated} is repeated`}: ${String(pattern).slice(0, 300)}`;
};
