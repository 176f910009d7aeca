import { type Argument, type Command, Help, type HelpConfiguration, type Option } from 'commander';
import type { Language } from './io.ts';

/** A text of the help in the language asked for. */
export type Say = (french: string, english: string) => string;

export const sayIn =
  (language: Language): Say =>
  (french, english) =>
    language === 'en' ? english : french;

/** The library's own words. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Emploi :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
};

/** Columns of the smallest terminal that help is made for. */
const WIDTH = 80;

/** The library's help in a language: titles, allowed values, defaults. */
export function helpIn(language: Language): HelpConfiguration {
  return {
    helpWidth: WIDTH,
    // The list of commands fills a screen: nothing stands apart there; elsewhere usage and description stand together.
    formatHelp: (command, helper) => {
      const text = Help.prototype.formatHelp.call(helper, command, helper);
      return command.parent ? text.replace('\n\n', '\n') : text.replaceAll('\n\n', '\n');
    },
    styleTitle: (title) => (language === 'fr' ? (TITLES[title] ?? title) : title),
    commandUsage: (command) => usageOf(command, language),
    optionDescription: (option) => optionWords(option, language),
    argumentDescription: (argument) => argumentWords(argument, language),
    // What may follow an argument that may be left out is for the command's own help.
    subcommandTerm: (command) => {
      const all = command.registeredArguments;
      const shown = all.filter((_, i) => all[i - 1]?.required ?? true);
      return [command.name(), ...shown.map(argumentTerm)].join(' ');
    },
  };
}

const argumentTerm = (argument: Argument): string => {
  const name = `${argument.name()}${argument.variadic ? '…' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
};

/** `dce-lint check [options] [chemins...]`. */
export function usageOf(command: Command, language: Language): string {
  const parent = command.parent ? `${command.parent.name()} ` : '';
  const usage = command.usage();
  return `${parent}${command.name()} ${language === 'fr' ? usage.replace('[command]', '[commande]') : usage}`;
}

/** What an option does, the values it takes and its default. */
export function optionWords({ description, argChoices, defaultValue }: Option, language: Language): string {
  const more = [
    ...(argChoices ? [argChoices.join(' | ')] : []),
    ...(typeof defaultValue === 'string'
      ? [sayIn(language)(`défaut : ${defaultValue}`, `default: ${defaultValue}`)]
      : []),
  ];
  return more.length > 0 ? `${description} (${more.join(' ; ')})` : description;
}

/** What an argument is, and its default. */
export function argumentWords({ description, defaultValue }: Argument, language: Language): string {
  if (!Array.isArray(defaultValue)) return description;
  const value = defaultValue.join(' ');
  return `${description} (${sayIn(language)(`défaut : ${value}`, `default: ${value}`)})`;
}

/** What the exit codes mean, on one line. */
export const exitCodes = (say: Say): string =>
  say(
    'Sortie : 0 rien à signaler, 1 constat (voir --fail-on), 2 pas tout vérifié.',
    'Exit: 0 nothing to report, 1 finding at --fail-on, 2 not all checked.',
  );
