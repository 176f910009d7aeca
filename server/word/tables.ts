import type { AlignType, PhrasingContent, RootContent, TableRow } from 'mdast';
import type { Element } from 'xast';
import { type Merged, mergedMark } from '../../rules/kit/markdown/merged.ts';
import { writeMark } from './marks.ts';
import { type CellReader, withLabel } from './paragraph.ts';
import { type Look, type Passage, phrasing } from './phrasing.ts';
import { at, attribute, below, elements, textOf, val } from './xml.ts';

interface Cell {
  readonly content: PhrasingContent[];
  /** Columns it takes; 0 for the empty cells that stand for the columns of the one before. */
  readonly width: number;
  /** Another cell runs over it. */
  readonly merged?: Merged;
  readonly align: AlignType;
}

const PLAIN: Look = { bold: false, italic: false, strike: false };
/** As many columns as Word allows. */
const WIDEST = 63;

/** A table as GFM: the first row is the header, a title over all the columns goes before, a lone cell is a frame around text. */
export function readTable(reader: CellReader, table: Element): RootContent[] {
  const all = rowsOf(table);
  const { losses } = reader.document;
  const lone = all.length === 1 ? cellsOf(all[0] as Element) : [];
  if (lone.length === 1) {
    losses.add('frame');
    return reader.read(lone[0] as Element);
  }
  const gone = all.filter((row) => at(row, 'w:trPr', 'w:del'));
  const { trail } = reader.document;
  const rows = all
    .filter((row) => !gone.includes(row))
    .map((row, i) => {
      trail.row = i + 1;
      return readRow(reader, row);
    });
  trail.row = undefined;
  const before: RootContent[] = [];
  const columns = Math.max(0, ...rows.map(widthOf));
  while (rows.length > 1 && columns > 1 && rows[0]?.filter((cell) => cell.width > 0).length === 1) {
    const content = rows.shift()?.flatMap((cell) => cell.content) ?? [];
    if (content.length === 0) continue;
    losses.add('caption');
    before.push({ type: 'paragraph', children: bold(content) });
  }
  const after = gone.map((row): RootContent => {
    const text = cellsOf(row).map(wordsOf).join(' ; ');
    const { attributes } = at(row, 'w:trPr', 'w:del') as Element;
    const date = attributes['w:date']?.slice(0, 10);
    const author = attributes['w:author'] ?? '';
    return { type: 'html', value: writeMark({ kind: 'suppression', author, ...(date && { date }), text }) };
  });
  if (rows.every((row) => row.every((cell) => cell.content.length === 0))) return [...before, ...after];
  return [...before, { type: 'table', align: alignment(rows, columns), children: rows.map(rowOf(columns)) }, ...after];
}

/** Rows and cells may stand in content controls. */
const inside = (parent: Element, name: string): Element[] =>
  elements(parent).flatMap((child) => {
    if (child.name === name) return [child];
    if (child.name === 'w:sdt') return inside(at(child, 'w:sdtContent') ?? child, name);
    return child.name === 'w:customXml' ? inside(child, name) : [];
  });
const rowsOf = (table: Element) => inside(table, 'w:tr');
const cellsOf = (row: Element) => inside(row, 'w:tc');
const widthOf = (row: readonly Cell[]) => row.reduce((sum, cell) => sum + cell.width, 0);
const wordsOf = (element: Element) =>
  [...below(element, 'w:p')].map((p) => [...below(p, 'w:t'), ...below(p, 'w:delText')].map(textOf).join('')).join(' ');

const count = (text: string | undefined, most: number) =>
  Math.min(most, Math.max(0, Math.trunc(Number(text ?? 0)) || 0));

function readRow(reader: CellReader, row: Element): Cell[] {
  const empty = (times: number, width: 0 | 1, merged?: Merged): Cell[] =>
    Array.from({ length: times }, () => ({ content: [], width, align: null, ...(merged && { merged }) }));
  const cells = cellsOf(row).flatMap((cell): Cell[] => {
    const properties = at(cell, 'w:tcPr');
    const merge = at(properties, 'w:vMerge');
    const goesOn = merge !== undefined && attribute(merge, 'w:val') !== 'restart';
    const { trail } = reader.document;
    const before = trail.length;
    const content = readCell(reader, cell);
    if (goesOn) trail.forget(before);
    const align = ALIGNED[val(at(cell, 'w:p'), 'w:pPr', 'w:jc') ?? ''] ?? null;
    const width = Math.max(1, count(val(properties, 'w:gridSpan'), WIDEST));
    if (!goesOn) return [{ content, width, align }, ...empty(width - 1, 0, '←')];
    return [{ content: [], width, align, merged: '↑' }, ...empty(width - 1, 0, '↑')];
  });
  const skipped = (name: string) => empty(count(val(at(row, 'w:trPr'), name), WIDEST), 1);
  return [...skipped('w:gridBefore'), ...cells, ...skipped('w:gridAfter')];
}

const ALIGNED: Readonly<Record<string, AlignType>> = { right: 'right', end: 'right', center: 'center' };

/** The lines of what stands in a cell. */
function linesOf(reader: CellReader, element: Element): Passage[][] {
  if (element.name === 'w:p') {
    const read = reader.readParagraph(element);
    const label = read?.label?.bullet ? { ...read.label, text: '–' } : read?.label;
    return read ? [withLabel(label, read.passages)] : [];
  }
  if (element.name === 'w:tbl') {
    reader.document.losses.add('nested');
    return rowsOf(element).map((row) => inRow(cellsOf(row).map((c) => readCell(reader, c))));
  }
  if (element.name !== 'w:sdt') return [];
  return elements(at(element, 'w:sdtContent') ?? element).flatMap((inner) => linesOf(reader, inner));
}

/** All that a cell says on one line, its paragraphs apart. */
function readCell(reader: CellReader, cell: Element): PhrasingContent[] {
  const passages = elements(cell)
    .flatMap((element) => linesOf(reader, element))
    .filter((line) => line.length > 0)
    .flatMap((line, i): Passage[] => (i === 0 ? line : [{ node: { type: 'break' } }, ...line]));
  return phrasing(passages).map((node) => (node.type === 'break' ? { type: 'html', value: '<br>' } : node));
}

const inRow = (cells: readonly PhrasingContent[][]): Passage[] =>
  cells.flatMap((cell, i) => [...(i > 0 ? [{ text: ' ; ', look: PLAIN }] : []), ...cell.map((node) => ({ node }))]);

const rowOf =
  (columns: number) =>
  (row: readonly Cell[], index: number): TableRow => {
    const cells = row.map(({ content, merged }): PhrasingContent[] => {
      // Nothing is above the header.
      if (merged === '←' || (merged && index > 0)) return [{ type: 'html', value: mergedMark(merged) }];
      return index === 0 ? plain(content) : content;
    });
    while (cells.length < columns) cells.push([]);
    return { type: 'tableRow', children: cells.map((children) => ({ type: 'tableCell', children })) };
  };

/** A header is bold anyway. */
const plain = (content: PhrasingContent[]): PhrasingContent[] =>
  content.flatMap((node) => (node.type === 'strong' ? node.children : [node]));

const bold = (content: PhrasingContent[]): PhrasingContent[] => [{ type: 'strong', children: plain(content) }];

/** The alignment that the filled cells below the header share, by column; the header's when none is filled. */
function alignment(rows: readonly (readonly Cell[])[], columns: number): AlignType[] {
  const found: AlignType[] = [];
  for (let column = 0; column < columns; column++) {
    const cells = rows.slice(1).flatMap((row) => {
      const cell = row[column];
      return cell && cell.content.length > 0 ? [cell.align] : [];
    });
    const [first] = cells.length > 0 ? cells : [rows[0]?.[column]?.align];
    found.push(cells.every((align) => align === first) ? (first ?? null) : null);
  }
  return found;
}
