import type { Span } from '../span.ts';
import type { BlockContent, PassageContent } from './content.ts';
import { parseWithin } from './parse.ts';
import { Prose, proseOf } from './prose.ts';

/** A cell of a table that is no Markdown: its words, and where they stand in the chunk, in several pieces where it goes on under itself; none where it is empty. */
export interface Cell {
  readonly text: string;
  readonly pieces: readonly Span[];
}

export const EMPTY: Cell = { text: '', pieces: [] };

/** Dots that lead to a page from the words of a table of contents; before a unit, « ........ € », they are a field. */
export const LEADERS = /\.{4}(?![. ]*(?:€|%|euros?\b|mois\b|jours?\b))/;

/** What a cell counts: « 40 % », « 15 points », « 410 000,00 € », « 12 pages ». */
export const FIGURE =
  /^[<>≤≥~±]? ?\d[\d\s.,]*(?:(?:%|‰|points?|pts\.?|k?€|euros?|jours?|mois|ans?|semaines?|heures?|h|[ckm]?m[²³]?|kg|g|t|u|pages?)(?!\p{L}) ?)*(?:H\.?T\.?|TTC)?$/iu;

/** The cell that words between two marks make, without the blanks around them; `from`: where they begin in the chunk. */
export function cellIn(words: string, from: number): Cell {
  const text = words.trim();
  const start = from + words.indexOf(text);
  return text === '' ? EMPTY : { text, pieces: [{ start, end: start + text.length }] };
}

/** Of two columns, a first line in capitals, or that begins with what a column is called, is a header; any other is a label and what answers it. */
export const isHeader = ([first, second]: readonly Cell[]): boolean =>
  [first, second].every((cell) => !/\p{Ll}/u.test(cell?.text ?? '')) ||
  COLUMN.test(first?.text ?? '') ||
  VALUES.test(second?.text ?? '');
const COLUMN =
  /^(?:n°|lots?|crit[eè]res?|sous-crit[eè]res?|articles?(?: (?:du|de la|de l['’]|auquel|auxquels) ?\P{N}{2,40})?|pi[eè]ces?|rubriques?|tranches?|[eé]tapes?|phases?|codes?|d[eé]signations?|prestations?|intitul[eé]s?|r[eé]f\.?|postes?)$/iu;
/** What a column of values is called. */
const VALUES =
  /^(?:d[eé]lais?|dates?|poids|pond[eé]rations?|coefficients?|points|notes?|montants?(?: HT)?|prix(?: unitaires?)?|quantit[eé]s?|signatures?|descriptions?|d[eé]signations?|valeurs?|contenus?|r[eé]ponses?|observations?|p[eé]nalit[eé]s?)$/i;

/** A line, and where it begins in the chunk. */
export interface Line {
  readonly at: number;
  readonly text: string;
}

export function linesOf(chunk: string): Line[] {
  let at = 0;
  return chunk.split('\n').map((text) => {
    const line = { at, text };
    at += text.length + 1;
    return line;
  });
}

/** What may be markup, and no word. */
const MARKS = /[\\*_`&[<~]/;

/** The words of a cell of several lines: a word that the end of a line cuts is one. */
export const joinedText = (lines: readonly string[]): string =>
  lines.reduce((text, line) => `${text}${/\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line) ? '' : ' '}${line}`);

/** The words of a cell, a blank between its pieces unless they are one word; without its emphasis and its bars of escape. */
function wordsOf({ text, pieces }: Cell): Prose {
  const [first] = pieces;
  const [only, ...others] = MARKS.test(text) ? parseWithin(text).root.children : [];
  const marked = only?.type === 'paragraph' && others.length === 0 ? proseOf(only, text).prose : undefined;
  if (!first || (pieces.length < 2 && !marked)) return marked ?? Prose.asWritten(text, 0);
  const units: number[] = [];
  for (const [i, { start, end }] of pieces.entries()) {
    if (i > 0 && text[units.length] === ' ') units.push((pieces[i - 1] as Span).end);
    for (let unit = start; unit < end; unit++) units.push(unit);
  }
  const { end } = pieces.at(-1) as Span;
  return (marked ?? Prose.asWritten(text, 0)).moved(0, (unit) => units[unit] ?? end);
}

/** A chunk that is one table, the first of its rows the header. An empty cell stands right after the one before it. */
export function tableOf(chunk: string, rows: readonly (readonly Cell[])[]): BlockContent {
  const passages: PassageContent[] = [];
  const places: Span[] = [];
  let end = 0;
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) {
      const start = cell.pieces[0]?.start ?? end;
      end = cell.pieces.at(-1)?.end ?? end;
      const words = { kind: 'cell', prose: wordsOf(cell), source: chunk.slice(start, end) } as const;
      passages.push({ ...words, bold: 0, quoted: false, footnote: false, cell: { table: 0, row, column } });
      places.push({ start, end });
    }
  return { passages, places, tables: [{ start: 0, end: chunk.length }], comments: [] };
}
