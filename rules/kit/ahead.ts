import type { KnownCues } from './cue-finder.ts';

/** What can be known of patterns before a draft is read. */
export interface Ahead {
  readonly cues: KnownCues;
  /** The column of each pattern, by its fingerprint; -1 for one that can do without cues. */
  readonly columns: Readonly<Record<string, number>>;
  /** The columns that wait for each cue, by its number. */
  readonly waiting: number[][];
  /** How many columns there are. */
  readonly size: number;
}

/** Worked out when a program is built (`scripts/ahead.mjs`); undefined when it runs from the sources. */
export const ahead: Ahead | undefined = undefined;
