import { AlignmentType, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import type { AlignType, Table as MarkdownTable, PhrasingContent } from 'mdast';
import { mergedIn } from '../../rules/kit/markdown/merged.ts';
import { cellMargins, headerShading, tableBorders } from './look.ts';
import { spreads } from './merged-cells.ts';
import { wordsOf } from './words-before.ts';
import type { InlineWriter } from './write-inline.ts';

const ALIGNED: Readonly<Record<string, (typeof AlignmentType)[keyof typeof AlignmentType]>> = {
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
};
/** Letters that a column weighs in the width of the table: its longest text, within bounds, and its longest word with its margins. */
const NARROWEST = 8;
const WIDEST = 60;
const MARGIN = 5;
/** Letters that a picture weighs. */
const PICTURE = 30;
/** Width of the text of an A4 page, in twentieths of a point. */
const PAGE = 9026;

type Spreads = ReturnType<typeof spreads>;

/** A table over the width of the page, its columns as wide as what they hold. `onBroken` is told of each merge that cannot be made again. */
export function writeTable(table: MarkdownTable, inline: InlineWriter, onBroken: () => void): Table {
  const spread = spreads(table, onBroken);
  const widths = widthsOf(table, spread);
  const rows = table.children.map((row, r) => {
    const header = r === 0;
    const children = row.children.flatMap((cell, column): TableCell[] => {
      const own = spread[r]?.[column];
      if (!own) return [];
      const width = widths.slice(column, column + own.width).reduce((a, b) => a + b, 0);
      return [
        new TableCell({
          children: lines(cell.children).map(
            (line) =>
              new Paragraph({
                children: inline.write(line, { room: roomOf(width), ...(header && { bold: true }) }),
                spacing: { before: 0, after: 0 },
                alignment: alignment(table.align?.[column]),
              }),
          ),
          columnSpan: own.width,
          rowSpan: own.height,
          margins: cellMargins,
          ...(header && { shading: headerShading }),
        }),
      ];
    });
    return new TableRow({ children, tableHeader: header, cantSplit: true });
  });
  return new Table({
    rows,
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths,
    borders: tableBorders,
  });
}

/** Pixels for a picture in a column of a width in twentieths of a point, its margins off. */
const roomOf = (width = PAGE): number => Math.max(16, Math.floor(width / 15) - 16);

const alignment = (align: AlignType | undefined) => (align ? ALIGNED[align] : undefined);

/** The column of a cell that runs over several does not have to hold it alone. */
function widthsOf({ children }: MarkdownTable, spread: Spreads): number[] {
  const weights = (children[0]?.children ?? []).map((_, column) => {
    const cells = children.flatMap(({ children: row }, r) =>
      (spread[r]?.[column]?.width ?? 1) > 1 ? [] : [row[column]?.children ?? []],
    );
    const texts = cells.map((cell) => cell.map(wordsOf).join(''));
    const pictured = cells.some((cell) => cell.some((n) => /^image/.test(n.type)));
    const longest = Math.max(pictured ? PICTURE : NARROWEST, ...texts.map((text) => text.length));
    const word = Math.max(0, ...texts.flatMap((text) => text.split(/[ \n]/)).map((w) => w.length));
    return Math.max(Math.min(WIDEST, longest), Math.min(WIDEST, word) + MARGIN);
  });
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => Math.round((PAGE * weight) / sum));
}

/** The lines of a cell, cut at `<br>`; one, empty, for an empty cell. A mark of merged cells is no comment to read. */
function lines(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const out: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'html' && mergedIn(node.value)) continue;
    if (node.type === 'html' && /^<br\b/i.test(node.value)) out.push([]);
    else out.at(-1)?.push(node);
  }
  return out;
}
