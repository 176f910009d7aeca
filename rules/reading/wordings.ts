import file from './model/wordings.json' with { type: 'json' };

/** What a concept was taught from, as far as it is shown to people. */
export interface KnownWordings {
  /** Wordings that say it. */
  readonly said: readonly string[];
  /** How many are near and do not say it. */
  readonly unsaid: number;
  /** How many hands wrote them. */
  readonly hands: number;
}

type All = Readonly<Record<string, KnownWordings>>;

let read: (() => All) | undefined;
let known: All | undefined;

/** Gives the wordings where the program is without their file. */
export const takeWordings = (from: () => All): void => {
  read = from;
};

/** By concept. To be imported on demand only: nobody checks a draft by them. */
export const knownWordings = (): All => {
  known ??= read?.() ?? file;
  return known;
};
