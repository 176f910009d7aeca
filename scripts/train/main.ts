/**
 * Teaches the reader: from the concepts' files, the lexicon and ordinary text to `rules/reading/model/model.json`, with
 * the thresholds of each concept, and beside it the wordings to `wordings.json`; `--wordings` writes these alone, in no
 * time. `--curve` shows what more wordings bring. The same data give the same bytes.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Heard, type ModelFile, sumOf } from '../../rules/reading/model.ts';
import { readConcepts, readOrdinary } from './concepts.ts';
import { againstOf, type Held, held, reachOf, thresholds, thresholdsAtLookAlikes } from './decide.ts';
import { compileLexicon, lexiconOf } from './lexicon.ts';
import { quantised, tablesOf } from './quantise.ts';
import { exampleRows, examplesFor, labelledRows, ordinaryRows, ourRows, ownExampleRows, rowsFor } from './rows.ts';
import { learn } from './svm.ts';
import { writeWordings } from './wordings.ts';

const MODEL = new URL('../../rules/reading/model/model.json', import.meta.url);
const SEED = 7;

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

function main(): void {
  const lexiconTables = compileLexicon();
  const lexicon = lexiconOf(lexiconTables);
  const concepts = readConcepts();
  const labelled = labelledRows(lexicon, readOrdinary());
  const ordinary = ordinaryRows(lexicon);
  const rows = [
    ...labelled,
    ...ownExampleRows(lexicon, concepts),
    ...ordinary,
    ...exampleRows(lexicon),
    ...ourRows(lexicon),
  ];
  console.log(
    `${concepts.length} concepts, ${labelled.length} wordings and look-alikes, ${rows.length - labelled.length} ordinary sentences`,
  );
  console.log(
    'concept, wordings, then of each level: wordings found / look-alikes taken / ordinary sentences hit, each by a model that had not seen its hand or document',
  );
  const machines = concepts.map((concept) => {
    const own = rowsFor(concept, rows);
    const out = held(concept.id, own, SEED);
    const cut = thresholds(out);
    console.log(line(concept.id, out, cut));
    const { weights, bias } = learn(examplesFor(concept.id, own), SEED);
    const found = out.said.filter((score) => score >= cut.probable).length / Math.max(1, out.said.length);
    return {
      concept,
      cut: { ...cut, against: againstOf(out) },
      found: Math.round(found * 1000) / 1000,
      reach: reachOf(concept.id, { weights, bias }, rows),
      ...quantised(weights),
      bias,
    };
  });
  const heard: Heard[] = machines.map(({ concept: { id, says, pieces, rules }, cut, found, reach, unit, bias }) => ({
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
  }));
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
if (!process.argv.includes('--wordings')) main();
