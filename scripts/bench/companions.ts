/**
 * `npx tsx scripts/bench/companions.ts [ROUNDS]`: what the rules of price schedules and notices cost where there are none, as the
 * ratio of the program with them to the program without. Both are bundled here, and measured by turns: `check` of one draft,
 * and keystrokes in the server. Asked: 1.05 at most.
 */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
// @ts-expect-error: plain JavaScript
import { knownAhead } from '../ahead.mjs';
// @ts-expect-error: plain JavaScript
import { bundles as all } from '../build.mjs';
import { draftOf } from './drafts.ts';
import { keystrokes } from './keystroke.ts';
import { median, run } from './run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundles: readonly BuildOptions[] = all;
const rounds = Number(process.argv[2] ?? 7);
const BYTES = 40_000;

/** Takes the rules of the two themes out of the registry. */
const withoutThem: Plugin = {
  name: 'without-companions',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]rules[\\/]index\.ts$/ }, ({ path }) => {
      const lines = readFileSync(path, 'utf8').split('\n');
      const contents = lines.filter((line) => !/^(?:import | {2})(?:avis|bordereau)[A-Z]/.test(line)).join('\n');
      return { contents, loader: 'ts' };
    });
  },
};

/** A program of its own in `folder`, what is loaded on demand beside it. */
async function bundled(folder: string, more: readonly Plugin[]): Promise<void> {
  mkdirSync(folder);
  for (const name of readdirSync(join(root, 'dist')))
    if (statSync(join(root, 'dist', name)).isFile()) copyFileSync(join(root, 'dist', name), join(folder, name));
  const ahead = await knownAhead(root);
  for (const bundle of bundles.filter(({ outfile }) => /^dist\/(?:cli|server)\.cjs$/.test(outfile ?? '')))
    await build({
      ...bundle,
      plugins: [...more, ...(bundle.plugins ?? []), ahead],
      minify: true,
      outfile: join(folder, basename(bundle.outfile ?? '')),
    });
}

const folder = mkdtempSync(join(tmpdir(), 'dce-lint-companions-'));
try {
  const programs = { with: join(folder, 'with'), without: join(folder, 'without') };
  await bundled(programs.with, []);
  await bundled(programs.without, [withoutThem]);
  const drafts = join(folder, 'drafts');
  mkdirSync(drafts);
  writeFileSync(join(drafts, 'cctp.md'), draftOf(BYTES));
  const times = {
    with: { check: [] as number[], key: [] as number[] },
    without: { check: [] as number[], key: [] as number[] },
  };
  for (let i = 0; i < rounds; i++)
    // The one that comes first changes from round to round.
    for (const which of i % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const)) {
      const check = [process.execPath, join(programs[which], 'cli.cjs'), 'check', 'cctp.md', '--format', 'json'];
      times[which].check.push((await run(check, drafts)).ms);
      const server = [process.execPath, join(programs[which], 'server.cjs'), '--stdio'];
      times[which].key.push((await keystrokes(server, BYTES, { pull: true, ranges: true })).p50);
    }
  for (const what of ['check', 'key'] as const) {
    const ratio = median(times.with[what].map((ms, i) => ms / (times.without[what][i] as number)));
    const [own, other] = [median(times.with[what]), median(times.without[what])].map((ms) => ms.toFixed(1));
    process.stdout.write(`${what}: ${own} ms with, ${other} ms without, median of the ratios ${ratio.toFixed(3)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
