import type { Paragraph, PhrasingContent, Table } from 'mdast';
import { type HtmlCell, readHtml } from '../../rules/kit/markdown/html.ts';
import { mergedMark } from '../../rules/kit/markdown/merged.ts';
import { OBJECT } from '../../rules/kit/markdown/prose.ts';

/** The tables of a block of HTML as those of Markdown, with what stands over them, and the HTML around them. Tags among the words of a cell are left in `rest`. */
export function htmlTablesOf(html: string): { readonly tables: (Table | Paragraph)[]; readonly rest: string } {
  const tables: (Table | Paragraph)[] = [];
  let rest = '';
  let at = 0;
  for (const { span, cells } of readHtml(html).tables) {
    rest += html.slice(at, span.start) + tagsAmong(html.slice(span.start, span.end));
    at = span.end;
    const over = cells.filter(({ place }) => !place);
    tables.push(...over.map((cell): Paragraph => ({ type: 'paragraph', children: [strong(wordsOf(cell))] })));
    const rows: PhrasingContent[][][] = [];
    for (const cell of cells)
      if (cell.place) {
        const { row, column, merged } = cell.place;
        rows[row] ??= [];
        (rows[row] as PhrasingContent[][])[column] = merged
          ? [{ type: 'html', value: mergedMark(merged) }]
          : wordsOf(cell);
      }
    const children = rows.map((row) => ({
      type: 'tableRow' as const,
      children: row.map((words) => ({ type: 'tableCell' as const, children: words })),
    }));
    if (children.length > 0) tables.push({ type: 'table', children });
  }
  return { tables, rest: rest + html.slice(at) };
}

const strong = (children: PhrasingContent[]): PhrasingContent => ({ type: 'strong', children });

/** Tags that say more than rows, cells and lines. */
const tagsAmong = (table: string): string =>
  (table.match(/<(?!(?:table|caption|thead|tbody|tfoot|tr|t[dh]|br|p)\b)\w[^<>]*>/gi) ?? []).join('');

/** The words of a cell, line by line. */
const wordsOf = ({ prose }: HtmlCell): PhrasingContent[] =>
  prose.text
    .replaceAll(OBJECT, '')
    .split(/\n+/)
    .flatMap((line, i): PhrasingContent[] => [
      ...(i > 0 ? [{ type: 'html' as const, value: '<br>' }] : []),
      { type: 'text', value: line },
    ]);
