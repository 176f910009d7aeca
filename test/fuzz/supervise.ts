/** Runs a kind of cases in a thread, tells how far it is, and stops it when a case does not end. */
import { Worker } from 'node:worker_threads';
import type { Bounds, Outcome } from './runs.ts';

/** Milliseconds between two lines that say how far a run is. */
const EVERY = 20_000;
/** Milliseconds that the case under way is given to end, once the time is up. */
const GRACE = 30_000;

/** What a thread is told to run. */
type Task = Omit<Bounds, 'begun'>;

/** The outcome of a kind. A case that outlasts the time is a failure, with what replays it. */
export function supervise(name: string, bounds: Task, say: (line: string) => void): Promise<Outcome> {
  const counter = new Int32Array(new SharedArrayBuffer(4));
  const begun = () => Atomics.load(counter, 0);
  const start = Date.now();
  const worker = new Worker(new URL('./thread.mjs', import.meta.url), { workerData: { name, bounds, counter } });
  return new Promise<Outcome>((resolve, reject) => {
    const telling = setInterval(() => {
      say(`${name}: case ${begun()} of ${bounds.cases}, ${((Date.now() - start) / 1000).toFixed(0)} s`);
    }, EVERY);
    const waiting = setTimeout(() => {
      const failure = `--seed ${bounds.seed} --path ${begun() - 1}\nthis case does not end`;
      resolve({ cases: begun(), failure });
    }, bounds.time + GRACE);
    worker.on('message', resolve).on('error', reject);
    worker.on('exit', () => {
      clearInterval(telling);
      clearTimeout(waiting);
      reject(new Error(`${name}: the thread ended without an outcome`));
    });
  }).finally(() => worker.terminate());
}
