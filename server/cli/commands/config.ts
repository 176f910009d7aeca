import { dirname, resolve } from 'node:path';
import { rules } from '../../../rules/index.ts';
import { settingRows } from '../../core/origins.ts';
import { consultations } from '../consultations.ts';
import { OK, type Terminal } from '../io.ts';
import { commandLine, settingsOf } from '../settings.ts';

/** Prints each setting of a file with its origin. */
export async function configCommand(path: string, terminal: Terminal): Promise<number> {
  const options = { rule: [] };
  const file = resolve(terminal.cwd, path);
  // A piece that a `dce.yaml` above lists goes by the configuration of that consultation.
  const [consultation] = await consultations(new Map([[file, true]]));
  const { settings, problem } = await settingsOf(
    consultation?.folder ?? dirname(file),
    options,
    commandLine(options),
    terminal,
  );
  const rows = settingRows(settings, rules, terminal.today);
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const { name, value, origin } of rows) terminal.out(`${name.padEnd(width)}  ${value.padEnd(13)}  ${origin}\n`);
  if (problem) terminal.err(`dce-lint : ${problem}\n`);
  return OK;
}
