/**
 * `npm run exactitude:copies -- DIR [--misses]`: how many findings of whole consultations are the same once these are written otherwise
 * (`copies.ts`), of all that is said of either. `--misses` prints the others, to be read: the consultations then are no measure any more.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { asTheyAre, COPIES, changes } from './copies.ts';
import { readDossiers } from './dossiers.ts';

const { values, positionals } = parseArgs({ options: { misses: { type: 'boolean' } }, allowPositionals: true });
const folder = pathToFileURL(`${resolve(positionals[0] ?? 'test/reading/dossiers')}/`);
const dossiers = asTheyAre(readDossiers(folder));
for (const [name, copy] of Object.entries(COPIES)) {
  const { lost, added, all } = changes(dossiers, copy);
  const same = 100 * (1 - (lost.length + added.length) / Math.max(1, all));
  console.log(`${name.padEnd(28)} ${same.toFixed(1)} % the same of ${all}`);
  if (values.misses) for (const one of lost) console.log(`LOST ${one}`);
  if (values.misses) for (const one of added) console.log(`ADDED ${one}`);
}
