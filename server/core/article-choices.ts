import { citationStyle, citations, spelled } from '../../rules/facts/droit/index.ts';
import type { Draft } from '../../rules/kit/draft.ts';
import { plain } from '../../rules/kit/french/fold.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import { articleAt, knownArticles } from '../../rules/law/law.ts';
import { inForceSince, surety } from './surety.ts';

/** The beginning of a citation, before the place where one types. */
export interface Begun {
  /** Characters already there that an article takes the place of: « R. 21 ». */
  readonly length: number;
  /** `L`, `R` or `D`; undefined when it is not typed yet. */
  readonly letter: string | undefined;
  /** What is typed between the letter and the figures; undefined while neither a sign nor a figure is. */
  readonly sign: string | undefined;
}

/** An article that may be cited. */
export interface ArticleChoice {
  /** `R2152-7`. */
  readonly number: string;
  /** What is written: « R. 2152-7 du code de la commande publique ». */
  readonly text: string;
  /** « du code de la commande publique » where it is written; undefined otherwise. */
  readonly suffix: string | undefined;
  readonly code: 'ccp' | 'cpi';
  readonly subject: string;
  /** What it says that day and since when, in French. */
  readonly about: string;
  /** Words under which it is looked for, without accents. */
  readonly words: string;
}

const NAMES = { ccp: 'du code de la commande publique', cpi: 'du code de la propriété intellectuelle' } as const;

const NUMBER = String.raw`[LRD](?:\.[\s\u00a0\u202f]?|[\s\u00a0\u202f])?\*?\d[\d-]*`;
const LISTED = String.raw`(?:${NUMBER}(?:[\s\u00a0\u202f]*,[\s\u00a0\u202f]*|[\s\u00a0\u202f]+(?:et|ou|à)[\s\u00a0\u202f]+(?:l['’])?))*`;
const AFTER_WORD = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:articles?|art\.)[\s\u00a0\u202f]+${LISTED}(?<begun>(?:(?<letter>[LRD])(?<sign>\.[\s\u00a0\u202f]?|[\s\u00a0\u202f])?)?(?<figures>\d[\d-]*)?)$`,
  'iu',
);
/** « L. », « R. 21 » without the word before. */
const ALONE = /(?:^|[^\p{L}\d.])(?<begun>(?<letter>[LRD])(?<sign>\.[\s\u00a0\u202f]?|(?=\d))(?<figures>\d[\d-]*)?)$/u;

/** Reads the citation begun at the end of a line's text. Undefined where none is: « article 5 » begins none of a code. */
export function begunCitation(before: string): Begun | undefined {
  const m = AFTER_WORD.exec(before) ?? ALONE.exec(before);
  if (!m?.groups) return undefined;
  const { begun = '', letter, sign, figures } = m.groups;
  // « article 5 » is a part of the piece.
  if (!letter && figures) return undefined;
  return {
    length: begun.length,
    letter: letter?.toUpperCase(),
    sign: sign || figures ? (sign ?? '') : undefined,
  };
}

/** Whether a place is in what the draft says: not in its front matter, in code, or in a comment. */
export function isProse(draft: Draft, offset: number): boolean {
  const said = draft.blockAt(offset)?.content.passages.length ?? 0;
  return said > 0 && !draft.comments.some(({ span }) => span.start < offset && offset < span.end);
}

/**
 * The articles of our data that are in force on the day of a piece, in the spelling of its citations. Where the piece does
 * not name the code, each stands twice: alone, and with the name of its code. `after`: the text that follows.
 */
export function articleChoices(piece: Piece, { letter, sign }: Begun, after: string): ArticleChoice[] {
  const style = sign ?? piece.ask(citationStyle).sign ?? '';
  const { codes } = piece.ask(citations);
  const isNamed = /^[\s\u00a0\u202f]*,?[\s\u00a0\u202f]*(?:du|dudit)[\s\u00a0\u202f]/u.test(after);
  return knownArticles
    .filter(({ number }) => letter === undefined || number.startsWith(letter))
    .flatMap(({ code, number, subject }): ArticleChoice[] => {
      const answer = articleAt(code, number, piece.date);
      if (answer.status !== 'in-force' && answer.status !== 'changed') return [];
      const said = [answer.summary ?? 'Rédaction de ce jour non lue.', inForceSince(answer)];
      const about = [...said, ...(answer.verified ? [] : [surety(answer)])].join(' ');
      const text = spelled(number, style);
      const words = `${text} ${number} ${plain(subject)}`;
      const base = { number, code, subject, about, words };
      const alone = { ...base, text, suffix: undefined };
      if (isNamed || codes.has(code)) return [alone];
      return [alone, { ...base, text: `${text} ${NAMES[code]}`, suffix: NAMES[code] }];
    });
}
