import type { Passage, Sentence, Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { Span } from '../../kit/span.ts';
import { find, findAll, has, type Match } from '../../kit/text.ts';
import { linesOf } from '../commun/index.ts';
import {
  ARTICLES,
  apartFrom,
  CCAG,
  DEROGATES,
  isOwnFirst,
  LIST,
  NUMBER,
  normal,
  numbersIn,
} from './derogations-formes.ts';

/** A line of the final list of derogations. */
export interface DerogationListed {
  /** Articles of the CCAG. */
  readonly articles: readonly string[];
  /** Articles of the contract's own document; empty when none is given. */
  readonly own: readonly string[];
  /** The line names another piece than this one. */
  readonly elsewhere: boolean;
  readonly at: Span;
}

const AFTER_CCAG = new RegExp(
  `(?:${CCAG})(?:[ /-]{0,2}(?:tic|pi|fcs|travaux|moe|mi))?(?: (?:auxquels?|auquel) [a-z' ]{0,40}deroge?)?[ :,(-]{0,4}(?<list>${LIST})(?![a-z0-9°])`,
  'g',
);
export const OWN_TEXT = fr`(?:du |le |au |présent )*(?:présent |présente )?(?:ccap|ccp|ccatp|cahier(?! des clauses administratives g)|marché|contrat|document)`;
const OTHER_PIECE = fr`cctp|acte d'engagement|ae|règlement`;

/** « à l'article 14.1 du CCAG, par l'article 12 ci-dessus », « article 14.1 du CCAG (article 12) », « auquel déroge l'article 12 »: the clause that derogates. */
const isOwn = (folded: string, { from, to }: Match): boolean => {
  const lead = folded.slice(Math.max(0, from - 24), from);
  return (
    /(?<![a-z])(?:par|auxquels? deroge(?:nt)?|auquel deroge(?:nt)?) (?:l'|les )?$/.test(lead) ||
    /(?:ccag|generales)[^()]{0,12}\($/.test(lead) ||
    /^ ?ci-(?:dessus|dessous)/.test(folded.slice(to))
  );
};

/** « 42 mois », « 3 000 € », « annexe 2 »: no article. */
const QUANTITY =
  /(?:\d[\d., ]{0,12})(?:mois|jours?|ans?|annees?|semaines?|heures?|minutes?|euros?|€|eur|ht|ttc|%)(?![a-z])|(?<![a-z])(?:annexes?|lots?|tranches?|phases?|n ?°) ?\d{1,3}/g;

/** « 14.1 : article 12 du présent cahier ». */
const BARE_FIRST = new RegExp(`^[^a-z0-9]*(${NUMBER})(?: ?[:(,;-]| par | - )`);

/** Whose articles a line numbers. */
interface Sides {
  /** Of the CCAG. */
  readonly articles: string[];
  /** Of the contract's own document. */
  readonly own: string[];
}

/** « L'article 14 du CCAG est dérogé par l'article 5 ». */
const PASSIVE = fr`dérogée?s? par`;

/** « CCAG-FCS, article 14.1 », with no other article before. */
const UNDER_CCAG = new RegExp(`^[^0-9]*(?:${CCAG})(?:[ /-]{0,2}(?:tic|pi|fcs|travaux|moe|mi))? ?, ?(?:l'|les )?$`);

/** Whose an article is, by the words around it, down to the next; undefined where its place alone tells. */
function sideOf(folded: string, m: Match, next: number | undefined): keyof Sides | undefined {
  const tail = folded.slice(m.to, next).slice(0, 40);
  const near = tail.slice(0, 24);
  if (has(near, fr`${CCAG}`) && !has(tail.slice(0, find(tail, fr`${CCAG}`)?.from ?? 0), OWN_TEXT)) return 'articles';
  if (UNDER_CCAG.test(folded.slice(0, m.from))) return 'articles';
  if (has(near, OWN_TEXT) || has(near, OTHER_PIECE) || isOwn(folded, m)) return 'own';
  const passive = find(folded, PASSIVE);
  if (passive) return m.from < passive.from ? 'articles' : 'own';
  const verb = find(folded, DEROGATES);
  if (verb) return m.from > verb.from ? 'articles' : 'own';
  return undefined;
}

/** What is told leaves the rest to the other side: « article 4.1, par l'article 3 du présent cahier », « article 14.1 du CCAG : article 12 ». */
function otherSide({ articles, own }: Sides): keyof Sides | undefined {
  if (own.length > 0) return 'articles';
  return articles.length > 0 ? 'own' : undefined;
}

/** Reads a line in which owner and CCAG are told by their words, or by their order. */
function line(whole: string): Sides {
  const { words: folded, articles: said } = apartFrom(whole);
  const found = findAll(folded, ARTICLES);
  const sides: Sides = { articles: [], own: said.flatMap(numbersIn) };
  const read = found.map((m, i) => ({
    keys: numbersIn(m.groups.list ?? ''),
    side: sideOf(folded, m, found[i + 1]?.from),
    byPlace: i === 0 && found.length > 1 ? ('own' as const) : ('articles' as const),
  }));
  for (const { keys, side } of read) if (side) sides[side].push(...keys);
  const other = otherSide(sides);
  for (const { keys, side, byPlace } of read) if (!side) sides[other ?? byPlace].push(...keys);
  sides.articles.push(...unintroduced(folded, sides, found.length === 0));
  return sides;
}

/** The articles of the CCAG that the word « article » does not introduce, where no other is read. */
function unintroduced(folded: string, { articles, own }: Sides, isWordless: boolean): readonly string[] {
  const bare = articles.length === 0 && own.length > 0 ? BARE_FIRST.exec(folded)?.[1] : undefined;
  // « CCAP 5 : CCAG 14.1 ».
  const cited = articles.length + own.length === 0 ? find(folded, AFTER_CCAG)?.groups.list : undefined;
  if (cited) return numbersIn(cited);
  const beside = isWordless ? BEFORE_CCAG.exec(folded)?.[1] : undefined;
  if (beside) return [normal(beside)];
  const numbers = isWordless ? numbersIn(folded.replace(QUANTITY, ' ')) : [];
  // « 5 : 14.1 »: nothing tells which is of the CCAG.
  if (numbers.length > 1 && !/[a-z]/.test(folded)) return [];
  const first = numbers.slice(0, 1);
  return bare ? [normal(bare), ...first] : first;
}

/** « 9.1    14.1 du CCAG-FCS »: the clause, then the article. */
const BEFORE_CCAG = new RegExp(`${NUMBER}[ .]+(?=\\S)[^]*?(${NUMBER}) du (?:${CCAG})`);

const OF_ARTICLES = fr`${CCAG}|dérogé?s?|dérogations?|dérogatoires?|articles?|stipulations?|clauses?`;
const NAMES_ARTICLE = fr`${CCAG}|articles?|art\.? ?\d`;
const BARE = new RegExp(`^ ?${NUMBER}[ .]*$`);
/** A frame of prices or signatures may follow the list, in the same article: what it numbers is no derogation. */
export const isOfDerogations = ({ header, rows }: Table): boolean =>
  header.cells.some((c) => c.has(OF_ARTICLES)) ||
  2 *
    rows.filter(
      (r) => r.cells.some((c) => c.has(NAMES_ARTICLE)) || r.cells.filter((c) => BARE.test(c.folded)).length > 1,
    ).length >
    rows.length;

/** « Objet de la dérogation »: what it is about, and no article. */
const OF_MATTER = fr`objets?|motifs?|natures?|contenus?|intitulés?|libellés?|justifications?|thèmes?`;

export function readTable(table: Table): DerogationListed[] {
  const { cells } = table.header;
  const ownColumn = cells.findIndex((c) => c.has(OWN_TEXT) || c.has(OTHER_PIECE) || c.has(fr`présent`));
  const columnOf = (words: RegExp) => cells.findIndex((c, i) => i !== ownColumn && !c.has(OF_MATTER) && c.has(words));
  const named = columnOf(fr`${CCAG}|dérogée?s?|auquel|auxquels`);
  const ccagColumn = named >= 0 ? named : columnOf(fr`dérogations?`);
  const column = ccagColumn >= 0 ? ccagColumn : ownColumn >= 0 && cells.length === 2 ? 1 - ownColumn : -1;
  return table.rows.flatMap((row) => {
    const cell = column < 0 ? undefined : row.cells.find((c) => c.cell?.column === column);
    const own = ownColumn < 0 ? undefined : row.cells.find((c) => c.cell?.column === ownColumn);
    const whole = row.cells.map((c) => c.folded).join(' ; ');
    const read = cell ? { articles: numbersIn(cell.folded), own: numbersIn(own?.folded ?? '') } : line(whole);
    if (read.articles.length === 0) return [];
    return [{ ...read, elsewhere: has(whole, OTHER_PIECE), at: (cell ?? row.cells[0])?.span ?? row.span }];
  });
}

/** « 4.1 (par l'article 2), 14.1 (article 10.2 du présent CCAP) »: articles of the CCAG, each with the clause that departs from it. */
const PAIR = new RegExp(
  `(?<![a-z0-9.])(?<article>${NUMBER}) ?[([](?:(?:par |a |cf\\.? |voir )?(?:l'|les )?(?:articles?|art\\.?|clauses?) ?)?(?<own>${LIST})(?: ci-(?:dessus|avant)| d[ue] (?:present |ce )?(?:ccap|ccp|ccatp|cahier|document|marche|contrat))?[)\\]]`,
  'g',
);
/** « l'article 5.2 déroge à l'article 28.2, l'article 5.3 déroge à l'article 14.1 »: each clause before what it departs from. */
const CLAUSES = new RegExp(
  `(?:articles?|art\\.) ?(?<own>${LIST})(?: d[ue] (?:present |ce )?(?:ccap|ccp|ccatp|cahier|document|marche|contrat))? (?:deroge|derogent) (?:a|aux?) (?:l')?(?:les )?(?:articles? |art\\. ?)?(?<article>${LIST})(?![.-]?\\d)(?! (?:d[ue] [a-z ]{1,24})?(?:deroge|derogent))`,
  'g',
);
/** « CCAP art. 5 / CCAG art. 14.1 », « CCAP 5 déroge au CCAG 14.1 »: each name before its number. */
const NAME_FIRST = new RegExp(
  `^[^a-z0-9]*(?:ccap|ccp|ccatp|cahier) ?:? ?(?:articles? |art\\. ?)?(?<own>${LIST}) ?(?:[/:;,>=-]+|deroge(?:nt)? (?:a|aux?)) ?(?:${CCAG})[a-z /-]{0,12} ?:? ?(?:articles? |art\\. ?)?(?<article>${LIST})(?![.-]?\\d)`,
  'g',
);
/** « Article du CCAP : 7.2␣␣␣Article du CCAG auquel il est dérogé : 14.1.1 ». */
const LABELLED = new RegExp(
  `articles? d[ue] (?:present |ce )?(?:ccap|ccp|ccatp|cahier|document|marche|contrat) ?: ?(?<own>${LIST})[ ,;/-]*articles? (?:du )?(?:${CCAG})[^:0-9]{0,40}: ?(?<article>${LIST})`,
  'g',
);
const pairsOf = (folded: string): readonly Match[] => {
  const clauses = findAll(folded, CLAUSES);
  return clauses.length > 1 ? clauses : [PAIR, LABELLED, NAME_FIRST].flatMap((form) => findAll(folded, form));
};
const pairsIn = (s: Sentence): DerogationListed[] =>
  pairsOf(s.folded).map(({ groups: { article = '', own = '' } }) => {
    const [first, second] = [numbersIn(article), numbersIn(own)];
    const [of, by] = isOwnFirst(s) && !s.has(LABELLED) && !s.has(NAME_FIRST) ? [second, first] : [first, second];
    return { articles: of, own: by, elsewhere: s.has(OTHER_PIECE), at: s.span };
  });

const isEmpty = (s: Sentence) => s.has(fr`néant|sans objet|aucune dérogation|(?:n'est|ne) (?:pas )?dérog[a-z]*`);

/** An address or a telephone number, whose figures number nothing. */
const COORDINATES = fr`(?:téléphone|tél|fax|télécopie|courriel|e-?mail)(?![a-z])|[a-z0-9-]@[a-z0-9]|\d{1,4},? (?:bis |ter )?(?:rue|avenue|boulevard|place|allée|chemin|quai)`;

/** « Art. 8.4 - Dérogations au CCAG-FCS. L'Art. 1.2 déroge à… »: a title that opens its paragraph, with no mark that makes it one. */
export const OPENING =
  /^ ?(?:(?:article|art\.) ?)?\d{1,2}(?:\.\d{1,2}){0,3} ?[.:)]? ?-? ?(?:(?!par |en |penalites|prix|propriete)[a-z]+ ){0,4}(?:derogations?|articles? (?:du ccag )?(?:deroges?|dont (?:le |la |l')?[a-z-]+ s'ecarte)|ecarts? (?:au|avec le) ccag)(?![a-z])[^.:;]{0,60}[.:] /;
/** « ARTICLE 17 – », « 16. », before the words of a title. */
export const OWN_NUMBER = /^[^a-z]*(?:(?:article|art)(?![a-z]))?[^a-z]*/;

/** It speaks of derogations, or stands under what does. */
const speaks = (s: Sentence): boolean =>
  [s, s.previous, s.passage.lead].some((p) => p?.has(fr`dérog[a-z]*`)) || s.passage.cell !== undefined;

/** It may be a line of the list. */
const isLine = (s: Sentence): boolean =>
  s.passage.list !== undefined || s.has(DEROGATES) || s.has(fr`${CCAG}`) || /^ ?-? ?(?:articles? )?\d/.test(s.folded);

/** What one sentence of a list gives; `isMixed`: its article is on other matters too. */
export function readSentence(sentence: Sentence, isMixed: boolean): readonly DerogationListed[] {
  if (isEmpty(sentence) || sentence.has(COORDINATES) || isOwnTitle(sentence)) return [];
  if (isMixed && !speaks(sentence)) return [];
  const pairs = pairsIn(sentence);
  if (pairs.length > 0 || !isLine(sentence)) return pairs;
  const { articles, own } = line(sentence.folded);
  return articles.length > 0 ? [{ articles, own, elsewhere: sentence.has(OTHER_PIECE), at: sentence.span }] : [];
}

/** A line that begins with what derogates, or is derogated from. */
const BEGINS = new RegExp(`^[^a-z0-9]*(?:l'|les )?(?:(?:articles?|art\\.?|${CCAG}|ccap|ccp) ?)+\\d`);

/** « Article 5 du CCAP – dérogation à l'article 14.1 du CCAG » on each line of one paragraph; undefined where a line does not say it all. */
export function readLines(passage: Passage): readonly DerogationListed[] | undefined {
  const rows: Stretch[] = [];
  for (const { from, to } of linesOf(passage)) {
    const last = rows.at(-1);
    if (last && !BEGINS.test(passage.folded.slice(from, to))) rows[rows.length - 1] = { from: last.from, to };
    else rows.push({ from, to });
  }
  const listed = rows.map((row) => {
    const folded = passage.folded.slice(row.from, row.to);
    return { ...line(folded), elsewhere: has(folded, OTHER_PIECE), at: passage.at(row) };
  });
  return listed.length > 1 && listed.every(({ articles, own }) => articles.length > 0 && own.length > 0)
    ? listed
    : undefined;
}

/** « ARTICLE 17 — DÉROGATIONS. » numbers the list itself. */
const isOwnTitle = (sentence: Sentence): boolean => {
  const { passage, folded } = sentence;
  const isTitle = (passage.heading?.runIn || OPENING.test(passage.folded)) && sentence === passage.sentences[0];
  return isTitle && !/\d/.test(folded.replace(OWN_NUMBER, ''));
};
