import { type Mapping, type RepealedText, type RepealedTextId, type Succession, within } from './model.ts';
import { expand, keyOf, listArticles, parseNumber } from './numbers.ts';
import data from './repealed.json' with { type: 'json' };

/** Repealed texts a draft may still cite, each with what took its place. */
export const repealedTexts = data.texts as readonly RepealedText[];
/** Article by article, old to new. */
export const successions = data.mappings as readonly Succession[];

/** An old article from which an article of the code comes. */
export interface Predecessor {
  readonly text: RepealedTextId;
  /** « décret n° 2016-360, art. 58 ». */
  readonly label: string;
  readonly article: string;
  readonly mapping: Mapping;
}

/** What replaces a repealed text, or one of its articles. */
export interface Successor {
  readonly text: RepealedText;
  /** Articles of the code de la commande publique, one by one; empty when only the text as a whole is known. */
  readonly articles: readonly string[];
  /** « articles L2151-2 et R2151-8 à R2151-11 du code de la commande publique », or the successor of the whole text. */
  readonly label: string;
  readonly subject?: string;
  /** Undefined when only the text as a whole is known. */
  readonly mapping?: Mapping;
  readonly note?: string;
}

const RANK: Record<Mapping, number> = { W: 0, X: 1, K: 2 };

/** The leading number of « art. 58 », « 105 II », « 30 I 8° ». */
const leading = (raw: string): string | undefined => /\d+/.exec(raw.replace(/^\s*art(?:icle)?s?\.?\s*/i, ''))?.[0];

/** Undefined for a text we do not have. Without an article, or for one we do not have, the successor of the whole text. */
export function successor(text: RepealedTextId, articleNumber?: string): Successor | undefined {
  const found = repealedTexts.find((t) => t.id === text);
  if (!found) return undefined;
  const wanted = articleNumber === undefined ? undefined : leading(articleNumber);
  const row = successions.find((s) => s.text === text && s.article === wanted);
  if (!row) return { text: found, articles: [], label: found.successor };
  const articles = expand(row.to);
  const plural = articles.length > 1 ? 'articles' : 'article';
  return {
    text: found,
    articles,
    label: `${plural} ${listArticles(row.to)} du code de la commande publique`,
    subject: row.subject,
    mapping: row.mapping,
    ...(row.note && { note: row.note }),
  };
}

/** Old articles of an article of the CCP in force on a day, the surest mapping first. Empty when none is known. */
export function predecessors(number: string, date: string): Predecessor[] {
  const parsed = parseNumber(number);
  if (!parsed) return [];
  const key = keyOf('ccp', parsed.canonical);
  return successions
    .flatMap((row) => {
      const text = repealedTexts.find((t) => t.id === row.text);
      const hit = text && within(text, date) && expand(row.to).some((n) => keyOf('ccp', n) === key);
      if (!hit) return [];
      return [
        { text: row.text, label: `${text.short}, art. ${row.article}`, article: row.article, mapping: row.mapping },
      ];
    })
    .sort((a, b) => RANK[a.mapping] - RANK[b.mapping]);
}
