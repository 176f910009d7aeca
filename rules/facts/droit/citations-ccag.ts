import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { type CcagKind, type CcagYear, ccagNamedAfter } from './ccag.ts';
import { ARTICLE_NUMBER, ccagNumbers } from './ccag-numeros.ts';
import { type Matter, matterOf } from './citations-matieres.ts';

interface CcagArticle {
  /** `46.2.1`, `A.38.1`. */
  readonly article: string;
  /** Undefined where the text says « le CCAG » alone: the one that the contract refers to. */
  readonly kind: CcagKind | undefined;
  /** Undefined where no version is said. */
  readonly year: CcagYear | undefined;
  /** What the sentence gives it for; undefined where it says nothing that we know. */
  readonly matter: Matter | undefined;
  /** A clause is drawn from it, or a note lists it among texts: it is not said to apply. */
  readonly asModel: boolean;
}

/** An article of a CCAG, as a sentence cites it. */
export interface CcagArticleRead extends CcagArticle, Stretch {}

/** An article of a CCAG, as cited. */
export interface CcagCitation extends CcagArticle {
  /** The number as written. */
  readonly at: Span;
  readonly sentence: Sentence;
}

/** What may follow the first number of a list: each of these begins in its own way, so that a list is read in one manner only. */
const NEXT = [
  '[ ,;()§]',
  '(?<![\\d.-])\\d{1,2}(?:[.-]\\d{1,2}){0,3}(?:°|er|eme|e(?![a-z]))?',
  'a\\.?(?![a-z])',
  'b\\.?(?= ?\\d)',
  '[b-h](?=\\))',
  "(?<=(?:a|de) )l'",
  '(?:et|ou|aux?|des?|articles?|alineas?|al|paragraphes?|premier|deuxieme|second|troisieme|dernier)(?![a-z])',
].join('|');
const LIST = `${ARTICLE_NUMBER}(?:${NEXT}){0,60}`;
const NAME = 'c\\.?c\\.?a\\.?g\\.?|cahiers? des clauses administratives generales';
const BEFORE = fr`(?:articles?|art\.?|§) ?(?:n ?° ?)?(?<list>${LIST}) ?(?:du|de ce|dudit|du dit) (?:${NAME})`;
const KIND = '(?:[ /-]{0,3}(?:tic|pi|fcs|travaux|moe|mi)(?![a-z]))?';
const YEAR = '(?:,? ?\\(?(?:de |version |edition |du )?(?:2009|2021)\\)?)?';
const AFTER = fr`(?:${NAME})${KIND}${YEAR}[ ,(:]{1,3}(?:en son |son |a l'|a son |en ses |ses )?(?:articles?|art\.?) ?(?<list>${LIST})`;
/** After a list: it is one of articles of the contract itself. */
const OWN = /^ ?,? ?(?:du|de la|de l') ?(?:present|ccap|cctp|marche|code|rc)/;

/** « inspiré de l'article 38 du CCAG-TIC », « à l'instar de ce que prévoit le CCAG-PI (article 20) ». */
const DRAWN_FROM = fr`(?:(?:librement |directement )?(?:inspiré|emprunté|transposé|repris|calqué|tiré|adapté)(?:e|s|es)?|s'inspir(?:e|ent|ant)|par analogie|à l'instar|à l'image|à la manière|sur le modèle|comparables?|analogues?|similaires?|semblables?|équivalents?|équivalent) (?:avec |à |aux? |de |du |des |sur )(?:(?!applique)[a-z']+ ){0,6}(?:l'|les )?(?:[(,] ?)?$`;
/** « Références citées : … », « Sources : … »: a list of texts. */
const LIST_OF_TEXTS =
  /^[^a-z0-9]*(?:[^:.]{0,80}\. )?(?:(?:liste des )?(?:references?|textes|sources)(?: (?:juridiques?|legales?|reglementaires?))?(?: (?:citee?s|verifiee?s|utilisee?s|consultee?s|de reference|mentionnee?s))*|bibliographie) ?:/;

const CCAG = /c\.?c\.?a\.?g|administratives generales/;

/** The articles of a CCAG that a sentence cites. Empty when it cites none. */
export function readCcagArticles(phrase: Phrase): CcagArticleRead[] {
  if (!phrase.has(CCAG)) return [];
  const out: CcagArticleRead[] = [];
  const taken = new Set<number>();
  const name = new RegExp(NAME, 'g');
  const isList = phrase.has(LIST_OF_TEXTS);
  for (const m of [...phrase.findAll(BEFORE), ...phrase.findAll(AFTER)]) {
    const { list = '' } = m.groups;
    if (OWN.test(phrase.folded.slice(m.to))) continue;
    const start = m.from + m.text.indexOf(list);
    const named = [...m.text.matchAll(name)].at(-1);
    const { kind, year } = ccagNamedAfter(phrase.folded, m.from + (named?.index ?? 0) + (named?.[0].length ?? 0));
    const asModel = isList || has(phrase.folded.slice(0, m.from), DRAWN_FROM);
    for (const n of ccagNumbers(list)) {
      const at = { from: start + n.from, to: start + n.to };
      if (taken.has(at.from)) continue;
      taken.add(at.from);
      out.push({ ...at, article: n.number, kind, year, matter: matterOf(phrase, at), asModel });
    }
  }
  return out.sort((a, b) => a.from - b.from);
}
