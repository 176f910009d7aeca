import { commentsIn } from '../../rules/kit/markdown/comments.ts';

/**
 * A tracked change or a comment of Word, as a draft keeps it:
 * `<!-- commentaire de Jeanne Martin, 2026-11-03, sur « douze mois » : à vérifier -->`.
 */
export interface Mark {
  readonly kind: 'commentaire' | 'ajout' | 'suppression';
  readonly author: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  /** Words commented on. */
  readonly on?: string;
  /** The comment, or the words added or taken away. */
  readonly text: string;
}

/** Author of the comments that a check writes in a copy. */
export const ANNOTATOR = 'dce-lint';

/** Author in Word of the comments that are the draft's own, and come back as they were. */
export const DRAFT = 'Brouillon DCE Lint';

/** Text that can stand in a comment, which two dashes would end. */
const safe = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/-(?=-)/g, '–')
    .replace(/-$/, '–')
    .trim();

const LONGEST = 60;

/** Words commented on, cut when they are many: the first of them tell which. */
export const shortened = (words: string): string =>
  words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words;

/** The HTML comment of a mark. */
export function writeMark({ kind, author, date, on, text }: Mark): string {
  if (author === DRAFT && kind === 'commentaire') return `<!-- ${safe(text)} -->`;
  const who = safe(author) || 'un auteur inconnu';
  const about = on ? `, sur « ${safe(on)} »` : '';
  const words = kind === 'commentaire' ? safe(text) : `« ${safe(text)} »`;
  return `<!-- ${kind} de ${who}${date ? `, ${date}` : ''}${about} : ${words} -->`;
}

const MARK = /^(commentaire|ajout|suppression) de (.+?)(?:, (\d{4}-\d\d-\d\d))?(?:, sur « (.*?) »)? : (.*)$/s;

/** The mark that an HTML comment holds; a comment of the draft's own for any other; undefined for HTML that is no comment. */
export function readMark(html: string): Mark | undefined {
  const comment = /^<!--([\s\S]*?)-->\s*$/.exec(html.trim())?.[1]?.trim();
  if (comment === undefined) return undefined;
  const found = MARK.exec(comment);
  if (!found) return { kind: 'commentaire', author: DRAFT, text: comment };
  const [, kind, author = '', date, on, text = ''] = found;
  return {
    kind: kind as Mark['kind'],
    author,
    ...(date && { date }),
    ...(on && { on }),
    text: kind === 'commentaire' ? text : text.replace(/^« | »$/g, ''),
  };
}

/** The comments of a piece of HTML, one by one. */
export const commentsOf = (html: string): string[] => commentsIn(html).map(({ start, end }) => html.slice(start, end));
