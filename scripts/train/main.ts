/**
 * Teaches the reader: from the concepts' files, the lexicon and ordinary text to `rules/reading/model/model.json`, with
 * the thresholds of each concept, and beside it the wordings to `wordings.json`; `--wordings` writes these alone, in no
 * time; `--only a/b c/d` teaches these concepts alone, in a minute. The same data give the same bytes.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Concept } from '../../rules/reading/concept.ts';
import { type KnownConcept, type ModelFile, sumOf } from '../../rules/reading/model.ts';
import { readConcepts } from './concepts.ts';
import { type Held, thresholdsAtLookAlikes } from './decide.ts';
import { compileLexicon } from './lexicon.ts';
import { type Quantised, tablesOf, weightsIn } from './quantise.ts';
import { type Taught, teachAll } from './teach.ts';
import { writeWordings } from './wordings.ts';

const MODEL = new URL('../../rules/reading/model/model.json', import.meta.url);
const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(0)} %`;

function line(
  id: string,
  { said, unsaid, ordinary, words }: Held,
  { sure, probable }: { sure: number; probable: number },
) {
  const over = (scores: readonly number[], from: number) => scores.filter((s) => s >= from).length;
  const share = (from: number) =>
    `${percent(over(said, from), said.length).padStart(5)} / ${percent(over(unsaid, from), unsaid.length).padStart(4)} / ${over(ordinary, from)}`;
  const [all] = thresholdsAtLookAlikes(unsaid, [0.05]);
  return `${id.padEnd(42)} at 5 % of look-alikes ${percent(over(said, all as number), said.length)}, ${over(ordinary, all as number)} ordinary; ${String(said.length).padStart(4)}  probable ${share(probable)}   sure ${share(sure)}   (${words} words)`;
}

/** A line for each concept of which less is found than before: what was there is in the history. */
export const worseThan = (before: ModelFile, now: ModelFile): string[] =>
  now.concepts.flatMap(({ id, found }) => {
    const old = before.concepts.find((c) => c.id === id)?.found ?? 0;
    return found < old
      ? [`Less is found of ${id}: ${(100 * found).toFixed(1)} %, and ${(100 * old).toFixed(1)} % before.`]
      : [];
  });

/** A concept as the model keeps it, with its weights. */
interface Learnt extends Quantised {
  readonly known: KnownConcept;
}

/** What a concept's file says of it. */
const saidOf = ({ id, says, pieces, rules, thing, role }: Concept) => ({
  id,
  says,
  pieces,
  rules,
  ...(thing && { thing }),
  ...(role === 'reponse' && { answers: true as const }),
});

const learntOf = (concept: Concept, taught: Taught): Learnt => {
  const { cut, found, reach, unit, bias, kept } = taught;
  return { known: { ...saidOf(concept), ...cut, found, reach, bias, unit }, unit, kept };
};

/** What was learnt before of a concept, with what its file says now. */
function asSaid(concept: Concept, { known, ...weights }: Learnt): Learnt {
  const { sure, probable, against, found, reach, bias, unit } = known;
  return { known: { ...saidOf(concept), sure, probable, against, found, reach, bias, unit }, ...weights };
}

/** What a model already knows of each concept. */
function learntIn(file: ModelFile): ReadonlyMap<string, Learnt> {
  const weights = weightsIn(file);
  return new Map(file.concepts.map((known, i) => [known.id, { known, ...(weights[i] as Quantised) }]));
}

/** Teaches the concepts named with those that they exclude, or all; the others stay as the model has them, until all are taught again. */
async function main(only: readonly string[]): Promise<void> {
  const lexiconTables = compileLexicon();
  const concepts = readConcepts();
  const unknown = only.find((id) => !concepts.some((c) => c.id === id));
  if (unknown) throw new Error(`there is no concept ${unknown}`);
  console.log(
    `${concepts.length} concepts, ${concepts.reduce((n, c) => n + c.said.length + c.unsaid.length, 0)} wordings and look-alikes`,
  );
  console.log(
    'concept, wordings, then of each level: wordings found / look-alikes taken / ordinary sentences hit, each by a model that had not seen its hand or document',
  );
  const before = existsSync(MODEL) ? readFileSync(MODEL, 'utf8') : undefined;
  const old = before ? (JSON.parse(before) as ModelFile) : undefined;
  const known = old && only.length > 0 ? learntIn(old) : undefined;
  const ids = concepts.map(({ id }) => id).filter((id) => !known?.has(id) || only.includes(id));
  const taught = await teachAll(ids, availableParallelism(), ({ id, held, cut }) => console.log(line(id, held, cut)));
  const learnt = concepts.map((concept): Learnt => {
    const fresh = taught.find(({ id }) => id === concept.id);
    return fresh ? learntOf(concept, fresh) : asSaid(concept, known?.get(concept.id) as Learnt);
  });
  const rest = {
    concepts: learnt.map((one) => one.known),
    classes: lexiconTables.classes,
    sets: lexiconTables.sets,
    ...tablesOf(lexiconTables, learnt),
  };
  const file: ModelFile = { ...rest, sum: sumOf(rest) };
  const text = `${JSON.stringify(file)}\n`;
  writeFileSync(MODEL, text);
  console.log(
    before === text ? 'The model is the same, byte for byte.' : `Written: ${(text.length / 1e6).toFixed(2)} MB.`,
  );
  for (const warning of old ? worseThan(old, file) : []) console.log(warning);
}

const { values, positionals } = parseArgs({
  options: { wordings: { type: 'boolean' }, only: { type: 'boolean' } },
  allowPositionals: true,
});
const concepts = readConcepts();
const known = new Set(concepts.map(({ id }) => id));
const unknown = positionals.filter((id) => !known.has(id));
if (unknown.length > 0) throw new Error(`No such concept: ${unknown.join(', ')}`);
if ((values.only ?? false) !== positionals.length > 0) throw new Error('--only and the names of concepts go together');
writeWordings(concepts);
if (!values.wordings) await main(positionals);
