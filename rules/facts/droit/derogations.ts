import type { Passage, Section, Sentence, Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { find, findAll, has, type Match } from '../../kit/text.ts';
import { sibling, withoutParts } from './ccag-numeros.ts';
import { apartFrom, isOwnFirst, itemsLed, SET_ASIDE } from './derogations-formes.ts';

/** A derogation that a clause of the body makes. */
export interface Derogation {
  /** Articles of the CCAG, as « 14.1 »; empty when none is numbered. */
  readonly articles: readonly string[];
  /** The CCAG is named. Otherwise the articles may be of another text. */
  readonly named: boolean;
  readonly sentence: Sentence;
  /** « Par dérogation à l'article 14.1 du CCAG-TIC ». */
  readonly at: Span;
}

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

export interface Derogations {
  readonly made: readonly Derogation[];
  /** Section that lists the derogations; undefined when there is none. */
  readonly list: Section | undefined;
  readonly listed: readonly DerogationListed[];
  /** Every number of the list, whatever it is of: what stands there in a form that is not read is no omission. */
  readonly numbered: readonly string[];
  /** The table that holds the list, if it is one. */
  readonly table: Table | undefined;
  /** A sentence sends to a list in an annex. */
  readonly annexed: boolean;
}

const CCAG = 'c\\.?c\\.?a\\.?g\\.?|cahiers? des clauses administratives generales';
const NUMBER = '(?:[ab]\\. ?|[ab]|b )?\\d{1,2}(?:\\.\\d{1,2}){0,3}(?:[. -]?(?:bis|ter))?';
const LIST = `(?:n ?° ?)?${NUMBER}(?:(?: ?, ?| ?; ?| et | ou | a | ainsi que )(?:(?:a (?!\\d)|de )?(?:l')?(?:les |aux? |des )?(?:articles? )?)?${NUMBER})*`;
const ARTICLES = new RegExp(
  `(?<![a-z0-9])(?:articles?|art\\.?|alineas? \\d de l'article|§|paragraphes?) ?(?<list>${LIST})(?![a-z0-9°])`,
  'g',
);
const NUMBERS = new RegExp(`(?<![a-z0-9.])${NUMBER}(?![0-9°%])`, 'g');

const DEROGATES = fr`(?:par|en) dérogations? (?:expresse |partielle )?(?:à|aux?)|dérogations? (?:à|aux?)|dérog(?:e|ent|eant|era|eront|er)(?:, [^,;.:]{3,60},)? (?:[a-z]+ ){0,3}(?:à|aux?)|contrairement (?:à|aux?)|il est dérogé(?:, [^,;.:]{3,60},)? (?:[a-z]+ ){0,2}(?:à|aux?)|est dérogatoire (?:à|aux?)|par exception (?:à|aux?)|nonobstant|(?:à la différence|à l'inverse|à l'opposé|à rebours|au rebours|en lieu et place) d(?:e|u|es)|(?:autrement|différemment) que|(?:s'écarte|s'écartent|s'écartant|s'éloigne|s'éloignent) d(?:e|u|es)`;
const DENIED = fr`(?:n'est|ne (?:sera|saurait être)) (?:pas )?dérogé|ne (?:déroge|dérogent|peut|peuvent|saurait) (?:[a-z]+ )?(?:pas|déroger)|sans (?:qu'il soit )?déro[a-z]*|aucune dérogation|toute dérogation|les dérogations|candidats?`;
/** « Si l'article 36 du CCAG ne s'applique pas »: nothing is set aside. */
const HYPOTHESIS = fr`(?:si|lorsque|quand|dans le cas où|dès lors que)`;
/** Texts other than the CCAG that an article may be of. */
const OTHER_TEXT = fr`du (?:présent|code|décret|règlement|cctp|ccap|rc|cctg|d\.?t\.?u|fascicule|guide|référentiel|programme)|de la (?:loi|directive|présente|norme|convention|charte)|de l'(?:ordonnance|arrêté|acte|eurocode|annexe)|des (?:normes?|conditions générales)|(?:fascicule|dtu|norme) (?:n ?° ?)?[a-z0-9]|code (?:civil|du travail|de)|[lrd]\.? ?\d{3,4}-\d`;
const LIST_TITLE = fr`dérog[a-zé]*|(?:articles?|stipulations?|clauses?) (?:du ccag )?(?:écartée?s?|modifiée?s?)|écarts? (?:au|avec le) ccag`;
const LIST_LEAD = fr`(?:liste|récapitulatif|récapitulation|tableau) (?:[a-z]+ ){0,3}dérogations?|dérogations? (?:[a-z'-]+ ){0,8}(?:sont les suivantes|suivantes|ci-(?:après|dessous)|récapitulées?)`;
const ANNEXED = fr`dérogations? (?:[a-z'-]+ ){0,10}annexe|annexe (?:[a-z0-9'-]+ ){0,8}dérogations?`;

const normal = (s: string) =>
  s
    .replace(/^([ab])\.? ?(?=\d)/, '$1.')
    .replace(/\s+/g, '')
    .replace(/\.$/, '');
/** The articles that a text numbers; « 3 à 5 » gives three. */
function numbersIn(text: string): string[] {
  const folded = withoutParts(text);
  const found = findAll(folded, NUMBERS);
  let previous: string | undefined;
  return found.flatMap((m, i) => {
    const before = found[i - 1];
    // « 16.1.1.1 et 2 » are two parts of one article.
    const own =
      before && /^ ?(?:,|et|ou) ?$/.test(folded.slice(before.to, m.from)) ? sibling(previous, m.text) : undefined;
    previous = own ?? normal(m.text);
    if (own) return [own];
    const [first, last] = [Number(before?.text), Number(m.text)];
    const isRange =
      before &&
      folded.slice(before.to, m.from) === ' a ' &&
      Number.isInteger(last) &&
      last > first &&
      last < first + 20;
    return isRange ? Array.from({ length: last - first }, (_, n) => String(first + n + 1)) : [normal(m.text)];
  });
}

interface Made {
  readonly articles: readonly string[];
  readonly named: boolean;
  readonly from: number;
  readonly to: number;
}

/** Derogations of one sentence: the words, the articles right after them, and the CCAG they are of. */
const read = (phrase: Phrase): Made[] | undefined => {
  const out: Made[] = [];
  for (const m of phrase.findAll(DEROGATES)) {
    const rest = phrase.folded.slice(m.to, m.to + 260);
    if (has(phrase.folded.slice(Math.max(0, m.from - 30), m.to), DENIED)) continue;
    const named = find(rest, fr`${CCAG}`);
    const until = named?.to ?? rest.length;
    const between = rest.slice(0, until);
    const first = find(between, ARTICLES);
    if (!first && !named) continue;
    if (
      first &&
      has(rest.slice(first.from, named && named.from - first.to < 90 ? named.from : first.to + 70), OTHER_TEXT)
    )
      continue;
    const isOf = named !== undefined && (first === undefined || named.from - first.to < 90);
    // « au CCAG (article 14.1) », « au CCAG-TIC, article 14.1 ».
    const after = isOf && !first ? find(rest.slice(named.to, named.to + 60), ARTICLES) : undefined;
    const articles = first
      ? findAll(between, ARTICLES).flatMap((a) => numbersIn(a.groups.list ?? ''))
      : numbersIn(after?.groups.list ?? '');
    const suffix = isOf
      ? (/^[ /-]{0,2}(?:tic|pi|fcs|travaux|moe|mi)\b(?: (?:de )?20\d\d)?/.exec(rest.slice(named.to))?.[0].length ?? 0)
      : 0;
    const to = m.to + (isOf ? named.to + suffix : (first?.to ?? 0));
    out.push({ articles, named: isOf, from: m.from, to });
  }
  for (const m of phrase.findAll(SET_ASIDE)) {
    const list = find(m.text, ARTICLES)?.groups.list;
    const isSaid = out.some((o) => o.from < m.to && m.from < o.to) || has(phrase.folded.slice(0, m.from), HYPOTHESIS);
    if (list && !isSaid && !has(m.text, OTHER_TEXT))
      out.push({ articles: numbersIn(list), named: true, from: m.from, to: m.to });
  }
  return out.length > 0 ? out : undefined;
};

const AFTER_CCAG = new RegExp(
  `(?:${CCAG})(?:[ /-]{0,2}(?:tic|pi|fcs|travaux|moe|mi))?[ :,(-]{0,4}(?<list>${LIST})(?![a-z0-9°])`,
  'g',
);
const OWN_TEXT = fr`(?:du |le |au |présent )*(?:présent |présente )?(?:ccap|ccp|ccatp|cahier(?! des clauses administratives g)|marché|contrat|document)`;
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

/** Reads a line in which owner and CCAG are told by their words, or by their order. */
function line(whole: string): { articles: string[]; own: string[] } {
  const { words: folded, articles: said } = apartFrom(whole);
  const found: Match[] = findAll(folded, ARTICLES);
  const verb = find(folded, DEROGATES);
  // « L'article 14 du CCAG est dérogé par l'article 5 ».
  const passive = find(folded, fr`dérogée?s? par`);
  const articles: string[] = [];
  const own: string[] = said.flatMap(numbersIn);
  const untold: { keys: string[]; first: boolean }[] = [];
  for (const [i, m] of found.entries()) {
    const tail = folded.slice(m.to, found[i + 1]?.from ?? folded.length).slice(0, 40);
    const keys = numbersIn(m.groups.list ?? '');
    if (has(tail.slice(0, 24), fr`${CCAG}`) && !has(tail.slice(0, find(tail, fr`${CCAG}`)?.from ?? 0), OWN_TEXT))
      articles.push(...keys);
    else if (has(tail.slice(0, 24), OWN_TEXT) || has(tail.slice(0, 24), OTHER_PIECE)) own.push(...keys);
    else if (isOwn(folded, m)) own.push(...keys);
    else if (passive) (m.from < passive.from ? articles : own).push(...keys);
    else if (verb) (m.from > verb.from ? articles : own).push(...keys);
    else untold.push({ keys, first: i === 0 });
  }
  // What is told leaves the rest to the other side: « article 4.1, par l'article 3 du présent cahier », « article 14.1 du CCAG : article 12 ».
  const rest = articles.length === 0 ? (own.length > 0 ? articles : undefined) : own.length === 0 ? own : articles;
  for (const { keys, first } of untold) (rest ?? (first && found.length > 1 ? own : articles)).push(...keys);
  const bare = articles.length === 0 && own.length > 0 && BARE_FIRST.exec(folded)?.[1];
  if (bare) articles.push(normal(bare));
  // « CCAP 5 : CCAG 14.1 ».
  const cited = articles.length + own.length === 0 ? find(folded, AFTER_CCAG)?.groups.list : undefined;
  if (cited) articles.push(...numbersIn(cited));
  else if (found.length === 0) articles.push(...numbersIn(folded.replace(QUANTITY, ' ')).slice(0, 1));
  return { articles, own };
}

const OF_ARTICLES = fr`${CCAG}|dérogé?s?|dérogations?|dérogatoires?|articles?|stipulations?|clauses?`;
const NAMES_ARTICLE = fr`${CCAG}|articles?|art\.? ?\d`;
const BARE = new RegExp(`^ ?${NUMBER}[ .]*$`);
/** A frame of prices or signatures may follow the list, in the same article: what it numbers is no derogation. */
const isOfDerogations = ({ header, rows }: Table): boolean =>
  header.cells.some((c) => c.has(OF_ARTICLES)) ||
  2 *
    rows.filter(
      (r) => r.cells.some((c) => c.has(NAMES_ARTICLE)) || r.cells.filter((c) => BARE.test(c.folded)).length > 1,
    ).length >
    rows.length;

function readTable(table: Table): DerogationListed[] {
  const { cells } = table.header;
  const ownColumn = cells.findIndex((c) => c.has(OWN_TEXT) || c.has(OTHER_PIECE) || c.has(fr`présent`));
  const ccagColumn = cells.findIndex(
    (c, i) => i !== ownColumn && c.has(fr`${CCAG}|dérogé?s?|dérogations?|auquel|auxquels`),
  );
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
const pairsOf = (folded: string): readonly Match[] => {
  const clauses = findAll(folded, CLAUSES);
  return clauses.length > 1 ? clauses : findAll(folded, PAIR);
};
const pairsIn = (s: Sentence): DerogationListed[] =>
  pairsOf(s.folded).map(({ groups: { article = '', own = '' } }) => {
    const [first, second] = [numbersIn(article), numbersIn(own)];
    const [of, by] = isOwnFirst(s) ? [second, first] : [first, second];
    return { articles: of, own: by, elsewhere: s.has(OTHER_PIECE), at: s.span };
  });

const isEmpty = (s: Sentence) => s.has(fr`néant|sans objet|aucune dérogation|(?:n'est|ne) (?:pas )?dérog[a-z]*`);

/** An address or a telephone number, whose figures number nothing. */
const COORDINATES = fr`(?:téléphone|tél|fax|télécopie|courriel|e-?mail)(?![a-z])|[a-z0-9-]@[a-z0-9]|\d{1,4},? (?:bis |ter )?(?:rue|avenue|boulevard|place|allée|chemin|quai)`;

/** « L'article 7 du CCAP déroge à l'article 14.1 du CCAG »: a line of the list, where no title says that it is one. */
const LINE = new RegExp(
  `^ ?-? ?(?:l'|les )?(?:articles?|art\\.) ?${NUMBER}(?: ?\\([^()]{0,80}\\)| ?"[^"]{0,80}")?(?: du (?:present )?(?:ccap|ccp|marche|contrat|document|cahier))? (?:deroge|derogent) (?:a|aux?)(?![a-z])`,
);

/** « Art. 8.4 - Dérogations au CCAG-FCS. L'Art. 1.2 déroge à… »: a title that opens its paragraph, with no mark that makes it one. */
const OPENING =
  /^ ?(?:(?:article|art\.) ?)?\d{1,2}(?:\.\d{1,2}){0,3} ?[.:)]? ?-? ?(?:(?!par |en |penalites|prix|propriete)[a-z]+ ){0,4}(?:derogations?|articles? deroges?|ecarts? (?:au|avec le) ccag)(?![a-z])[^.:;]{0,60}[.:] /;
/** A paragraph opens another article. */
const NEXT = /^ ?(?:(?:article|art\.|chapitre|annexe) ?[\divx]|\d{1,2}(?:\.\d{1,2})* ?[.)]? ?- ?[a-z])/;

/** The passages of a list whose title opens a paragraph, down to the next article; none where no title does. */
function openedLines({ draft }: Piece): readonly Passage[] {
  const opening = draft.passagesWith(OPENING).findLast((p) => p.kind === 'paragraph' && !p.list && !p.heading);
  if (!opening) return [];
  const { passages } = draft;
  const next = passages.find((p) => p.index > opening.index && (p.heading || (!p.list && NEXT.test(p.folded))));
  return passages.slice(opening.index, next?.index);
}

/** The lines that end a piece and say one after the other which article derogates: its final list, left without a title. */
function finalLines({ draft }: Piece): readonly Passage[] {
  const lines = draft.passagesWith(LINE).filter((p) => p.kind !== 'heading');
  const run = lines.filter((p, i) => lines.slice(i + 1).every((next, k) => next.index === p.index + k + 1));
  return run.length > 1 ? run : [];
}

/** « ANNEXE 1 – PRIX » ends the article before it, were it not written as a heading. */
const ANNEX = /^[^a-z0-9]*annexes?(?: n ?°)? ?(?:\d{1,2}|[a-z])(?![a-z0-9])[^a-z0-9]*(?:$|[a-z])/;

/** « ARTICLE 17 – », « 16. », before the words of a title. */
const OWN_NUMBER = /^[^a-z]*(?:(?:article|art)(?![a-z]))?[^a-z]*/;

/** « Litiges et dérogations »: an article on other matters too. */
const MIXED = /,| et /;
/** It speaks of derogations, or stands under what does. */
const speaks = (s: Sentence): boolean =>
  [s, s.previous, s.passage.lead].some((p) => p?.has(fr`dérog[a-z]*`)) || s.passage.cell !== undefined;

/** It may be a line of the list. */
const isLine = (s: Sentence): boolean =>
  s.passage.list !== undefined || s.has(DEROGATES) || s.has(fr`${CCAG}`) || /^ ?-? ?(?:articles? )?\d/.test(s.folded);

function readList(passages: readonly Passage[], heading: Passage | undefined): DerogationListed[] {
  const out: DerogationListed[] = [];
  const tables = new Set<Table>();
  const isMixed = heading !== undefined && MIXED.test(heading.folded.trim());
  for (const passage of passages) {
    if (passage === heading && !passage.heading?.runIn) continue;
    if (passage !== heading && ANNEX.test(passage.folded) && !passage.has(DEROGATES)) break;
    if (passage.table) {
      if (!tables.has(passage.table) && isOfDerogations(passage.table)) out.push(...readTable(passage.table));
      tables.add(passage.table);
      continue;
    }
    for (const sentence of passage.sentences) {
      if (isEmpty(sentence) || sentence.has(COORDINATES)) continue;
      // « ARTICLE 17 — DÉROGATIONS. » numbers the list itself.
      const isTitle = (passage.heading?.runIn || OPENING.test(passage.folded)) && sentence === passage.sentences[0];
      if (isTitle && !/\d/.test(sentence.folded.replace(OWN_NUMBER, ''))) continue;
      const pairs = pairsIn(sentence);
      if ((pairs.length === 0 && !isLine(sentence)) || (isMixed && !speaks(sentence))) continue;
      if (pairs.length > 0) {
        out.push(...pairs);
        continue;
      }
      const { articles, own } = line(sentence.folded);
      if (articles.length > 0) out.push({ articles, own, elsewhere: sentence.has(OTHER_PIECE), at: sentence.span });
    }
  }
  return out;
}

/** The section that lists derogations: the last titled so. */
function titledList(piece: Piece): Section | undefined {
  const titled = piece.draft.sections.filter(
    (s) => has(s.title, LIST_TITLE) && !has(s.title, fr`pénalités|propriété|prix`),
  );
  const own = titled.filter((s) => !titled.some((t) => t !== s && s.chain.includes(t)));
  return own.at(-1);
}
/** The section in which a lead says that derogations follow. */
const ledList = (piece: Piece): Section | undefined =>
  piece.draft.passagesWith(LIST_LEAD).findLast((p) => p.kind !== 'heading')?.section;

/** « Clause du cahier | Article du CCAG »: a table that no title announces. */
const isHeaded = ({ header: { cells } }: Table): boolean =>
  cells.some((c) => c.has(fr`${CCAG}`)) && cells.some((c) => !c.has(fr`${CCAG}`) && c.has(OF_CLAUSES));
const OF_CLAUSES = fr`${OWN_TEXT.source}|articles?|clauses?|stipulations?|dispositions?`;

/** Derogations that a piece makes to the CCAG, and those that its final list gives. */
export const derogations = defineFact<Derogations>({
  id: 'derogations',
  title: 'Dérogations au CCAG',
  read(piece: Piece) {
    const titled = titledList(piece);
    const opened = titled ? [] : openedLines(piece);
    const list = titled ?? (opened.length > 0 ? undefined : ledList(piece));
    const headed = piece.draft.tables.filter(isHeaded).flatMap((t) => t.rows.flatMap((row) => row.cells));
    const lines =
      list?.passages ?? [opened, headed, itemsLed(piece)].find((found) => found.length > 0) ?? finalLines(piece);
    const inList = new Set(lines);
    const made: Derogation[] = [];
    for (const { value, sentence } of piece.draft.collect(read)) {
      if (inList.has(sentence.passage) || sentence.passage.kind === 'heading') continue;
      for (const { articles, named, from, to } of value)
        made.push({ articles, named, sentence, at: sentence.at({ from, to }) });
    }
    const listed = readList(lines, list?.heading);
    const table = piece.draft.tables.find(
      (t) => t.rows.some((r) => r.cells.some((c) => inList.has(c))) && isOfDerogations(t),
    );
    const annexed = piece.draft.sentencesWith(ANNEXED).length > 0;
    const numbered = lines.flatMap((p) =>
      p !== list?.heading ? numbersIn(p.folded) : p.heading?.runIn ? numbersIn(p.folded.replace(OWN_NUMBER, '')) : [],
    );
    return { made, list, listed, numbered, table, annexed };
  },
  show: ({ made, listed }) =>
    made.length + listed.length > 0
      ? { corps: made.flatMap((m) => m.articles), liste: listed.flatMap((l) => l.articles) }
      : undefined,
});

/** True when one article number is the other, or a part of it: « 14 » and « 14.1 ». */
export const covers = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
