import { join } from 'node:path';
import { factsCommand, factsIn } from '../../cli/commands/facts.ts';
import { given } from '../../cli/given.ts';
import { UsageError } from '../../cli/io.ts';
import { asJson, boundedList, MOST_ANSWER } from '../bounds.ts';
import type { Input } from '../schemas.ts';
import { nameOf, printed, type Unsaved, valuesOf, type World } from '../world.ts';
import { refuseBoth } from './check.ts';

/** What was understood of a draft, as the command line prints it in JSON. */
export async function facts(input: Input<'facts'>, world: World, unsaved: Unsaved): Promise<string> {
  refuseBoth(input);
  const { path, text, date = world.today() } = input;
  const { folders } = world;
  const place = path === undefined ? undefined : await folders.place(path);
  const cwd = place?.cwd ?? folders.first ?? world.cwd;
  const options = { format: 'json', date };
  const out = await printed(world, { cwd, access: folders.access(unsaved) }, async (terminal) => {
    if (place) return factsCommand([place.path], options, terminal);
    const values = valuesOf(input);
    const file = { what: 'texte donné', file: join(cwd, nameOf(input)), ...(values && { values }) };
    return factsIn(await given(new TextEncoder().encode(text), file), options, terminal);
  });
  if (out === '') throw new UsageError('rien à lire : aucun fichier Markdown lisible n’a été trouvé');
  return boundedFacts(out);
}

/** Where all that was understood is too long, whole files are left out, and named. */
function boundedFacts(written: string): string {
  if (written.length <= MOST_ANSWER) return written;
  const { consultations, files } = JSON.parse(written) as {
    readonly consultations: readonly unknown[];
    readonly files: readonly { readonly path: string }[];
  };
  const fiches = boundedList(consultations);
  const shown = boundedList(files, MOST_ANSWER - asJson(fiches).length);
  const notShown = {
    consultations: consultations.length - fiches.length,
    files: files.flatMap((file) => (shown.includes(file) ? [] : [file.path])).slice(0, 100),
    how: 'Demander une pièce à la fois (« path »).',
  };
  return asJson({ notShown, consultations: fiches, files: shown });
}
