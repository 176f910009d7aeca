/** Runs what stands before the tests, two at a time; what each has written is shown when it ends. Fails when one of them does. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** Commands one after the other: the build takes as long as the others together. */
async function inTurn(/** @type {string[]} */ ...commands) {
  for (const command of commands)
    if ((await run(command)) !== 0) {
      console.error(`npm run ${command}: failed`);
      process.exitCode = 1;
    }
}

/** The exit code of a command of package.json. */
function run(/** @type {string} */ command) {
  return new Promise((resolve, reject) => {
    const child = spawn(`npm run --silent ${command}`, { shell: true });
    /** @type {Buffer[]} */
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(bytes));
    child.on('error', reject).on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      resolve(code);
    });
  });
}

await Promise.all([inTurn('build'), inTurn('typecheck', 'lint', 'generate -- --check')]);
