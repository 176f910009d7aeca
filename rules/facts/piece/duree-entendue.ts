import { type DurationItem, durations, TIME_UNITS } from '../../kit/french/durations.ts';
import { foldUnits, plain } from '../../kit/french/fold.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { type Cut, pointing } from '../../reading/pointed.ts';

const durationsOf = (folded: string): DurationItem[] => (TIME_UNITS.test(folded) ? durations(folded) : []);

/** The durations of a text as typed, at their places. */
export function durationsIn(typed: string): Stretch[] {
  const { text, map } = foldUnits(typed);
  return durationsOf(text).map(({ from, to }) => ({
    from: map[from] as number,
    to: (map[to - 1] as number) + 1,
  }));
}

/** What a duration is like, in words that no text holds. */
function likeness(thing: string): string[] {
  const [item] = durationsOf(plain(thing));
  const { unit = 'mois', months = 0 } = item ?? {};
  const size = months >= 24 ? 'dureelongue' : months >= 6 ? 'dureemoyenne' : 'dureecourte';
  return ['laduree', `dureeen${unit}`, size];
}

/** The words of a statement about a duration in it. */
export const aboutDuration = (cut: Cut): string => pointing(cut, likeness(cut.thing));
