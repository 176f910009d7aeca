import type { Nodes } from 'mdast';
import type { Element } from 'xast';
import { chunks } from '../../rules/kit/markdown/cut.ts';
import { parse } from '../../rules/kit/markdown/parse.ts';
import type { Landmark } from '../../rules/kit/piece.ts';
import type { Span } from '../../rules/kit/span.ts';
import type { Passage } from './phrasing.ts';
import { textOf } from './xml.ts';

/** A paragraph of a document as it was read. */
interface Step {
  readonly words: readonly { readonly text: string; readonly from: Element | undefined }[];
  /** Where the note that it is in is cited. */
  readonly reference: Element | undefined;
  /** It is in a header or a footer of pages. */
  readonly margin: boolean;
  readonly page: number;
  readonly row: number | undefined;
  title?: string;
}

interface Place {
  readonly reference?: Element | undefined;
  readonly margin?: boolean | undefined;
}

/** A letter of a draft: where it is there, and where it is written in the document: in a text, or in the note cited there. */
export interface Letter {
  readonly offset: number;
  readonly from: Element;
  /** UTF-16 unit of the text; undefined for a letter of a note. */
  readonly unit: number | undefined;
}

/** Words of a draft, letters of a document, what is neither. */
const WORD = /[\p{L}\p{N}]+/gu;
const ONE = /[\p{L}\p{N}]/gu;
const OTHERS = /[^\p{L}\p{N}]+/gu;
/** Letters that a draft may have between two paragraphs without their being in the document: a number, a mark. */
const MOST_SKIPPED = 400;
/** An article whose title has no style of titles. */
const ARTICLE = /^article\s+\S{1,8}(?:\s|$)/i;
const LONGEST_TITLE = 140;

/** Notes the way through a document: which paragraphs were read, in the order in which the draft has them. */
export class Trail {
  private readonly steps: Step[] = [];
  /** From 1; the pages that Word last laid out are known by the marks that it left. */
  page = 1;
  /** Row of a table that is being read, from 1. */
  row: number | undefined;

  /** `place`: where the note that they are in is cited, and whether it stands in the margins of pages. */
  read(passages: readonly Passage[], { reference, margin = false }: Place): void {
    const words = passages.flatMap((p) =>
      'text' in p && p.change?.kind !== 'suppression' ? [{ text: p.text, from: p.from }] : [],
    );
    this.steps.push({ words, reference, margin, page: passages[0]?.page ?? this.page, row: this.row });
  }

  /** The last paragraph is a heading; its number is with its words. */
  title(words: string): void {
    const last = this.steps.at(-1);
    if (last) last.title = words;
  }

  get length(): number {
    return this.steps.length;
  }

  /** Forgets the paragraphs after the first so many: the draft leaves them out. */
  forget(length: number): void {
    this.steps.length = length;
  }

  /** Finds the paragraphs in the draft. `head`: units of front matter before it. */
  follow(text: string, head: number): Traced {
    return new Traced(this.steps, text, head);
  }
}

/** A paragraph found in a draft: `first` is the rank of its first letter there. */
interface Found {
  readonly step: Step;
  readonly first: number;
  readonly length: number;
}

/** Where the words of a draft stand in the document that it was read from. */
export class Traced {
  /** In the order of the draft. */
  readonly landmarks: readonly Landmark[];
  private readonly offsets: Uint32Array;
  private readonly found: readonly Found[];

  constructor(steps: readonly Step[], text: string, head: number) {
    const drafted = lettersOf(text, head);
    this.offsets = drafted.offsets;
    const found: Found[] = [];
    let cursor = 0;
    for (const step of steps) {
      const sought = step.words.map(({ text: said, from }) => bare(from ? textOf(from) : said)).join('');
      const near = drafted.letters.slice(cursor, cursor + sought.length + MOST_SKIPPED);
      const at = sought === '' ? -1 : near.indexOf(sought);
      if (at < 0) continue;
      found.push({ step, first: cursor + at, length: sought.length });
      cursor += at + sought.length;
    }
    this.found = found;
    this.landmarks = this.mark(text);
  }

  /** The letters of a span of the draft; of the paragraph nearest to it when it has none. Empty when the document has no words. */
  letters({ start, end }: Span): readonly Letter[] {
    const from = this.rankFrom(start);
    const to = this.rankFrom(end);
    const inside = this.found.filter(({ first, length }) => first < to && from < first + length);
    if (from < to && inside.length > 0)
      return inside.flatMap((found) => this.lettersOf(found)).filter(({ offset }) => offset >= start && offset < end);
    const near = this.found.findLast(({ first }) => first < from) ?? this.found[0];
    return near ? this.lettersOf(near) : [];
  }

  /** Rank of the first letter at an offset of the draft or after it. */
  private rankFrom(offset: number): number {
    let [low, high] = [0, this.offsets.length];
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((this.offsets[mid] as number) < offset) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  private lettersOf({ step, first }: Found): Letter[] {
    const { words, reference } = step;
    let rank = first;
    return words.flatMap(({ text, from }) =>
      [...(from ? textOf(from) : text).matchAll(ONE)].flatMap(({ 0: letter, index: unit }): Letter[] => {
        const offset = this.offsets[rank] ?? 0;
        rank += letter.length;
        if (reference) return [{ offset, from: reference, unit: undefined }];
        return from ? [{ offset, from, unit }] : [];
      }),
    );
  }

  private mark(text: string): Landmark[] {
    let article: string | undefined;
    let paragraph = 0;
    let end = 0;
    const isPaged = this.found.some(({ step }) => step.page > 1);
    return this.found.map(({ step, first, length }) => {
      const { words, reference, margin, row, title } = step;
      const named = title ?? articleIn(words);
      if (named !== undefined && row === undefined && !reference) {
        article = articleOf(named);
        paragraph = 0;
      } else if (row === undefined) paragraph++;
      // What stands before the first letter (a mark, a number) is of the paragraph too.
      const from = Math.max(text.lastIndexOf('\n', (this.offsets[first] ?? 0) - 1) + 1, end);
      end = (this.offsets[first + length - 1] ?? 0) + 1;
      if (margin) return { from, margin: true };
      return { from, ...(article !== undefined && { article }), ...whereIs(step, paragraph, isPaged) };
    });
  }
}

/** What an article is called by: its number where it has one, else its title. */
function articleOf(title: string): string {
  const words = title.replace(/\s+/g, ' ').trim();
  const number = /^(?:article\s+)?([IVX]+|\d+(?:[.-]\d+)*)(?![\p{L}\p{N}])/iu.exec(words)?.[1];
  if (number !== undefined) return `article ${number}`;
  return `« ${words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words} »`;
}

const bare = (text: string): string => text.replace(OTHERS, '');

/** Entities, and calls of notes that a block does not know. */
const UNSAID = /&#?\w+;|\[\^[^\]\s]+\]/g;

const whereIs = ({ reference, row, page }: Step, paragraph: number, isPaged: boolean) =>
  reference ? { note: true as const } : { ...(row === undefined ? { paragraph } : { row }), ...(isPaged && { page }) };

/** The words of a paragraph that are the title of an article; undefined for any other. */
function articleIn(words: Step['words']): string | undefined {
  const said = words
    .map((w) => w.text)
    .join('')
    .trim();
  return ARTICLE.test(said) && said.length < LONGEST_TITLE ? said : undefined;
}

/** The letters and digits of the words of a draft after its front matter, with the place of each unit. */
function lettersOf(text: string, head: number): { readonly letters: string; readonly offsets: Uint32Array } {
  const parts: string[] = [];
  const offsets = new Uint32Array(text.length);
  let count = 0;
  for (const chunk of chunks(text.slice(head)))
    for (const { start, end } of textsIn(parse(chunk.text))) {
      const raw = chunk.text.slice(start.offset, end.offset).replace(UNSAID, (s) => ' '.repeat(s.length));
      for (const { 0: letter, index } of raw.matchAll(WORD)) {
        parts.push(letter);
        const at = head + chunk.start + (start.offset ?? 0) + index;
        for (let i = 0; i < letter.length; i++) offsets[count++] = at + i;
      }
    }
  return { letters: parts.join(''), offsets: offsets.subarray(0, count) };
}

/** Where the texts of a tree stand, in order. */
function textsIn(node: Nodes): NonNullable<Nodes['position']>[] {
  if ('children' in node) return node.children.flatMap(textsIn);
  const isText = node.type === 'text' || node.type === 'inlineCode' || node.type === 'code';
  return isText && node.position ? [node.position] : [];
}
