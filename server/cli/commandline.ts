import { Argument, Command, Option } from 'commander';
import { skeletons } from '../../rules/clauses/skeletons.ts';
import { PIECES } from '../../rules/kit/piece.ts';
import { LEVELS } from '../../rules/kit/rule.ts';
import { lawAgeShown } from '../core/law-age.ts';
import { LECTURES } from '../core/lectures.ts';
import { LANGUAGES } from '../english.ts';
import { checkCommand } from './commands/check.ts';
import { configCommand } from './commands/config.ts';
import { convertCommand } from './commands/convert.ts';
import { diffCommand } from './commands/diff.ts';
import { explainCommand } from './commands/explain.ts';
import { factsCommand } from './commands/facts.ts';
import { mcpCommand } from './commands/mcp.ts';
import { mergeCommand } from './commands/merge.ts';
import { newCommand } from './commands/new.ts';
import { conceptsCommand, readCommand } from './commands/read.ts';
import { ACTIONS, type Action, readingsCommand } from './commands/readings.ts';
import { rulesCommand } from './commands/rules.ts';
import { exportCommand, importCommand } from './commands/word.ts';
import { completionFor, SHELLS, type Shell } from './completion.ts';
import { exitCodes, helpIn, type Say, sayIn } from './help.ts';
import { OK, type Terminal } from './io.ts';
import { parseJobs } from './judge.ts';
import {
  compare,
  day,
  failOn,
  format,
  lawOf,
  maxWarnings,
  output,
  reportForm,
  reportOutput,
  statistics,
} from './options.ts';
import { FORMATS } from './reporters/index.ts';
import { parseShard } from './shard.ts';
import { version } from './version.ts';

/** What a command is declared with. */
interface Declaration {
  readonly root: Command;
  readonly say: Say;
  readonly terminal: Terminal;
  /** Takes the exit code of the command that ran. */
  done(code: number): void;
  command(usage: string, description: string): Command;
}

/** The whole command line; the help and the manual page are made from it. */
export function commandLineOf(terminal: Terminal, done: (code: number) => void): Command {
  const language = terminal.language ?? 'fr';
  const say = sayIn(language);
  const help = say('affiche cette aide', 'show this help');
  const root = new Command('dce-lint')
    .description(
      say(
        'Relit les pièces (RC, CCTP, CCAP, AE…) d’une consultation, Markdown ou Word.',
        'Checks French public-procurement drafts (RC, CCTP…) in Markdown or Word.',
      ),
    )
    .version(
      `${version}\n${lawAgeShown(terminal.today)}`,
      '-V, --version',
      say('affiche la version', 'show the version'),
    )
    // Whoever reads it knows it, and the screen is small.
    .addHelpOption(new Option('-h, --help', help).hideHelp())
    .helpCommand(false)
    .addOption(
      new Option(
        '--lang <langue>',
        say('langue de l’aide et des constats', 'language of the help and findings'),
      ).choices(LANGUAGES),
    )
    .addHelpText('after', exitCodes(say))
    .configureHelp(helpIn(language))
    .configureOutput({ writeOut: (s) => terminal.out(s), writeErr: () => {} })
    .exitOverride();
  const command = (usage: string, description: string) =>
    root.command(usage).description(description).helpOption('-h, --help', help).configureHelp(helpIn(language));
  const declaration = { root, say, terminal, done, command };
  declareCheck(declaration);
  declareReports(declaration);
  declareKnowledge(declaration);
  declareDrafts(declaration);
  declareWord(declaration);
  declareConvert(declaration);
  return root;
}

function declareCheck({ command, say, terminal, done }: Declaration): void {
  command('check', say('vérifie des pièces (un dossier = une consultation)', 'check files, folders or globs'))
    .argument('[chemins...]', say('ce qui est à vérifier', 'what is to be checked'), ['.'])
    .addOption(format(say, ...FORMATS))
    .addOption(reportOutput(say))
    .option(
      '--date <date>',
      say('droit de ce jour, pour les pièces sans date', 'law of that day, for pieces without a date'),
      day,
    )
    .option(
      '--config <fichier>',
      say('à la place du .dce-lint.yaml le plus proche', 'instead of the nearest .dce-lint.yaml'),
    )
    .option(
      '--policy <fichier>',
      say('politique de l’organisme, que nul réglage n’abaisse', 'policy of the body, which no setting goes below'),
    )
    .option(
      '--rule <règle=niveau>',
      say('niveau d’une règle (error, warning, info, off) ; répétable', 'level of a rule (error, warning, info, off)'),
      (v: string, all: string[]) => [...all, v],
      [],
    )
    .addOption(
      new Option('--min-level <niveau>', say('plus bas niveau affiché', 'lowest level shown'))
        .choices(LEVELS)
        .default('info'),
    )
    .addOption(failOn(say))
    .addOption(maxWarnings(say))
    .option('--baseline <fichier>', say('ne montre que ce qui est nouveau', 'show only what is new'))
    .option('--prune-baseline', say('en ôte ce qui n’est plus trouvé', 'take out of it what is no longer found'))
    .option(
      '--write-baseline <fichier>',
      say('note l’état actuel comme connu', 'write down the present state as known'),
    )
    .option(
      '--lectures <fichier>',
      say(
        'tait les lectures que ce fichier écarte, entend celles qu’il ajoute',
        'leave out the readings that this file refuses, hear those it adds',
      ),
    )
    .option(
      '--compare <rapport>',
      say('évolution depuis un rapport json (format html)', 'trend since a json report (html format)'),
    )
    .addOption(reportForm(say))
    .option(
      '--annotate <dossier>',
      say(
        'y écrit une copie de chaque document Word, constats en commentaires',
        'write there a copy of each Word document, findings as comments',
      ),
    )
    .option('--fix', say('applique les corrections sûres', 'apply the safe fixes'))
    .option('--fix-dry-run', say('les montre sans rien écrire', 'show them and write nothing'))
    .option(
      '--since <révision>',
      say(
        'les consultations changées depuis cette révision git, jusqu’au dernier commit',
        'the consultations that changed between this git revision and the last commit',
      ),
    )
    .addOption(
      new Option(
        '--exclude <motif>',
        say('laisse de côté ces fichiers ; répétable', 'leave these files out; repeatable'),
      ).argParser((v: string, all: string[] = []) => [...all, v]),
    )
    .option('--no-gitignore', say('lit aussi ce que .gitignore écarte', 'read what .gitignore leaves out, too'))
    .option('--shard <i/n>', say('la part I de N des consultations', 'part I of N of the consultations'), parseShard)
    .option(
      '--jobs <n>',
      say(
        'fils de vérification à la fois (un par cœur, 8 au plus)',
        'threads at once (default: one a core, at most 8)',
      ),
      parseJobs,
    )
    .option(
      '--cache',
      say(
        'garde les constats, qui citent les pièces, dans .dce-lint-cache, et ne relit que ce qui a changé',
        'keep findings, which quote drafts, in .dce-lint-cache; read only what changed',
      ),
    )
    .option('--no-cache', say('n’écrit rien (par défaut)', 'keep nothing (the default)'))
    .option('--quiet', say('les erreurs seules, sans bilan', 'errors alone, no totals'))
    .addOption(statistics(say))
    .option('--verbose', say('dit ce qui est lu, et comment', 'tell what is read, and how'))
    .option('--watch', say('vérifie à chaque changement', 'check again at each change'))
    .option('--stdin', say('lit la pièce sur l’entrée standard', 'read the piece on standard input'))
    .option('--stdin-filename <nom>', say('son nom', 'its name'))
    .action(async (paths: string[], _, own) =>
      done(
        await checkCommand(
          paths,
          { ...own.optsWithGlobals(), levelGiven: own.getOptionValueSource('minLevel') !== 'default' },
          terminal,
        ),
      ),
    );
}

function declareReports({ command, say, terminal, done }: Declaration): void {
  command('merge', say('réunit les rapports de check --shard', 'put the reports of check --shard together'))
    .argument(
      '<rapports...>',
      say('parts (check --format part), rapports json ou sarif', 'parts (check --format part), json or sarif reports'),
    )
    .addOption(
      new Option(
        '--format <format>',
        say('forme du résultat, à partir de parts (json si rien)', 'form of the result, from parts (default: json)'),
      ).choices(FORMATS.filter((name) => name !== 'part')),
    )
    .addOption(compare(say))
    .addOption(reportForm(say))
    .addOption(output(say))
    .addOption(failOn(say))
    .addOption(maxWarnings(say))
    .addOption(statistics(say))
    .option('--single', say('écrit le rapport d’une seule part', 'write the report of one part alone'))
    .option(
      '--allow-missing',
      say('se passe des parts absentes ; le rapport le dit', 'do without missing parts; the report says so'),
    )
    .action(async (paths: string[], options) => done(await mergeCommand(paths, options, terminal)));

  command('diff', say('dit ce qui change entre deux versions d’un dossier', 'tell what changes between two versions'))
    .argument('<avant>', say('dossier ou pièce', 'folder or piece'))
    .argument('<après>', say('dossier ou pièce', 'folder or piece'))
    .addOption(format(say, 'text', 'json'))
    .addOption(output(say))
    .option('--date <date>', lawOf(say), day, terminal.today)
    .action(async (old: string, now: string, options) => done(await diffCommand(old, now, options, terminal)));
}

function declareKnowledge({ command, say, terminal, done }: Declaration): void {
  const { today } = terminal;
  command(
    'explain',
    say('explique une règle, ou un article de loi au jour dit', 'explain a rule, or an article of law on a day'),
  )
    .argument(
      '<règle|article>',
      say('règle (variantes/exigences-minimales) ou article (R2151-10)', 'id of a rule, or article (R2151-10)'),
    )
    .option('--date <date>', lawOf(say), day, today)
    .action(async (id: string, options) => done(await explainCommand(id, options, terminal)));

  command('rules', say('liste les règles, leur niveau, leurs sources', 'list the rules, their levels and sources'))
    .addOption(format(say, 'text', 'json'))
    .option('--date <date>', lawOf(say), day, today)
    .action((options) => done(rulesCommand(options, terminal)));

  command('facts', say('montre ce que le programme a compris d’un dossier', 'show what was understood of a draft'))
    .argument('[chemins...]', say('fichiers ou dossiers', 'files or folders'), ['.'])
    .addOption(format(say, 'text', 'json'))
    .option('--date <date>', lawOf(say), day, today)
    .action(async (paths: string[], options) => done(await factsCommand(paths, options, terminal)));

  command(
    'read',
    say('dit ce qui est entendu dans une phrase, et pourquoi', 'tell what is heard in a sentence, and why'),
  )
    .argument('<phrase>', say('phrase d’un brouillon', 'sentence of a draft'))
    .addOption(
      new Option('--piece <pièce>', say('pièce où elle est', 'piece that it is in')).choices(
        PIECES.filter((kind) => kind !== 'autre'),
      ),
    )
    .option('--heading <titre>', say('titre au-dessus d’elle', 'heading above it'))
    .option('--context <texte>', say('ce qui l’annonce, ou la phrase d’avant', 'what announces it, or comes before'))
    .addOption(format(say, 'text', 'json'))
    .action(async (phrase: string, options) => done(await readCommand(phrase, options, terminal)));

  command('concepts', say('liste les notions qui sont entendues par leur sens', 'list what is heard by its sense'))
    .argument('[notion]', say('notion (offres/tardives-acceptees)', 'id of a concept (offres/tardives-acceptees)'))
    .addOption(format(say, 'text', 'json'))
    .action(async (id: string | undefined, options) => done(await conceptsCommand(id, options, terminal)));

  command(
    'readings',
    say('liste ce qui a été mal entendu, y ajoute, l’exporte', 'list what was misheard, add to it, export it'),
  )
    .addArgument(
      new Argument(
        '[action]',
        say(
          'add : une tournure manquée ; refuse : ce n’est pas cela',
          'add: a wording that was missed; refuse: that is not it',
        ),
      ).choices(ACTIONS),
    )
    .argument('[phrase]', say('phrase d’un brouillon, entre guillemets', 'sentence of a draft, in quotes'))
    .option('--concept <notion>', say('notion qu’elle dit, ou ne dit pas', 'concept that it says, or does not'))
    .option('--reason <motif>', say('motif, en quelques mots', 'reason, in a few words'))
    .option('--heading <titre>', say('titre au-dessus d’elle', 'heading above it'))
    .option('--context <texte>', say('ce qui l’annonce, ou la phrase d’avant', 'what announces it, or comes before'))
    .option(
      '--lectures <fichier>',
      say(`fichier qui les garde (défaut : ${LECTURES})`, `file that keeps them (default: ${LECTURES})`),
    )
    .option(
      '--output <dossier>',
      say('y écrit ce qu’export propose à DCE Lint', 'write there what export offers to DCE Lint'),
    )
    .addOption(format(say, 'text', 'json'))
    .action(async (action: Action | undefined, phrase: string | undefined, options) =>
      done(await readingsCommand(action ?? 'list', phrase, options, terminal)),
    );

  command('config', say('montre chaque réglage et d’où il vient', 'show each setting and where it comes from'))
    .argument('<fichier>', say('pièce dont on veut les réglages', 'piece whose settings are wanted'))
    .action(async (path: string) => done(await configCommand(path, terminal)));
}

function declareDrafts({ root, command, say, terminal, done }: Declaration): void {
  const names = skeletons.map((t) => t.piece).join(', ');
  command('new', say('écrit le squelette d’une pièce, à compléter', 'write the skeleton of a piece'))
    .argument('<pièce>', say(`pièce : ${names}`, `piece: ${names}`))
    .option(
      '--procedure <procédure>',
      say('procédure (la plus courante si rien)', 'procedure (default: the usual one)'),
    )
    .option('--output <fichier>', say('dans ce fichier, qui ne doit pas exister', 'to this file, which must not exist'))
    .action(async (piece: string, options) => done(await newCommand(piece, options, terminal)));

  // For who sets up a terminal, once: the manual page names it.
  root
    .command('completion', { hidden: true })
    .description(say('écrit de quoi compléter les commandes dans un terminal', 'write a completion script for a shell'))
    .configureHelp(helpIn(terminal.language ?? 'fr'))
    .addArgument(new Argument('<interpréteur>', say('celui du terminal', 'the shell')).choices(SHELLS))
    .action((shell: Shell) => {
      terminal.out(completionFor(shell, root));
      done(OK);
    });

  // Editors start it, not people: the short help leaves it out, and docs/editeurs.md has it.
  root
    .command('lsp', { hidden: true })
    .description(say('démarre le serveur de langage', 'start the language server'))
    .helpOption('-h, --help', say('affiche cette aide', 'show this help'))
    .configureHelp(helpIn(terminal.language ?? 'fr'))
    .option('--stdio', say('parle sur l’entrée et la sortie standard', 'talk on standard input and output'))
    .action(async () => {
      const { runStdio } = await import('../main.ts');
      runStdio();
    });

  command('mcp', say('démarre le serveur MCP, pour un assistant', 'start the MCP server, for an assistant'))
    .argument('[dossiers...]', say('ce qu’il peut lire, et rien d’autre', 'what it may read, and nothing else'), ['.'])
    // The extension of VS Code speaks to it so.
    .addOption(new Option('--ipc').hideHelp())
    .action(async (folders: string[], options) => done(await mcpCommand(folders, options, terminal)));
}

function declareConvert({ command, say, terminal, done }: Declaration): void {
  command('convert', say('écrit en UTF-8 un brouillon en Windows-1252', 'write a Windows-1252 draft in UTF-8'))
    .argument('<brouillon>', say('brouillon Markdown', 'Markdown draft'))
    .option('--output <fichier>', say('dans ce fichier, qui ne doit pas exister', 'to this file, which must not exist'))
    .action(async (path: string, options) => done(await convertCommand(path, options, terminal)));
}

function declareWord({ command, say, terminal, done }: Declaration): void {
  command('import', say('convertit un document Word en brouillon', 'convert a Word document to a draft'))
    .argument('<document>', say('document Word (.docx)', 'Word document (.docx)'))
    .option('--output <fichier>', say('dans ce fichier, qui ne doit pas exister', 'to this file, which must not exist'))
    .action(async (path: string, options) => done(await importCommand(path, options, terminal)));

  command('export', say('écrit un brouillon en document Word', 'write a draft as a Word document'))
    .argument('<brouillon>', say('brouillon Markdown', 'Markdown draft'))
    .option(
      '--template <fichier>',
      say('document Word dont on prend les styles et la page', 'Word document whose styles and page are taken'),
    )
    .option(
      '--output <fichier>',
      say('document, qui ne doit pas exister (défaut : le nom en .docx)', 'to this document, which must not exist'),
    )
    .option(
      '--no-comments',
      say('sans commentaires, modifications suivies acceptées', 'no comments, tracked changes accepted'),
    )
    .action(async (path: string, options) => done(await exportCommand(path, options, terminal)));
}
