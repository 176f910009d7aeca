import type { Consultation } from '../../rules/kit/piece.ts';
import type { Rule } from '../../rules/kit/rule.ts';
import type { Failure } from './lint.ts';
import type { Settings } from './settings.ts';

/**
 * Why a rule did not do its work: `off` by a setting, left out by the `preset`, its law not in force on the `date` of any
 * piece, `stopped` on an error or for its slowness.
 */
export type WhyNotRun = 'off' | 'preset' | 'date' | 'stopped';

/** A rule that did not run in a consultation, or not to its end. */
export interface NotRun {
  readonly rule: string;
  readonly why: WhyNotRun;
}

/** The same over all that was checked. */
export interface NotRunIn extends NotRun {
  /** How many consultations. */
  readonly consultations: number;
}

/** The rules that did not run in a consultation, in their order. */
export function notRunIn(
  { pieces }: Consultation,
  rules: readonly Rule[],
  settings: Settings,
  failures: readonly Failure[],
): NotRun[] {
  const stopped = new Set(failures.map((f) => f.rule));
  return rules.flatMap((rule): NotRun[] => {
    if (stopped.has(rule.id)) return [{ rule: rule.id, why: 'stopped' }];
    const all = pieces.map((piece) => settings.effective(rule, piece.date));
    const [first] = all;
    if (!first || all.some(({ level }) => level !== 'off')) return [];
    const { kind } = first.origin;
    return [{ rule: rule.id, why: kind === 'layer' ? 'off' : kind === 'preset' ? 'preset' : 'date' }];
  });
}

/** Counts the consultations of each, by the names of the rules. */
export function countNotRun(all: readonly NotRun[]): NotRunIn[] {
  const counts = new Map<string, NotRunIn>();
  for (const one of all) {
    const key = `${one.rule} ${one.why}`;
    const { consultations: more = 1 } = one as Partial<NotRunIn>;
    counts.set(key, { rule: one.rule, why: one.why, consultations: (counts.get(key)?.consultations ?? 0) + more });
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
