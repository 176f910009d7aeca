import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { rules } from '../../../rules/index.ts';
import { readFolder } from '../../core/check.ts';
import { isPartial } from '../../core/not-checked.ts';
import { dateGiven, settingRows } from '../../core/origins.ts';
import { consultations, type Group, readConsultation } from '../consultations.ts';
import { FAILED, OK, type Terminal, UsageError } from '../io.ts';
import { sayNotChecked } from '../not-checked.ts';
import { reason } from '../reason.ts';
import { commandLine, settingsOf } from '../settings.ts';

/** Prints each setting of a file with its origin; the date is the one that applies to the piece. */
export async function configCommand(path: string, terminal: Terminal): Promise<number> {
  const options = { rule: [] };
  const file = resolve(terminal.cwd, path);
  const info = await stat(file).catch((error: unknown) => {
    throw new UsageError(`${path} : ${reason(error)}`);
  });
  if (!info.isFile()) throw new UsageError(`${path} : ce n’est pas un fichier`);
  // A piece that a `dce.yaml` above lists goes by the configuration of that consultation.
  const [group] = (await consultations(new Map([[file, true]]))) as [Group];
  const { settings, problems } = await settingsOf(group.folder, options, commandLine(options), terminal);
  const { folder, notChecked } = await readConsultation(terminal.cwd, group);
  const date = settings.date?.value ?? terminal.today;
  const { consultation } = readFolder(folder.sources, { date, files: folder.files, once: true });
  const name = relative(group.folder, file).split(sep).join('/');
  const piece = consultation.pieces.find((p) => p.path === name);
  const rows = settingRows(settings, rules, terminal.today, piece && dateGiven(piece));
  const width = Math.max(...rows.map((row) => row.name.length));
  for (const row of rows) terminal.out(`${row.name.padEnd(width)}  ${row.value.padEnd(13)}  ${row.origin}\n`);
  const wrong = [...problems, ...notChecked.filter((one) => one.blocking)];
  sayNotChecked(wrong, terminal);
  return isPartial(wrong) ? FAILED : OK;
}
