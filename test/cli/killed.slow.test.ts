import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { inFolder } from './terminal.ts';
import { versions } from './versions.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('A command line that is killed while it corrects files', () => {
  for (const turns of [1, 2, 3, 5])
    it(`leaves each of them whole, as it was or corrected (after ${turns} turns)`, () =>
      inFolder({ 'rc.md': versions[0] as string, 'cctp.md': versions[0] as string }, async (cwd) => {
        const child = spawn(process.execPath, ['--import', 'tsx', 'test/cli/writer.ts', cwd], { cwd: root });
        const ended = once(child, 'exit');
        let seen = 0;
        // The turn after the last one seen is under way when the signal comes.
        for await (const _ of createInterface(child.stdout)) if (++seen === turns) child.kill('SIGKILL');
        assert.deepEqual(await ended, [null, 'SIGKILL']);
        for (const name of ['rc.md', 'cctp.md'])
          assert.ok(versions.includes(readFileSync(join(cwd, name), 'utf8')), `${name} is neither`);
      })).timeout(60_000);
});
