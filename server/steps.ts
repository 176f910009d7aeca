import type { Pace } from '../rules/kit/pace.ts';
import type { LintStep } from './core/lint.ts';

/** Milliseconds, from any origin. */
export type Clock = () => number;

/** Milliseconds of work between two looks at what has come in. An answer waits for two such stretches at most. */
const STRETCH = 4;

/** A rule that takes more milliseconds on one piece is named in the log. */
const SLOW = 500;

/** What a long work goes by. */
export interface Course {
  readonly clock: Clock;
  /** False when nobody waits for the outcome any more; asked after each pause. */
  readonly isWanted: () => boolean;
  /** Told of each step of a rule with its milliseconds. */
  readonly watch: (step: LintStep, spent: number) => void;
}

/**
 * Does a long work bit by bit, and lets the event loop turn in between. `begin` is given the pace of it.
 * Undefined when the work is left unfinished because it is not wanted any more.
 */
export async function runSteps<T>(
  begin: (pace: Pace) => Generator<LintStep | undefined, T>,
  { clock, isWanted, watch }: Course,
): Promise<T | undefined> {
  let from = clock();
  const pace = { spent: () => clock() - from, most: STRETCH };
  const steps = begin(pace);
  for (;;) {
    const before = clock();
    const step = steps.next();
    if (step.done) return step.value;
    if (step.value) watch(step.value, clock() - before);
    if (pace.spent() < pace.most) continue;
    await pause();
    if (!isWanted()) return undefined;
    from = clock();
  }
}

/** Messages come in with one turn of the loop and are taken up one a turn: so many in a row leave no queue behind. */
const TURNS = 6;

/** Lets the event loop turn. */
async function pause(): Promise<void> {
  for (let i = 0; i < TURNS; i++) await turn();
}

/** Comes back after one turn of the event loop. In a web worker, timers are held back: a message is not. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Names the rules that take long on a piece, each once, with the facts that they are the first to read. */
export class SlowRules {
  private readonly named = new Set<string>();
  private readonly log: (message: string) => void;
  constructor(log: (message: string) => void) {
    this.log = log;
  }

  /** A watch over one check: a rule put aside goes on where it was. */
  watch(): Course['watch'] {
    const spent = new WeakMap<LintStep['piece'], Map<string, number>>();
    return ({ rule, piece, isDone }, milliseconds) => {
      const ofPiece = spent.get(piece) ?? new Map<string, number>();
      spent.set(piece, ofPiece);
      const all = (ofPiece.get(rule.id) ?? 0) + milliseconds;
      ofPiece.set(rule.id, all);
      if (!isDone || all < SLOW || this.named.has(rule.id)) return;
      this.named.add(rule.id);
      this.log(`Règle lente : ${rule.id} a pris ${Math.round(all)} ms sur ${piece.path}.`);
    };
  }
}
