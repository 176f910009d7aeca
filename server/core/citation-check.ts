import {
  type CcagCitation,
  ccagReference,
  citations,
  mentionsOfLaw,
  type RepealedCitation,
} from '../../rules/facts/droit/index.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import type { Rule } from '../../rules/kit/rule.ts';
import type { Span } from '../../rules/kit/span.ts';
import {
  articleAt,
  type Confidence,
  ccagArticleAt,
  ccagAt,
  ccagSuccessor,
  ccagSureness,
  successor,
} from '../../rules/law/law.ts';
import { check } from './check.ts';
import { answerLines, CODE_NAMES } from './explain-article.ts';
import { ccagLines } from './explain-cited.ts';
import type { Finding } from './lint.ts';

/**
 * What the law of a day is to a citation. `unread`: the article is there, and its wording of that day was not read. `absent`:
 * its series is known and has no such number. `unknown`: our data have nothing of it, which says nothing of the law.
 */
export type CitationStatus = 'in-force' | 'changed' | 'not-yet' | 'repealed' | 'absent' | 'unread' | 'unknown';

/** A citation held against the law of a day. */
export interface CheckedCitation {
  readonly at: Span;
  /** Name of the text in French; undefined where nothing says which it is. */
  readonly text: string | undefined;
  readonly article: string | undefined;
  readonly status: CitationStatus;
  /** True when the text is there and in force that day, in data that were read, and no rule has anything against the citation. */
  readonly supported: boolean;
  /** Its wording was read in the primary text too. */
  readonly verified: boolean;
  /** In French. */
  readonly answer: string;
  /** What took the place of what is repealed. */
  readonly successors: readonly string[];
  readonly findings: readonly Finding[];
}

type Said = Omit<CheckedCitation, 'supported' | 'findings'> & { readonly confidence: Confidence };

/** What bears on a citation itself. */
const ON_LAW = /^droit\/(?:article-inexistant|article-hors-sujet|reference-abrogee|ccag-perime)$/;
const STANDS: readonly CitationStatus[] = ['in-force', 'changed'];
const UNKNOWN_TEXT =
  'Ce texte n’est pas dans nos données (code de la commande publique, CPI, CCAG, textes abrogés des marchés publics) : rien ne l’appuie ici. Le vérifier à sa source.';
const NO_CODE = 'Rien ne dit de quel code est cet article : le nommer, puis vérifier de nouveau.';
const NOT_A_CITATION = 'Ce constat porte sur une référence qui n’a pas pu être rattachée à un article.';

const unknown = (at: Span, answer: string, article?: string, text?: string): Said => ({
  at,
  text,
  article,
  status: 'unknown',
  answer,
  successors: [],
  verified: false,
  confidence: 'K',
});

function articlesOf(piece: Piece): Said[] {
  return piece.ask(citations).articles.flatMap(({ code, number, between, at }) =>
    [number, ...between].flatMap((n, i): Said[] => {
      if (code !== 'ccp' && code !== 'cpi') return [unknown(at, code ? UNKNOWN_TEXT : NO_CODE, n)];
      const said = articleSaid(code, n, at, piece.date);
      // A range says how far, not that every number is taken.
      return i > 0 && (said.status === 'absent' || said.status === 'unknown') ? [] : [said];
    }),
  );
}

function articleSaid(code: keyof typeof CODE_NAMES, article: string, at: Span, date: string): Said {
  const answer = articleAt(code, article, date);
  return {
    at,
    text: CODE_NAMES[code],
    article,
    status: answer.status,
    answer: answerLines(answer, date).join(' '),
    successors: answer.status === 'repealed' ? answer.successors : [],
    verified: 'verified' in answer && answer.verified,
    confidence: 'confidence' in answer ? answer.confidence : 'K',
  };
}

function repealedOf(piece: Piece, { text, articles, at }: RepealedCitation): Said[] {
  return (articles.length > 0 ? articles : [undefined]).map((article): Said => {
    const found = successor(text, article);
    if (!found) return unknown(at, UNKNOWN_TEXT, article);
    const { until, label, verified } = found.text;
    const isRepealed = until !== null && piece.date >= until;
    const day = until?.split('-').reverse().join('/');
    return {
      at,
      text: label,
      article,
      // Of an old text we know what became of it, not what it said.
      status: isRepealed ? 'repealed' : 'unread',
      answer: isRepealed
        ? `Abrogé le ${day}. Remplacé par : ${found.label}.`
        : `En vigueur à cette date${day ? `, abrogé à partir du ${day}` : ''} ; ce qu’il disait n’a pas été lu.`,
      successors: isRepealed ? (found.articles.length > 0 ? found.articles : [found.label]) : [],
      verified,
      confidence: found.text.confidence,
    };
  });
}

function ccagOf(piece: Piece, { kind: said, year: of, article, at }: CcagCitation): Said {
  const reference = piece.ask(ccagReference);
  const kind = said ?? (reference.kind === 'aucun' ? undefined : reference.kind);
  if (!kind)
    return unknown(at, 'Rien ne dit de quel CCAG est cet article : le nommer, puis vérifier de nouveau.', article);
  const year =
    of ?? (reference.kind === kind ? reference.year : undefined) ?? ccagAt(kind, piece.date)?.text.year ?? 2021;
  const sure = ccagSureness(kind, article);
  const answer = ccagArticleAt(kind, article, piece.date, year);
  const next = answer.status === 'repealed' ? (answer.to ?? ccagSuccessor(kind, article)) : undefined;
  const lines =
    answer.status === 'repealed'
      ? [`Ce CCAG est abrogé depuis le ${answer.on.split('-').reverse().join('/')}.`, ...(next ? [next.change] : [])]
      : ccagLines(kind, article, piece.date);
  return {
    at,
    text: `CCAG-${kind.toUpperCase()} de ${year}`,
    article,
    status: answer.status,
    answer: lines.join(' ') || UNKNOWN_TEXT,
    successors: next ? next.to.map((n) => `article ${n} du CCAG-${kind.toUpperCase()} de 2021`) : [],
    verified: year === 2021 && sure?.verified === true,
    confidence: sure?.confidence ?? 'K',
  };
}

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/**
 * Every citation of law in a piece with what the law of its day says of it, in the order of the text. It fails closed: what
 * looks like a citation and is not read, a text that our data lack, one that no one has read are never supported.
 */
export function checkCitations(piece: Piece, rules: readonly Rule[]): readonly CheckedCitation[] {
  const { findings } = check(piece.consultation, { rules: rules.filter((r) => ON_LAW.test(r.id)) });
  const own = findings.filter((f) => f.piece === piece && ON_LAW.test(f.rule.id));
  const { repealed, ccag } = piece.ask(citations);
  const read = [
    ...articlesOf(piece),
    ...repealed.flatMap((r) => repealedOf(piece, r)),
    ...ccag.map((c) => ccagOf(piece, c)),
  ];
  const isRead = (at: Span) => read.some((r) => overlap(r.at, at));
  const unread = mentionsOfLaw(piece)
    .filter((at) => !isRead(at))
    .map((at) => unknown(at, UNKNOWN_TEXT));
  const said = [...read, ...unread];
  const alone = own.filter((f) => f.level !== 'info' && !said.some((s) => overlap(s.at, f.at)));
  return [...said, ...alone.map((f) => unknown(f.at, NOT_A_CITATION))]
    .map(({ confidence, ...one }): CheckedCitation => {
      const findings = own.filter((f) => overlap(f.at, one.at));
      const supported = confidence !== 'K' && findings.length === 0 && STANDS.includes(one.status);
      return { ...one, supported, findings };
    })
    .sort((a, b) => a.at.start - b.at.start);
}
