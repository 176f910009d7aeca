import type { Sentence } from '../kit/draft.ts';
import { fr } from '../kit/french/pattern.ts';
import type { Stretch } from '../kit/french/scan.ts';
import type { Phrase } from '../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../kit/piece.ts';
import type { Span } from '../kit/span.ts';
import { parseNumber } from '../law/law.ts';
import { type RepealedRead, readRepealed } from './citations-abrogees.ts';

/** The code an article belongs to: one of the two whose data is shipped, or another. */
export type CitedCode = 'ccp' | 'cpi' | 'autre';

/** One article of a code, as cited. A range gives its two ends. */
export interface ArticleCitation {
  /** Canonical: `R2152-7`. */
  readonly number: string;
  /** Undefined where nothing around says which code it is of. */
  readonly code: CitedCode | undefined;
  /** `nommé`: the code is named with it; `contexte`: it is known from the words before, or from the number alone. */
  readonly from: 'nommé' | 'contexte';
  /** The number as written, « R. 2152-7 ». */
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
  readonly repealed: readonly RepealedCitation[];
}

const NUMBER = /(?<![a-z0-9.-])[lrd]\.? ?\*?\d{1,4}(?: ?- ?\d{1,3}){0,3}(?![\d,]\d|[a-z])/g;
/** Names of codes. « code source », « code postal », « code couleur » are none. */
const CCP = fr`code (?:de )?(?:la )?commande publique|c\.?c\.?p\.?(?! ?[a-z]?\d)`;
const CPI = fr`code (?:de )?(?:la )?propriete intellectuelle|c\.?p\.?i\.?`;
const OTHER = fr`codes? (?:general|generale|civil|penal|electoral|rural|forestier|monetaire|pontifical|minier|disciplinaire|du|de (?:l'|la )?(?!acces|la route d'acces)[a-z]{4,}|des [a-z]{4,})|cgct|cgppp|cg3p|cgi|csp|css|crpa|cja|coj|cgfp|c\. (?:trav|com|civ|env|urb|cch)|cch|casf|lpf|reglement (?:general|ue|\(ue\))`;
const SAME = fr`(?:du|dudit|le|ce|au) (?:meme |present )?code`;
/** What may stand in a list of articles between two numbers, or between the last and the name of its code. */
const LISTED =
  /^(?:[ ,;/()]|\d{1,2}°|[ivx]{1,5}(?![a-z])|(?:et|a|ou|ainsi|que|au|aux|de|du|des|la|le|les|l'|d'|s\.|suivants?|suivant|sq|alineas?|al\.?|premier|deuxieme|second|articles?|art\.?|1er|notamment|dernier|vises?|mentionnes?|prevus?|relatifs?|-)(?![a-z])|[lrd]\.? ?\*?\d{1,4}(?: ?- ?\d{1,3}){0,3}|[a-z]\)){0,40}$/;

interface CodeAt extends Stretch {
  readonly code: CitedCode | 'same';
}

interface ArticleRead extends Stretch {
  readonly number: string;
  readonly code: CitedCode | 'same' | undefined;
}

interface Read {
  readonly articles: readonly ArticleRead[];
  readonly codes: readonly CodeAt[];
  readonly repealed: readonly RepealedRead[];
}

function codesIn(phrase: Phrase): CodeAt[] {
  const out: CodeAt[] = [];
  for (const [code, pattern] of [
    ['ccp', CCP],
    ['cpi', CPI],
    ['autre', OTHER],
    ['same', SAME],
  ] as const)
    for (const m of phrase.findAll(pattern))
      if (!out.some((c) => c.from < m.to && m.from < c.to)) out.push({ code, from: m.from, to: m.to });
  return out.sort((a, b) => a.from - b.from);
}

/** The code named right after the list an article is in, else before it, else anywhere in a sentence that names one only. */
function codeOf(folded: string, at: Stretch, codes: readonly CodeAt[]): CitedCode | 'same' | undefined {
  const next = codes.find((c) => c.from >= at.to);
  if (next && LISTED.test(folded.slice(at.to, next.from))) return next.code;
  const before = codes.filter((c) => c.to <= at.from && c.code !== 'same').at(-1);
  const named = new Set(codes.map((c) => c.code));
  if (named.size === 1) return codes[0]?.code;
  // Two codes and no link: whichever it is would be a guess, unless the one before introduces it.
  if (
    before &&
    LISTED.test(
      folded.slice(before.to, at.from).replace(/^[ ,(]*(?:et )?(?:notamment )?(?:a |en )?(?:ses?|son|leurs?) /, ''),
    )
  )
    return before.code;
  return codes.length > 0 ? 'autre' : undefined;
}

function read(phrase: Phrase): Read | undefined {
  const { folded } = phrase;
  const codes = codesIn(phrase);
  const articles = phrase.findAll(NUMBER).flatMap((m): ArticleRead[] => {
    const parsed = parseNumber(m.text);
    return parsed ? [{ from: m.from, to: m.to, number: parsed.canonical, code: codeOf(folded, m, codes) }] : [];
  });
  const repealed = readRepealed(phrase);
  return codes.length + articles.length + repealed.length > 0 ? { articles, codes, repealed } : undefined;
}

const HISTORY = fr`historique|anterieurement|ancien(?:ne)?s? (?:textes|reglementation|droit)`;
/** « Ces textes ont été abrogés. » */
const REPEALED_SINCE = fr`(?:ont|a) (?:depuis )?ete (?:depuis )?(?:abroge|remplace|codifie)e?s?|(?:est|sont) (?:aujourd'hui |desormais |depuis )?(?:abroge|codifie)e?s?`;
/** Numbers of this form are the code's own where no other code is near: « article R. 2152-7 ». */
const CCP_FORM = /^[LRD]2[1-5]\d\d-\d/;

/** Every citation of the law in a piece: articles of codes, and repealed texts with their articles. */
export const citations = defineFact<Citations>({
  id: 'citations',
  title: 'Textes cités',
  read(piece: Piece): Citations {
    const found = piece.draft.collect(read);
    const articles: ArticleCitation[] = [];
    const repealed: RepealedCitation[] = [];
    const others = new Set<string>();
    let last: { code: CitedCode; sentence: Sentence } | undefined;
    for (const { value, sentence } of found) {
      // « du même code » and a number alone go back to the code named before, in the same section.
      const known = last && last.sentence.section === sentence.section ? last.code : undefined;
      for (const a of value.articles) {
        const named = a.code !== undefined && a.code !== 'same';
        const code = named ? (a.code as CitedCode) : known;
        if (code === 'autre') others.add(parseNumber(a.number)?.family ?? '');
        articles.push({ number: a.number, code, from: named ? 'nommé' : 'contexte', at: sentence.at(a), sentence });
      }
      for (const r of value.repealed) {
        const { from, to, past, determined, ...rest } = r;
        repealed.push({
          ...rest,
          past: past || sentence.section.under(HISTORY) || (sentence.next?.has(REPEALED_SINCE) ?? false),
          at: sentence.at({ from, to }),
          determined: sentence.at(determined),
          sentence,
        });
      }
      const named = value.codes.filter((c) => c.code !== 'same').at(-1);
      if (named) last = { code: named.code as CitedCode, sentence };
    }
    const isOurs = (a: ArticleCitation) =>
      a.code === undefined && CCP_FORM.test(a.number) && !others.has(parseNumber(a.number)?.family ?? '');
    return { articles: articles.map((a) => (isOurs(a) ? { ...a, code: 'ccp' as const } : a)), repealed };
  },
  show({ articles, repealed }) {
    if (articles.length + repealed.length === 0) return undefined;
    return {
      articles: articles.map(({ number, code }) => ({ numero: number, code: code ?? null })),
      abroges: repealed.map(({ text, articles: of, past }) => ({ texte: text, articles: of, historique: past })),
    };
  },
});
