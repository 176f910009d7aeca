import type { Nodes } from 'mdast';
import type { Element } from 'xast';
import { parse } from '../../rules/kit/markdown/parse.ts';
import type { Landmark } from '../../rules/kit/piece.ts';
import type { Passage } from './phrasing.ts';
import { textOf } from './xml.ts';

/** A paragraph of a document as it was read. */
interface Step {
  readonly words: readonly { readonly text: string; readonly from: Element | undefined }[];
  /** Where the note that it is in is cited. */
  readonly reference: Element | undefined;
  readonly page: number;
  readonly row: number | undefined;
  title?: string;
}

/** The letter of a draft at `offset`, and where it is written in the document: in a text, or in the note cited there. */
export interface Letter {
  readonly offset: number;
  readonly step: number;
  readonly from: Element;
  /** UTF-16 unit of the text; undefined for a letter of a note. */
  readonly unit: number | undefined;
}

export interface Traced {
  /** In the order of the draft. */
  readonly letters: readonly Letter[];
  readonly landmarks: readonly Landmark[];
}

const LETTER = /[\p{L}\p{N}]/gu;
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

  read(passages: readonly Passage[], reference: Element | undefined): void {
    const words = passages.flatMap((p) =>
      'text' in p && p.change?.kind !== 'suppression' ? [{ text: p.text, from: p.from }] : [],
    );
    this.steps.push({ words, reference, page: passages[0]?.page ?? this.page, row: this.row });
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

  /** Finds in the draft, which has no more before it than `head` units of front matter, the letters of each paragraph. */
  follow(text: string, head: number): Traced {
    const drafted = lettersOf(text.slice(head));
    const all = drafted.map(({ letter }) => letter).join('');
    // Some letters are two units.
    const rankAt = new Map<number, number>();
    let units = 0;
    for (const [rank, { letter }] of drafted.entries()) {
      rankAt.set(units, rank);
      units += letter.length;
    }
    const letters: Letter[] = [];
    const landmarks: Landmark[] = [];
    let cursor = 0;
    let article: string | undefined;
    let paragraph = 0;
    let end = 0;
    for (const [step, { words, reference, page, row, title }] of this.steps.entries()) {
      const own = words.flatMap(({ text: said, from }) =>
        [...(from ? textOf(from) : said).matchAll(LETTER)].map((m) => ({ letter: m[0], from, unit: m.index })),
      );
      const sought = own.map(({ letter }) => letter).join('');
      const near = all.slice(cursor, cursor + sought.length + MOST_SKIPPED);
      const found = sought === '' ? -1 : near.indexOf(sought);
      const first = found < 0 ? undefined : rankAt.get(cursor + found);
      if (first === undefined) continue;
      cursor += found + sought.length;
      for (const [i, { from, unit }] of own.entries()) {
        const offset = head + (drafted[first + i]?.offset ?? 0);
        if (reference) letters.push({ offset, step, from: reference, unit: undefined });
        else if (from) letters.push({ offset, step, from, unit });
      }
      const said = words
        .map((w) => w.text)
        .join('')
        .trim();
      const named = title ?? (ARTICLE.test(said) && said.length < LONGEST_TITLE ? said : undefined);
      if (named !== undefined && row === undefined && !reference) {
        article = articleOf(named);
        paragraph = 0;
      } else if (row === undefined) paragraph++;
      const start = head + (drafted[first]?.offset ?? 0);
      landmarks.push({
        // What stands before the first letter (a mark, a number) is of the paragraph too.
        from: Math.max(text.lastIndexOf('\n', start - 1) + 1, end),
        ...(article !== undefined && { article }),
        ...(reference ? { note: true } : row === undefined ? { paragraph } : { row }),
        ...(this.page > 1 && !reference && { page }),
      });
      end = head + (drafted[first + own.length - 1]?.offset ?? 0) + 1;
    }
    return { letters, landmarks };
  }
}

/** What an article is called by: its number where it has one, else its title. */
function articleOf(title: string): string {
  const words = title.replace(/\s+/g, ' ').trim();
  const number = /^(?:article\s+)?([IVX]+|\d+(?:[.-]\d+)*)(?![\p{L}\p{N}])/iu.exec(words)?.[1];
  if (number !== undefined) return `article ${number}`;
  return `« ${words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words} »`;
}

/** The letters and digits of the words of a draft, each with its place. */
function lettersOf(text: string): { readonly letter: string; readonly offset: number }[] {
  const out: { letter: string; offset: number }[] = [];
  const visit = (node: Nodes): void => {
    if ((node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') && node.position) {
      const start = node.position.start.offset ?? 0;
      const raw = text
        .slice(start, node.position.end.offset)
        .replace(/&#?\w+;/g, (entity) => ' '.repeat(entity.length));
      for (const m of raw.matchAll(LETTER)) out.push({ letter: m[0], offset: start + m.index });
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(parse(text));
  return out;
}
