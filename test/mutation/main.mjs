/**
 * Mutation testing: changes the code of a room in one place after another and counts the changes that no test sees.
 *
 *     npm run mutation -- --mutate rules/kit/french/dates.ts
 *     npm run mutation -- --mutate 'rules/facts/*.ts' --mutants 300 --seed 7
 *     npm run mutation -- --mutate 'rules/facts/*.ts' --survivors
 *
 * `--mutants` tries so many changes, drawn from all those of the files; what is seen of them is then an estimate for the
 * whole, printed with its 95 % interval. `--survivors` tries again, with the tests as they now are, what the last run left
 * alive in these files.
 */
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { ensureInstalled } from '../../scripts/installed.mjs';

const here = new URL('.', import.meta.url);
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const REPORT = 'coverage/mutation.json';

/** The tests that hold a room, the quickest first: a change is dropped at the first that fails. */
const TESTS = [
  { room: 'rules/kit/french/', tests: ['test/kit/french/*.test.ts', 'test/kit/cues.test.ts'] },
  {
    room: 'rules/kit/',
    tests: [
      'test/kit/**/*.test.ts',
      'test/facts/*.test.ts',
      'test/insertion.test.ts',
      'test/core/*.test.ts',
      'test/incremental.test.ts',
    ],
  },
  { room: 'rules/facts/', tests: ['test/facts/*.test.ts', 'test/mutation/examples.ts'] },
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

/** Every change that Stryker would make in these files. */
async function changesOf(files) {
  const { Instrumenter } = await import('@stryker-mutator/instrumenter');
  const silent = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };
  const sources = files.map((file) => ({ name: resolve(file), mutate: true, content: readFileSync(file, 'utf8') }));
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  return (await new Instrumenter(silent).instrument(sources, options)).mutants;
}

/** The names of what the last run left alive. */
function survivors() {
  const { files } = JSON.parse(readFileSync(REPORT, 'utf8'));
  // The report counts lines and columns from 1, Stryker from 0.
  const from0 = ({ line, column }) => ({ line: line - 1, column: column - 1 });
  const alive = Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ location: { start, end }, ...rest }) =>
        nameOf({ ...rest, fileName: resolve(file), location: { start: from0(start), end: from0(end) } }),
      ),
  );
  return new Set(alive);
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
    concurrency: { type: 'string', default: '1' },
  },
});
const files = globSync(values.mutate ?? [], { ignore: '**/*.generated.ts' }).sort();
if (files.length === 0) throw new Error('--mutate names no file, for instance: --mutate rules/kit/french/dates.ts');
const room = TESTS.find((each) => files.every((file) => file.startsWith(each.room)));
const tests = values.tests ?? room?.tests;
if (!tests) throw new Error('These files are of several rooms: name the tests with --tests');
const specs = ['test/mutation/anew.ts', ...tests].flatMap((pattern) => globSync(pattern).sort());

ensureInstalled(fileURLToPath(here));
const { nameOf } = await import('./drawn.mjs');
const { Stryker } = await import('@stryker-mutator/core');

const all = await changesOf(files);
const alive = values.survivors ? survivors() : undefined;
const asked = alive ? all.filter((change) => alive.has(nameOf(change))) : all;
const drawn = values.mutants ? sample(asked, Number(values.mutants), Number(values.seed)) : asked;
const placeOf = ({ fileName, location: { start, end } }) =>
  `${relative('.', fileName)}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;

const results = await new Stryker({
  mutate: drawn.length < all.length ? [...new Set(drawn.map(placeOf))] : files,
  drawn: drawn.map(nameOf),
  checkers: drawn.length < all.length ? ['drawn'] : [],
  testRunner: 'mocha',
  plugins: [
    fileURLToPath(import.meta.resolve('@stryker-mutator/mocha-runner')),
    fileURLToPath(new URL('drawn.mjs', here)),
  ],
  // The tests are loaded anew for each change: each is put in one file, beside its source, which takes a tenth of the time.
  buildCommand: `esbuild ${specs.join(' ')} --bundle --splitting --format=esm --platform=node --packages=external --outdir=. --outbase=. --out-extension:.js=.mjs --log-level=warning`,
  mochaOptions: {
    spec: specs.map((file) => file.replace(/ts$/, 'mjs')),
    grep: PLAIN,
    'no-config': true,
    'no-package': true,
  },
  coverageAnalysis: 'perTest',
  // A change may leave its trace in what the program remembers of words and of their readers.
  maxTestRunnerReuse: 1,
  concurrency: Number(values.concurrency),
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: REPORT },
  tempDirName: 'coverage/stryker',
  // The copy that is changed holds what the tests read, without the libraries; the type checker has no part in it.
  ignorePatterns: [
    '/*',
    '!/rules/',
    '!/server/',
    '!/test/',
    '!/scripts/',
    '!/examples/',
    '!/schemas/',
    '!/package.json',
    '/test/editor',
    '/test/*/node_modules',
  ],
  disableTypeChecks: false,
  // Above what it takes to load the tests on a busy machine: a change that is dropped for that would count as seen.
  timeoutMS: 20_000,
  timeoutFactor: 3,
  dryRunTimeoutMinutes: 20,
  warnings: { slow: false, unknownOptions: false },
  logLevel: 'error',
}).runMutationTest();

const count = (...statuses) => results.filter(({ status }) => statuses.includes(status)).length;
const seen = count('Killed', 'Timeout');
const tried = seen + count('Survived', 'NoCoverage');
const broken = count('RuntimeError');
if (tried + broken !== drawn.length) throw new Error(`${drawn.length} changes were drawn, ${tried + broken} tried`);
const percent = (x) => `${(100 * x).toFixed(1)} %`;
console.log(`${all.length} changes in ${files.length} files, ${drawn.length} tried, of which ${broken} cannot be run.`);
console.log(`${seen} of ${tried} are seen: ${percent(seen / tried)}`);
if (values.mutants && !alive)
  console.log(
    `With 95 % confidence, between ${interval(seen, tried).map(percent).join(' and ')} of all (seed ${values.seed}).`,
  );
