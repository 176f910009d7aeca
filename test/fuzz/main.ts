/**
 * `npm run fuzz -- [--cases N] [--seconds S] [--seed N] [--kind NAME] [--path P [--shrink]]`: random inputs of every kind,
 * bounded by count and by time. Prints what was run and what replays a failure; exit 1 when something failed.
 */
import { parseArgs } from 'node:util';
import { KINDS } from './runs.ts';
import { supervise } from './supervise.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Date.now() & 0x7fffffff) },
    kind: { type: 'string' },
    path: { type: 'string' },
    shrink: { type: 'boolean', default: false },
  },
});
const [cases, seconds, seed] = [values.cases, values.seconds, values.seed].map((value) => {
  const number = Number(value);
  if (!Number.isInteger(number)) throw new Error(`not a whole number: ${value}`);
  return number;
}) as [number, number, number];
const kinds = KINDS.filter((k) => values.kind === undefined || k.name === values.kind);
if (kinds.length === 0) throw new Error(`kinds: ${KINDS.map((k) => k.name).join(', ')}`);

console.log(`seed ${seed}`);
const whole = kinds.reduce((n, k) => n + k.share, 0);
const end = Date.now() + seconds * 1000;
let total = 0;
let failures = 0;
for (const { name, share } of kinds) {
  const start = Date.now();
  const wanted = Math.max(1, Math.round((cases * share) / whole));
  const { path, shrink } = values;
  const bounds = { seed, cases: wanted, time: Math.max(0, end - start), shrink, ...(path !== undefined && { path }) };
  const outcome = await supervise(name, bounds, (line) => console.error(line));
  total += outcome.cases;
  const took = ((Date.now() - start) / 1000).toFixed(0);
  console.log(`${name}: ${outcome.cases} cases of ${wanted}, ${took} s, ${outcome.failure ? 'FAILED' : 'no failure'}`);
  if (!outcome.failure) continue;
  failures++;
  console.log(`replay: npm run fuzz -- --kind ${name} --cases ${cases} ${outcome.failure}\n`);
}
console.log(`${total} cases, ${failures} kinds with a failure`);
process.exitCode = failures > 0 ? 1 : 0;
