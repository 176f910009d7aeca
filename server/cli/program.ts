import { type Command, CommanderError } from 'commander';
import { commandLineOf } from './commandline.ts';
import { optionsIn, variableOf } from './environment.ts';
import { FAILED, type Language, OK, type Terminal, UsageError } from './io.ts';
import { mistake } from './mistakes.ts';

/** The language that `--lang` asks for, needed before the command line is declared; undefined when it asks for none. */
function languageIn(args: readonly string[]): Language | undefined {
  const at = args.findIndex((a) => a === '--lang' || a.startsWith('--lang='));
  const value = args[at]?.startsWith('--lang=') ? args[at]?.slice(7) : args[at + 1];
  return at >= 0 && (value === 'fr' || value === 'en') ? value : undefined;
}

/** The command line with what the environment adds, just after the name of the command. */
function withEnvironment(args: readonly string[], root: Command, terminal: Terminal) {
  const at = args.findIndex((arg, i) => !arg.startsWith('-') && args[i - 1] !== '--lang');
  const command = root.commands.find((c) => c.name() === args[at]);
  const added = command ? optionsIn(command, terminal.environment ?? {}) : [];
  return { all: [...args.slice(0, at + 1), ...added, ...args.slice(at + 1)], added };
}

/** The variable of the environment that a mistake is about, in brackets; empty where it is about none. */
function variableIn(words: string, added: readonly string[]): string {
  const from = added.find(
    (arg) => words.includes(`${arg.split('=')[0]} `) && words.includes(`« ${arg.slice(arg.indexOf('=') + 1)} »`),
  );
  return from ? ` (variable ${variableOf(from.split('=')[0])})` : '';
}

/** Runs one command line; the exit code comes back (undefined while a server goes on). Errors are one French line each. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number | undefined> {
  let code: number | undefined;
  const language = languageIn(args) ?? terminal.language ?? 'fr';
  const root = commandLineOf({ ...terminal, language }, (c) => {
    code = c;
  });
  const { all, added } = withEnvironment(args, root, terminal);
  try {
    await root.parseAsync(all, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0 || error.code === 'commander.help') return args.length > 0 ? OK : FAILED;
      const words = mistake(error);
      terminal.err(`dce-lint : ${words}${variableIn(words, added)}. Voir dce-lint --help.\n`);
      return FAILED;
    }
    terminal.err(
      `dce-lint : ${error instanceof UsageError ? error.message : `erreur inattendue : ${(error as Error).message}`}\n`,
    );
    return FAILED;
  }
}
