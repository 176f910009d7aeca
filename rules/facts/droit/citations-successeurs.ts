import { listArticles, parseNumber, successor } from '../../law/law.ts';
import type { RepealedCitation } from './citations.ts';

/**
 * The articles that take the place of those cited, « R2151-8 à R2151-11 »; undefined where one of them is not known.
 * `verified`: false when one is told by its subject alone.
 */
export function inForce(
  cited: Pick<RepealedCitation, 'text' | 'articles'>,
): { readonly list: string; readonly plural: boolean; readonly verified: boolean } | undefined {
  const known = cited.articles.map((a) => successor(cited.text, a));
  if (known.length === 0 || !known.every((s) => s !== undefined && s.articles.length > 0)) return undefined;
  const articles = [...new Set(known.flatMap((s) => s?.articles ?? []))];
  const verified = known.every((s) => s?.mapping !== 'K');
  return { list: listArticles(inRanges(articles)), plural: articles.length > 1, verified };
}

/** Articles that follow one another as ranges: `R2151-8..R2151-11`. */
function inRanges(articles: readonly string[]): string[] {
  const runs: string[][] = [];
  for (const article of articles) {
    const run = runs[runs.length - 1];
    const before = parseNumber(run?.[run.length - 1] ?? '');
    const own = parseNumber(article);
    const follows = before && own && before.family === own.family && !own.suffix && own.rank === before.rank + 1;
    if (run && follows) run.push(article);
    else runs.push([article]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}..${run[run.length - 1]}`] : run));
}
