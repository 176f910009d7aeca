import type { CommanderError } from 'commander';

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
export function mistake(error: CommanderError): string {
  const say = MISTAKES[error.code];
  const refused =
    /^error: .*?'(?<name>[^']*)' argument '(?<value>[^']*)' is invalid\. ?(?<why>.*)$/s.exec(error.message) ??
    /^error: .*?value '(?<value>[^']*)' is invalid for argument '(?<name>[^']*)'\. ?(?<why>.*)$/s.exec(error.message);
  if (error.code === 'commander.invalidArgument' && refused?.groups) {
    const { name, value, why = '' } = refused.groups;
    const detail = why.replace(/^Allowed choices are (.*)\.$/, 'valeurs admises : $1');
    return `« ${value} » ne convient pas pour ${name}${detail ? ` : ${detail}` : ''}`.replace(/\.$/, '');
  }
  return say ? say(quoted(error.message)) : error.message.replace(/^error: /, '');
}
