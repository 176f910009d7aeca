/**
 * Scores the rules on snippets written apart from them: `npx tsx scripts/snippets.ts [--misses] FILE.yaml…`.
 * A snippet is `{ id, piece, head?, text, files?, rules: […], about? }`: `rules` are the ids that must fire in it (in any
 * of its files, as often as listed); of the rules named anywhere in the file, no other may.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { openConsultation } from '../rules/consultation/open.ts';
import { rules } from '../rules/index.ts';
import { lint } from '../server/core/lint.ts';

interface Snippet {
  readonly id: string;
  readonly piece: string;
  readonly head?: Readonly<Record<string, string | number>>;
  readonly text: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly rules: readonly string[];
}

const misses = process.argv.includes('--misses');
const paths = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const tally = new Map<string, { found: number; missed: number; false: number }>();
const row = (id: string) => {
  const found = tally.get(id) ?? { found: 0, missed: 0, false: 0 };
  tally.set(id, found);
  return found;
};
let count = 0;
for (const path of paths) {
  const snippets = parse(readFileSync(path, 'utf8')) as readonly Snippet[];
  const scope = new Set(snippets.flatMap((s) => s.rules));
  for (const snippet of snippets) {
    count++;
    const head = Object.entries({ piece: snippet.piece, ...snippet.head }).map(([k, v]) => `  ${k}: ${v}`);
    const sources = [
      { path: `${snippet.piece}.md`, text: `---\ndce:\n${head.join('\n')}\n---\n\n${snippet.text}` },
      ...Object.entries(snippet.files ?? {}).map(([name, text]) => ({ path: name, text })),
    ];
    const consultation = openConsultation(sources, { date: '2026-12-01', files: sources.map((s) => s.path) });
    const found = lint(consultation, { rules }).findings.filter((f) => scope.has(f.rule.id));
    const left = [...found];
    for (const id of snippet.rules) {
      const i = left.findIndex((f) => f.rule.id === id);
      if (i >= 0) left.splice(i, 1);
      row(id)[i >= 0 ? 'found' : 'missed']++;
      if (i < 0 && misses) console.log(`MISS   ${snippet.id}  ${id}`);
    }
    for (const f of left) {
      row(f.rule.id).false++;
      if (misses)
        console.log(
          `FALSE  ${snippet.id}  ${f.rule.id}  « ${f.piece.draft.text.slice(f.at.start, f.at.end).slice(0, 90)} »`,
        );
    }
  }
}
const sum = { found: 0, missed: 0, false: 0 };
for (const [id, r] of [...tally].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`${id.padEnd(42)} found ${r.found}  missed ${r.missed}  false ${r.false}`);
  sum.found += r.found;
  sum.missed += r.missed;
  sum.false += r.false;
}
const percent = (a: number, b: number) => (b === 0 ? '–' : ((100 * a) / b).toFixed(1));
console.log(
  `\n${count} snippets: precision ${percent(sum.found, sum.found + sum.false)} %  recall ${percent(sum.found, sum.found + sum.missed)} %  (found ${sum.found}, missed ${sum.missed}, false ${sum.false})`,
);
