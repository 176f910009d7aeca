/**
 * `npx tsx scripts/bench/companions.ts [ROUNDS]`: what the rules of price schedules and notices cost where there are none, as the
 * ratio of the program with them to the program without. Both are bundled here, and measured by turns: `check` of one draft,
 * and keystrokes in the server, in time of the processors. Each round gives a ratio, and that of the program to itself, which
 * tells how far to believe it; the median of the rounds counts. Asked: 1.05 at most. Linux.
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
import { AT_EXIT } from './cpu.ts';
import { draftOf } from './drafts.ts';
import { keystrokes } from './keystroke.ts';
import { median, quantile, run } from './run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundles: readonly BuildOptions[] = all;
const rounds = Number(process.argv[2] ?? 11);
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

const rotated = <T>(all: readonly T[], by: number): readonly T[] => all.map((_, i) => all[(i + by) % all.length] as T);

/** « 1.012 (half within 0.990 to 1.030) » */
const spread = (ratios: readonly number[]): string => {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(ratios, share).toFixed(3));
  return `${middle} (half within ${low} to ${high})`;
};

const folder = mkdtempSync(join(tmpdir(), 'dce-lint-companions-'));
try {
  const programs = { with: join(folder, 'with'), without: join(folder, 'without'), again: join(folder, 'with') };
  await bundled(programs.with, []);
  await bundled(programs.without, [withoutThem]);
  const drafts = join(folder, 'drafts');
  mkdirSync(drafts);
  writeFileSync(join(drafts, 'cctp.md'), draftOf(BYTES));
  const [atExit, spent] = [join(folder, 'at-exit.cjs'), join(folder, 'spent')];
  writeFileSync(atExit, AT_EXIT);
  const measure = {
    async check(program: string): Promise<number> {
      const command = [process.execPath, '--require', atExit, join(program, 'cli.cjs'), 'check', 'cctp.md'];
      await run([...command, '--format', 'json'], drafts, { CPU_TO: spent });
      return Number(readFileSync(spent, 'utf8'));
    },
    async key(program: string): Promise<number> {
      const server = [process.execPath, join(program, 'server.cjs'), '--stdio'];
      const { cpu } = await keystrokes(server, BYTES, { pull: true, ranges: true });
      if (cpu === undefined) throw new Error('processor time is read on Linux alone');
      return cpu;
    },
  };
  for (const what of ['check', 'key'] as const) {
    const ratios: number[] = [];
    const same: number[] = [];
    const own: number[] = [];
    for (let i = 0; i < rounds; i++) {
      // The order turns from round to round: a machine that warms or fills up favours none.
      const order = rotated(['with', 'without', 'again'] as const, i);
      const took = { with: 0, without: 0, again: 0 };
      for (const which of order) took[which] = await measure[what](programs[which]);
      ratios.push(took.with / took.without);
      same.push(took.again / took.with);
      own.push(took.with);
    }
    process.stdout.write(
      `${what}: ${median(own).toFixed(1)} ms of processor; ratio ${spread(ratios)}; the same program twice ${spread(same)}\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
