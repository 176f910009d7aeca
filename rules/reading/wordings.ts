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

/** By concept. To be imported on demand only: nobody checks a draft by them. */
export const wordings: Readonly<Record<string, KnownWordings>> = file;
