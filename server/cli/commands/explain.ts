import { nearest } from '../../../rules/facts/piece/index.ts';
import { rules } from '../../../rules/index.ts';
import { explain, ruleNamed } from '../../core/explain.ts';
import { explainArticle } from '../../core/explain-article.ts';
import { explainCcagArticle } from '../../core/explain-cited.ts';
import { conceptsOf } from '../../core/heard.ts';
import { OK, type Terminal, UsageError } from '../io.ts';

/** Prints the page of a rule, or what an article of law or of a CCAG says on a day. Throws a `UsageError` when it is neither. */
export async function explainCommand(
  what: string,
  options: { readonly date: string },
  terminal: Terminal,
): Promise<number> {
  const rule = ruleNamed(what, rules);
  const page = rule
    ? explain(rule, options.date, conceptsOf(rule.id))
    : (explainCcagArticle(what, options.date) ?? explainArticle(what, options.date, rules));
  if (page === undefined) {
    if (/^(?:ccp|cpi)?[ .:]*[lrd]\.? ?\d/i.test(what.trim()))
      throw new UsageError(`l’article « ${what} » n’est pas dans nos données (code de la commande publique, CPI)`);
    const near = nearest(
      what,
      rules.map((r) => r.id),
    ).slice(0, 3);
    throw new UsageError(
      `« ${what} » n’est ni une règle ni un article. Les règles les plus proches : ${near.join(', ')}`,
    );
  }
  terminal.out(`${page.trimEnd()}\n`);
  return OK;
}
