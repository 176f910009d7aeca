/**
 * Measures a great many drafts: `npx tsx scripts/bench/scale.ts [DRAFTS [BYTES [PARTS [FORMAT…]]]]` makes them up (20 000 of 9 000 bytes
 * on average, from a quarter of that to seven quarters, three pieces to a folder), checks them in one run and in parts, two at a time, puts the parts together, and prints seconds and the
 * most memory that each process held. The merged report must be that of one run.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { draftOf } from './drafts.ts';
import { type Run, run } from './run.ts';

const [drafts = 20_000, bytes = 9_000, parts = 8] = process.argv.slice(2, 5).map(Number);
const formats = process.argv.length > 5 ? process.argv.slice(5) : ['json', 'sarif', 'html'];
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const folder = join(tmpdir(), `dce-lint-scale-${drafts}-${bytes}`);
const NAMES = ['rc', 'ccap', 'cctp'];

if (!existsSync(folder))
  for (let i = 0; i < drafts; i++) {
    const own = join(folder, `${Math.floor(i / 3000)}`, `${Math.floor(i / 3)}`);
    mkdirSync(own, { recursive: true });
    const name = NAMES[i % 3] as string;
    writeFileSync(
      join(own, `${name}.md`),
      `---\ndce:\n  piece: ${name}\n---\n\n${draftOf((bytes * (1 + ((i * 7919) % 7))) / 4, i + 1)}`,
    );
  }

const out = join(folder, '..', `dce-lint-scale-out-${process.pid}`);
mkdirSync(out);
const at = (name: string) => join(out, name);
const check = (...more: string[]) => run([process.execPath, cli, 'check', '--date', '2026-12-01', ...more], folder);
const merge = (format: string) =>
  run([process.execPath, cli, 'merge', ...names, '--format', format, '--output', at(`merged.${format}`)], folder);
const names = Array.from({ length: parts }, (_, i) => at(`${i + 1}.part`));
const tell = (what: string, { ms, mib }: Run, path: string) =>
  console.log(
    `${what}: ${(ms / 1000).toFixed(1)} s, ${Math.round(mib)} MiB, ${Math.round(statSync(path).size / 1e6)} MB written`,
  );

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}

try {
  for (const format of formats)
    tell(
      `one run, ${format}`,
      await check('--format', format, '--output', at(`whole.${format}`)),
      at(`whole.${format}`),
    );
  const start = performance.now();
  for (let i = 0; i < parts; i += 2)
    await Promise.all(
      names.slice(i, i + 2).map(async (name, j) => {
        const own = await check('--format', 'part', '--shard', `${i + j + 1}/${parts}`, '--output', name);
        tell(`part ${i + j + 1}/${parts}`, own, name);
      }),
    );
  console.log(`all parts, two at a time: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  for (const format of formats) {
    tell(`merge, ${format}`, await merge(format), at(`merged.${format}`));
    const same = (await digest(at(`merged.${format}`))) === (await digest(at(`whole.${format}`)));
    console.log(`merged ${format} is that of one run: ${same ? 'yes' : 'NO'}`);
  }
} finally {
  rmSync(out, { recursive: true });
}
