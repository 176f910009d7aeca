/** What a statement rests on: a row of the law, and whether it may be stated as certain. */
export interface Ground {
  readonly verified: boolean;
  /** What the row says, in French, in a few words. */
  readonly label: string;
}

/** What stands after words that were not verified. */
export const DOUBT = ' (à vérifier)';

/** Words that name something of the law, with a doubt after them unless it was verified. */
export const reserved = (words: string, verified: boolean): string => (verified ? words : words + DOUBT);
