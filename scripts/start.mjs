/** Shows what DCE Lint says of the sample consultation. Finding faults there is its purpose: the exit code is 0. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  ['dist/cli.cjs', 'check', 'examples/consultation-fautive', '--fail-on', 'never'],
  { cwd: root, stdio: 'inherit' },
);
console.log('Pour ouvrir cette consultation dans un vrai VS Code, avec les corrections en un clic : npm run editor');
console.log('Pour vérifier vos propres pièces : node dist/cli.cjs check chemin/du/dossier');
process.exitCode = status ?? 2;
