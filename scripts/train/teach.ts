/** Teaches and measures one concept: what a thread of the training does for each of its share. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Concept } from '../../rules/reading/concept.ts';
import { readConcepts, readOrdinary } from './concepts.ts';
import { againstOf, type Held, held, reachOf, thresholds } from './decide.ts';
import { compileLexicon, lexiconOf } from './lexicon.ts';
import { type Quantised, quantised } from './quantise.ts';
import {
  credible,
  exampleRows,
  labelledRows,
  ordinaryRows,
  ourRows,
  ownExampleRows,
  type Row,
  rowsFor,
  soundRows,
  teach,
} from './rows.ts';

export const SEED = 7;

/** What is kept of a concept that was taught. */
export interface Taught extends Quantised {
  readonly id: string;
  readonly bias: number;
  readonly cut: { readonly sure: number; readonly probable: number; readonly against: number };
  /** The share of its wordings that are heard by a machine that had not seen their hand. */
  readonly found: number;
  readonly reach: number;
  readonly held: Held;
}

/** All that is learnt from. */
export function allRows(concepts: readonly Concept[]): Row[] {
  const lexicon = lexiconOf(compileLexicon());
  return [
    ...labelledRows(lexicon, readOrdinary()),
    ...ownExampleRows(lexicon, concepts),
    ...ordinaryRows(lexicon),
    ...exampleRows(lexicon),
    ...ourRows(lexicon),
    ...soundRows(lexicon),
  ];
}

/** Teaches concepts that exclude each other, or one by itself. */
function taught(family: readonly Concept[], all: readonly Row[]): Taught[] {
  const lessons = family.map((concept) => ({ concept, rows: credible(concept, rowsFor(concept, all), SEED) }));
  const outs = held(lessons, SEED);
  return lessons.map(({ concept, rows }, i) => {
    const out = outs[i] as Held;
    const cut = thresholds(out, concept);
    const { weights, bias } = teach(concept, rows, SEED);
    const found = out.said.filter((score) => score >= cut.probable).length / Math.max(1, out.said.length);
    return {
      id: concept.id,
      bias,
      cut: { ...cut, against: againstOf(out) },
      found: Math.round(found * 1000) / 1000,
      reach: reachOf(concept.id, { weights, bias }, all),
      held: out,
      ...quantised(weights),
    };
  });
}

/** Concepts that exclude each other are taught together. */
function families(concepts: readonly Concept[]): Concept[][] {
  const out = new Map<string, Concept[]>();
  for (const concept of concepts) {
    const key = concept.thing ?? concept.id;
    out.set(key, [...(out.get(key) ?? []), concept]);
  }
  return [...out.values()];
}

/** A thread knows no TypeScript of its own. */
const START = `import('tsx/esm/api').then(({ register }) => (register(), import(require('node:worker_threads').workerData.file)));`;

/** Teaches these concepts, and those that they exclude, on so many threads; the answer does not hang on how many they are. */
export async function teachAll(
  ids: readonly string[],
  threads: number,
  told: (taught: Taught) => void,
): Promise<Taught[]> {
  const out = new Map<string, Taught>();
  const share = (thread: number) =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(START, { eval: true, workerData: { ids, thread, threads, file: import.meta.url } });
      worker.on('message', (one: Taught) => {
        out.set(one.id, one);
        told(one);
      });
      worker.on('error', reject);
      worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with ${code}`))));
    });
  await Promise.all(Array.from({ length: threads }, (_, thread) => share(thread)));
  return [...out.values()];
}

if (!isMainThread && parentPort) {
  const { ids, thread, threads } = workerData as { ids: readonly string[]; thread: number; threads: number };
  const concepts = readConcepts();
  const rows = allRows(concepts);
  const sought = families(concepts).filter((family) => family.some(({ id }) => ids.includes(id)));
  for (const [i, family] of sought.entries())
    if (i % threads === thread) for (const one of taught(family, rows)) parentPort.postMessage(one);
}
