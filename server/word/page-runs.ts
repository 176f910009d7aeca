import { ExternalHyperlink, type IRunOptions, type ParagraphChild, TextRun, UnderlineType } from 'docx';
import type { Element, ElementContent, Root } from 'hast';

/** Left to the screen: drawings, whose tables stand beside them, and what a browser alone shows. */
export const LEFT = new Set(['head', 'script', 'style', 'svg', 'figure']);
const RUNS: Readonly<Record<string, IRunOptions>> = {
  b: { bold: true },
  strong: { bold: true },
  em: { italics: true },
  code: { font: 'Consolas', size: 18 },
  mark: { highlight: 'yellow' },
  ins: { underline: { type: UnderlineType.SINGLE } },
  del: { strike: true },
};
/** Of the gravest words; the words say the same. */
const COLOURS: Readonly<Record<string, string>> = { error: 'A8201A', warning: '7A4A00', info: '0A4F96', met: '17692F' };

export const classes = ({ properties }: Element): readonly string[] =>
  Array.isArray(properties.className) ? properties.className.map(String) : [];
export const elementsIn = ({ children }: Element, ...names: string[]): Element[] =>
  children.filter((c): c is Element => c.type === 'element' && names.includes(c.tagName));
export const wordsOf = (node: ElementContent | Root): string =>
  node.type === 'text'
    ? node.value
    : 'children' in node
      ? node.children.map((c) => wordsOf(c as ElementContent)).join('')
      : '';

/** Words as they look. */
export function runsOf(nodes: readonly ElementContent[], style: IRunOptions = {}): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    if (node.type === 'text')
      return node.value ? [new TextRun({ ...style, text: node.value.replace(/\s*\n\s*/g, ' ') })] : [];
    if (node.type !== 'element' || LEFT.has(node.tagName)) return [];
    if (node.tagName === 'br') return [new TextRun({ break: 1 })];
    const colour = classes(node)
      .map((c) => COLOURS[c])
      .find(Boolean);
    const badge = classes(node).includes('badge');
    const own = { ...style, ...RUNS[node.tagName], ...(badge && { bold: true, ...(colour && { color: colour }) }) };
    const href = String(node.properties.href ?? '');
    if (!/^https:\/\//.test(href)) return runsOf(node.children, own);
    return [new ExternalHyperlink({ link: href, children: runsOf(node.children, { ...own, style: 'Hyperlink' }) })];
  });
}
