import { watched } from '../../rules/kit/trace.ts';

/** Milliseconds that a rule may take on a piece: what it is first to ask of the facts included, on a slow machine. */
const PATIENCE = 10_000;
/** And so many more for each UTF-16 unit of the consultation. */
const PATIENCE_A_UNIT = 0.01;
/** A rule with more reports on one piece has lost its way. */
const MOST_REPORTS = 20_000;

/** A rule was stopped, or is not run any more. Without a stack: the log has it once. */
export class TooSlow extends Error {
  override readonly stack = '';
  constructor(rule: string) {
    super(`${rule} took too long and was stopped: it is not run any more`);
  }
}

/**
 * Runs rules, each cut off from the others: one that takes too long is stopped at the next look at a draft, and does not
 * run again while the guard lives. A loop that looks at no draft cannot be stopped from within.
 */
export class Guard {
  private readonly now: () => number;
  private readonly off = new Set<string>();

  /** `now`: milliseconds of work, never going back; of the wall they would cut a rule off for what others do. */
  constructor(now: () => number) {
    this.now = now;
  }

  /** All that a rule reports. Throws what it throws, or `TooSlow`. `size`: UTF-16 units of the consultation. */
  run<T>(rule: string, size: number, work: () => Iterable<T>): T[] {
    if (this.off.has(rule)) throw new TooSlow(rule);
    const end = this.now() + PATIENCE + size * PATIENCE_A_UNIT;
    const look = () => {
      if (this.now() <= end) return;
      this.off.add(rule);
      throw new TooSlow(rule);
    };
    return watched(look, () => {
      const out: T[] = [];
      for (const report of work()) {
        look();
        out.push(report);
        if (out.length > MOST_REPORTS) throw new Error(`${rule} reports without end`);
      }
      return out;
    });
  }
}
