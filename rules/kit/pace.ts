/**
 * Long work that gives way. A computation over a whole draft can be put aside where it asks for something not yet read,
 * and run again later: what it had asked for is kept, so that it comes soon to where it was. Facts and rules know
 * nothing of it.
 */

/** How long work may go on at a stretch. */
export interface Pace {
  /** Milliseconds since the stretch began. */
  readonly spent: () => number;
  /** Milliseconds after which it is to give way. */
  readonly most: number;
}

/** A work under way: when it was taken up, and when it first got further than it was. */
interface Work {
  readonly pace: Pace | undefined;
  readonly taken: number;
  further: number | undefined;
}

let under: Work | undefined;

const ASIDE = Symbol('put aside');

/**
 * Where work may be put aside: nothing of what it has at hand is half done. It is not before it has got further, for as
 * long as it took to come back to where it was: else it would never end, or late.
 */
export function mayPause(): void {
  if (!under?.pace || under.further === undefined) return;
  const { pace, taken, further } = under;
  const spent = pace.spent();
  if (spent >= pace.most && spent - further >= further - taken) throw ASIDE;
}

/** Something more is read and kept. */
export function getFurther(): void {
  if (under?.pace) under.further ??= under.pace.spent();
}

/** Runs a pure work until it is done or must give way: undefined, and it can be run again. No pace: until it is done. */
export function runAt<T>(pace: Pace | undefined, work: () => T): { readonly value: T } | undefined {
  const outer = under;
  under = { pace, taken: pace?.spent() ?? 0, further: undefined };
  try {
    return { value: work() };
  } catch (error) {
    if (error !== ASIDE) throw error;
    return undefined;
  } finally {
    under = outer;
  }
}

/** Runs steps to their end. */
export function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
