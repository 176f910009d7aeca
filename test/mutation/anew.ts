/**
 * Words are remembered for the life of the program with what was read from them. While Stryker notes which tests go through
 * which code, each test reads them anew: otherwise only the first that reads them would be tried against a change of what
 * reads them. Inputs drawn at random are few, and the same each time.
 */
import fc from 'fast-check';
import { wordsOf } from '../../rules/kit/words.ts';

/** As many words as are remembered, of which no draft has one. */
const OTHERS = Array.from({ length: 10_001 }, (_, i) => `\0${i}`);

process.env.RUNS ??= '50';
fc.configureGlobal({ seed: 7 });
beforeEach(() => {
  const { __stryker__: stryker } = globalThis as { __stryker__?: { activeMutant?: string } };
  if (stryker?.activeMutant === undefined) for (const other of OTHERS) wordsOf(other);
});
