import { setFlagsFromString } from 'node:v8';

/**
 * How much a function has run before the engine compiles it for good, in the words of each V8. A check runs hundreds of
 * functions for the first time: by its own reckoning the engine compiles most of them in the first second, on cores that the
 * check needs, and the first keystrokes wait. Told to wait several times longer, it compiles the few that count. From 13.6 on it
 * makes no difference. Seen on drafts of 40 KB to 5 MB (`npm run bench`).
 */
const LATER: readonly { readonly from: number; readonly to: number; readonly setting: string }[] = [
  { from: 11, to: 12, setting: '--interrupt-budget=600000' },
  { from: 12.4, to: 13.6, setting: '--invocation-count-for-turbofan=12000' },
];

/** The first version of V8 of which it is not known whether it takes these settings. */
const UNKNOWN = 14;

/**
 * The engine compiles an expression twice: to run it once, slowly, then to machine code. Told not to, it makes machine code at
 * once: most expressions that are run at all are run again.
 */
const AT_ONCE = '--no-regexp-tier-up';

/**
 * Hundredths by which a heap grows over what is in use before it is cleared up again. Left to itself the engine lets it grow up to
 * four times where the machine has room: a check of thousands of drafts, of which few are held, then takes half as much again.
 */
const GROWTH = '--heap-growing-percent=50';

/** What clears up what is new in one heap takes one thread: several heaps are at work already. */
const THREADS = '--no-parallel-scavenge';

const own = Number.parseFloat(process.versions.v8);

/** The setting by which an engine compiles later, by its version; undefined when it has none or needs none. */
export function laterIn(version: number): string | undefined {
  return LATER.find(({ from, to }) => version >= from && version < to)?.setting;
}

/** Has the engine compile fewer functions, later, and each expression once. To be called before a draft is read. */
export function prepareEngine(): void {
  if (own >= UNKNOWN) return;
  for (const setting of [laterIn(own), AT_ONCE]) if (setting) setFlagsFromString(setting);
}

/** Prepares the engine for threads that fill the cores; `mib`: what each half of the space for what is new holds from the start. */
export function expectThreads(mib: number): void {
  if (own >= UNKNOWN) return;
  for (const setting of [`--min-semi-space-size=${mib}`, THREADS]) setFlagsFromString(setting);
}

/** Has the engine hold little more than what is in use. To be called before much is read. */
export function holdLittle(): void {
  if (own < UNKNOWN) setFlagsFromString(GROWTH);
}
