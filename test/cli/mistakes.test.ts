import assert from 'node:assert/strict';
import { CommanderError } from 'commander';
import { mistake } from '../../server/cli/mistakes.ts';

describe('a wrong command line', () => {
  it('is said in French, with the nearest name and the values that are admitted', () => {
    const cases: [code: string, message: string, said: string][] = [
      [
        'commander.unknownOption',
        "error: unknown option '--formt'\n(Did you mean --format?)",
        'option inconnue : --formt (peut-être --format ?)',
      ],
      ['commander.unknownOption', "error: unknown option '--zz'", 'option inconnue : --zz'],
      [
        'commander.unknownCommand',
        "error: unknown command 'chek'\n(Did you mean check?)",
        'commande inconnue : chek (peut-être check ?)',
      ],
      ['commander.unknownCommand', "error: unknown command 'zz'", 'commande inconnue : zz'],
      ['commander.missingArgument', "error: missing required argument 'fichier'", 'argument manquant : fichier'],
      [
        'commander.optionMissingArgument',
        "error: option '--date <jour>' argument missing",
        'valeur manquante pour l’option --date <jour>',
      ],
      ['commander.excessArguments', 'error: too many arguments', 'trop d’arguments'],
      [
        'commander.invalidArgument',
        "error: option '--format <f>' argument 'x' is invalid. Allowed choices are text, json.",
        '« x » ne convient pas pour --format <f> : valeurs admises : text, json',
      ],
      [
        'commander.invalidArgument',
        "error: option '--jobs <n>' argument 'x' is invalid.",
        '« x » ne convient pas pour --jobs <n>',
      ],
      ['commander.other', 'error: said otherwise', 'said otherwise'],
    ];
    for (const [code, message, said] of cases) assert.equal(mistake(new CommanderError(1, code, message)), said);
  });
});
