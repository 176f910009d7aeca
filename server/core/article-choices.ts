import { type Begun, citationStyle, citations, namesCodeNext, spelled } from '../../rules/facts/droit/index.ts';
import type { Draft } from '../../rules/kit/draft.ts';
import { plain } from '../../rules/kit/french/fold.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import { articleAt, knownArticles } from '../../rules/law/law.ts';
import { inForceSince, surety } from './surety.ts';

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
  const isNamed = namesCodeNext(after);
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
