/** Scores the reading of citations on sentences labelled apart from it: `npx tsx scripts/citations.ts [--misses] FILE.yaml…`. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Case, compare } from './citation-answers.ts';

const misses = process.argv.includes('--misses');
const sum = { cases: 0, exact: 0, found: 0, missed: 0, false: 0 };
for (const path of process.argv.slice(2).filter((a) => !a.startsWith('--')))
  for (const labelled of parse(readFileSync(path, 'utf8')) as readonly Case[]) {
    const { missed, wrong, found } = compare(labelled);
    sum.cases++;
    sum.found += found;
    sum.missed += missed.length;
    sum.false += wrong.length;
    if (missed.length + wrong.length === 0) sum.exact++;
    else if (misses)
      console.log(`${labelled.text}\n   missed ${missed.join(', ') || '–'}\n   false  ${wrong.join(', ') || '–'}`);
  }
const percent = (a: number, b: number) => (b === 0 ? '–' : ((100 * a) / b).toFixed(1));
console.log(
  `${sum.cases} sentences, ${sum.exact} exact: precision ${percent(sum.found, sum.found + sum.false)} %  recall ${percent(sum.found, sum.found + sum.missed)} %  (found ${sum.found}, missed ${sum.missed}, false ${sum.false})`,
);
