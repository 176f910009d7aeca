/** What can be known of patterns before a draft is read. */
export interface Ahead {
  /** Cues, in the order of their numbers, and by which of its units each is found. */
  readonly cues: readonly string[];
  readonly spots: readonly number[];
  /** The ranks of the cues of each pattern, by its fingerprint. */
  readonly needs: Readonly<Record<string, readonly number[]>>;
}

/** Worked out when a program is built (`scripts/ahead.mjs`); undefined when it runs from the sources. */
export const ahead: Ahead | undefined = undefined;
