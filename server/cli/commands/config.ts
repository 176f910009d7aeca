import { dirname, resolve } from 'node:path';
import { rules } from '../../../rules/index.ts';
import { LEVEL_NAMES } from '../../core/explain.ts';
import type { Origin } from '../../core/settings.ts';
import { OK, type Terminal } from '../io.ts';
import { commandLine, settingsOf } from '../settings.ts';

const originOf = (origin: Origin): string => {
  switch (origin.kind) {
    case 'rule':
      return 'règle';
    case 'preset':
      return `préréglage ${origin.preset}`;
    case 'layer':
      return origin.label;
  }
};

/** Prints each setting of a file with its origin. */
export async function configCommand(path: string, terminal: Terminal): Promise<number> {
  const options = { rule: [] };
  const file = resolve(terminal.cwd, path);
  const { settings, problem } = await settingsOf(dirname(file), options, commandLine(options), terminal);
  const date = settings.date?.value ?? terminal.today;
  const rows = [
    [
      'préréglage',
      settings.preset.value,
      settings.preset.origin.kind === 'rule' ? 'défaut' : originOf(settings.preset.origin),
    ],
    ['date', date, settings.date ? originOf(settings.date.origin) : 'jour de la vérification'],
    ...rules.map((rule) => {
      const { level, origin } = settings.effective(rule, date);
      return [rule.id, LEVEL_NAMES[level], originOf(origin)];
    }),
  ];
  const width = Math.max(...rows.map(([name = '']) => name.length));
  for (const [name = '', value = '', origin = ''] of rows)
    terminal.out(`${name.padEnd(width)}  ${value.padEnd(13)}  ${origin}\n`);
  if (problem) terminal.err(`dce-lint : ${problem}\n`);
  return OK;
}
