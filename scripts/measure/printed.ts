/**
 * A draft as a page prints it, and as programs take it out of a PDF: no marks, lines cut at a width, tables in columns, the foot of a page
 * every so many lines. What it says is the same.
 */
import type { List, ListItem, Node, RootContent, Table } from 'mdast';
import { frontMatter } from '../../rules/kit/markdown/cut.ts';
import { parse } from '../../rules/kit/markdown/parse.ts';

/** Units of a printed line. */
const WIDTH = 98;
/** Lines of a page. */
const HEIGHT = 52;
/** Blanks between two columns. */
const GAP = 3;

/** The words of a node, without marks. */
function wordsOf(node: Node): string {
  if ('value' in node)
    return node.type === 'html' ? (/^<br\b/i.test(String(node.value)) ? ' ' : '') : String(node.value);
  if (node.type === 'break') return ' ';
  return 'children' in node ? (node.children as Node[]).map(wordsOf).join('') : '';
}

function wrap(text: string, width: number): string[] {
  const out: string[] = [];
  let row = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (row && row.length + 1 + word.length > width) {
      out.push(row);
      row = '';
    }
    row = row ? `${row} ${word}` : word;
  }
  return row ? [...out, row] : out;
}

const under = (lines: readonly string[], mark: string): string[] =>
  lines.map((line, i) => (i === 0 ? mark + line : line && ' '.repeat(mark.length) + line));

/** Columns as wide as their words where these fit, else in the measure of what they hold. */
function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const natural = (rows[0] ?? []).map((_, c) => Math.max(4, ...rows.map((r) => (r[c] ?? '').length)));
  const room = WIDTH - GAP * (natural.length - 1);
  const least = natural.map((w, c) =>
    Math.min(w, Math.max(6, ...rows.flatMap((r) => (r[c] ?? '').split(/\s+/).map((word) => word.length)))),
  );
  const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
  if (sum(natural) <= room) return natural;
  const spare = Math.max(0, room - sum(least));
  const wanted = natural.map((w, c) => w - (least[c] ?? 0));
  return least.map((w, c) => w + Math.floor((spare * (wanted[c] ?? 0)) / Math.max(1, sum(wanted))));
}

function printTable({ children }: Table): string[] {
  const rows = children.map((row) => row.children.map((cell) => wordsOf(cell).trim()));
  const widths = widthsOf(rows);
  const cut = rows.map((row) => row.map((cell, c) => wrap(cell, widths[c] ?? WIDTH)));
  const isTall = cut.some((row) => row.some((cell) => cell.length > 1));
  return cut.flatMap((row) => {
    const height = Math.max(1, ...row.map((cell) => cell.length));
    const lines = Array.from({ length: height }, (_, i) =>
      row
        .map((cell, c) => (cell[i] ?? '').padEnd((widths[c] ?? 0) + GAP))
        .join('')
        .trimEnd(),
    );
    return isTall ? [...lines, ''] : lines;
  });
}

function printItem({ children, checked }: ListItem, mark: string, width: number): string[] {
  const box = typeof checked === 'boolean' ? (checked ? '☒ ' : '☐ ') : '';
  return under(
    children.flatMap((child, i) => {
      const lines = print(child, width - mark.length);
      if (i === 0 && lines[0] !== undefined) lines[0] = box + lines[0];
      return i > 0 && child.type !== 'list' ? ['', ...lines] : lines;
    }),
    mark,
  );
}

const printList = ({ children, ordered, start }: List, width: number): string[] =>
  children.flatMap((item, i) => printItem(item, ordered ? `${(start ?? 1) + i}. ` : '•   ', width));

/** The lines that a node prints. */
function print(node: RootContent, width: number): string[] {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
      return wrap(wordsOf(node), width);
    case 'list':
      return printList(node, width);
    case 'table':
      return printTable(node);
    case 'blockquote':
      return node.children
        .flatMap((child, i) => [...(i ? [''] : []), ...print(child, width - 4)])
        .map((l) => `    ${l}`);
    case 'code':
      return node.value.split('\n');
    default:
      return [];
  }
}

const footOf = (page: number, pages: number): string =>
  `Consultation n° 2026-14${' '.repeat(WIDTH - 40)}Page ${page} sur ${pages}`;

/** The foot of each page under its lines; the last page has none. */
function paged(lines: readonly string[]): string {
  const out: string[] = [];
  const pages = Math.ceil(lines.length / HEIGHT);
  let page = 1;
  lines.forEach((line, i) => {
    if (i > 0 && i % HEIGHT === 0) out.push('', footOf(page++, pages), '');
    out.push(line);
  });
  return `${out.join('\n')}\n`;
}

/** A draft as it is printed, its front matter kept. */
export function printed(text: string): string {
  const head = frontMatter(text);
  const from = head ? head.start + head.text.length : 0;
  const lines = parse(text.slice(from)).children.flatMap((node) => {
    const own = print(node, WIDTH);
    return own.length > 0 ? [...own, ''] : [];
  });
  return `${text.slice(0, from)}${head ? '\n' : ''}${paged(lines)}`;
}
