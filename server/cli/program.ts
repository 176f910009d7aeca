import { Command, CommanderError, type HelpConfiguration, InvalidArgumentError, Option } from 'commander';
import { skeletons } from '../../rules/clauses/skeletons.ts';
import { isDay } from '../../rules/facts/entete.ts';
import { LEVELS } from '../../rules/kit/rule.ts';
import { LANGUAGES } from '../english.ts';
import { checkCommand, REPORTERS } from './commands/check.ts';
import { configCommand } from './commands/config.ts';
import { explainCommand } from './commands/explain.ts';
import { factsCommand } from './commands/facts.ts';
import { newCommand } from './commands/new.ts';
import { rulesCommand } from './commands/rules.ts';
import { exportCommand, importCommand } from './commands/word.ts';
import { FAILED, OK, type Terminal, UsageError } from './io.ts';
import { version } from './version.ts';

/** A day `YYYY-MM-DD` that exists. */
const day = (value: string): string => {
  if (!isDay(value)) throw new InvalidArgumentError(`« ${value} » n’est pas une date AAAA-MM-JJ.`);
  return value;
};

const format = (...names: string[]) =>
  new Option('--format <format>', 'forme du résultat').choices(names).default(names[0]);

/** French for what the library says in English of a wrong command line. */
const MISTAKES: Readonly<Record<string, (words: readonly string[]) => string>> = {
  'commander.unknownOption': ([option, near]) => `option inconnue : ${option}${near ? ` (peut-être ${near} ?)` : ''}`,
  'commander.unknownCommand': ([command, near]) =>
    `commande inconnue : ${command}${near ? ` (peut-être ${near} ?)` : ''}`,
  'commander.missingArgument': ([argument]) => `argument manquant : ${argument}`,
  'commander.optionMissingArgument': ([option]) => `valeur manquante pour l’option ${option}`,
  'commander.excessArguments': () => 'trop d’arguments',
  'commander.invalidArgument': (words) => `valeur refusée : ${words.join(', ')}`,
};

const quoted = (message: string): string[] => [
  ...[...message.matchAll(/'([^']*)'/g)].map((m) => m[1] ?? ''),
  ...[...message.matchAll(/Did you mean (\S+?)\?/g)].map((m) => m[1] ?? ''),
];

/** In French, from the library's error. */
function mistake(error: CommanderError): string {
  const say = MISTAKES[error.code];
  const refused = /^error: .*?'([^']*)' argument '([^']*)' is invalid\. ?(.*)$/s.exec(error.message);
  if (error.code === 'commander.invalidArgument' && refused) {
    const detail = (refused[3] ?? '').replace(/^Allowed choices are (.*)\.$/, 'valeurs admises : $1');
    return `« ${refused[2]} » ne convient pas pour ${refused[1]}${detail ? ` : ${detail}` : ''}`.replace(/\.$/, '');
  }
  return say ? say(quoted(error.message)) : error.message.replace(/^error: /, '');
}

function program(terminal: Terminal, done: (code: number) => void): Command {
  const root = new Command('dce-lint')
    .description('Relit les pièces d’un dossier de consultation (RC, CCTP, CCAP, AE…) écrites en Markdown.')
    .version(version, '-V, --version', 'affiche la version')
    .helpOption('-h, --help', 'affiche cette aide')
    .helpCommand('help [commande]', 'affiche l’aide d’une commande')
    .configureHelp(HELP)
    .configureOutput({ writeOut: (s) => terminal.out(s), writeErr: () => {} })
    .exitOverride();

  const command = (usage: string, description: string) =>
    root.command(usage).description(description).helpOption('-h, --help', 'affiche cette aide').configureHelp(HELP);

  command('check', 'vérifie des fichiers, des dossiers ou des motifs ; chaque dossier est une consultation')
    .argument('[chemins...]', 'ce qui est à vérifier', ['.'])
    .addOption(format(...Object.keys(REPORTERS)))
    .option('--output <fichier>', 'écrit le résultat dans un fichier')
    .option('--date <date>', 'droit de ce jour (AAAA-MM-JJ) pour les pièces qui ne donnent pas de date', day)
    .option('--config <fichier>', 'configuration à la place du .dce-lint.yaml le plus proche')
    .option(
      '--rule <règle=niveau>',
      'niveau d’une règle (error, warning, info, off) ; répétable',
      (v: string, all: string[]) => [...all, v],
      [],
    )
    .addOption(new Option('--min-level <niveau>', 'plus bas niveau affiché').choices(LEVELS).default('info'))
    .addOption(
      new Option('--fail-on <niveau>', 'niveau à partir duquel la commande sort en 1')
        .choices([...LEVELS, 'never'])
        .default('error'),
    )
    .addOption(new Option('--lang <langue>', 'langue des constats').choices(LANGUAGES).default('fr'))
    .option('--stdin', 'lit la pièce sur l’entrée standard')
    .option('--stdin-filename <nom>', 'nom de la pièce lue sur l’entrée standard')
    .action(async (paths: string[], options) => done(await checkCommand(paths, options, terminal)));

  command('explain', 'explique une règle, ou un article de loi au jour dit')
    .argument('<règle|article>', 'identifiant d’une règle (variantes/exigences-minimales) ou article (R2151-10)')
    .option('--date <date>', 'droit de ce jour', day, terminal.today)
    .action((id: string, options) => done(explainCommand(id, options, terminal)));

  command('new', 'écrit le squelette d’une pièce, à compléter')
    .argument('<pièce>', `pièce : ${skeletons.map((t) => t.piece).join(', ')}`)
    .option('--procedure <procédure>', 'procédure suivie (par défaut, la plus courante pour la pièce)')
    .option('--output <fichier>', 'écrit dans ce fichier, qui ne doit pas exister')
    .action(async (piece: string, options) => done(await newCommand(piece, options, terminal)));

  command('import', 'convertit un document Word en brouillon Markdown')
    .argument('<document>', 'document Word (.docx)')
    .option('--output <fichier>', 'écrit le brouillon dans ce fichier, qui ne doit pas exister')
    .action(async (path: string, options) => done(await importCommand(path, options, terminal)));

  command('export', 'écrit un brouillon Markdown en document Word')
    .argument('<brouillon>', 'brouillon Markdown')
    .option('--template <fichier>', 'document Word dont on prend les styles, les marges, l’en-tête et le pied de page')
    .option(
      '--output <fichier>',
      'document à écrire, qui ne doit pas exister (par défaut, le nom du brouillon en .docx)',
    )
    .option('--no-comments', 'laisse de côté les commentaires et accepte les modifications suivies')
    .action(async (path: string, options) => done(await exportCommand(path, options, terminal)));

  command('rules', 'liste les règles, leur niveau, leurs pièces et leurs sources')
    .addOption(format('text', 'json'))
    .option('--date <date>', 'niveaux et droit de ce jour', day, terminal.today)
    .action((options) => done(rulesCommand(options, terminal)));

  command('facts', 'montre ce que le programme a compris d’une pièce ou d’un dossier')
    .argument('[chemins...]', 'fichiers ou dossiers', ['.'])
    .addOption(format('text', 'json'))
    .option('--date <date>', 'droit de ce jour', day, terminal.today)
    .action(async (paths: string[], options) => done(await factsCommand(paths, options, terminal)));

  command('config', 'montre chaque réglage d’un fichier et d’où il vient')
    .argument('<fichier>', 'pièce dont on veut les réglages')
    .action(async (path: string) => done(await configCommand(path, terminal)));

  command('lsp', 'démarre le serveur de langage')
    .option('--stdio', 'parle sur l’entrée et la sortie standard')
    .action(async () => {
      const { runStdio } = await import('../main.ts');
      runStdio();
    });
  return root;
}

/** The library's help in French: titles, allowed values, defaults. */
const HELP: HelpConfiguration = {
  styleTitle: (s) => TITLES[s] ?? s,
  commandUsage: (command) => {
    const parent = command.parent ? `${command.parent.name()} ` : '';
    return `${parent}${command.name()} ${command.usage().replace('[command]', '[commande]')}`;
  },
  optionDescription: ({ description, argChoices, defaultValue }) => {
    const more = [
      ...(argChoices ? [argChoices.join(' | ')] : []),
      ...(typeof defaultValue === 'string' ? [`défaut : ${defaultValue}`] : []),
    ];
    return more.length > 0 ? `${description} (${more.join(' ; ')})` : description;
  },
  argumentDescription: ({ description, defaultValue }) =>
    Array.isArray(defaultValue) ? `${description} (défaut : ${defaultValue.join(' ')})` : description,
};

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Emploi :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
};

/** Runs one command line; the exit code comes back (undefined while a server goes on). Errors are one French line each. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number | undefined> {
  let code: number | undefined;
  try {
    await program(terminal, (c) => {
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
