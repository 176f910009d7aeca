/**
 * Teaches the reader: from the concepts' files, the lexicon and ordinary text to `rules/reading/model/model.json`, with
 * the thresholds of each concept, and beside it the wordings to `wordings.json`; `--wordings` writes these alone, in no
 * time. `--curve` shows what more wordings bring. The same data give the same bytes.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Concept } from '../../rules/reading/concept.ts';
import { type KnownConcept, type ModelFile, sumOf } from '../../rules/reading/model.ts';
import { readConcepts } from './concepts.ts';
import { type Held, thresholdsAtLookAlikes } from './decide.ts';
import { compileLexicon } from './lexicon.ts';
import { tablesOf } from './quantise.ts';
import { teachAll } from './teach.ts';
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

async function main(): Promise<void> {
  const lexiconTables = compileLexicon();
  const concepts = readConcepts();
  console.log(
    `${concepts.length} concepts, ${concepts.reduce((n, c) => n + c.said.length + c.unsaid.length, 0)} wordings and look-alikes`,
  );
  console.log(
    'concept, wordings, then of each level: wordings found / look-alikes taken / ordinary sentences hit, each by a model that had not seen its hand or document',
  );
  const machines = await teachAll(concepts, availableParallelism(), ({ id, held, cut }) =>
    console.log(line(id, held, cut)),
  );
  const heard: KnownConcept[] = machines.map(({ cut, found, reach, unit, bias }, i) => {
    const { id, says, pieces, rules } = concepts[i] as Concept;
    return {
      id,
      says,
      pieces,
      rules,
      sure: cut.sure,
      probable: cut.probable,
      against: cut.against,
      found,
      reach,
      bias,
      unit,
    };
  });
  const rest = {
    concepts: heard,
    classes: lexiconTables.classes,
    sets: lexiconTables.sets,
    ...tablesOf(lexiconTables, machines),
  };
  const file: ModelFile = { ...rest, sum: sumOf({ ...rest, sum: 0 }) };
  const text = `${JSON.stringify(file)}\n`;
  const before = existsSync(MODEL) ? readFileSync(MODEL, 'utf8') : undefined;
  writeFileSync(MODEL, text);
  console.log(
    before === text ? 'The model is the same, byte for byte.' : `Written: ${(text.length / 1e6).toFixed(2)} MB.`,
  );
  for (const warning of before ? worseThan(JSON.parse(before) as ModelFile, file) : []) console.log(warning);
}

writeWordings(readConcepts());
if (!process.argv.includes('--wordings')) await main();
