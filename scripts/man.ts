import type { Command } from 'commander';
import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import remarkMan from 'remark-man';
import { unified } from 'unified';
import { commandLineOf } from '../server/cli/commandline.ts';
import { argumentWords, exitCodes, optionWords, sayIn, usageOf } from '../server/cli/help.ts';
import { version } from '../server/cli/version.ts';

/** Nobody looks at a page through this terminal: the declaration of the commands is all that is wanted of it. */
const program = commandLineOf(
  {
    cwd: '.',
    today: 'aujourd’hui',
    colour: false,
    out: () => {},
    err: () => {},
    stdin: async () => new Uint8Array(),
  },
  () => {},
);

const literal = (text: string) => text.replace(/[\\`*_[\]<>]/g, '\\$&');
const bold = (text: string) => `**${literal(text)}**`;
const list = (items: readonly string[]) => items.map((item) => `* ${item}`).join('\n');

function commandPart(command: Command): string {
  const usage = usageOf(command, 'fr');
  const items = [
    ...command.registeredArguments.map((a) => `${bold(a.name())} : ${literal(argumentWords(a, 'fr'))}`),
    ...command.options.filter((o) => !o.hidden).map((o) => `${bold(o.flags)} : ${literal(optionWords(o, 'fr'))}`),
  ];
  return [`### ${literal(usage)}`, literal(`${command.description()}.`), list(items)].join('\n\n');
}

const FILES = `**.dce-lint.yaml** : réglages du dossier, le plus proche vers le haut.

**.dce-lint-lectures.yaml** : lectures écartées et tournures ajoutées, par l’éditeur ou readings ; check ne lit que celui que nomme --lectures.

**~/.cache/dce-lint/cle** : clé qui dit quels constats gardés par --cache sont les vôtres.

**DCE_LINT_CACHE_KEY** : cette clé, là où aucun fichier ne dure (intégration continue).

**DCE_LINT_FORMAT**, **DCE_LINT_POLICY**, **DCE_LINT_EXCLUDE**… : options de check, une variable chacune ; la ligne de commande l’emporte.

**NO_COLOR** : pas de couleurs si cette variable n’est pas vide.

**FORCE_COLOR** : des couleurs toujours, ou jamais si elle vaut 0.

**LC_ALL**, **LC_MESSAGES**, **LANG** : aide en anglais si la première qui est donnée commence par « en ».`;

const EXAMPLES = `\`dce-lint check dossier/\`

\`dce-lint check --format sarif --output rapport.sarif\`

\`dce-lint check --shard 3/8 --format json --output part-3.json\`

\`dce-lint merge part-*.json --output rapport.json\`

\`dce-lint readings add "Le guichet ne ferme pas à la minute." --concept offres/tardives-acceptees --reason "dit ainsi chez nous"\`

\`dce-lint diff v1/ v2/\``;

const PAGE = [
  `# dce-lint(1) -- relit les pièces d’un dossier de consultation`,
  '## EMPLOI',
  `${bold('dce-lint')} commande \\[options\\]`,
  '## DESCRIPTION',
  literal(program.description()),
  '## OPTIONS',
  list(program.options.map((o) => `${bold(o.flags)} : ${literal(optionWords(o, 'fr'))}`)),
  '## COMMANDES',
  ...program.commands.map(commandPart),
  '## CODE DE SORTIE',
  literal(exitCodes(sayIn('fr'))),
  '## FICHIERS ET ENVIRONNEMENT',
  FILES,
  '## EXEMPLES',
  EXAMPLES,
];

/** The manual page in roff, from the declaration that the help is made from. */
export function manualPage(): string {
  const root: Root = { type: 'root', children: fromMarkdown(PAGE.join('\n\n')).children as RootContent[] };
  const manual = { name: 'dce-lint', section: 1, version: `dce-lint ${version}`, manual: 'Manuel de dce-lint' };
  // A date would make the page differ from one day to the next.
  const page = unified()
    .use(remarkMan, { ...manual, date: '2026-01-01' })
    .stringify(root);
  return `${page}`.replace(/^\.TH.*$/m, `.TH "DCE-LINT" "1" "" "dce-lint ${version}" "Manuel de dce-lint"`);
}
