/**
 * `npx tsx scripts/bench/reading.ts`: what a statement costs the reader, with its concepts and with 280 of the same
 * size.
 */

import { plain } from '../../rules/kit/french/fold.ts';
import file from '../../rules/reading/model/model.json' with { type: 'json' };
import { bytesOf, Model, type ModelFile, sumOf } from '../../rules/reading/model.ts';
import { readOrdinary } from '../train/concepts.ts';
import { random, shuffled } from '../train/svm.ts';

const MODEL = file as unknown as ModelFile;
const CONCEPTS = 280;

/** A model of so many concepts: those that there are, and copies whose weights fall on other buckets of the same, in an order drawn anew for each. */
function widened(model: ModelFile, most: number): ModelFile {
  const n = model.concepts.length;
  const times = Math.ceil(most / n);
  const counts = new Uint16Array(bytesOf(model.counts));
  const owners = new Uint16Array(bytesOf(model.owners));
  const weights = new Int8Array(bytesOf(model.weights));
  const next = random(3);
  const at: { owner: number; weight: number }[][] = Array.from(counts, () => []);
  for (let copy = 0; copy < times; copy++) {
    const order = copy === 0 ? [...counts.keys()] : shuffled([...counts.keys()], next);
    let o = 0;
    counts.forEach((count, i) => {
      for (let k = 0; k < count; k++, o++)
        (at[order[i] as number] as { owner: number; weight: number }[]).push({
          owner: copy * n + (owners[o] as number),
          weight: weights[o] as number,
        });
    });
  }
  const wide: ModelFile = {
    ...model,
    concepts: Array.from({ length: n * times }, (_, i) => ({
      ...(model.concepts[i % n] as ModelFile['concepts'][number]),
      id: `copy/${i}`,
    })),
    counts: Uint16Array.from(at, (all) => all.length).buffer,
    owners: Uint16Array.from(at.flat().map(({ owner }) => owner)).buffer,
    weights: Int8Array.from(at.flat().map(({ weight }) => weight)).buffer,
  };
  return { ...wide, sum: sumOf(wide) };
}

const texts = readOrdinary()
  .slice(0, 3000)
  .map(({ text }) => plain(text));
function perStatement(model: Model): number {
  for (const text of texts) model.scores(text, 'text');
  const rounds = Array.from({ length: 5 }, () => {
    const from = process.cpuUsage();
    for (const text of texts) model.scores(text, 'text');
    return process.cpuUsage(from).user / texts.length;
  });
  return Math.min(...rounds);
}

const started = process.cpuUsage();
const model = new Model(MODEL);
console.log(`taking up the model: ${(process.cpuUsage(started).user / 1000).toFixed(1)} ms of processor`);
console.log(`${MODEL.concepts.length} concepts: ${perStatement(model).toFixed(1)} µs a statement`);
console.log(`${CONCEPTS} concepts: ${perStatement(new Model(widened(MODEL, CONCEPTS))).toFixed(1)} µs a statement`);
