import type { Access } from './access.ts';

export type Language = 'fr' | 'en';

/** The world as a command sees it: tests give their own. */
export interface Terminal {
  readonly cwd: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Standard output is a terminal that takes colours. */
  readonly colour: boolean;
  /** Standard error is a terminal, where a line of progress may come and go. */
  readonly interactive?: boolean;
  /** Language of the help; French when left out. */
  readonly language?: Language;
  /** What may be read of the disk; all of it when left out. */
  readonly access?: Access;
  /** Variables of the environment; none when left out. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds that have passed, from any origin: without it nothing is said of the time that is left. */
  readonly elapsed?: () => number;
  /** Ends what would go on for ever. */
  readonly signal?: AbortSignal;
  out(text: string): void;
  err(text: string): void;
  /** All of standard input. */
  stdin(): Promise<Uint8Array>;
}

/** Exit codes of the contract. */
export const OK = 0;
export const FOUND = 1;
export const FAILED = 2;

/** A mistake of the user's, said in one line on standard error; exit 2. */
export class UsageError extends Error {}
