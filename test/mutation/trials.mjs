/** A thread that runs the tests against one change after another. Each run begins anew, in a program that remembers nothing. */
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import Mocha from 'mocha';

const { script, plain, known, fileOf } = workerData;
const require = createRequire(import.meta.url);
const GLOBALS = ['describe', 'it', 'before', 'after', 'beforeEach', 'afterEach'];
const program = new vm.Script(`(function (require, ${GLOBALS}) {${script}\n})`, { filename: 'tests.js' });
const load = program.runInThisContext();

class Silent {}

/** Milliseconds from which a test is tried last: most changes are seen by a quicker one. */
const SLOW = 100;

/** Runs the tests of which `isWanted`, given their rank; the name of the first that fails comes back, if any does. */
function run(isWanted, begun = () => {}, passed = () => {}) {
  // What never ends, the main thread tells.
  const mocha = new Mocha({ reporter: Silent, bail: true, timeout: 0 });
  const given = {};
  mocha.suite.emit('pre-require', given, null, mocha);
  try {
    load(require, ...GLOBALS.map((name) => given[name]));
  } catch (error) {
    return Promise.resolve(`at load: ${error.message}`);
  }
  let rank = 0;
  const ranks = new WeakMap();
  const keepWanted = (suite) => {
    suite.tests = suite.tests.filter((test) => {
      ranks.set(test, rank);
      return isWanted(rank++) && new RegExp(plain).test(test.fullTitle());
    });
    suite.suites.forEach(keepWanted);
  };
  keepWanted(mocha.suite);
  return new Promise((done) => {
    let failed;
    const runner = mocha.run(() => {
      mocha.dispose();
      done(failed);
    });
    runner.on('test', (test) => begun(ranks.get(test)));
    runner.on('pass', (test) => passed(ranks.get(test), test.duration));
    runner.on('fail', (test, error) => {
      failed ??= `${test.fullTitle()}: ${error.message}`;
    });
  });
}

/** Which tests go through which changes, and which are slow, seen in a run of all. */
async function survey() {
  const stryker = { mutantCoverage: { static: {}, perTest: {} } };
  globalThis.__stryker__ = stryker;
  /** @type {number[]} */
  const slow = [];
  const failed = await run(
    () => true,
    (rank) => {
      stryker.currentTestId = String(rank);
    },
    (rank, duration) => {
      if (duration >= SLOW) slow.push(rank);
    },
  );
  if (failed) return { failed };
  // A test that fails whenever it is run again would pass for one that sees everything.
  globalThis.__stryker__ = { activeMutant: 'none' };
  const again = await run(() => true);
  if (again) return { failed: again };
  /** @type {Record<string, number[]>} */
  const through = {};
  for (const [rank, hit] of Object.entries(stryker.mutantCoverage.perTest))
    for (const id of Object.keys(hit)) {
      through[id] ??= [];
      through[id].push(Number(rank));
    }
  return { through, slow, atLoad: Object.keys(stryker.mutantCoverage.static) };
}

const seen = known ?? (await survey());
parentPort.postMessage(seen);
/** Tests that go through a file, by its path. */
const through = new Map(Object.values(fileOf).map((file) => [file, new Set()]));
for (const [id, ranks] of Object.entries(seen.through ?? {}))
  for (const rank of ranks) through.get(fileOf[id])?.add(rank);

const slow = new Set(seen.slow);
const every = new Set([...through.values()].flatMap((ranks) => [...ranks]));

parentPort.on('message', async (id) => {
  globalThis.__stryker__ = { activeMutant: id };
  // What is changed at load may show wherever its file is gone through; one of mere constants, wherever any is.
  const ofFile = through.get(fileOf[id]);
  const wanted = seen.atLoad.includes(id) ? (ofFile.size > 0 ? ofFile : every) : new Set(seen.through[id]);
  const isQuick = (rank) => wanted.has(rank) && !slow.has(rank);
  const isSlow = (rank) => wanted.has(rank) && slow.has(rank);
  parentPort.postMessage({ tests: wanted.size, failed: (await run(isQuick)) ?? (await run(isSlow)) });
});
