/** Writes the pieces of a folder over and over, as `check --fix` does, and says so after each turn: to be killed meanwhile. */
import { join } from 'node:path';
import { writeFixed } from '../../server/cli/fixing.ts';
import { versions } from './versions.ts';

const [cwd = ''] = process.argv.slice(2);
for (let turn = 0; ; turn++) {
  const [before, after] = [versions[turn % 2] as string, versions[(turn + 1) % 2] as string];
  await writeFixed(['rc.md', 'cctp.md'].map((name) => ({ path: join(cwd, name), before, after, also: [] })));
  process.stdout.write(`${turn}\n`);
}
