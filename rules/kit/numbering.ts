import type { Draft, Passage, Section } from './draft.ts';
import { UNMARKED } from './markdown/plain.ts';

/** A printed heading: marks and word, number, sign after it, title, closing marks. */
const PRINTED =
  /^(?<open>[ \t]*(?:#{1,6}[ \t]+)?(?:\*\*|__)?(?:(?:article|art\.|section|chapitre|titre|partie|annexe|§)[ \u00a0\u202f]*(?:n ?°[ \u00a0]*)?)?)(?<number>premier|1er|\d{1,3}(?:[.-]\d{1,3}){0,20}|[IVX]{1,6}(?:[.-]\d{1,3}){0,20}|[A-Z](?=[ \u00a0]?[.):–—-]))(?<sign>[ \u00a0]?[.):]?[ \u00a0]*(?:[–—:-]{1,40}[ \u00a0]*)?)(?<title>(?:[^ \u00a0].*?)?)(?<close>(?:\*\*|__)?[ \t]*)$/iu;

type PrintedPart = 'open' | 'number' | 'sign' | 'title' | 'close';

const printedOf = (draft: Draft, { heading }: Section): string =>
  heading ? (draft.slice(heading.node).split(/\r?\n/)[0] ?? '') : '';

const ROMANS = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

function roman(value: number): string {
  let left = value;
  let out = '';
  for (const [letters, worth] of ROMANS)
    while (left >= worth) {
      out += letters;
      left -= worth;
    }
  return out;
}

/** The number that follows a printed one, in its own figures: « 5.3 » → « 5.4 », « IV » → « V », « premier » → « 2 », « B » → « C ». */
function next(printed: string, key: string): string {
  if (/^(?:premier|1er)$/i.test(printed)) return '2';
  const last = /[^.-]+$/.exec(printed)?.[0] ?? printed;
  const head = printed.slice(0, printed.length - last.length);
  if (/\d/.test(last)) return head + String(Number(last) + 1).padStart(last.length, '0');
  const value = Number(key.split('.').pop());
  if (Number.isInteger(value)) return head + roman(value + 1);
  return head + String.fromCharCode(last.charCodeAt(0) + 1);
}

const isCapitals = (title: string): boolean => /\p{Lu}{3}/u.test(title) && title === title.toLocaleUpperCase('fr');

/** Levels of headings that Markdown does not mark: a bold or a numbered line. */
const hasMarks = (heading: Passage | undefined): boolean =>
  heading?.kind === 'heading' && (heading.content.depth ?? 1) < UNMARKED;
const isMarked = (section: Section): boolean => hasMarks(section.heading);

/** A heading line like the one of a section, with the number that follows its own. Undefined when it has none. */
function like(draft: Draft, model: Section, title: string): string | undefined {
  const m = PRINTED.exec(printedOf(draft, model));
  if (!m?.groups || !model.number || model.heading?.heading?.runIn) return undefined;
  const { open, number: printed, sign, title: old, close } = m.groups as Record<PrintedPart, string>;
  const words = isCapitals(old) ? title.toLocaleUpperCase('fr') : title;
  const marks = isMarked(model) && !open.includes('#') ? `${'#'.repeat(model.level)} ` : '';
  // « Article 5 » alone shows no sign to take over.
  const joint = sign === '' ? ' – ' : old === '' ? `${sign.trimEnd()} ` : sign;
  return `${marks}${open}${next(printed, model.number.key)}${joint}${words}${close.trimEnd()}`;
}

/** The number printed in a section's heading, without its sign; undefined when it has none. */
const numberOf = (draft: Draft, section: Section): string | undefined =>
  section.number && PRINTED.exec(printedOf(draft, section))?.groups?.number;

const plain = (draft: Draft, level: number, title: string): string =>
  draft.headings.length > 0 && !draft.headings.some(hasMarks)
    ? `**${title}**`
    : `${'#'.repeat(Math.min(6, Math.max(2, level)))} ${title}`;

/** Sections at the side of one another that a number can follow: those of the last numbered one's level. */
const numbered = (sections: readonly Section[]): readonly Section[] =>
  sections.filter((s) => s.number && !s.heading?.heading?.runIn);

/**
 * The heading of a new section right after a section: marks, word, number and capitals are those of its neighbours. The number
 * is left out when the one that follows is taken: nothing is renumbered.
 */
export function headingAfter(draft: Draft, section: Section, title: string): string {
  const siblings = section.parent?.children ?? [];
  const isLast = numbered(siblings.slice(siblings.indexOf(section) + 1)).length === 0;
  return (isLast && like(draft, section, title)) || plain(draft, isMarked(section) ? section.level : 2, title);
}

/** The heading of a new last sub-section: numbered after the last one, or as the first of a numbered article. */
export function headingWithin(draft: Draft, section: Section, title: string): string {
  const last = numbered(section.children).at(-1);
  if (last) return headingAfter(draft, last, title);
  const own = numberOf(draft, section);
  const level = (section.children[0] ?? { level: section.level + 1 }).level;
  // « Article 5 – Résultats » has its first part in « 5.1 Code source »; a part after prose that has none would look like a second.
  const isEmpty = section.own.length === 1 && section.children.length === 0;
  if (own && isEmpty && /^\d/.test(own) && isMarked(section)) return `${plain(draft, level, '')}${own}.1 ${title}`;
  return plain(draft, isMarked(section) ? level : 2, title);
}

/** The article that a new one follows at the end of a piece: the last numbered one, or the last section; undefined without any. */
export function lastArticle(draft: Draft): Section | undefined {
  const articles = numbered(draft.sections.filter((s) => s.article === s));
  return articles.at(-1);
}

/** The heading of a new last article of a piece. */
export function headingAtEnd(draft: Draft, title: string): string {
  const last = lastArticle(draft);
  if (last) return headingAfter(draft, last, title);
  const depths = draft.headings.map((h) => h.content.depth ?? 1);
  return plain(draft, depths.filter((d) => d > 1).sort()[0] ?? 2, title);
}

/** The heading of a new section under the title of a piece, before its articles: nothing that stands is renumbered, so it has none. */
export const headingUnderTitle = (draft: Draft, title: string): string =>
  plain(draft, draft.headings.find((h) => hasMarks(h) && h.content.depth !== 1)?.content.depth ?? 2, title);
