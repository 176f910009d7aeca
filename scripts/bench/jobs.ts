/**
 * `npx tsx scripts/bench/jobs.ts [COUNT…]`: what threads and the cache of `dce-lint check` bring on so many drafts of 40 KB, one
 * consultation each. Build first. Seconds are wall time: run it on a machine that does nothing else.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { draftOf } from './drafts.ts';
import { runs } from './run.ts';

const BYTES = 40_000;
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const counts = process.argv.slice(2).map(Number);

for (const count of counts.length > 0 ? counts : [2, 5, 10, 20, 100]) {
  const folder = mkdtempSync(join(tmpdir(), 'dce-lint-jobs-'));
  try {
    for (let i = 1; i <= count; i++) {
      mkdirSync(join(folder, `d${i}`));
      writeFileSync(join(folder, `d${i}`, 'cctp.md'), draftOf(BYTES, i));
    }
    const measure = async (name: string, times: number, ...args: string[]) => {
      const command = [process.execPath, cli, 'check', '--format', 'json', ...args];
      const { ms, mib } = await runs(command, folder, times);
      process.stdout.write(
        `${count} × ${BYTES / 1000} KB, ${name}: ${(ms / 1000).toFixed(2)} s, ${mib.toFixed(0)} MiB\n`,
      );
    };
    const times = count > 50 ? 1 : 3;
    await measure('1 job', times, '--jobs', '1');
    await measure('2 jobs', times, '--jobs', '2');
    await measure('2 jobs, cold cache', 1, '--jobs', '2', '--cache');
    await measure('warm cache', 3, '--cache');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
