/** What more wordings bring: the curve over all of them, and what one wording added does to its paraphrases. */
import { readFileSync } from 'node:fs';
import file from '../../rules/reading/model/model.json' with { type: 'json' };
import type { ModelFile } from '../../rules/reading/model.ts';
import { readConcepts, readOrdinary } from '../train/concepts.ts';
import { thresholdsAtLookAlikes } from '../train/decide.ts';
import { compileLexicon, lexiconOf, withoutClasses } from '../train/lexicon.ts';
import {
  credible,
  exampleRows,
  featuresOfStatement,
  labelledRows,
  ordinaryRows,
  ownExampleRows,
  type Row,
  teach,
} from '../train/rows.ts';
import { type Machine, random, scoreOf, shuffled } from '../train/svm.ts';
import { readSealed } from './sealed.ts';

const SEED = 7;
const compiled = compileLexicon();
const concepts = readConcepts();

/** Rows to learn from; so many lines of each side of each concept, drawn over all hands, when `most` is given. */
function rowsFor(lexicon: ReturnType<typeof lexiconOf>, most = Number.POSITIVE_INFINITY): Row[] {
  const next = random(5);
  const labelled = shuffled(labelledRows(lexicon, readOrdinary()), next);
  const taken = new Map<string, number>();
  const kept = labelled.filter(({ concept, says }) => {
    const key = `${concept} ${says}`;
    taken.set(key, (taken.get(key) ?? 0) + 1);
    return (taken.get(key) as number) <= most;
  });
  const own = most === Number.POSITIVE_INFINITY ? ownExampleRows(lexicon, concepts) : [];
  return [...kept, ...own, ...ordinaryRows(lexicon), ...exampleRows(lexicon)];
}

/** Sealed wordings found where one in twenty of the sealed look-alikes is taken, by how many lines a side were learnt from. */
export function curve(): string[] {
  const sealed = readSealed();
  const out: string[] = [];
  for (const [name, tables] of [
    ['with the lexicon', compiled],
    ['without', withoutClasses(compiled)],
  ] as const) {
    const lexicon = lexiconOf(tables);
    const lines = sealed.map((line) => ({ ...line, features: featuresOfStatement(lexicon, line).features }));
    for (const most of [25, 50, 100, Number.POSITIVE_INFINITY]) {
      const rows = rowsFor(lexicon, most);
      let found = 0;
      let said = 0;
      for (const concept of concepts) {
        const { rules } = concept;
        const machine = teach(concept, credible(concept, rows, SEED), SEED);
        const scored = lines
          .filter(({ rule }) => rules.includes(rule))
          .map(({ says, features }) => ({ says, score: scoreOf(machine, features) }));
        const [from] = thresholdsAtLookAlikes(
          scored.filter(({ says }) => !says).map(({ score }) => score),
          [0.05],
        );
        const saying = scored.filter(({ says }) => says);
        said += saying.length;
        found += saying.filter(({ score }) => score >= (from as number)).length;
      }
      out.push(
        `${name}, ${most === Number.POSITIVE_INFINITY ? 'all' : most} wordings a concept: ${((100 * found) / said).toFixed(1)} % of ${said} found`,
      );
    }
  }
  return out;
}

const FAMILIES = new URL('../../test/reading/paraphrases/p.tsv', import.meta.url);

/** A family for each concept, drawn by lot among those whose wording is missed; its paraphrases heard before it is learnt, and after. */
export function adding(): string[] {
  const lexicon = lexiconOf(compiled);
  const rows = rowsFor(lexicon);
  const next = random(2026);
  const lines = readFileSync(FAMILIES, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [rule = '', family = '', rank = '', heading = '', context = '', text = ''] = line.split('\t');
      return { rule, family, rank: Number(rank), heading, context, text };
    });
  const known = new Map((file as unknown as ModelFile).concepts.map((c) => [c.id, c]));
  let [families, before, after, heard] = [0, 0, 0, 0];
  const out: string[] = [];
  for (const concept of concepts) {
    const { id, rules } = concept;
    const from = known.get(id)?.probable ?? 0;
    const base = teach(concept, credible(concept, rows, SEED), SEED);
    const hears = (machine: Machine, line: (typeof lines)[number]) =>
      scoreOf(machine, featuresOfStatement(lexicon, line).features) >= from;
    const mine = lines.filter(({ rule }) => rules.includes(rule));
    const drawn = shuffled([...new Set(mine.map(({ family }) => family))], next)
      .map((family) => mine.filter((line) => line.family === family))
      .find((family) => family.some((line) => line.rank === 0 && !hears(base, line)));
    if (!drawn) {
      out.push(`${id}: every wording is heard already`);
      continue;
    }
    const [wording, ...paraphrases] = [...drawn].sort((a, b) => a.rank - b.rank);
    if (!wording) continue;
    const row: Row = {
      ...featuresOfStatement(lexicon, wording),
      concept: id,
      says: true,
      group: 'added',
      words: 0,
      thing: undefined,
    };
    const taught = teach(concept, credible(concept, [...rows, row], SEED), SEED);
    const count = (machine: Machine) => paraphrases.filter((line) => hears(machine, line)).length;
    const [b, a] = [count(base), count(taught)];
    families++;
    before += b;
    after += a;
    if (hears(taught, wording)) heard++;
    out.push(`${id}: ${b} of ${paraphrases.length} paraphrases before, ${a} after`);
  }
  return [
    ...out,
    `${families} families: the wording is heard in ${heard} once added; paraphrases ${before} before, ${after} after, of ${families * 10}`,
  ];
}
