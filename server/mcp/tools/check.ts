import { join } from 'node:path';
import { type CheckOptions, checkCommand } from '../../cli/commands/check.ts';
import { UsageError } from '../../cli/io.ts';
import { boundedReport } from '../bounds.ts';
import type { Input } from '../schemas.ts';
import { type DraftInput, nameOf, printed, type Unsaved, valuesOf, type World } from '../world.ts';

/** Refuses a draft that is given twice, not at all, or said to be something while it is read from the disk. */
export function refuseBoth({ path, text, name, piece, procedure }: DraftInput): void {
  if ((path === undefined) === (text === undefined))
    throw new UsageError('donner « path » (un fichier ou un dossier) ou « text » (le texte lui-même), l’un des deux');
  if (path !== undefined && (name ?? piece ?? procedure) !== undefined)
    throw new UsageError(
      '« name », « piece » et « procedure » vont avec « text » : un fichier dit ce qu’il est dans son en-tête ou dans dce.yaml',
    );
}

/** Runs the command `check` on what a call names, and gives back what its reporter writes. */
export async function checked(
  input: DraftInput & { readonly min_level?: CheckOptions['minLevel'] | undefined },
  world: World,
  unsaved: Unsaved,
  more: Partial<CheckOptions> = {},
): Promise<string> {
  refuseBoth(input);
  const { path, text, date, min_level: minLevel = 'info' } = input;
  const { folders, language } = world;
  const access = folders.access(unsaved);
  // Few files are read: one thread does, and nothing is started.
  const options = { format: 'json', failOn: 'never', rule: [], jobs: 1, minLevel, lang: language } as const;
  const place = path === undefined ? undefined : await folders.place(path);
  const cwd = place?.cwd ?? folders.first ?? world.cwd;
  const values = valuesOf(input);
  const standing = { stdin: true, stdinFilename: join(cwd, nameOf(input)), ...(values && { stdinValues: values }) };
  const all = { ...options, ...(date && { date }), ...(place ? {} : standing), ...more };
  return printed(world, { cwd, access, text }, (terminal) => checkCommand(place ? [place.path] : [], all, terminal));
}

/** The JSON report of the command line, byte for byte where it is not too long. */
export const check = async (input: Input<'check'>, world: World, unsaved: Unsaved): Promise<string> =>
  boundedReport(await checked(input, world, unsaved));
