import { type HeadingNumber, headingNumber } from './french/heading.ts';
import type { PassageContent } from './markdown/block.ts';
import { isLoudTitle } from './markdown/plain.ts';
import type { HeadingInfo, Passage, Sentence } from './passage.ts';
import { between, type Span, TOP } from './span.ts';

/** What articles are numbered below. */
const CHAPTERS: ReadonlySet<string | undefined> = new Set(['chapitre', 'titre', 'partie', 'volet']);

/** A heading with all that stands under it. The root section has no heading and holds the whole file. */
export class Section {
  readonly parent: Section | undefined;
  readonly heading: Passage | undefined;
  readonly children: Section[] = [];
  /** Passages under this heading and no deeper one; the heading first. */
  readonly own: Passage[] = [];
  /** 0 for the root. */
  readonly level: number;
  constructor(parent?: Section, heading?: Passage, level = 0) {
    this.parent = parent;
    this.heading = heading;
    this.level = level;
  }
  /** Folded title without its number; empty for the root. */
  get title(): string {
    return this.heading?.heading?.title ?? '';
  }
  get number(): HeadingNumber | undefined {
    return this.heading?.heading?.number;
  }
  /** All passages, sub-sections included, in order. Quotations and instructions to the drafter are left out. */
  get passages(): readonly Passage[] {
    return [...this.own, ...this.children.flatMap((c) => c.passages)];
  }
  get sentences(): readonly Sentence[] {
    return this.passages.flatMap((p) => p.sentences);
  }
  has(pattern: RegExp): boolean {
    return this.own.some((p) => p.has(pattern)) || this.children.some((c) => c.has(pattern));
  }
  /** From the root (excluded) to this one. */
  get chain(): readonly Section[] {
    this.chainFound ??= this.parent ? [...this.parent.chain, this] : [];
    return this.chainFound;
  }
  private chainFound: readonly Section[] | undefined;

  /** True when this heading or one above it has the pattern in its title. */
  under(pattern: RegExp): boolean {
    return this.chain.some((s) => s.heading?.has(pattern));
  }
  /** The article this section belongs to: the highest numbered unit below chapters and titles, or the section itself. */
  get article(): Section {
    this.articleFound ??= this.findArticle();
    return this.articleFound;
  }
  private articleFound: Section | undefined;

  private findArticle(): Section {
    const isChapter = (s: Section) => CHAPTERS.has(s.number?.label);
    if (isChapter(this)) return this;
    const chain = this.chain.filter((s) => !isChapter(s));
    return chain.find((s) => s.number) ?? chain.find((s) => s.level > 1) ?? chain[0] ?? this;
  }
  get span(): Span {
    const all = this.passages;
    const first = all[0];
    const last = all[all.length - 1];
    return first && last ? between(first.node, last.node) : TOP;
  }
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
  if (!isLoudTitle(prose.text.trim())) return undefined;
  return number?.title
    ? { level: 7 + number.path.length, number, title: number.title, runIn: false, weak: true }
    : { level: LOUD, title: folded, runIn: false, weak: true };
}

/** The level of a title in capitals, above that of one in bold. */
const LOUD = 14;
/** « ARTICLE 4 », and its title on the next line. */
const PARTED = /^(?:ARTICLE|Article|CHAPITRE|Chapitre) [\dIVX][\d.]{0,8} ?[.:–—-]?[ \t]*\r?\n\p{Lu}[^\n.:;!?]{3,90}$/u;

/** True for what a title may stand on; short lines without a stop are the cover of a piece, an address, a signature. */
export const bearsTitle = ({ kind, prose: { text } }: PassageContent): boolean =>
  kind !== 'paragraph' || text.length > 60 || /[.;:]\s*$/.test(text);

/** What makes a heading of a passage before another. */
function headingBefore(p: PassageContent, next: PassageContent | undefined): HeadingInfo | undefined {
  const heading = headingOf(p);
  if (!heading?.weak) return heading;
  const under = next && headingOf(next);
  return (under ? under.level > heading.level : next && bearsTitle(next)) ? heading : undefined;
}

/** Length of « ARTICLE 14 — CLAUSE SOCIALE » before the clause it opens; 0 when a text goes on in the same letters. */
function capitalsOpening(text: string): number {
  const [opening, title = ''] =
    /^(?:ARTICLE|Article)\s+\d[\d.]*(?:er|ER)?\s*[.:—–-]([^.:;!?\n]{3,90})[.:]\s/.exec(text) ?? [];
  if (!opening || title !== title.toUpperCase()) return 0;
  return /\p{Ll}{3}/u.test(text.slice(opening.length)) ? opening.trimEnd().replace(/\s?[.:]$/, '').length : 0;
}

/** The tree of sections of a file's passages, a passage at a time; asides go to the root. Each passage learns its section. */
export function* sections(
  passages: readonly Passage[],
  asides: Iterable<Passage>,
): Generator<undefined, Section, undefined> {
  const root = new Section();
  let current = root;
  for (const [i, p] of passages.entries()) {
    const heading = headingBefore(p.content, passages[i + 1]?.content);
    if (heading) {
      while (current.parent && current.level >= heading.level) current = current.parent;
      const section = new Section(current, p, heading.level);
      current.children.push(section);
      current = section;
    }
    p.enter(current, heading);
    current.own.push(p);
    yield;
  }
  for (const p of asides) p.enter(root);
  return root;
}
