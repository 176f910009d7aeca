import type { Draft, Passage, Section, Table } from './draft.ts';
import { isUnclosed } from './markdown/cut.ts';
import { headingAtEnd } from './numbering.ts';
import type { Piece } from './piece.ts';
import type { Block } from './placed.ts';
import type { Edit, Fix, Grade } from './rule.ts';
import { between, cover, endOf, type Span, startOf, widen } from './span.ts';

/** Text left to the buyer; editors turn it into a tab stop. */
export const field = (what: string): string => `[à compléter : ${what}]`;

/** Gives an author's text (straight apostrophes, ordinary spaces, \n) the habits of the draft. */
export function inStyleOf(draft: Draft, text: string): string {
  const { curly, hardSpaces, crlf } = draft.style;
  let out = text;
  if (curly) out = out.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
  if (hardSpaces) out = out.replace(/ (?=[;:!?»€%])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0');
  if (crlf) out = out.replace(/\r?\n/g, '\r\n');
  return out;
}

/** UTF-16 units in which the rest of a line is looked for. */
const LINE = 400;

const one = (title: string, grade: Grade, edits: readonly Edit[]): Fix => ({ title, grade, edits });

/** Puts `text` in place of a span. */
export const replace = (piece: Piece, at: Span, text: string, title: string, grade: Grade = 'review'): Fix =>
  one(title, grade, [{ piece, at, text: inStyleOf(piece.draft, text) }]);

/** Inserts words right after a span, in the line. */
export const insertAfter = (piece: Piece, at: Span, text: string, title: string, grade: Grade = 'review'): Fix =>
  replace(piece, endOf(at), text, title, grade);

/**
 * Inserts paragraphs after the block that holds a span: never inside a table, a list or a fence. Advice only where a title
 * in that block (`- ## Objet`) would put them under another one than the span's.
 */
export function insertBlockAfter(piece: Piece, at: Span, text: string, title: string): Fix {
  const { draft } = piece;
  const last = draft.blocks.length - 1;
  const block = draft.blockAt(at.end) ?? draft.blocks[last];
  // A fence or a comment left open holds all that follows: what is inserted goes above it.
  if (block && !block.content.frontMatter && isUnclosed(draft.slice(block.span)))
    return insertAbove(piece, block, text, title);
  const end = block ? endOf(block.span) : draft.end;
  const before = block ? '\n\n' : '';
  const below = draft.slice(widen(end, 0, 200));
  const after = /^\r?\n[ \t]*\r?\n/.test(below) || end.end >= draft.end.end ? '' : '\n';
  const grade = draft.sectionAt(end.end) === draft.sectionAt(at.end) ? 'review' : 'show';
  return one(title, grade, [{ piece, at: end, text: inStyleOf(draft, `${before}${text.trim()}${after}`) }]);
}

function insertAbove(piece: Piece, block: Block, text: string, title: string): Fix {
  const edit = { piece, at: startOf(block.span), text: inStyleOf(piece.draft, `${text.trim()}\n\n`) };
  return one(title, 'review', [edit]);
}

/** Inserts paragraphs at the end of a section, before the next heading. */
export function appendToSection(piece: Piece, section: Section, text: string, title: string): Fix {
  const last = section.passages[section.passages.length - 1];
  return insertBlockAfter(piece, last?.node ?? piece.draft.end, text, title);
}

/** Inserts paragraphs in a section, before its sub-sections. */
export function inSection(piece: Piece, section: Section, text: string, title: string): Fix {
  const last = section.own[section.own.length - 1];
  return insertBlockAfter(piece, last?.node ?? piece.draft.end, text, title);
}

/** Adds a section at the end of the piece. `heading` is its title, marks and number left out: they follow the draft's. */
export function appendSection(piece: Piece, heading: string, text: string, title: string): Fix {
  const { draft } = piece;
  return insertBlockAfter(piece, draft.end, `${headingAtEnd(draft, heading)}\n\n${text.trim()}`, title);
}

/** What closes a table in HTML. */
const TABLE_END = '</table>';

/** Adds a row at the end of a table. Cells are given in order of the columns. */
export function addRow(piece: Piece, table: Table, cells: readonly string[], title: string): Fix {
  const width = table.header.cells.length;
  const row = Array.from({ length: width }, (_, i) => cells[i] ?? '');
  const closing = startOf(widen(endOf(table.span), TABLE_END.length, 0));
  if (piece.draft.slice(widen(closing, 0, TABLE_END.length)).toLowerCase() === TABLE_END) {
    const html = `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
    return one(title, 'review', [{ piece, at: closing, text: inStyleOf(piece.draft, html) }]);
  }
  const line = piece.draft.slice(table.span).includes('|') ? `| ${row.join(' | ')} |` : inColumns(table, row);
  return one(title, 'review', [{ piece, at: endOf(table.span), text: inStyleOf(piece.draft, `\n${line}`) }]);
}

/** Cells that begin where those of the header do, two blanks apart at least. */
function inColumns({ header }: Table, row: readonly string[]): string {
  const [first] = header.cells;
  return row.reduce((line, cell, i) => {
    const from = (header.cells[i]?.node.start ?? 0) - (first?.node.start ?? 0);
    return `${line === '' ? '' : `${line}  `}`.padEnd(from) + cell;
  }, '');
}

/** Adds items to a list right after one of its items and what is below it, marked as that one is. */
export function addItems(piece: Piece, item: Passage, lines: readonly string[], title: string): Fix {
  const { draft } = piece;
  const before = draft.slice(widen(startOf(item.node), LINE, 0));
  const [, indent = '', bullet = '-', sign = '.'] = /(?:^|\n)([ \t>]*)([-*+]|\d+([.)]))[ \t]+$/.exec(before) ?? [];
  const { number } = item.list ?? {};
  const text = lines.map((line, i) => {
    const mark = number === undefined ? bullet : `${number + i + 1}${sign}`;
    return `\n${indent}${mark} ${line}`;
  });
  return insertAfter(piece, item.items.at(-1)?.node ?? item.node, text.join(''), title);
}

/** Writes in an empty cell of a table, between its bars; undefined when it holds something or has no bar before it. */
export function fillCell(piece: Piece, cell: Passage | undefined, text: string, title: string): Fix | undefined {
  const [bar, next] = cell ? piece.draft.slice(widen(startOf(cell.node), 0, 2)) : '';
  if (cell?.folded !== '' || bar !== '|') return undefined;
  const at = startOf(widen(cell.node, -1, 0));
  return replace(piece, at, /\s/.test(next ?? '') ? ` ${text}` : ` ${text} `, title);
}

/** Removes a span and the white space it leaves doubled. */
export function remove(piece: Piece, at: Span, title: string): Fix {
  const { draft } = piece;
  const before = draft.slice(widen(startOf(at), 1, 0));
  const after = draft.slice(widen(endOf(at), 0, 1));
  const spaced = /[ \u00a0]/.test(before) && /[ \u00a0.,;\r\n]|^$/.test(after);
  const leads = /^$|\n/.test(before) && /[ \u00a0]/.test(after);
  return one(title, 'review', [{ piece, at: widen(at, spaced ? 1 : 0, leads ? 1 : 0), text: '' }]);
}

/** What a line may keep that says nothing: the mark of an item or of a quotation. */
const BARE = /^[ \t>]*(?:(?:[-*+•]|\d{1,3}[.)])[ \t]*)?$/;

/**
 * Removes sentences without a trace: with their lines where nothing else stands there, and with the blank line that would
 * be left doubled.
 */
export function removals(piece: Piece, spans: readonly Span[]): readonly Edit[] {
  const { draft } = piece;
  const runs: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = runs.at(-1);
    const joins = last && draft.slice(between(endOf(last), startOf(span))).trim() === '';
    if (last && joins) runs[runs.length - 1] = cover(last, span);
    else runs.push(span);
  }
  return runs.map((at) => {
    const before = draft.slice(widen(startOf(at), LINE, 0));
    const after = draft.slice(widen(endOf(at), 0, LINE));
    const head = /[^\n]*$/.exec(before)?.[0] ?? '';
    const tail = /^[ \t]*(?:\r?\n|$)/.exec(after)?.[0];
    const isLine = tail !== undefined && BARE.test(head);
    const [left, right] = isLine ? aroundLine(before, head, after, tail) : aroundWords(before, after);
    return { piece, at: widen(at, left, right), text: '' };
  });
}

/** Units before and after words of a line that go with them: one of the two spaces that would meet. */
function aroundWords(before: string, after: string): readonly [number, number] {
  const spaced = /[ \u00a0]$/.test(before) && /^(?:[ \u00a0.,;\r\n]|$)/.test(after);
  const leads = /(?:^|\n)$/.test(before) && /^[ \u00a0]/.test(after);
  return [spaced ? 1 : 0, leads ? 1 : 0];
}

/** Units before and after the words of a line that go with them: the rest of the line, and the blank lines that would be doubled. */
function aroundLine(before: string, head: string, after: string, tail: string): readonly [number, number] {
  const above = before.slice(0, before.length - head.length);
  const isApart = /(?:^|\n[ \t]*\r?\n)$/.test(above);
  const gap = isApart ? (/^(?:[ \t]*\r?\n)+/.exec(after.slice(tail.length))?.[0].length ?? 0) : 0;
  // At the end of the file the blank line is the one above.
  const isLast = after.slice(tail.length + gap).trim() === '' && after.length < LINE;
  const back = isApart && isLast ? (/\r?\n$/.exec(above)?.[0].length ?? 0) : 0;
  return [head.length + back, tail.length + gap];
}
