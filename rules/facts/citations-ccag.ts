import type { Sentence } from '../kit/draft.ts';
import { fr } from '../kit/french/pattern.ts';
import type { Stretch } from '../kit/french/scan.ts';
import type { Phrase } from '../kit/markdown/prose.ts';
import type { Span } from '../kit/span.ts';
import { findAll } from '../kit/text.ts';
import type { CcagKind, CcagYear } from './ccag.ts';

interface CcagArticle {
  /** `46.2.1`, `A.38.1`. */
  readonly article: string;
  /** Undefined where the text says « le CCAG » alone: the one that the contract refers to. */
  readonly kind: CcagKind | undefined;
  /** Undefined where no version is said. */
  readonly year: CcagYear | undefined;
}

/** An article of a CCAG, as a sentence cites it. */
export interface CcagArticleRead extends CcagArticle, Stretch {}

/** An article of a CCAG, as cited. */
export interface CcagCitation extends CcagArticle {
  /** The number as written. */
  readonly at: Span;
  readonly sentence: Sentence;
}

const NUM = '(?:[ab]\\.? ?)?\\d{1,2}(?:\\.\\d{1,2}){0,3}';
const LIST = `${NUM}(?:(?: ?[,;] ?| et | ou | et a l'article | et de l'article )(?:aux? |des )?(?:articles? )?${NUM})*`;
const NAME = 'c\\.?c\\.?a\\.?g\\.?|cahiers? des clauses administratives generales';
const KIND = '(?:[ /-]{0,3}(?<kind>tic|pi|fcs|travaux|moe|mi)(?![a-z]))?';
const YEAR = '(?:,? ?\\(?(?:de |version |edition |du )?(?<year>2009|2021)\\)?)?';
const BEFORE = fr`(?:articles?|art\.?|§) ?(?:n ?° ?)?(?<list>${LIST}) (?:du|de ce|dudit) (?:${NAME})${KIND}${YEAR}`;
const AFTER = fr`(?:${NAME})${KIND}${YEAR}[ ,(:]{1,3}(?:en son |son |a l'|a son |en ses |ses )?(?:articles?|art\.?) ?(?<list>${LIST})(?! (?:du|de la|de l') (?:present|ccap|cctp|marche|code|rc))`;
const NUMBERS = new RegExp(`(?<![a-z0-9.])${NUM}(?![0-9°%])`, 'g');

const normal = (written: string) =>
  written.replace(/\s/g, '').replace(/^([ab])\.?(?=\d)/, (_, l) => `${l.toUpperCase()}.`);

const CCAG = /c\.?c\.?a\.?g|administratives generales/;

/** The articles of a CCAG that a sentence cites. Empty when it cites none. */
export function readCcagArticles(phrase: Phrase): CcagArticleRead[] {
  if (!phrase.has(CCAG)) return [];
  const out: CcagArticleRead[] = [];
  const taken = new Set<number>();
  for (const m of [...phrase.findAll(BEFORE), ...phrase.findAll(AFTER)]) {
    const { list = '', kind, year } = m.groups;
    const start = m.from + m.text.indexOf(list);
    for (const n of findAll(list, NUMBERS)) {
      const at = { from: start + n.from, to: start + n.to };
      if (taken.has(at.from)) continue;
      taken.add(at.from);
      out.push({
        ...at,
        article: normal(n.text),
        kind: kind as CcagKind | undefined,
        year: year ? (Number(year) as CcagYear) : undefined,
      });
    }
  }
  return out.sort((a, b) => a.from - b.from);
}
