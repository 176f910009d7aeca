import { type NotChecked, placeOf, said } from '../core/not-checked.ts';
import type { Terminal } from './io.ts';
import { inert } from './reporters/report.ts';

/** Says on standard error what a check did not read: a line each, and one for all that is left out for the same reason. */
export function sayNotChecked(all: readonly NotChecked[], terminal: Pick<Terminal, 'err'>): void {
  // A name of a file may hold anything.
  const say = (line: string) => terminal.err(`dce-lint : ${inert(line).replace(/\n/g, ' ')}\n`);
  for (const one of all) if (one.blocking) say(said(one));
  const aside = all.filter((one) => !one.blocking);
  for (const why of new Set(aside.map((one) => one.why))) {
    const group = aside.filter((one) => one.why === why);
    const places = group.map(placeOf).join(', ');
    say(`pas vérifié, car ${why.replace(/\.$/, '')} : ${places}. ${group[0]?.remedy}`);
  }
}

/** True for an entry of a list that was read back. */
export function isNotChecked(value: unknown): value is NotChecked {
  if (typeof value !== 'object' || value === null) return false;
  const { what, line, rule, why, remedy, blocking } = value as Record<keyof NotChecked, unknown>;
  return (
    [what, why, remedy, rule ?? ''].every((text) => typeof text === 'string') &&
    (line === undefined || typeof line === 'number') &&
    typeof blocking === 'boolean'
  );
}
