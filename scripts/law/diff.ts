/**
 * Prints what later texts change, and which rules rest on it: `npm run law:diff -- TEXT…`, each a code as a mirror of LEGI
 * gives it, or a table of the CCAG like `ccag-2021.tsv`. Codes are compared with the reading that `scripts/law/digests.json`
 * keeps, the CCAG with `rules/law/series.json`. Fails where something changed.
 */
import { readFileSync } from 'node:fs';
import { rules } from '../../rules/index.ts';
import { article } from '../../rules/law/law.ts';
import type { CcagKind } from '../../rules/law/model.ts';
import { keyOf, parseNumber } from '../../rules/law/numbers.ts';
import { ccagSeries } from '../../rules/law/series.ts';
import { thresholdRows } from '../../rules/law/thresholds.ts';
import digestData from './digests.json' with { type: 'json' };
import { digest, type ReadCode, readCcag, readCode } from './texts.ts';

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('Usage : npm run law:diff -- TEXTE…');
  process.exit(2);
}

const sources = new Map(
  rules.map((r) => [r.id, readFileSync(new URL(`../../rules/${r.id}.ts`, import.meta.url), 'utf8')]),
);

/** What rests on an article of a code: the rules whose text names it, and the thresholds that it sets. */
function resting(code: ReadCode['code'], number: string): string[] {
  const isIt = (written: string) => {
    const parsed = parseNumber(written);
    return parsed !== undefined && keyOf(code, parsed.canonical) === keyOf(code, number);
  };
  const named = rules.filter((r) => (sources.get(r.id)?.match(/\b[LRD]\.? ?\d{1,4}(?:-\d+)*/g) ?? []).some(isIt));
  const set = code === 'ccp' ? thresholdRows.filter((t) => isIt(t.article)) : [];
  return [...named.map((r) => r.id), ...new Set(set.map((t) => `seuil ${t.id}`))];
}

let changes = 0;
function said(kind: string, what: string, on: readonly string[]): void {
  changes++;
  console.log(`${kind.padEnd(9)} ${what}${on.length > 0 ? `\n          en dépend : ${on.join(', ')}` : ''}`);
}

function compareCode(path: string): void {
  const { code, asOf, articles } = readCode(path);
  console.log(`${code.toUpperCase()}, état du ${asOf} :`);
  const before = new Map(Object.entries(digestData[code] as Record<string, string>));
  const tell = (kind: string, number: string, subject: string) =>
    said(
      kind,
      `${number} — ${subject}${article(code, number)?.detail === 'article' ? ' [résumé dans articles.json]' : ''}`,
      resting(code, number),
    );
  for (const { number, subject, texts } of articles) {
    const old = before.get(number);
    before.delete(number);
    if (old === undefined) tell('nouveau', number, subject);
    else if (old !== digest(texts)) tell('modifié', number, subject);
  }
  for (const number of before.keys()) tell('disparu', number, article(code, number)?.subject ?? '');
}

function compareCcag(path: string): void {
  for (const [kind, read] of readCcag(path)) {
    console.log(`CCAG-${kind.toUpperCase()} :`);
    const before = new Map(ccagSeries(kind as CcagKind).articles);
    const tell = (what: string, number: string, subject: string) => {
      const isIt = (n: string | undefined) => n !== undefined && (n === number || number.startsWith(`${n}.`));
      const on = rules.filter((r) =>
        r.sources.some((s) => s.kind === 'ccag' && s.ccag.toLowerCase() === kind && isIt(s.article)),
      );
      said(
        what,
        `${number} — ${subject}`,
        on.map((r) => r.id),
      );
    };
    for (const [number, subject] of read) {
      const old = before.get(number);
      before.delete(number);
      if (old === undefined) tell('nouveau', number, subject);
      else if (old !== subject) tell('modifié', number, subject);
    }
    for (const [number, subject] of before) tell('disparu', number, subject);
  }
}

for (const path of paths) (path.endsWith('.tsv') ? compareCcag : compareCode)(path);
console.log(changes === 0 ? 'Rien n’a changé.' : `${changes} article${changes > 1 ? 's' : ''} à relire.`);
process.exitCode = changes === 0 ? 0 : 1;
