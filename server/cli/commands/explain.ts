import { nearest } from '../../../rules/facts/entete.ts';
import { rules } from '../../../rules/index.ts';
import { explain, ruleNamed } from '../../core/explain.ts';
import { OK, type Terminal, UsageError } from '../io.ts';

/** Prints the page of a rule. Throws a `UsageError` that names the nearest rules when there is none of that id. */
export function explainCommand(id: string, options: { readonly date: string }, terminal: Terminal): number {
  const rule = ruleNamed(id, rules);
  if (!rule) {
    const near = nearest(
      id,
      rules.map((r) => r.id),
    ).slice(0, 3);
    throw new UsageError(`« ${id} » n’est pas une règle. Les plus proches : ${near.join(', ')}`);
  }
  terminal.out(`${explain(rule, options.date).trimEnd()}\n`);
  return OK;
}
