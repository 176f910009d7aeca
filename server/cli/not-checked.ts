import { type NotChecked, placeOf, said } from '../core/not-checked.ts';
import type { Terminal } from './io.ts';

/** Says on standard error what a check did not read: a line each, and one for all that is left out for the same reason. */
export function sayNotChecked(all: readonly NotChecked[], terminal: Pick<Terminal, 'err'>): void {
  for (const one of all) if (one.blocking) terminal.err(`dce-lint : ${said(one)}\n`);
  const aside = all.filter((one) => !one.blocking);
  for (const why of new Set(aside.map((one) => one.why))) {
    const group = aside.filter((one) => one.why === why);
    const places = group.map(placeOf).join(', ');
    terminal.err(`dce-lint : pas vérifié, car ${why.replace(/\.$/, '')} : ${places}. ${group[0]?.remedy}\n`);
  }
}
