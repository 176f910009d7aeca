import type { Command } from 'commander';
import type { Language } from './io.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The language of the machine as other programs read it: the first that is set wins. Nothing set, or « C », is French. */
export const languageOf = ({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language =>
  /^en(?:[_.@-]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'fr';

/**
 * Colours on a terminal, unless NO_COLOR holds something (no-color.org) or the terminal is said to take none. FORCE_COLOR is
 * stronger: colours wherever it holds something, none where it holds « 0 » or « false ».
 */
export const takesColour = ({ NO_COLOR, FORCE_COLOR, TERM }: Environment, isTerminal: boolean): boolean =>
  FORCE_COLOR ? !/^(?:0|false)$/.test(FORCE_COLOR) : isTerminal && !NO_COLOR && TERM !== 'dumb';

/** Options that a variable may give, for every command that has them: what a chain or a person always wants, and nothing that writes. */
const FROM_ENVIRONMENT = [
  '--format',
  '--config',
  '--policy',
  '--date',
  '--min-level',
  '--fail-on',
  '--max-warnings',
  '--baseline',
  '--lectures',
  '--exclude',
  '--jobs',
  '--cache',
  '--quiet',
  '--verbose',
];

/** The variable that gives an option, `DCE_LINT_MIN_LEVEL` for `--min-level`; undefined where none does. */
export const variableOf = (long: string | null | undefined): string | undefined =>
  long && FROM_ENVIRONMENT.includes(long) ? `DCE_LINT${long.slice(1).replaceAll('-', '_').toUpperCase()}` : undefined;

/** Given once a line. */
const REPEATED = ['--exclude'];

const NO = /^(?:0|false|non|no)$/i;

/**
 * The options that the environment gives a command, to be read before those of the command line, which are stronger. An empty
 * variable says nothing; of an option without value, « 0 », « false », « non » say no.
 */
export const optionsIn = ({ options }: Command, environment: Environment): string[] =>
  options.flatMap(({ long, required }) => {
    const value = environment[variableOf(long) ?? ''];
    if (!long || !value || value.trim() === '') return [];
    if (!required) return NO.test(value) ? [] : [long];
    return (REPEATED.includes(long) ? value.split('\n') : [value]).filter(Boolean).map((one) => `${long}=${one}`);
  });
