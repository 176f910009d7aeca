/**
 * Mutation testing: changes the code of a room in one place after another and counts the changes that no test sees.
 *
 *     npm run mutation -- --mutate rules/kit/french/dates.ts
 *     npm run mutation -- --mutate 'rules/facts/*.ts' --sample 15 --seed 7
 *     npm run mutation -- --mutate rules/kit/french/dates.ts --survivors
 *
 * `--survivors` tries again, with the tests as they now are, what the last run left alive in these files.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { ensureInstalled } from '../../scripts/installed.mjs';

const here = new URL('.', import.meta.url);
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const REPORT = 'coverage/mutation.json';

/** The tests that hold a room, the quickest first: a change is dropped at the first that fails. */
const TESTS = [
  { room: 'rules/kit/french/', tests: ['test/kit/french/*.test.ts'] },
  { room: 'rules/kit/', tests: ['test/kit/**/*.test.ts', 'test/core/*.test.ts', 'test/insertion.test.ts'] },
  { room: 'rules/facts/', tests: ['test/facts/*.test.ts', 'test/mutation/examples.ts'] },
];

/** A test of speed says nothing of what comes out, and one on random input not the same twice. */
const PLAIN = '^(?!.*(?:linear time|whatever the text|random|anything))';

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

/** The places, as Stryker writes them, of what the last run left alive in these files. */
function survivors(files) {
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  return files.flatMap((file) =>
    (report.files[file]?.mutants ?? [])
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ location: { start, end } }) => `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`),
  );
}

const { values } = parseArgs({
  options: {
    mutate: { type: 'string', multiple: true },
    tests: { type: 'string', multiple: true },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    survivors: { type: 'boolean', default: false },
    concurrency: { type: 'string', default: '1' },
  },
});
const all = globSync(values.mutate ?? [], { ignore: '**/*.generated.ts' }).sort();
const files = values.sample ? sample(all, Number(values.sample), Number(values.seed)).sort() : all;
if (files.length === 0) throw new Error('--mutate names no file, for instance: --mutate rules/kit/french/dates.ts');
const room = TESTS.find((each) => files.every((file) => file.startsWith(each.room)));
const tests = values.tests ?? room?.tests;
if (!tests) throw new Error('These files are of several rooms: name the tests with --tests');

ensureInstalled(fileURLToPath(here));
const { Stryker } = await import('@stryker-mutator/core');
await new Stryker({
  mutate: values.survivors ? survivors(files) : files,
  testRunner: 'mocha',
  plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/mocha-runner'))],
  testRunnerNodeArgs: ['--import', 'tsx', '--import', new URL('../../scripts/modules-alone.mjs', here).href],
  mochaOptions: { spec: tests, grep: PLAIN, 'no-config': true, 'no-package': true },
  coverageAnalysis: 'perTest',
  concurrency: Number(values.concurrency),
  reporters: ['clear-text', 'json'],
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
    '!/package.json',
    '/test/editor',
    '/test/*/node_modules',
  ],
  disableTypeChecks: false,
  warnings: { slow: false },
}).runMutationTest();
