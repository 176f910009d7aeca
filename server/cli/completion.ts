import type { Command, Option } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** A script that completes commands, options and their values, made from the declaration of the command line: nothing is run by it. */
export function completionFor(shell: Shell, root: Command): string {
  return { bash, zsh, fish }[shell](root);
}

const words = (all: readonly string[]) => all.join(' ');
const longs = ({ options }: Command) => options.flatMap(({ long }) => long ?? []);
const everyOption = (root: Command, command: Command): readonly Option[] =>
  [...command.options, ...root.options].filter((o) => o.long && !o.hidden);
/** For a shell, between simple quotes. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** One line a command: its options; one an option: its values. What else stands is a path. */
function bash(root: Command): string {
  const commands = root.commands.map((c) => c.name());
  const options = root.commands.map(
    (c) => `    ${c.name()}) options=${quoted(words([...longs(c), ...longs(root)]))} ;;`,
  );
  const values = root.commands.flatMap((c) =>
    [
      ...everyOption(root, c)
        .filter((o) => o.argChoices)
        .map((o) => [`${c.name()}:${o.long}`, o.argChoices ?? []] as const),
      ...everyOption(root, c)
        .filter((o) => o.required && !o.argChoices)
        .map((o) => [`${c.name()}:${o.long}`, undefined] as const),
    ].map(
      ([name, all]) =>
        `    ${name}) ${all ? `COMPREPLY=($(compgen -W ${quoted(words(all))} -- "$word"))` : 'COMPREPLY=($(compgen -f -- "$word"))'}; return ;;`,
    ),
  );
  const firsts = root.commands.flatMap((c) => {
    const [first] = c.registeredArguments;
    return first?.argChoices ? [`    ${c.name()}) choices=${quoted(words(first.argChoices))} ;;`] : [];
  });
  return `# dce-lint, bash : source <(dce-lint completion bash)
_dce_lint() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command='' options='' choices='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
    ${commands.join('|')}) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  if [ -z "$command" ]; then
    COMPREPLY=($(compgen -W ${quoted(words([...commands, ...longs(root), '--help']))} -- "$word"))
    return
  fi
  case "$command:$before" in
${values.join('\n')}
  esac
  case "$command" in
${options.join('\n')}
  esac
  case "$command" in
${firsts.join('\n')}
  esac
  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "$options --help" -- "$word"))
  elif [ -n "$choices" ]; then COMPREPLY=($(compgen -W "$choices" -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _dce_lint dce-lint
`;
}

/** The shell takes bash's as it is, by its own bridge. */
const zsh = (root: Command): string =>
  `#compdef dce-lint
# dce-lint, zsh : source <(dce-lint completion zsh)
autoload -U +X compinit && compinit
autoload -U +X bashcompinit && bashcompinit
${bash(root).split('\n').slice(1).join('\n')}`;

function fish(root: Command): string {
  const lines = ['# dce-lint, fish : dce-lint completion fish | source'];
  const say = (o: Option) => {
    const values = o.argChoices ? ` -x -a ${quoted(words(o.argChoices))}` : o.required ? ' -r' : '';
    return `-l ${o.long?.slice(2)}${values} -d ${quoted(o.description)}`;
  };
  for (const o of root.options) if (o.long) lines.push(`complete -c dce-lint ${say(o)}`);
  for (const command of root.commands) {
    lines.push(
      `complete -c dce-lint -f -n __fish_use_subcommand -a ${command.name()} -d ${quoted(command.description())}`,
    );
    const own = `complete -c dce-lint -n '__fish_seen_subcommand_from ${command.name()}'`;
    for (const o of command.options) if (o.long) lines.push(`${own} ${say(o)}`);
    const [first] = command.registeredArguments;
    if (first?.argChoices) lines.push(`${own} -f -a ${quoted(words(first.argChoices))}`);
  }
  return `${lines.join('\n')}\n`;
}
