import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { afterTable, bulletLevels, cellMargins, headerShading, styles, tableBorders } from './look.ts';
import { classes, elementsIn, LEFT, runsOf, wordsOf } from './page-runs.ts';

const BULLETS = 'puces';
const HEADINGS: Readonly<Record<string, (typeof HeadingLevel)[keyof typeof HeadingLevel]>> = {
  h1: HeadingLevel.TITLE,
  h2: HeadingLevel.HEADING_1,
  h3: HeadingLevel.HEADING_2,
  h4: HeadingLevel.HEADING_3,
  h5: HeadingLevel.HEADING_4,
  h6: HeadingLevel.HEADING_5,
};
const BLOCKS = new Set(['p', 'div', 'ul', 'ol', 'dl', 'dt', 'dd', 'table', 'blockquote', 'article', 'section']);
const BESIDE = new Set(['main', 'header', 'footer', 'nav']);
const isBlock = (node: ElementContent): node is Element =>
  node.type === 'element' && (BLOCKS.has(node.tagName) || BESIDE.has(node.tagName) || node.tagName in HEADINGS);

interface Place {
  readonly quoted?: boolean;
  /** Depth of the list, from 0. */
  readonly depth?: number;
  /** In a table. */
  readonly cell?: boolean;
  /** The next heading starts a page. */
  readonly sheet?: boolean;
  /** On the sheet of what comes next. */
  readonly together?: boolean;
  /** In what follows the head of the page: contents there are not on the first sheet, which another section fills. */
  readonly main?: boolean;
}

/** Runs of words between blocks are paragraphs. */
function blocksOf(nodes: readonly ElementContent[], place: Place = {}): FileChild[] {
  const out: FileChild[] = [];
  let words: ElementContent[] = [];
  const flush = () => {
    if (words.some((w) => wordsOf(w).trim())) out.push(paragraph(words, place));
    words = [];
  };
  for (const node of nodes) {
    if (node.type !== 'element') words.push(node);
    else if (LEFT.has(node.tagName)) continue;
    else if (isBlock(node)) {
      flush();
      out.push(...blockOf(node, place));
    } else words.push(node);
  }
  flush();
  return out;
}

const paragraph = (nodes: readonly ElementContent[], { quoted, depth, cell, together }: Place): Paragraph =>
  new Paragraph({
    ...(together && { keepNext: true }),
    children: runsOf(nodes, cell ? { size: SMALL } : {}),
    ...(cell && { spacing: { before: 0, after: 0, line: 240 } }),
    ...(depth !== undefined && !cell && { spacing: { before: 0, after: 40 } }),
    ...(quoted && { style: 'Quote' }),
    ...(depth !== undefined && { numbering: { reference: BULLETS, level: Math.min(8, depth) } }),
  });

function blockOf(element: Element, place: Place): FileChild[] {
  const { tagName, children } = element;
  const heading = HEADINGS[tagName];
  if (heading)
    return [new Paragraph({ heading, children: runsOf(children), ...(place.sheet && { pageBreakBefore: true }) })];
  switch (tagName) {
    case 'nav':
      return [
        new Paragraph({
          children: [new TextRun({ text: 'Sommaire', bold: true, size: 30 })],
          pageBreakBefore: place.main === true,
        }),
        new TableOfContents('Sommaire', { hyperlink: true, headingStyleRange: '1-2' }),
      ];
    case 'p':
    case 'dt':
    case 'dd':
      if (children.some(isBlock)) return blocksOf(children, place);
      return [paragraph(children, classes(element).includes('proposed') ? { ...place, together: true } : place)];
    case 'ul':
    case 'ol':
      return listOf(element, place);
    case 'table':
      return tableOf(element);
    case 'blockquote':
      return blocksOf(children, { ...place, quoted: true });
    case 'dl':
      return elementsIn(element, 'dt').map((term) => {
        const told = element.children[element.children.indexOf(term) + 1] as Element;
        const parts = told.children.flatMap((c, i): ElementContent[] =>
          isBlock(c) ? [...(i > 0 ? [text(' ; ')] : []), ...c.children] : [c],
        );
        return paragraph([strong(`${wordsOf(term)} : `), ...parts], place);
      });
    case 'main':
      return blocksOf(children, { ...place, main: true });
    default: {
      const sheet = classes(element).includes('sheet');
      if (classes(element).includes('wording')) return blocksOf(children, { ...place, quoted: true });
      const [first, ...others] = children;
      if (!sheet || !first) return blocksOf(children, place);
      return [...blocksOf([first], { ...place, sheet }), ...blocksOf(others, place)];
    }
  }
}

const text = (value: string): ElementContent => ({ type: 'text', value });
const strong = (value: string): ElementContent => ({
  type: 'element',
  tagName: 'b',
  properties: {},
  children: [text(value)],
});

function listOf(list: Element, place: Place): FileChild[] {
  const items = elementsIn(list, 'li');
  // Figures side by side make one line.
  if (classes(list).includes('tiles'))
    return [
      paragraph(
        items.flatMap((li, i) => [...(i > 0 ? [text(' · ')] : []), ...spacedTile(li)]),
        place,
      ),
    ];
  const depth = (place.depth ?? -1) + 1;
  return items.flatMap((li) => {
    const at = li.children.findIndex(isBlock);
    const [own, below] = at < 0 ? [li.children, []] : [li.children.slice(0, at), li.children.slice(at)];
    const first = own.some((n) => wordsOf(n).trim()) ? [paragraph(own, { ...place, depth })] : [];
    return [...first, ...blocksOf(below, first.length > 0 ? { ...place, depth } : { ...place, depth: depth - 1 })];
  });
}

const spacedTile = ({ children }: Element): ElementContent[] =>
  children.flatMap((c) => (c.type === 'element' ? [c, text(' ')] : [c]));

/** Width of the text of the sheet, in twentieths of a point. */
const PAGE = 9900;
/** Room for a letter in a table, for the margins of a cell, and letters beyond which a text goes over lines anyway. */
const LETTER = 125;
const MARGINS = 260;
const WIDEST = 60;
/** Rows of a table that is not cut between two sheets. */
const SHORT = 10;
/** Half points of the words of a table. */
const SMALL = 18;

/** A path or a hash has no word that a sheet could hold. */
const longestWord = (words: string) => Math.min(24, Math.max(0, ...words.split(/\s/).map((w) => w.length)));

/** It has a drawing and not a word. */
const isDrawn = (cell: Element): boolean => wordsOf(cell).trim() === '' && find(cell, 'svg') !== undefined;

function tableOf(table: Element): FileChild[] {
  const [caption] = elementsIn(table, 'caption');
  const rows = ['thead', 'tbody'].flatMap((part) =>
    elementsIn(table, part).flatMap((p) => elementsIn(p, 'tr').map((tr) => ({ tr, head: part === 'thead' }))),
  );
  const whole = rows.map(({ tr }) => elementsIn(tr, 'th', 'td'));
  const body = whole.filter((_, i) => !rows[i]?.head);
  const kept = (column: number) => !body.length || !body.every((row) => row[column] && isDrawn(row[column]));
  const cells = whole.map((row) => row.filter((_, column) => kept(column)));
  const columns = (cells[0] ?? []).map((_, i) => cells.map((row) => (row[i] ? wordsOf(row[i]) : '')));
  if (columns.length === 0) return [];
  // No word is cut; what room is left goes by the length of the texts.
  const needed = columns.map((texts) => MARGINS + LETTER * Math.max(1, ...texts.map(longestWord)));
  const lengths = columns.map((texts) => Math.max(1, ...texts.map((t) => Math.min(WIDEST, t.length))));
  const left = Math.max(0, PAGE - needed.reduce((x, y) => x + y, 0));
  const all = lengths.reduce((x, y) => x + y, 0);
  const columnWidths = needed.map((width, i) => Math.round(width + (left * (lengths[i] as number)) / all));
  const made = rows.map(
    ({ head }, r) =>
      new TableRow({
        tableHeader: head,
        cantSplit: true,
        children: (cells[r] ?? []).map((cell) => {
          const together = rows.length <= SHORT && r < rows.length - 1;
          const inside = blocksOf(cell.children, { cell: true, together }).filter(
            (c) => c instanceof Paragraph || c instanceof Table,
          );
          const tall = classes(cell).includes('tall') ? [new Paragraph({}), new Paragraph({})] : [];
          return new TableCell({
            margins: cellMargins,
            children: inside.length > 0 ? [...inside, ...tall] : [new Paragraph({}), ...tall],
            ...((head || cell.tagName === 'th') && { shading: headerShading }),
          });
        }),
      }),
  );
  return [
    ...(caption
      ? [new Paragraph({ keepNext: true, children: runsOf(caption.children, { italics: true, size: 18 }) })]
      : []),
    new Table({ rows: made, width: { size: 100, type: WidthType.PERCENTAGE }, columnWidths, borders: tableBorders }),
    // Word makes one of two tables that touch.
    new Paragraph({ spacing: afterTable }),
  ];
}

/** A report is read at a glance: less room than a draft has. */
const compact: typeof styles = {
  ...styles,
  default: {
    ...styles.default,
    document: {
      run: { font: 'Calibri', size: 20, language: { value: 'fr-FR' } },
      paragraph: { spacing: { after: 60, line: 250 } },
    },
    title: { run: { size: 34, bold: true, color: '1F3864', font: 'Calibri' }, paragraph: { spacing: { after: 80 } } },
  },
};

function find(node: Root | Element, name: string): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = child.tagName === name ? child : find(child, name);
    if (found) return found;
  }
  return undefined;
}

/** A page of ours as a Word document: contents, a header with its title, numbered sheets. Drawings stay out. */
export async function exportPage(html: string): Promise<Uint8Array> {
  const tree = fromHtml(html);
  const title = wordsOf(find(tree, 'title') ?? { type: 'text', value: '' });
  const small = (children: ParagraphChild[], alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
    new Paragraph({ alignment, children });
  const number = new TextRun({ size: 16, children: ['Page ', PageNumber.CURRENT, ' sur ', PageNumber.TOTAL_PAGES] });
  const document = new Document({
    creator: '',
    lastModifiedBy: '',
    title,
    styles: compact,
    numbering: { config: [{ reference: BULLETS, levels: bulletLevels }] },
    sections: [
      {
        properties: {
          page: { margin: { top: 1000, bottom: 1000, left: 1000, right: 1000, header: 500, footer: 500 } },
        },
        headers: {
          default: new Header({ children: [small([new TextRun({ text: title, size: 16 })], AlignmentType.LEFT)] }),
        },
        footers: { default: new Footer({ children: [small([number], AlignmentType.RIGHT)] }) },
        children: blocksOf(find(tree, 'body')?.children ?? []),
      },
    ],
  });
  return await Packer.pack(document, 'uint8array');
}
