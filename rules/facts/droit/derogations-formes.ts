import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { findAll } from '../../kit/text.ts';
import { sibling, withoutParts } from './ccag-numeros.ts';

export const CCAG = 'c\\.?c\\.?a\\.?g\\.?|cahiers? (?:des clauses administratives )?generales?|cahier general';
export const NUMBER = '(?:[ab]\\. ?|[ab]|b )?\\d{1,2}(?:\\.\\d{1,2}){0,3}(?:[. -]?(?:bis|ter))?';
export const LIST = `(?:n ?° ?)?${NUMBER}(?:(?: ?, ?| ?; ?| et | ou | a | ainsi que )(?:(?:a (?!\\d)|de )?(?:l')?(?:les |aux? |des )?(?:articles? )?)?${NUMBER})*`;
export const ARTICLES = new RegExp(
  `(?<![a-z0-9])(?:articles?|art\\.?|alineas? \\d de l'article|§|paragraphes?) ?(?<list>${LIST})(?![a-z0-9°])`,
  'g',
);
const NUMBERS = new RegExp(`(?<![a-z0-9.])${NUMBER}(?![0-9°%])`, 'g');

export const DEROGATES = fr`(?:par|en) dérogations? (?:expresse |partielle )?(?:à|aux?)|dérogations? (?:à|aux?)|dérog(?:e|ent|eant|era|eront|er)(?:, [^,;.:]{3,60},)? (?:[a-z]+ ){0,3}(?:à|aux?)|contrairement (?:à|aux?)|il est dérogé(?:, [^,;.:]{3,60},)? (?:[a-z]+ ){0,2}(?:à|aux?)|est dérogatoire (?:à|aux?)|(?:par|fait(?:e|es|s)?) exception (?:à|aux?)|exception (?:est|sera) faite (?:à|aux?)|nonobstant|(?:à la différence|à l'inverse|à l'opposé|à rebours|au rebours|en lieu et place) d(?:e|u|es)|(?:autrement|différemment) que|(?:s'écarte|s'écartent|s'écartant|s'éloigne|s'éloignent) d(?:e|u|es)`;

export const normal = (s: string) =>
  s
    .replace(/^([ab])\.? ?(?=\d)/, '$1.')
    .replace(/\s+/g, '')
    .replace(/\.$/, '');

/** The articles that a text numbers; « 3 à 5 » gives three. */
export function numbersIn(text: string): string[] {
  const folded = withoutParts(text);
  const found = findAll(folded, NUMBERS);
  let previous: string | undefined;
  return found.flatMap((m, i) => {
    const before = found[i - 1];
    const joint = before ? folded.slice(before.to, m.from) : '';
    // « 16.1.1.1 et 2 » are two parts of one article.
    const own = /^ ?(?:,|et|ou) ?$/.test(joint) ? sibling(previous, m.text) : undefined;
    previous = own ?? normal(m.text);
    const [first, last] = [Number(before?.text), Number(m.text)];
    const isRange = joint === ' a ' && Number.isInteger(last) && last > first && last < first + 20;
    return isRange ? Array.from({ length: last - first }, (_, n) => String(first + n + 1)) : [previous];
  });
}

const ARTICLES_OF_CCAG =
  "(?:l')?(?:les )?(?:articles?|art\\.) ?\\d{1,2}(?:\\.\\d{1,2}){0,3}(?:(?:, | et | ou )\\d{1,2}(?:\\.\\d{1,2}){0,3})* (?:du|de ce) (?:c\\.?c\\.?a\\.?g\\.?|cahier des clauses administratives generales)(?:[ /-]{0,2}(?:tic|pi|fcs|travaux|moe|mi)(?![a-z]))?";
const WITHOUT_EFFECT =
  "(?:ne|n') ?(?:s'applique(?:nt|ra|ront)?|joue(?:nt|ra|ront)?|(?:est|sont|sera|seront)) (?:pas|point)(?: (?:applicables?|applique[es]*|repris[es]*|retenu[es]*))|ne (?:s'applique(?:nt|ra|ront)?|joue(?:nt|ra|ront)?) (?:pas|point)|(?:est|sont|sera|seront) (?:expressement )?(?:ecarte[es]*|mis[es]* de cote|inapplicables?|sans application|neutralise[es]*|remplace[es]* par)";
const INSTEAD =
  "(?:au lieu|en remplacement|a la place) d(?:e|u|es) |et non (?:pas )?(?:de |a |par |selon )?(?:celles?|celui|ceux) (?:de |que |qu'|prevue?s? (?:par|a) |fixee?s? (?:par|a) )(?:fixe |prevoit |retient |donne |indique )?|(?:se substitue(?:nt)?|remplace(?:nt)?) (?:a )?(?:celles? de |celui de |ceux de )?";
/** « L'option B de l'article 11.1 du CCAG n'est pas retenue »: one of the two that it offers. */
const OF_OPTION = `options? "?[ab]"? (?:(?:de|prevue (?:a|par)) )?(?:l')?`;
/** « L'article 14.1.1 du CCAG ne joue pas », « au lieu de celle de l'article 36 du CCAG »: departed from, in no word of derogation. */
export const SET_ASIDE = new RegExp(
  `(?<![a-z])(?<!${OF_OPTION})${ARTICLES_OF_CCAG}(?:,? (?!n')[a-z']+){0,3},? (?:${WITHOUT_EFFECT})(?![a-z])|(?<![a-z])(?:${INSTEAD})(?:(?:celles?|celui|ceux) (?:de |que (?:fixe|prevoit|retient) )|(?:[a-z0-9']+ ){1,5}(?:de |a |par ))?${ARTICLES_OF_CCAG}`,
  'g',
);

/** « Dérogent au CCAG : l'article 5 (articles 13.3 et 14.1) », « Clauses dérogatoires »: what derogates comes first. */
export const isOwnFirst = (s: Sentence): boolean =>
  [s, s.passage.lead, s.section.heading].some((said) => said?.has(CLAUSES_FIRST));
const CLAUSES_FIRST = fr`(?:(?<![a-z] )|(?:articles?|clauses?|stipulations?) (?:suivante?s?|ci-après|ci-dessous)(?: d[ue] (?:présent )?(?:ccap|ccp|cahier|marché|document))? )dérogent (?:à|aux?)|(?:articles?|clauses?|stipulations?)(?: du présent (?:ccap|ccp|cahier|marché|document))? (?:dérogatoires?|dérogeant|qui dérogent)`;

/** A lead that says what follows derogates, or is derogated from: not a clause that does so itself. */
const LEADS =
  /^(?!.{0,12}par derogation)(?=.*(?<![a-z])derog(?:e|ent|eant|ation|ations|atoires?)(?![a-z])).{8,140}: ?$/;
const NUMBERS_ARTICLE = fr`(?:articles?|art\.|ccap|ccag) ?(?:[a-z]+ )?\d{1,2}|^[^a-z0-9]*\d{1,2}\.\d`;

/** « Dérogent au CCAG-PI : », and its lines, where no title says that they are the list; none where no such lead stands. */
export function itemsLed({ draft }: Piece): readonly Passage[] {
  const lead = draft
    .passagesWith(LEADS)
    .findLast(({ items }) => items.length > 0 && items.every((item) => item.has(NUMBERS_ARTICLE)));
  return lead?.items ?? [];
}

/** « Le présent CCAP déroge, en son article 5, à l'article 19.2.3 »: the clause that derogates, told beside the verb. */
const IN_ITS =
  /(?<![a-z])(?<!derog(?:e|ent|era|eront) )(?:en|dans|par|a) (?:son|ses|leurs?) (?:articles?|art\.) ?(?<list>\d{1,2}(?:\.\d{1,2})*(?:(?:, | et )\d{1,2}(?:\.\d{1,2})*)*)/g;
/** The folded words of a line with these clauses blanked, and their numbers as written; none where it tells none so. */
export function apartFrom(folded: string): { readonly words: string; readonly articles: readonly string[] } {
  const all = findAll(folded, IN_ITS);
  const words = all.reduce((w, { from, to }) => w.slice(0, from) + ' '.repeat(to - from) + w.slice(to), folded);
  return { words, articles: all.map((m) => m.groups.list ?? '') };
}
