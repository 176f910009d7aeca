import type { Found, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { overlapsAny, type Stretch } from '../../kit/french/scan.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { type ArticleNumber, article, expand, parseNumber } from '../../law/law.ts';
import { isOfPastContract } from '../commun/index.ts';
import { type RepealedRead, readRepealed } from './citations-abrogees.ts';
import { type CcagArticleRead, type CcagCitation, readCcagArticles } from './citations-ccag.ts';
import { type MistypedRead, readMistyped } from './citations-frappe.ts';
import { type Matter, matterOf } from './citations-matieres.ts';

/** The code an article belongs to: one of the two whose data is shipped, or another. */
export type CitedCode = 'ccp' | 'cpi' | 'autre';

/** One article of a code, as cited. A range gives its two ends; the first holds what is between them. */
export interface ArticleCitation {
  /** Canonical: `R2152-7`. */
  readonly number: string;
  /** Articles between this one and the end of the range it begins; empty where it begins none. */
  readonly between: readonly string[];
  /** Undefined where nothing around says which code it is of. */
  readonly code: CitedCode | undefined;
  /** `nommé`: the code is named with it; `contexte`: it is known from the words before, or from the number alone. */
  readonly from: 'nommé' | 'contexte';
  /** The code stands right before the list of articles, or right after: no other can be meant. */
  readonly linked: boolean;
  /** It ends a range, « R. 2191-3 à 19 »: said for how far, not for itself. */
  readonly ends: boolean;
  /** What the sentence gives it for; undefined where it says nothing that we know. */
  readonly matter: Matter | undefined;
  /** The number as written, « R. 2152-7 ». */
  readonly at: Span;
  readonly sentence: Sentence;
}

/** What stands for the number of an article of one of our codes, and cannot be one. */
export interface MistypedCitation extends Pick<MistypedRead, 'number'> {
  readonly code: 'ccp' | 'cpi';
  readonly at: Span;
  readonly sentence: Sentence;
}

/** A repealed text, as cited. */
export interface RepealedCitation extends Omit<RepealedRead, 'from' | 'to' | 'past' | 'determined'> {
  /** Recalled as history: a former contract, a former text. */
  readonly past: boolean;
  /** The text with the articles that go with it. */
  readonly at: Span;
  /** The same with the determiner before it, if any. */
  readonly determined: Span;
  readonly sentence: Sentence;
}

export interface Citations {
  readonly articles: readonly ArticleCitation[];
  readonly mistyped: readonly MistypedCitation[];
  readonly repealed: readonly RepealedCitation[];
  /** Articles of a CCAG. */
  readonly ccag: readonly CcagCitation[];
  /** Codes that the piece names, with an article or without. */
  readonly codes: ReadonlySet<CitedCode>;
}

const NUMBER =
  /(?:(?<![a-z0-9.-])|(?<=(?<![a-z])(?:et|ou)))[lrd](?: ?\. ?| )?\*?(?:\d{3,4} ?- ?\d{1,3}(?: ?- ?\d{1,3}(?!\d*°)){0,2}|\d{1,4}(?: ?- ?\d{1,3}(?!\d*°)){0,3})(?![\d,]\d|(?!(?:et|ou|a|du|de)(?![a-z]))[a-z])/g;
/** Names of codes. « code source », « code postal », « code couleur » are none. */
const CCP = fr`code (?:de )?(?:la )?commande publique|c(?:ode|\.) ?com(?:m|mande)?\. ?publ(?:ique)?\.?|c\.?c\.?p\.?(?! ?[a-z]?\d)`;
const CPI = fr`code (?:de )?(?:la )?propriete intellectuelle|c\.?p\.?i\.?`;
const OTHER_CODE = fr`codes? (?:general|generale|civil|penal|electoral|rural|forestier|monetaire|pontifical|minier|disciplinaire|du|de (?:l'|la )?(?!acces|la route d'acces)[a-z]{4,}|des [a-z]{4,})|cgct|cgppp|cg3p|cgi|csp|css|crpa|cja|coj|cgfp|c\. (?:trav|com|civ|env|urb|cch)|cch|casf|lpf|reglement (?:general|ue|\(ue\))`;
const SAME = fr`(?:du|dudit|le|ce|au) (?:meme |present )?code`;
/** What may stand in a list of articles between two numbers, or between the last and the name of its code. */
const LISTED =
  /^(?:[ ,;/()]|\d{1,2}°?(?!\d)|[ivx]{1,5}(?![a-z])|(?:et|a|ou|ainsi|que|au|aux|de|du|des|la|le|les|s\.|suivants?|sq|alineas?|al\.?|premier|deuxieme|second|articles?|art\.?|1er|notamment|dernier|vises?|mentionnes?|prevus?|relatifs?|-)(?![a-z])|[lrd](?: ?\. ?| )?\*?\d{1,5}(?: ?- ?\d{1,3}){0,3}|[ld]'|[a-z]\)){0,40}$/;

interface CodeAt extends Stretch {
  readonly code: CitedCode | 'same';
}

interface ArticleRead extends Stretch {
  readonly number: string;
  readonly between: readonly string[];
  readonly code: CitedCode | 'same' | undefined;
  readonly linked: boolean;
  readonly ends: boolean;
  readonly matter: Matter | undefined;
}

interface CitedRead {
  readonly articles: readonly ArticleRead[];
  readonly mistyped: readonly (MistypedRead & { readonly code: 'ccp' | 'cpi' })[];
  readonly codes: readonly CodeAt[];
  readonly repealed: readonly RepealedRead[];
  readonly ccag: readonly CcagArticleRead[];
}

function codesIn(phrase: Phrase): CodeAt[] {
  const out: CodeAt[] = [];
  for (const [code, pattern] of [
    ['ccp', CCP],
    ['cpi', CPI],
    ['autre', OTHER_CODE],
    ['same', SAME],
  ] as const)
    for (const m of phrase.findAll(pattern)) if (!overlapsAny(m, out)) out.push({ code, from: m.from, to: m.to });
  return out.sort((a, b) => a.from - b.from);
}

/** The code named right after the list an article is in, else before it, else anywhere in a sentence that names one only. */
function codeOf(folded: string, at: Stretch, codes: readonly CodeAt[]): Pick<ArticleRead, 'code' | 'linked'> {
  const next = codes.find((c) => c.from >= at.to);
  if (next && LISTED.test(folded.slice(at.to, next.from))) return { code: next.code, linked: true };
  const before = codes.filter((c) => c.to <= at.from && c.code !== 'same').at(-1);
  const introduces =
    before !== undefined &&
    LISTED.test(
      folded.slice(before.to, at.from).replace(/^[ ,(]*(?:et )?(?:notamment )?(?:a |en )?(?:ses?|son|leurs?) /, ''),
    );
  const named = new Set(codes.map((c) => c.code));
  if (named.size === 1) return { code: codes[0]?.code, linked: introduces };
  // Two codes and no link: whichever it is would be a guess, unless the one before introduces it.
  if (introduces) return { code: before.code, linked: true };
  return { code: codes.length > 0 ? 'autre' : undefined, linked: false };
}

/** What may stand before the number of an article that no code is named with: « le livrable R2152-7 » is none. */
const INTRODUCED =
  /(?:^|[^a-z0-9' ] ?|(?<![a-z])(?:articles?|art\.?|l'|d'|le|les|du|des|de|au|aux|a|et|ou|par|selon|suivant|vu|voir|cf\.?|notamment|dont) ?|[°\d] )$/;

/** « R. 2151-8 à 11 »: the end of a range that leaves the chapter out. */
const SHORT_END = /^ ?(?:a|-) (?<last>\d{1,2})(?= ?(?:[,;.)]|du |de |et |$))/;

interface Numbered extends Stretch {
  readonly number: ArticleNumber;
}

function numbersIn(phrase: Phrase): Numbered[] {
  return phrase.findAll(NUMBER).flatMap(({ from, to, text }): Numbered[] => {
    const number = parseNumber(text);
    if (!number) return [];
    const first = { from, to, number };
    const m = SHORT_END.exec(phrase.folded.slice(to));
    const last = m?.groups?.last && parseNumber(`${number.family}-${m.groups.last}`);
    if (!m || !last || last.rank <= number.rank || last.rank - number.rank > 30) return [first];
    const end = to + m[0].length;
    return [first, { from: end - String(m.groups?.last).length, to: end, number: last }];
  });
}

/** The articles between two that « à » joins, of one chapter. */
function between(folded: string, a: Numbered, b: Numbered | undefined): readonly string[] {
  if (!b || a.number.family !== b.number.family || b.number.rank - a.number.rank > 60) return [];
  return isRange(folded, a, b) ? expand([`${a.number.canonical}..${b.number.canonical}`]).slice(1, -1) : [];
}

const isRange = (folded: string, a: Numbered | undefined, b: Numbered): boolean =>
  a !== undefined && /^,? ?(?:a|jusqu'a|-) (?:l'article |art\.? ?)?$/.test(folded.slice(a.to, b.from));

function read(phrase: Phrase): CitedRead | undefined {
  const codes = codesIn(phrase);
  const slips = codes.some((c) => c.code === 'ccp' || c.code === 'cpi') ? readMistyped(phrase.folded) : [];
  const mistyped = slips.flatMap((slip) => {
    const { code, linked } = codeOf(phrase.folded, slip, codes);
    return linked && (code === 'ccp' || code === 'cpi') ? [{ ...slip, code }] : [];
  });
  const numbers = numbersIn(phrase).filter((n) => !overlapsAny(n, mistyped));
  const articles = numbers.flatMap(({ from, to, number }, i): ArticleRead[] => {
    const { folded } = phrase;
    const { code, linked } = codeOf(folded, { from, to }, codes);
    if (code === undefined && !INTRODUCED.test(folded.slice(0, from))) return [];
    const inner = between(folded, numbers[i] as Numbered, numbers[i + 1]);
    const ends = isRange(folded, numbers[i - 1], numbers[i] as Numbered);
    const matter = matterOf(phrase, { from, to });
    return [{ from, to, number: number.canonical, between: inner, code, linked, ends, matter }];
  });
  const repealed = readRepealed(phrase);
  const ccag = readCcagArticles(phrase);
  return codes.length + articles.length + repealed.length + ccag.length > 0
    ? { articles, mistyped, codes, repealed, ccag }
    : undefined;
}

const HISTORY = fr`historique|anterieurement|ancien(?:ne)?s? (?:textes|reglementation|droit)`;
/** « Ces textes ont été abrogés. » */
const REPEALED_SINCE = fr`(?:ont|a) (?:depuis )?ete (?:depuis )?(?:abroge|remplace|codifie)e?s?|(?:est|sont) (?:aujourd'hui |desormais |depuis )?(?:abroge|codifie)e?s?|n'(?:est|sont) plus (?:[a-z]+ )?(?:en vigueur|applicables?)|ne (?:s'applique|vaut|valent)(?:nt)? plus`;
/** The sentence after says so, or the answer to the question that follows. */
function isToldRepealed(sentence: Sentence): boolean {
  for (let s = sentence.next; s; s = s.next) {
    if (s.has(REPEALED_SINCE)) return true;
    if (!/\?[^a-z]*$/.test(s.folded)) return false;
  }
  return false;
}
/** Numbers of this form are the code's own where no other code is near: « article R. 2152-7 ». */
const CCP_FORM = /^[LRD]2[1-5]\d\d-\d/;

const namedIn = ({ codes }: CitedRead): readonly CitedCode[] =>
  codes.flatMap(({ code }) => (code === 'same' ? [] : [code]));

const familyOf = (number: string): string => parseNumber(number)?.family ?? '';

function articlesIn(found: readonly Found<CitedRead>[]): readonly ArticleCitation[] {
  const articles: ArticleCitation[] = [];
  let last: { code: CitedCode; sentence: Sentence } | undefined;
  for (const { value, sentence } of found) {
    // « du même code » and a number alone go back to the code named before, in the same section.
    const known = last && last.sentence.section === sentence.section ? last.code : undefined;
    for (const { from, to, code, ...rest } of value.articles) {
      const named = code === 'same' ? undefined : code;
      const at = sentence.at({ from, to });
      articles.push({ ...rest, code: named ?? known, from: named ? 'nommé' : 'contexte', at, sentence });
    }
    const code = namedIn(value).at(-1);
    if (code) last = { code, sentence };
  }
  const others = new Set(articles.filter((a) => a.code === 'autre').map((a) => familyOf(a.number)));
  const isOurs = ({ code, number }: ArticleCitation): boolean =>
    code === undefined && CCP_FORM.test(number) && !others.has(familyOf(number));
  return articles.map((a) => (isOurs(a) ? { ...a, code: 'ccp' } : a));
}

function repealedAt({ from, to, past, determined, ...rest }: RepealedRead, sentence: Sentence): RepealedCitation {
  return {
    ...rest,
    past: past || isOfPastContract(sentence) || sentence.section.under(HISTORY) || isToldRepealed(sentence),
    at: sentence.at({ from, to }),
    determined: sentence.at(determined),
    sentence,
  };
}

/** « R. 21615 », « R. 21229-1 »: the number of an article of the code, but for the hyphen that the end of a line may have taken. */
function lacksHyphen(number: string): boolean {
  const [, letter = '', chapter, rank] = /^([LRD])(2[1-5]\d\d)(\d{1,2}(?:-\d{1,2})?)$/.exec(number) ?? [];
  const whole = parseNumber(`${letter}${chapter}-${rank}`)?.canonical;
  return whole !== undefined && article('ccp', whole)?.number === whole;
}

/** Every citation of the law in a piece: articles of codes, and repealed texts with their articles. */
export const citations = defineFact<Citations>({
  id: 'citations',
  title: 'Textes cités',
  read(piece: Piece): Citations {
    const found = piece.draft.collect(read);
    // The text of pages loses the hyphens that end its lines: nothing tells a slip from one of these.
    const isSlip = ({ number }: MistypedRead): boolean => !(piece.draft.hasPages && lacksHyphen(number));
    return {
      articles: articlesIn(found),
      mistyped: found.flatMap(({ value, sentence }) =>
        value.mistyped
          .filter(isSlip)
          .map(({ number, code, from, to }) => ({ number, code, at: sentence.at({ from, to }), sentence })),
      ),
      repealed: found.flatMap(({ value, sentence }) => value.repealed.map((read) => repealedAt(read, sentence))),
      ccag: found.flatMap(({ value, sentence }) =>
        value.ccag.map(({ from, to, ...rest }) => ({ ...rest, at: sentence.at({ from, to }), sentence })),
      ),
      codes: new Set(found.flatMap(({ value }) => namedIn(value))),
    };
  },
  show({ articles, repealed }) {
    if (articles.length + repealed.length === 0) return undefined;
    return {
      articles: articles.map(({ number, code }) => ({ numero: number, code: code ?? null })),
      abroges: repealed.map(({ text, articles: of, past }) => ({ texte: text, articles: of, historique: past })),
    };
  },
});
