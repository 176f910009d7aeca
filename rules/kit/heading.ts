import { type HeadingNumber, headingNumber } from './french/heading.ts';
import type { PassageContent } from './markdown/content.ts';
import { isLoudTitle } from './markdown/plain.ts';

/** What makes a passage a heading: Markdown's marks, a bold line, or a number that begins it. */
export interface HeadingInfo {
  readonly level: number;
  readonly number?: HeadingNumber;
  /** Folded title, without its number. */
  readonly title: string;
  /** True when the passage goes on after its title (« **2-1. Objet.** Le marché… »). */
  readonly runIn: boolean;
  /** Capitals, or a number and a dash, make it a title: it is one where it stands on something. */
  readonly weak?: true;
}

/** Reads whether a passage is a heading. Bold lines and numbered lines count: converted drafts have no other. */
export function headingOf(p: PassageContent): HeadingInfo | undefined {
  const { prose, bold } = p;
  const folded = prose.folded.trim();
  if (folded === '') return undefined;
  if (p.kind === 'heading') {
    const number = headingNumber(folded);
    return { level: p.depth ?? 1, ...(number && { number }), title: number?.title ?? folded, runIn: false };
  }
  if (p.kind !== 'paragraph' || p.list || p.footnote) return undefined;
  const all = bold >= prose.text.trimEnd().length;
  const short = folded.length <= 120 && !prose.text.trim().includes('\n');
  if (bold > 0) {
    const head = prose.folded.slice(0, prose.foldedIndex(bold));
    const number = headingNumber(head);
    if (number && (number.label || number.path.length > 1 || /^\d/.test(number.key)) && head.length <= 120)
      return { level: 7 + number.path.length, number, title: number.title, runIn: !all };
    if (all && short && !/[.;,!]$/.test(folded)) return { level: 15, title: folded, runIn: false };
    return undefined;
  }
  const opening = capitalsOpening(prose.text);
  if (opening > 0) {
    const number = headingNumber(prose.folded.slice(0, prose.foldedIndex(opening)));
    if (number?.title) return { level: 7 + number.path.length, number, title: number.title, runIn: true };
  }
  const parted = !short && PARTED.test(prose.text.trim());
  if (!(short || parted) || /[.;,:]$/.test(folded)) return undefined;
  const number = headingNumber(folded);
  if (number?.label === 'article' || number?.label === 'chapitre' || (number && number.path.length > 1 && number.title))
    return { level: 7 + number.path.length, number, title: number.title, runIn: false };
  if (number?.title && DASHED.test(prose.text.trim()))
    return { level: 7 + number.path.length, number, title: number.title, runIn: false, weak: true };
  if (!isLoudTitle(prose.text.trim())) return undefined;
  return number?.title
    ? { level: 7 + number.path.length, number, title: number.title, runIn: false, weak: true }
    : { level: LOUD, title: folded, runIn: false, weak: true };
}

/** « 3 - Contraintes de pose »: one number, a dash, a title. */
const DASHED = /^\d{1,2} ?[-–—] ?\p{Lu}[^.;:!?\n]{3,80}$/u;
/** The level of a title in capitals, above that of one in bold. */
const LOUD = 14;
/** « ARTICLE 4 », and its title on the next line. */
const PARTED = /^(?:ARTICLE|Article|CHAPITRE|Chapitre) [\dIVX][\d.]{0,8} ?[.:–—-]?[ \t]*\r?\n\p{Lu}[^\n.:;!?]{3,90}$/u;

/** True for what a title may stand on; short lines without a stop are the cover of a piece, an address, a signature. */
export const bearsTitle = ({ kind, prose: { text } }: PassageContent): boolean =>
  kind !== 'paragraph' || text.length > 60 || /[.;:]\s*$/.test(text);

/** Length of « ARTICLE 14 — CLAUSE SOCIALE » before the clause it opens; 0 when a text goes on in the same letters. */
function capitalsOpening(text: string): number {
  const [opening, title = ''] =
    /^(?:ARTICLE|Article)\s+\d[\d.]*(?:er|ER)?\s*[.:—–-]([^.:;!?\n]{3,90})[.:]\s/.exec(text) ?? [];
  if (!opening || title !== title.toUpperCase()) return 0;
  return /\p{Ll}{3}/u.test(text.slice(opening.length)) ? opening.trimEnd().replace(/\s?[.:]$/, '').length : 0;
}
