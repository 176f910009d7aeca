/**
 * Prints what a later text of a code changes, and which rules rest on it: `npm run law:diff -- TEXT…`, each a code as a mirror
 * of LEGI gives it, compared with the reading that `scripts/law/digests.json` keeps. Fails where something changed.
 */
import { rules } from '../../rules/index.ts';
import { article } from '../../rules/law/law.ts';
import { keyOf, parseNumber } from '../../rules/law/numbers.ts';
import digestData from './digests.json' with { type: 'json' };
import { digest, type ReadCode, readCode } from './texts.ts';

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('Usage : npm run law:diff -- TEXTE…');
  process.exit(2);
}

/** The rules that name an article as their source, or whose words cite it. */
function resting(code: ReadCode['code'], number: string): string[] {
  const key = keyOf(code, number);
  const isIt = (written: string) => {
    const parsed = parseNumber(written);
    return parsed !== undefined && keyOf(code, parsed.canonical) === key;
  };
  return rules
    .filter(
      (r) =>
        r.sources.some((s) => s.kind === 'code' && s.code === code && isIt(s.article)) ||
        [r.why, ...Object.values(r.messages)].some((t) => (t.match(/[LRD]\.? ?\d{1,4}(?:-\d+)+/g) ?? []).some(isIt)),
    )
    .map((r) => r.id);
}

let changes = 0;
for (const path of paths) {
  const read = readCode(path);
  const before = new Map(Object.entries(digestData[read.code] as Record<string, string>));
  const said = (kind: string, number: string, subject: string) => {
    changes++;
    const on = resting(read.code, number);
    const row = article(read.code, number)?.detail === 'article' ? ' [résumé dans articles.json]' : '';
    console.log(
      `${kind.padEnd(9)} ${number} — ${subject}${row}${on.length > 0 ? `\n          règles : ${on.join(', ')}` : ''}`,
    );
  };
  console.log(`${read.code.toUpperCase()}, état du ${read.asOf} :`);
  for (const { number, subject, texts } of read.articles) {
    const old = before.get(number);
    before.delete(number);
    if (old === undefined) said('nouveau', number, subject);
    else if (old !== digest(texts)) said('modifié', number, subject);
  }
  for (const number of before.keys()) said('disparu', number, article(read.code, number)?.subject ?? '');
}
console.log(changes === 0 ? 'Rien n’a changé.' : `${changes} article${changes > 1 ? 's' : ''} à relire.`);
process.exitCode = changes === 0 ? 0 : 1;
