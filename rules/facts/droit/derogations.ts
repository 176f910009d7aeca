import type { Passage, Section, Sentence, Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { overlapsAny } from '../../kit/french/scan.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { find, findAll, has, type Match } from '../../kit/text.ts';
import { cellsListed } from './derogations-cellules.ts';
import { ARTICLES, CCAG, DEROGATES, itemsLed, NUMBER, numbersIn, SET_ASIDE } from './derogations-formes.ts';
import {
  type DerogationListed,
  isOfDerogations,
  OPENING,
  OWN_NUMBER,
  OWN_TEXT,
  readLines,
  readSentence,
  readTable,
} from './derogations-lignes.ts';

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

const DENIED = fr`(?:n'est|ne (?:sera|saurait être)) (?:pas )?dérogé|ne (?:déroge|dérogent|peut|peuvent|saurait) (?:[a-z]+ )?(?:pas|déroger)|sans (?:qu'il soit )?déro[a-z]*|aucune dérogation|toute dérogation|les dérogations|candidats?`;
/** « Si l'article 36 du CCAG ne s'applique pas »: nothing is set aside. */
const HYPOTHESIS = fr`(?:si|lorsque|quand|dans le cas où|dès lors que)`;
/** Texts other than the CCAG that an article may be of. */
const OTHER_TEXT = fr`du (?:présent|code|décret|règlement|cctp|ccap|rc|cctg|d\.?t\.?u|fascicule|guide|référentiel|programme)|de la (?:loi|directive|présente|norme|convention|charte)|de l'(?:ordonnance|arrêté|acte|eurocode|annexe)|des (?:normes?|conditions générales)|(?:fascicule|dtu|norme) (?:n ?° ?)?[a-z0-9]|code (?:civil|du travail|de)|[lrd]\.? ?\d{3,4}-\d`;
const LIST_TITLE = fr`dérog[a-zé]*|liste (?:récapitulative )?des articles (?:du ccag )?dont|(?:articles?|stipulations?|clauses?) (?:du ccag )?(?:écartée?s?|modifiée?s?)|écarts? (?:au|avec le) ccag`;
const LIST_LEAD = fr`(?:liste|récapitulatif|récapitulation|tableau) (?:[a-z]+ ){0,3}dérogations?|dérogations? (?:[a-z'-]+ ){0,8}(?:sont les suivantes|suivantes|ci-(?:après|dessous)|récapitulées?)|(?:articles?|stipulations?) (?:du ccag )?(?:auxquel(?:le)?s|auquel|à laquelle) (?:il est|sont|est) dérogé`;
const ANNEXED = fr`dérogations? (?:[a-z'-]+ ){0,10}annexe|annexe (?:[a-z0-9'-]+ ){0,8}dérogations?`;

interface Made {
  readonly articles: readonly string[];
  readonly named: boolean;
  readonly from: number;
  readonly to: number;
}

/** After the name of the CCAG: its kind and its year. */
const KIND_AND_YEAR = /^[ /-]{0,2}(?:tic|pi|fcs|travaux|moe|mi)\b(?: (?:de )?20\d\d)?/;

const endOfName = (rest: string, { to }: Match): number => to + (KIND_AND_YEAR.exec(rest.slice(to))?.[0].length ?? 0);

const articlesIn = (text: string): string[] =>
  findAll(text, ARTICLES).flatMap(({ groups }) => numbersIn(groups.list ?? ''));

/** « dérogation au 3.7.2 du CCAG »: a number of two levels needs no word. */
const BARE_NUMBER = new RegExp(`^ ?\\d{1,2}(?:\\.\\d{1,2}){1,3}(?= d[ue] (?:${CCAG}))`);

/** The words up to the name of the CCAG, the first article in them, and that CCAG where it stands near the article. */
function namedIn(rest: string) {
  const named = find(rest, fr`${CCAG}`);
  const before = rest.slice(0, named?.to);
  const first = find(before, ARTICLES) ?? find(before, BARE_NUMBER);
  return { before, first, ccag: named && (!first || named.from - first.to < 90) ? named : undefined };
}

/** What a word of derogation sets aside: the articles right after it, and the CCAG they are of; undefined where it is of neither. */
function setAside(folded: string, m: Match): Made | undefined {
  if (has(folded.slice(Math.max(0, m.from - 30), m.to), DENIED)) return undefined;
  const rest = folded.slice(m.to, m.to + 260);
  const { before, first, ccag } = namedIn(rest);
  const isOther = first && has(rest.slice(first.from, ccag ? ccag.from : first.to + 70), OTHER_TEXT);
  if (isOther || !(first || ccag)) return undefined;
  // « au CCAG (article 14.1) », « au CCAG-TIC, article 14.1 ».
  const after = ccag && !first ? find(rest.slice(ccag.to, ccag.to + 60), ARTICLES)?.groups.list : undefined;
  const articles = first
    ? [...numbersIn(BARE_NUMBER.exec(before)?.[0] ?? ''), ...articlesIn(before)]
    : numbersIn(after ?? '');
  const end = ccag ? endOfName(rest, ccag) : (first?.to ?? 0);
  return { articles, named: ccag !== undefined, from: m.from, to: m.to + end };
}

/** Derogations of one sentence. */
const read = (phrase: Phrase): Made[] | undefined => {
  const out = phrase.findAll(DEROGATES).flatMap((m) => setAside(phrase.folded, m) ?? []);
  for (const m of phrase.findAll(SET_ASIDE)) {
    const list = find(m.text, ARTICLES)?.groups.list;
    const isSaid = overlapsAny(m, out) || has(phrase.folded.slice(0, m.from), HYPOTHESIS);
    if (list && !isSaid && !has(m.text, OTHER_TEXT))
      out.push({ articles: numbersIn(list), named: true, from: m.from, to: m.to });
  }
  return out.length > 0 ? out : undefined;
};

/** « L'article 7 du CCAP déroge à l'article 14.1 du CCAG »: a line of the list, where no title says that it is one. */
const LINE = new RegExp(
  `^ ?-? ?(?:l'|les )?(?:articles?|art\\.) ?${NUMBER}(?: ?\\([^()]{0,80}\\)| ?"[^"]{0,80}")?(?: du (?:present )?(?:ccap|ccp|marche|contrat|document|cahier))? (?:deroge|derogent) (?:a|aux?)(?![a-z])`,
);

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
  const lines = draft.passagesWith(LINE).filter((p) => !p.isTitle);
  const run = lines.filter((p, i) => lines.slice(i + 1).every((next, k) => next.index === p.index + k + 1));
  return run.length > 1 ? run : [];
}

/** « ANNEXE 1 – PRIX », « ANNEXE AU CCAP – PRIX » end the article before them, were they not written as headings. */
const ANNEX =
  /^[^a-z0-9]*annexes?(?: n ?°)? ?(?:(?:\d{1,2}|[a-z])(?![a-z0-9])|(?:au|a l'|du|de l') ?(?:present )?(?:ccap|ccp|cahier|contrat|marche|acte d'engagement)(?= ?[-:(]))[^a-z0-9]*(?:$|[a-z])/;

/** « Par dérogation à l'article 14.1, les pénalités sont… »: derogates by itself, under the table that lists. */
const BY_WAY = fr`par dérogation`;
/** « Litiges et dérogations »: an article on other matters too. */
const MIXED = /,| et /;

/** « 10.1 Méthode » under « 10. Dérogations »: the number of a title inside the list is its own. */
const isPartOf = (passage: Passage, heading: Passage | undefined): boolean => {
  const [whole, part] = [heading, passage].map((p) => p?.heading?.number?.key);
  return whole !== undefined && part?.startsWith(`${whole}.`) === true && !passage.heading?.runIn;
};

/** The title of the list, alone on its line. */
const isItsTitle = (passage: Passage, heading: Passage | undefined): boolean =>
  passage === heading && !passage.heading?.runIn;

/** What a passage of the list numbers, whatever it is of: the number of its own title aside. */
function numbersOf(passage: Passage, heading: Passage | undefined): readonly string[] {
  if (isItsTitle(passage, heading)) return [];
  const isTitled = passage === heading || isPartOf(passage, heading);
  return numbersIn(isTitled ? passage.folded.replace(OWN_NUMBER, '') : passage.folded);
}

/** The title of the list, or one inside it that numbers no article. */
const isTitleAlone = (passage: Passage, heading: Passage | undefined): boolean =>
  isItsTitle(passage, heading) || (isPartOf(passage, heading) && numbersOf(passage, heading).length === 0);

/** The lines of a list, down to the next annex; each table is read once. */
function readList(passages: readonly Passage[], heading: Passage | undefined): readonly DerogationListed[] {
  const cells = cellsListed(passages);
  if (cells) return cells;
  const tables = new Set<Table>();
  const isMixed = heading !== undefined && MIXED.test(heading.folded.trim());
  const hasTable = passages.some((p) => p.table && isOfDerogations(p.table));
  const end = passages.findIndex((p) => p !== heading && ANNEX.test(p.folded) && !p.has(DEROGATES));
  return passages.slice(0, end < 0 ? undefined : end).flatMap((passage) => {
    const { table } = passage;
    if (isTitleAlone(passage, heading)) return [];
    if (!table) return (passage.heading ? undefined : readLines(passage)) ?? readProse(passage, isMixed, hasTable);
    if (tables.has(table)) return [];
    tables.add(table);
    return isOfDerogations(table) ? readTable(table) : [];
  });
}

/** What the sentences of a passage list; beside a table that lists, one that derogates by itself lists nothing. */
const readProse = ({ list, sentences }: Passage, isMixed: boolean, hasTable: boolean): readonly DerogationListed[] =>
  sentences.flatMap((s) => (hasTable && !list && s.has(BY_WAY) ? [] : readSentence(s, isMixed)));

/** « 12. Récapitulatif », over lines that derogate. */
const isSummary = (s: Section): boolean =>
  SUMMARY.test(s.title) && s.own.some((p) => p !== s.heading && p.has(fr`dérog[a-z]*`));
const SUMMARY = /^[^a-z]*(?:tableau )?recapitul[a-z]*[^a-z]*$/;

/** The section that lists derogations: the last titled so. */
function titledList(piece: Piece): Section | undefined {
  const titled = piece.draft.sections.filter(
    (s) => (has(s.title, LIST_TITLE) || isSummary(s)) && !has(s.title, fr`pénalités|propriété|prix`),
  );
  const own = titled.filter((s) => !titled.some((t) => t !== s && s.chain.includes(t)));
  return own.at(-1);
}
/** The section in which a lead says that derogations follow. */
const ledList = (piece: Piece): Section | undefined =>
  piece.draft.passagesWith(LIST_LEAD).findLast((p) => !p.isTitle)?.section;

/** « Clause du cahier | Article du CCAG »: a table that no title announces. */
const isHeaded = ({ header: { cells } }: Table): boolean =>
  !cells.some((c) => c.has(OF_CONTENT)) &&
  cells.some((c) => c.has(fr`${CCAG}`)) &&
  cells.some((c) => !c.has(fr`${CCAG}`) && c.has(OF_CLAUSES));
/** « Clause | Contenu | CCAG »: the clauses themselves. */
const OF_CONTENT = fr`contenus?|règles? (?:applicables?|retenues?)|ce qui est (?:convenu|prévu)`;
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
    const table = piece.draft.tables.find(
      (t) => t.rows.some((r) => r.cells.some((c) => inList.has(c))) && isOfDerogations(t),
    );
    const made: Derogation[] = [];
    for (const { value, sentence } of piece.draft.collect(read)) {
      const { passage } = sentence;
      // Under the table of a final article, « par dérogation à l'article 14.1, les pénalités sont… » derogates itself.
      const isClause = table !== undefined && !passage.table && !passage.list && sentence.has(BY_WAY);
      if ((inList.has(passage) && !isClause) || passage.isTitle) continue;
      for (const { articles, named, from, to } of value)
        made.push({ articles, named, sentence, at: sentence.at({ from, to }) });
    }
    const listed = readList(lines, list?.heading);
    const annexed = piece.draft.sentencesWith(ANNEXED).length > 0;
    const numbered = lines.flatMap((p) => numbersOf(p, list?.heading));
    return { made, list, listed, numbered, table, annexed };
  },
  show: ({ made, listed }) =>
    made.length + listed.length > 0
      ? { corps: made.flatMap((m) => m.articles), liste: listed.flatMap((l) => l.articles) }
      : undefined,
});

/** True when one article number is the other, or a part of it: « 14 » and « 14.1 ». */
export const covers = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
