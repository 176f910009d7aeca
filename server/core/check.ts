import type { Consultation } from '../../rules/kit/piece.ts';
import type { Rule } from '../../rules/kit/rule.ts';
import { type Finding, lint } from './lint.ts';

export interface Checked {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly { readonly finding: Finding; readonly reason: string }[];
}

/** Everything there is to say of a consultation: findings kept, findings suppressed. */
export function check(consultation: Consultation, options: { readonly rules: readonly Rule[] }): Checked {
  const { findings } = lint(consultation, options);
  return { findings, suppressed: [] };
}
