/** Runs one kind of cases in a thread of its own, which can be stopped whatever it is at. */
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { KINDS } = await import('./runs.ts');
const { name, bounds, counter } = workerData;
const kind = KINDS.find((k) => k.name === name);
const outcome = await kind.run({ ...bounds, begun: () => Atomics.add(counter, 0, 1) });
parentPort.postMessage(outcome);
