import type { Language } from './io.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The language of the machine as other programs read it: the first that is set wins. Nothing set, or « C », is French. */
export const languageOf = ({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language =>
  /^en(?:[_.@-]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'fr';

/** Colours on a terminal, unless NO_COLOR holds something (no-color.org) or the terminal is said to take none. */
export const takesColour = ({ NO_COLOR, TERM }: Environment, isTerminal: boolean): boolean =>
  isTerminal && !NO_COLOR && TERM !== 'dumb';
