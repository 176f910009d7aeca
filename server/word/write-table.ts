import { AlignmentType, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import type { AlignType, Table as MarkdownTable, PhrasingContent } from 'mdast';
import { cellMargins, headerShading, tableBorders } from './look.ts';
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

/** A table over the width of the page, its columns as wide as what they hold. */
export function writeTable(table: MarkdownTable, inline: InlineWriter): Table {
  const widths = widthsOf(table);
  const rows = table.children.map((row, r) => {
    const header = r === 0;
    const children = row.children.map(
      (cell, column) =>
        new TableCell({
          children: lines(cell.children).map(
            (line) =>
              new Paragraph({
                children: inline.write(line, { room: roomOf(widths[column]), ...(header && { bold: true }) }),
                spacing: { before: 0, after: 0 },
                alignment: alignment(table.align?.[column]),
              }),
          ),
          margins: cellMargins,
          ...(header && { shading: headerShading }),
        }),
    );
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

function widthsOf({ children }: MarkdownTable): number[] {
  const weights = (children[0]?.children ?? []).map((_, column) => {
    const texts = children.map((row) => (row.children[column]?.children ?? []).map(wordsOf).join(''));
    const pictured = children.some((row) => row.children[column]?.children.some((n) => /^image/.test(n.type)));
    const longest = Math.max(pictured ? PICTURE : NARROWEST, ...texts.map((text) => text.length));
    const word = Math.max(...texts.flatMap((text) => text.split(/[ \n]/)).map((w) => w.length));
    return Math.max(Math.min(WIDEST, longest), Math.min(WIDEST, word) + MARGIN);
  });
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => Math.round((PAGE * weight) / sum));
}

/** The lines of a cell, cut at `<br>`; one, empty, for an empty cell. */
function lines(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const out: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'html' && /^<br\b/i.test(node.value)) out.push([]);
    else out.at(-1)?.push(node);
  }
  return out;
}
