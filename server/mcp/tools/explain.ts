import { explainCommand } from '../../cli/commands/explain.ts';
import { boundedText } from '../bounds.ts';
import type { Input } from '../schemas.ts';
import { printed, type World } from '../world.ts';

/** The page of a rule or of an article, as the command line prints it. */
export async function explain({ what, date }: Input<'explain'>, world: World): Promise<string> {
  const page = await printed(world, { cwd: world.cwd, access: world.folders.access() }, (terminal) =>
    explainCommand(what, { date: date ?? world.today() }, terminal),
  );
  return boundedText(page, 'La page entière est donnée par « dce-lint explain ».');
}
