/**
 * Mutation testing: changes the code of a room in one place after another and counts the changes that no test sees.
 *
 *     npm run mutation -- --mutate rules/kit/french/dates.ts
 *     npm run mutation -- --mutate 'rules/facts/pi/*.ts' --mutants 300 --seed 7
 *     npm run mutation -- --mutate 'rules/facts/pi/*.ts' --survivors
 *
 * `--mutants` tries so many changes, drawn from all those of the files; what is seen of them is then an estimate for the
 * whole, printed with its 95 % interval. `--survivors` tries again, with the tests as they now are, what the last run left
 * alive in these files.
 */

import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { globSync } from 'tinyglobby';
import { ensureInstalled } from '../../scripts/installed.mjs';

const here = new URL('.', import.meta.url);
process.chdir(fileURLToPath(new URL('../../', import.meta.url)));

const REPORT = 'coverage/mutation.json';

/** Milliseconds after which the tests are held never to end. */
const TIMEOUT = 60_000;

/** The tests that hold a room. */
const TESTS = [
  { room: 'rules/kit/french/', tests: ['test/kit/french/*.test.ts', 'test/kit/cues{,.long}.test.ts'] },
  { room: 'rules/kit/', tests: ['test/kit/*.test.ts', 'test/insertion.test.ts', 'test/core/*.test.ts'] },
  { room: 'rules/facts/', tests: ['test/facts/**/*.test.ts', 'test/mutation/examples.ts'] },
];

/** A test of speed says nothing of what comes out. Random input that takes long is left out too. */
const PLAIN = '^(?!.*(?:linear time|in proportion|whatever the text|random|anything))';

/** `n` of the items, the same for the same seed (mulberry32). */
function sample(items, n, seed) {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const keyed = items.map((item) => ({ item, key: random() })).sort((a, b) => a.key - b.key);
  return keyed.slice(0, n).map(({ item }) => item);
}

/** The interval in which a share lies, of which `seen` in `n` draws is an estimate: 95 times in 100 (Wilson). */
function interval(seen, n) {
  const z = 1.96;
  const middle = seen + z ** 2 / 2;
  const half = z * Math.sqrt((seen * (n - seen)) / n + z ** 2 / 4);
  return [middle - half, middle + half].map((x) => x / (n + z ** 2));
}

const { values } = parseArgs({
  options: {
    mutate: { type: 'string', multiple: true },
    tests: { type: 'string', multiple: true },
    mutants: { type: 'string' },
    seed: { type: 'string', default: '1' },
    survivors: { type: 'boolean', default: false },
  },
});
const files = globSync(values.mutate ?? [], { ignore: '**/*.generated.ts' }).sort();
if (files.length === 0) throw new Error('--mutate names no file, for instance: --mutate rules/kit/french/dates.ts');
const room = TESTS.find((each) => files.every((file) => file.startsWith(each.room)));
const tests = values.tests ?? room?.tests;
if (!tests) throw new Error('These files are of several rooms: name the tests with --tests');
const specs = ['test/mutation/anew.ts', ...tests].flatMap((pattern) => globSync(pattern).sort());

ensureInstalled(fileURLToPath(here));
const { changesOf, nameOf, scriptOf } = await import('./changes.mjs');
const { changes, contents } = await changesOf(files);
const alive = values.survivors && new Set(JSON.parse(readFileSync(REPORT, 'utf8')));
const asked = alive ? changes.filter((change) => alive.has(nameOf(change))) : changes;
const drawn = values.mutants ? sample(asked, Number(values.mutants), Number(values.seed)) : asked;

const script = await scriptOf(specs, contents);
const fileOf = Object.fromEntries(changes.map(({ id, file }) => [id, file]));
let known;
/** What never stops growing takes the thread down, not the whole. */
const resourceLimits = { maxOldGenerationSizeMb: 2000 };
/** A thread for trials, once it knows which tests go through what. */
async function start() {
  const worker = new Worker(new URL('trials.mjs', here), {
    workerData: { script, plain: PLAIN, known, fileOf },
    resourceLimits,
  });
  [known] = await once(worker, 'message');
  if (known.failed) throw new Error(`A test fails before anything is changed: ${known.failed}`);
  return worker;
}

/** What became of each change that was tried. */
const outcomes = new Map();
let worker = await start();
for (const change of drawn) {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), TIMEOUT);
  worker.postMessage(change.id);
  try {
    const [{ tests, failed }] = await once(worker, 'message', { signal: late.signal });
    outcomes.set(change, failed ? 'seen' : tests === 0 ? 'never run' : 'not seen');
  } catch {
    // Else the thread itself fell of it.
    outcomes.set(change, late.signal.aborted ? 'endless' : 'seen');
    await worker.terminate();
    worker = await start();
  }
  clearTimeout(timer);
  if (outcomes.size % 500 === 0) console.error(`${outcomes.size} of ${drawn.length}`);
}
await worker.terminate();

const isSeen = (change) => ['seen', 'endless'].includes(outcomes.get(change));
const left = drawn.filter((change) => !isSeen(change));
mkdirSync(dirname(REPORT), { recursive: true });
writeFileSync(REPORT, JSON.stringify(left.map(nameOf)));
const short = (text) => (text.length > 300 ? `${text.slice(0, 300)}…` : text).replaceAll('\n', '\n    ');
for (const change of left) {
  const { file, line, kind, before, after } = change;
  console.log(`${file}:${line} ${kind}, ${outcomes.get(change)}\n  - ${short(before)}\n  + ${short(after)}\n`);
}
const percent = (x) => `${(100 * x).toFixed(1)} %`;
const shareOf = (some) => {
  const seen = some.filter(isSeen).length;
  return `${seen} of ${some.length} are seen: ${percent(seen / some.length)}`;
};
for (const file of files) {
  const own = drawn.filter((change) => change.file === file);
  if (own.length > 0 && files.length > 1) console.log(`${file}: ${shareOf(own)}`);
}
const endless = drawn.filter((change) => outcomes.get(change) === 'endless').length;
console.log(
  `${changes.length} changes in ${files.length} files, ${drawn.length} tried, of which ${endless} without an end.`,
);
console.log(shareOf(drawn));
if (values.mutants && !alive) {
  const bounds = interval(drawn.length - left.length, drawn.length).map(percent);
  console.log(`With 95 % confidence, between ${bounds.join(' and ')} of all (seed ${values.seed}).`);
}
