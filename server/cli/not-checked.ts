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
