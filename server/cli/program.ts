import { CommanderError } from 'commander';
import { commandLineOf } from './commandline.ts';
import { FAILED, type Language, OK, type Terminal, UsageError } from './io.ts';
import { mistake } from './mistakes.ts';

/** The language that `--lang` asks for, needed before the command line is declared; undefined when it asks for none. */
function languageIn(args: readonly string[]): Language | undefined {
  const at = args.findIndex((a) => a === '--lang' || a.startsWith('--lang='));
  const value = args[at]?.startsWith('--lang=') ? args[at]?.slice(7) : args[at + 1];
  return at >= 0 && (value === 'fr' || value === 'en') ? value : undefined;
}

/** Runs one command line; the exit code comes back (undefined while a server goes on). Errors are one French line each. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number | undefined> {
  let code: number | undefined;
  const language = languageIn(args) ?? terminal.language ?? 'fr';
  try {
    await commandLineOf({ ...terminal, language }, (c) => {
      code = c;
    }).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0 || error.code === 'commander.help') {
        if (args.length > 0) return OK;
        return FAILED;
      }
      terminal.err(`dce-lint : ${mistake(error)}. Voir dce-lint --help.\n`);
      return FAILED;
    }
    terminal.err(
      `dce-lint : ${error instanceof UsageError ? error.message : `erreur inattendue : ${(error as Error).message}`}\n`,
    );
    return FAILED;
  }
}
