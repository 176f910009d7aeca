import { InvalidArgumentError, Option } from 'commander';
import { isDay } from '../../rules/facts/piece/index.ts';
import { LEVELS } from '../../rules/kit/rule.ts';
import type { Say } from './help.ts';

/** A day `YYYY-MM-DD` that exists. */
export const day = (value: string): string => {
  if (!isDay(value)) throw new InvalidArgumentError(`« ${value} » n’est pas une date AAAA-MM-JJ.`);
  return value;
};

export const format = (say: Say, ...names: string[]) =>
  new Option('--format <format>', say('forme du résultat', 'form of the result')).choices(names).default(names[0]);

export const output = (say: Say) =>
  new Option('--output <fichier>', say('écrit le résultat dans un fichier', 'write the result to a file'));

export const reportOutput = (say: Say) =>
  new Option(
    '--output <fichier>',
    say(
      'écrit le résultat dans un fichier (html : ou dans un dossier/, une page par consultation)',
      'write the result to a file (html: or to a folder/, one page a consultation)',
    ),
  );

export const compare = (say: Say) =>
  new Option(
    '--compare <rapport>',
    say('évolution depuis un rapport json (format html)', 'trend since a json report (format html)'),
  );

export const failOn = (say: Say) =>
  new Option(
    '--fail-on <niveau>',
    say('niveau à partir duquel la commande sort en 1', 'level from which the exit code is 1'),
  )
    .choices([...LEVELS, 'never'])
    .default('error');

export const lawOf = (say: Say) => say('droit de ce jour', 'law of that day');

export const reportForm = (say: Say) =>
  new Option(
    '--report <forme>',
    say(
      'rapport html à signer (short, par défaut), ou avec toutes les règles (full)',
      'html report to be signed (short, the default), or with every rule (full)',
    ),
  ).choices(['short', 'full']);
export const maxWarnings = (say: Say) =>
  new Option(
    '--max-warnings <n>',
    say('sort en 1 s’il y a plus de N avertissements', 'exit code 1 where there are more than N warnings'),
  ).argParser((value: string) => {
    if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('écrire un nombre entier (0 : aucun avertissement).');
    return Number(value);
  });

export const statistics = (say: Say) =>
  new Option(
    '--statistics',
    say(
      'compte par règle et par consultation (text, compact, json, jsonl)',
      'counts by rule and by consultation (text, compact, json, jsonl)',
    ),
  );

/** Formats in which there is a place for counts. */
export const COUNTING: readonly string[] = ['text', 'compact', 'json', 'jsonl'];
