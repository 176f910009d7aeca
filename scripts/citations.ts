/**
 * Scores the reading of citations on sentences labelled apart from it: `npx tsx scripts/citations.ts [--misses] FILE.yaml…`.
 * A case is `{ text, date?, cites: ['ccp:R2152-7 changed', …] }`. A bare `unknown` is right when nothing is said of it.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ccagReference } from '../rules/facts/ccag.ts';
import { citations } from '../rules/facts/citations.ts';
import { openConsultation } from '../rules/facts/piece.ts';
import type { Piece } from '../rules/kit/piece.ts';
import { articleAt, ccagAt, repealedTexts } from '../rules/law/law.ts';

interface Case {
  readonly text: string;
  readonly date?: string;
  readonly cites: readonly string[];
}

const DATE = '2026-10-01';

/** What the program answers of each citation of a piece, in the words of the labels. */
function answers(piece: Piece): string[] {
  const { articles, repealed, ccag } = piece.ask(citations);
  const out = new Set<string>();
  for (const { code, number, between } of articles)
    if (code === 'ccp' || code === 'cpi')
      for (const n of [number, ...between]) out.add(`${code}:${n} ${articleAt(code, n, piece.date).status}`);
  for (const { text, articles: of } of repealed) {
    const until = repealedTexts.find((t) => t.id === text)?.until ?? '';
    const answer = piece.date < until ? 'in-force' : 'repealed';
    for (const a of of.length > 0 ? of.map((n) => `:${n}`) : ['']) out.add(`${text}${a} ${answer}`);
  }
  const reference = piece.ask(ccagReference);
  const articled = new Set(ccag.map((c) => c.sentence));
  for (const c of [...ccag, ...reference.mentions.filter((m) => !articled.has(m.sentence))]) {
    const kind = c.kind ?? reference.kind;
    if (!kind || kind === 'aucun') continue;
    const now = ccagAt(kind, piece.date);
    const year = c.year ?? now?.text.year;
    const alive = now !== undefined && [now.text, ...now.also].some((t) => t.year === year);
    const number = 'article' in c ? `:${c.article}` : '';
    out.add(`ccag-${kind}-${year}${number} ${alive ? 'in-force' : 'repealed'}`);
  }
  return [...out];
}

const misses = process.argv.includes('--misses');
const sum = { cases: 0, exact: 0, found: 0, missed: 0, false: 0 };
for (const path of process.argv.slice(2).filter((a) => !a.startsWith('--')))
  for (const { text, date = DATE, cites } of parse(readFileSync(path, 'utf8')) as readonly Case[]) {
    const source = { path: 'rc.md', text: `# Règlement de la consultation\n\n${text}\n` };
    const [piece] = openConsultation([source], { date, files: ['rc.md'] }).pieces;
    if (!piece) throw new Error(text);
    const said = answers(piece);
    const wanted = cites.filter((c) => c !== 'unknown');
    const missed = wanted.filter((c) => !said.includes(c));
    const wrong = said.filter((c) => !wanted.includes(c));
    sum.cases++;
    sum.found += wanted.length - missed.length;
    sum.missed += missed.length;
    sum.false += wrong.length;
    if (missed.length + wrong.length === 0) sum.exact++;
    else if (misses)
      console.log(`${text}\n   missed ${missed.join(', ') || '–'}\n   false  ${wrong.join(', ') || '–'}`);
  }
const percent = (a: number, b: number) => (b === 0 ? '–' : ((100 * a) / b).toFixed(1));
console.log(
  `${sum.cases} sentences, ${sum.exact} exact: precision ${percent(sum.found, sum.found + sum.false)} %  recall ${percent(sum.found, sum.found + sum.missed)} %  (found ${sum.found}, missed ${sum.missed}, false ${sum.false})`,
);
