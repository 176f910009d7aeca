import { type HeadingNumber, headingNumber } from './french/heading.ts';
import type { PassageContent } from './markdown/content.ts';
import {
  isBareTitle,
  isDashedTitle,
  isLetteredTitle,
  isLoudTitle,
  isPartTitle,
  isPlainTitle,
  OPEN_END,
  states,
} from './markdown/plain.ts';
import type { Prose } from './markdown/prose.ts';

/** What makes a passage a heading: Markdown's marks, a bold line, or a number that begins it. */
export interface HeadingInfo {
  readonly level: number;
  readonly number?: HeadingNumber;
  /** Folded title, without its number. */
  readonly title: string;
  /** True when the passage goes on after its title (« **2-1. Objet.** Le marché… »). */
  readonly runIn: boolean;
  /** It is a sentence as well: « 4.2 Les câbles sont neufs », « **Les variantes sont interdites** ». */
  readonly states?: true;
  /** Capitals, or a number and a dash, make it a title: it is one where it stands on something. */
  readonly weak?: true;
  /** Nothing but its place makes it a title: it is none in a text whose titles are marked. */
  readonly plain?: true;
}

/** Reads whether a passage is a heading. Bold lines and numbered lines count: converted drafts have no other. */
export function headingOf(p: PassageContent): HeadingInfo | undefined {
  const { prose, bold } = p;
  const folded = prose.folded.trim();
  if (folded === '') return undefined;
  if (p.kind === 'heading') return markedTitle(folded, p.depth ?? 1);
  if (p.kind !== 'paragraph' || p.list || p.footnote) return undefined;
  const title =
    bold > 0 ? boldTitle(folded, prose, bold) : (openingTitle(prose) ?? lineTitle(folded, prose.text.trim()));
  return title && !title.runIn && states(prose.text) ? { ...title, states: true } : title;
}

const numbered = (number: HeadingNumber) => ({ level: 7 + number.path.length, number, title: number.title });

const isShort = (folded: string, text: string) => folded.length <= 120 && !text.includes('\n');

function markedTitle(folded: string, level: number): HeadingInfo {
  const number = headingNumber(folded);
  return { level, ...(number && { number }), title: number?.title ?? folded, runIn: false };
}

/** The title that the words in bold at the start of a paragraph are by their number, or by standing alone. */
function boldTitle(folded: string, prose: Prose, bold: number): HeadingInfo | undefined {
  const all = bold >= prose.text.trimEnd().length;
  const head = prose.folded.slice(0, prose.foldedIndex(bold));
  const number = headingNumber(head);
  if (number && (number.label || number.path.length > 1 || /^\d/.test(number.key)) && head.length <= 120)
    return { ...numbered(number), runIn: !all };
  if (LOTS.test(head)) return { level: 8, title: head.replace(/[ .:]+$/, ''), runIn: !all };
  const isAlone = all && isShort(folded, prose.text.trim()) && !/[.;,!]$/.test(folded);
  return isAlone ? { level: 15, title: folded, runIn: false } : undefined;
}

/** « **Lots 2 et 3.** », beside « **Lot 1.** »: what follows is of these. */
const LOTS =
  /^(?:pour )?(?:les )?lots (?:n ?°s? ?)?(?:\d{1,2}|[a-h])(?:(?: ?, | et | a | ?& ?)(?:\d{1,2}|[a-h]))+ ?[.:–—-]? ?$/;

/** The title in capitals of an article, before the clause that it opens. */
function openingTitle(prose: Prose): HeadingInfo | undefined {
  const opening = capitalsOpening(prose.text);
  if (opening === 0) return undefined;
  const number = headingNumber(prose.folded.slice(0, prose.foldedIndex(opening)));
  return number?.title ? { ...numbered(number), runIn: true } : undefined;
}

/** The title that a line of no emphasis is. */
function lineTitle(folded: string, text: string): HeadingInfo | undefined {
  if (!(isShort(folded, text) || PARTED.test(text) || isBroken(text)) || /[.;,:]$/.test(folded)) return undefined;
  const number = headingNumber(folded);
  const of = { ...(number && { number }), title: number?.title ?? folded, runIn: false };
  if (isPartTitle(text)) return { ...of, level: 7, weak: true };
  if (number?.label === 'article' || number?.label === 'chapitre' || (number && number.path.length > 1 && number.title))
    return { ...numbered(number), runIn: false };
  if (isWeakTitle(text, number)) return { level: 8, ...(number && numbered(number)), ...of, weak: true };
  if (isLoudTitle(text)) return { level: LOUD, title: folded, runIn: false, weak: true };
  return isPlainTitle(text) ? { level: PLAIN, title: folded, runIn: false, weak: true, plain: true } : undefined;
}

/** « Annexe 2 – Bordereau des prix », « Annexe – Bordereau », « § 4 Essais », « C – Engagement », « 7. CRITÈRES ». */
function isWeakTitle(text: string, number: HeadingNumber | undefined): boolean {
  if (ANNEX.test(text) || (number && LABELLED.test(text))) return !states(text);
  return !!number?.title && [isLoudTitle, isDashedTitle, isBareTitle, isLetteredTitle].some((is) => is(text));
}

const LABELLED = /^(?:(?:ANNEXE|Annexe) |§ ?\d{1,2} \p{Lu})/u;
/** « Annexe – Bordereau des prix », without a number. */
const ANNEX = /^(?:ANNEXE|Annexe)(?: unique)? ?[–—:-] ?\p{Lu}/u;
/** The level of a title in capitals, above that of one in bold. */
const LOUD = 14;
/** The level of one in plain words, under that: it parts an article, and begins none. */
export const PLAIN = 16;
/** « ARTICLE 4 », « 12.10. », and its title on the next line; « ARTICLE 6 – CONDITIONS SOCIALES ET », and its last words. */
const PARTED =
  /^(?:(?:ARTICLE|Article|CHAPITRE|Chapitre) [\dIVX][\d.]{0,8} ?[.:–—-]?|\d{1,2}(?:\.\d{1,2}){1,3}\.?)[ \t]*\r?\n\p{Lu}[^\n.:;!?]{3,90}$/u;
const BROKEN =
  /^(?:(?:ARTICLE|Article|CHAPITRE|Chapitre) [\dIVX]|\d{1,2}\.\d|[IVX]{1,5}\.\d)(?<over>[^\n.:;!?]{0,12}[^\n.:;!?]{3,90}?)[ \t]*\r?\n\p{L}[^\n.:;,!?]{1,60}$/u;
const isBroken = (text: string): boolean => OPEN_END.test(BROKEN.exec(text)?.groups?.over ?? '');

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
